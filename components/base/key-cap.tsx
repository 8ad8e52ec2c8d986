import { defaultShortcuts, shortcutIds } from '../../lib/preferences/shortcuts.ts';
import { shownKey } from '../panel/shortcut-names.ts';
import { useShortcuts } from '../panel/shortcuts.ts';

/**
 * The key that does the same as the button it stands on; for the eye only. Named by its default: what
 * the reviewer chose instead is shown, and nothing where it is switched off.
 */
export function KeyCap({ of }: { of: string }) {
  const shortcuts = useShortcuts();
  const id = shortcutIds.find((each) => defaultShortcuts[each] === of);
  const key = id === undefined ? of : shortcuts[id];
  if (key === null) return null;
  return (
    <kbd>
      <span aria-hidden="true">{shownKey(key)}</span>
    </kbd>
  );
}
