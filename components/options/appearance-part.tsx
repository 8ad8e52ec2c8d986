import { type Role, roles } from '../../lib/letter/roles.ts';
import type { Preferences } from '../../lib/preferences/preferences.ts';
import { words } from '../../lib/wording/words.ts';
import { roleNames } from '../composer/role-choice.tsx';
import { Choice } from './choice.tsx';
import { useOptionsActions } from './options-actions.ts';
import { ToggleRow } from './toggle-row.tsx';

const themes = { system: 'theme_system', light: 'theme_light', dark: 'theme_dark' } as const;

/** Theme, text size and keys of panel and options. */
export function AppearancePart({ preferences }: { preferences: Preferences }) {
  const { save } = useOptionsActions();
  return (
    <section aria-labelledby="appearance">
      <h2 id="appearance">{words('part_appearance')}</h2>
      <Choice
        preference="theme"
        title={words('setting_theme')}
        values={['system', 'light', 'dark'] as const}
        chosen={preferences.theme}
        show={(theme) => words(themes[theme])}
        onChoose={(theme) => void save('theme', theme)}
      />
      <Choice
        preference="textSize"
        title={words('setting_text_size')}
        values={[90, 100, 115, 130] as const}
        chosen={preferences.textSize}
        show={(size) => words('percent', size)}
        onChoose={(size) => void save('textSize', size)}
      />
      <Choice<Role>
        preference="role"
        title={words('role_ask')}
        values={roles}
        chosen={preferences.role}
        show={(role) => words(roleNames[role])}
        onChoose={(role) => void save('role', role)}
      />
      <ToggleRow
        preference="singleKeys"
        title={words('setting_single_keys')}
        why={words('single_keys_why')}
        on={preferences.singleKeys}
        onChange={(on) => void save('singleKeys', on)}
      />
    </section>
  );
}
