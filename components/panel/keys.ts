import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** What each key of the panel does; a key without a function does nothing now. */
export type KeyMap = Partial<Record<string, () => void>>;

/**
 * Single keys, for as long as they are switched on and no field, dialog or modifier is in use.
 * `Escape` works always, since leaving must.
 */
export function useKeys(keys: RefObject<KeyMap>, singleKeys: boolean): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (document.querySelector('dialog[open]') !== null) return;
      const typing = isField(event.target);
      if (event.key === 'Escape' && typing) {
        (event.target as HTMLElement).blur();
        return;
      }
      if (typing || (!singleKeys && event.key !== 'Escape')) return;
      const act = keys.current?.[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [keys, singleKeys]);
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select');
}
