import { render } from 'preact';
import '../../components/styles/all.css';
import '../../entrypoints/options/options.css';
import { applyTheme } from '../../components/base/theme.ts';
import {
  type OptionsActions,
  OptionsActionsProvider,
} from '../../components/options/options-actions.ts';
import { OptionsPage, type OptionsPartName } from '../../components/options/options-page.tsx';
import { defaultPreferences } from '../../lib/preferences/preferences.ts';
import { optionsData } from '../components/sample-options.ts';

/** One part of the options, chosen by the address: `?options=marks&theme=dark`. */
const asked = new URLSearchParams(location.search);

const nothing: OptionsActions = {
  save: async () => undefined,
  reset: async () => undefined,
  allow: async () => true,
  revoke: async () => undefined,
  importPack: async () => ({ faults: [] }),
  removePack: async () => undefined,
  saveProfile: async () => undefined,
  removeProfile: async () => undefined,
  importProfile: async () => ({ faults: [] }),
  exportProfile: () => undefined,
};

const data = {
  ...optionsData,
  ...(asked.get('state') === 'newer' ? { closed: 'newer' as const, inForce: null } : {}),
  ...(asked.get('state') === 'broken'
    ? { inForce: { preferences: defaultPreferences, broken: ['theme', 'palette'] as const } }
    : {}),
};

applyTheme(document.documentElement, {
  ...defaultPreferences,
  theme: asked.get('theme') === 'dark' ? 'dark' : 'light',
});
const place = document.getElementById('page');
if (place !== null) {
  render(
    <OptionsActionsProvider value={nothing}>
      <OptionsPage
        part={asked.get('options') as OptionsPartName}
        data={data as typeof optionsData}
      />
    </OptionsActionsProvider>,
    place,
  );
}
