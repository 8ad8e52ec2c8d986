import type { PreferenceKey } from '../../lib/preferences/preferences.ts';
import { type MessageKey, words } from '../../lib/wording/words.ts';
import { Glyph } from '../base/glyph.tsx';
import { useOptionsActions } from './options-actions.ts';

const names = {
  theme: 'setting_theme',
  textSize: 'setting_text_size',
  palette: 'setting_palette',
  marksShown: 'setting_marks_shown',
  packsOff: 'setting_packs',
  forgetAfter: 'setting_forget_after',
  singleKeys: 'setting_single_keys',
  role: 'role_ask',
  shortcuts: 'part_keys',
} as const satisfies Record<PreferenceKey, MessageKey>;

/** Says which stored settings were broken, and offers to forget them. */
export function BrokenSettings({ broken }: { broken: readonly PreferenceKey[] }) {
  const { reset } = useOptionsActions();
  if (broken.length === 0) return null;
  const list = broken.map((key) => words(names[key])).join(', ');
  return (
    <div class="notice" role="alert">
      <Glyph of="fault" />
      <p>{words('settings_broken', list)}</p>
      <button type="button" class="btn" onClick={() => void reset(broken)}>
        {words('settings_reset')}
      </button>
    </div>
  );
}
