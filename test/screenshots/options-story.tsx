import { render } from 'preact';
import '../../components/styles/all.css';
import '../../entrypoints/options/options.css';
import { applyTheme } from '../../components/base/theme.ts';
import {
  type LibraryActions,
  LibraryActionsProvider,
} from '../../components/options/library-actions.ts';
import {
  type OptionsActions,
  OptionsActionsProvider,
} from '../../components/options/options-actions.ts';
import { OptionsPage, type OptionsPartName } from '../../components/options/options-page.tsx';
import { type TeamActions, TeamActionsProvider } from '../../components/team/team-actions.ts';
import { defaultPreferences } from '../../lib/preferences/preferences.ts';
import { say } from '../../lib/saying/said.ts';
import { optionsData } from '../components/sample-options.ts';
import { teams } from '../components/sample-team.ts';
import { snippets } from './sample-writing.ts';
import { tellData } from './story-data.ts';

/** One part of the options, chosen by the address: `?options=marks&theme=dark`. */
const asked = new URLSearchParams(location.search);

const nothing: OptionsActions = {
  save: async () => undefined,
  reset: async () => undefined,
  allow: async () => true,
  revoke: async () => undefined,
  importPack: async () => ({ faults: [] }),
  removePack: async () => undefined,
  sharePack: async () => ({ faults: [] }),
  shareProfile: async () => [],
  saveProfile: async () => undefined,
  removeProfile: async () => undefined,
  importProfile: async () => ({ faults: [] }),
  exportProfile: () => undefined,
};

const notJson = {
  reason: 'not-json' as const,
  at: { line: 3, reason: say('reason_json_colon') },
};

const library: LibraryActions = {
  saveSnippet: async () => ({ faults: [] }),
  removeSnippet: async () => undefined,
  copySnippet: async () => ({ faults: [] }),
  setFavourite: () => undefined,
  importSnippets: async () => notJson,
  subscribe: async () => notJson,
  settleDuplicate: async () => undefined,
  exportSnippets: () => undefined,
  takeUpdate: async () => undefined,
  declineUpdate: async () => undefined,
  removeLibrary: async () => undefined,
  exportPreferences: async () => undefined,
  importPreferences: async () => notJson,
  storageUse: async () => ({ rows: [{ table: 'snippets', count: 7 }], bytes: 20_480 }),
  deleteEverything: async () => true,
};

/** A server that knows the team, and nobody with another password than this. */
const password = 'right';

const team: TeamActions = {
  permit: async () => true,
  test: async (form) =>
    form.password === password ? { name: 'Appeals', user: 'ann', canEdit: true } : 'signed-out',
  signIn: async (form) => (form.password === password ? null : 'signed-out'),
  signOut: async () => undefined,
  leave: async () => undefined,
  setUp: async (_, { name, editors }) => ({
    ...{ isNew: true, name },
    members: editors.map((editor) => ({
      ...{ name: editor, role: 'appeals-editor', password: 'k4Vw9sQmTz2Lb7Xd0Rpa' },
    })),
  }),
  sync: async () => undefined,
  endConflict: async () => 'moved-on',
};

const state = asked.get('state') ?? '';

const data = {
  ...optionsData,
  team: Object.hasOwn(teams, state) ? teams[state as keyof typeof teams] : optionsData.team,
  starter: snippets,
  ...(state === 'newer' ? { closed: 'newer' as const, inForce: null } : {}),
  ...(state === 'broken'
    ? { inForce: { preferences: defaultPreferences, broken: ['theme', 'palette'] as const } }
    : {}),
};

tellData(data, 'appeals-editor', 'k4Vw9sQmTz2Lb7Xd0Rpa', 'couch.example');

applyTheme(document.documentElement, {
  ...defaultPreferences,
  theme: asked.get('theme') === 'dark' ? 'dark' : 'light',
});
const place = document.getElementById('page');
if (place !== null) {
  render(
    <OptionsActionsProvider value={nothing}>
      <LibraryActionsProvider value={library}>
        <TeamActionsProvider value={team}>
          <OptionsPage
            part={asked.get('options') as OptionsPartName}
            data={data as typeof optionsData}
          />
        </TeamActionsProvider>
      </LibraryActionsProvider>
    </OptionsActionsProvider>,
    place,
  );
}
