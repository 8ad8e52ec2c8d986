import { render } from 'preact';
import '../../components/styles/all.css';
import '../../entrypoints/sidepanel/sidepanel.css';
import { applyTheme } from '../../components/base/theme.ts';
import { type Actions, ActionsProvider } from '../../components/panel/actions.ts';
import { noActions } from '../../components/panel/no-actions.ts';
import { Panel } from '../../components/panel/panel.tsx';
import { defaultPreferences } from '../../lib/preferences/preferences.ts';
import { type StateName, states } from '../components/sample-active.ts';

/** One state of the panel, chosen by the address: `?state=review&theme=dark`. */
const asked = new URLSearchParams(location.search);

const nothing: Actions = {
  ...noActions,
  show: async () => null,
  copy: async () => true,
  search: async (term) => ({
    term,
    found: 1,
    hits: [
      {
        document: 'd3',
        start: 10,
        end: 19,
        quote: term,
        before: 'palpation of the left paraspinal muscles finds a ',
        after: ' at L4, tender to touch',
      },
    ],
  }),
  setEdition: () => undefined,
  readField: async () => ({ ok: true, value: '' }),
  readDocument: async () => ({ ok: true, value: '' }),
  checkLetter: async () => ({ ok: true, value: [] }),
};

applyTheme(document.documentElement, {
  ...defaultPreferences,
  theme: asked.get('theme') === 'dark' ? 'dark' : 'light',
});
const place = document.getElementById('page');
if (place !== null) {
  render(
    <ActionsProvider value={nothing}>
      <Panel
        active={states[(asked.get('state') ?? 'review') as StateName]}
        allowed={['claims.northgate.example', 'review.lakeshore.example']}
        singleKeys
        role={asked.get('state') === 'review' ? 'physician' : null}
      />
    </ActionsProvider>,
    place,
  );
}
