import { render } from 'preact';
import '../../components/styles/all.css';
import '../../entrypoints/sidepanel/sidepanel.css';
import { applyTheme } from '../../components/base/theme.ts';
import { type Actions, ActionsProvider } from '../../components/panel/actions.ts';
import { noActions } from '../../components/panel/no-actions.ts';
import { Panel } from '../../components/panel/panel.tsx';
import { SnippetShelfProvider } from '../../components/snippets/shelf.ts';
import { newProfile } from '../../lib/portals/profile.ts';
import { defaultPreferences } from '../../lib/preferences/preferences.ts';
import { type StateName, states } from '../components/sample-active.ts';
import { remarks, snippets } from './sample-writing.ts';
import { tellData } from './story-data.ts';

/** One state of the panel, chosen by the address: `?state=review&theme=dark`. */
const asked = new URLSearchParams(location.search);

const hit = {
  document: 'd3',
  start: 10,
  end: 19,
  quote: 'taut band',
  before: 'palpation of the left paraspinal muscles finds a ',
  after: ' at L4, tender to touch',
};

const nothing: Actions = {
  ...noActions,
  show: async () => null,
  copy: async () => true,
  search: async (term) => ({
    term,
    synonyms: ['palpable band', 'ropy band'],
    found: 1,
    hits: [hit],
  }),
  setEdition: () => undefined,
  readField: async () => ({ ok: true, value: '' }),
  readDocument: async () => ({ ok: true, value: '' }),
  checkLetter: async () => ({ ok: true, value: remarks }),
};

const state = (asked.get('state') || 'review') as StateName;
const active = states[state];
const allowed =
  state === 'first-run' ? [] : ['claims.northgate.example', 'review.lakeshore.example'];
const shelf = {
  snippets,
  favourites: new Set(['starter/signs']),
  recent: [],
  setFavourite: () => undefined,
  noteUse: () => undefined,
};

tellData(active, allowed, snippets, remarks, hit, 'palpable band, ropy band', 'zzz', 'twi');

applyTheme(document.documentElement, {
  ...defaultPreferences,
  theme: asked.get('theme') === 'dark' ? 'dark' : 'light',
});
const place = document.getElementById('page');
if (place !== null) {
  render(
    <ActionsProvider value={nothing}>
      <SnippetShelfProvider value={shelf}>
        <Panel
          active={active}
          allowed={allowed}
          profile={newProfile('claims.northgate.example', 'https://claims.northgate.example')}
          singleKeys
          role={state === 'review' ? 'physician' : null}
        />
      </SnippetShelfProvider>
    </ActionsProvider>,
    place,
  );
}
