import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import {
  type ShortcutId,
  type Shortcuts,
  shortcutIds,
  writtenKey,
} from '../../lib/preferences/shortcuts.ts';
import { useShortcuts } from './shortcuts.ts';

/** What each key of the panel does; a key without a function does nothing now. */
export type KeyMap = Partial<Record<ShortcutId | 'Escape', () => void>>;

/**
 * The reviewer's keys. Single ones work for as long as they are switched on and no field or dialog is
 * in use; combinations in fields too. `Escape` works always, since leaving must.
 */
export function useKeys(keys: RefObject<KeyMap>, singleKeys: boolean): void {
  const shortcuts = useShortcuts();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return;
      const typing = isField(event.target);
      if (event.key === 'Escape' && typing) {
        (event.target as HTMLElement).blur();
        return;
      }
      const wanted = event.key === 'Escape' ? 'Escape' : actionOf(event, shortcuts);
      if (wanted === undefined) return;
      const isSingle = wanted !== 'Escape' && !shortcuts[wanted]?.includes('+');
      if (isSingle && (typing || !singleKeys)) return;
      const act = keys.current?.[wanted];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [keys, singleKeys, shortcuts]);
}

function actionOf(event: KeyboardEvent, shortcuts: Shortcuts): ShortcutId | undefined {
  const pressed = writtenKey(event);
  return pressed === null ? undefined : shortcutIds.find((id) => shortcuts[id] === pressed);
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.matches('input, textarea, select') || target.isContentEditable)
  );
}
