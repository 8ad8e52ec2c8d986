import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { defaultShortcuts, type Shortcuts } from '../../lib/preferences/shortcuts.ts';

const ShortcutsContext = createContext<Shortcuts>(defaultShortcuts);

/** The reviewer's keys, for everything that takes or names one. */
export const ShortcutsProvider = ShortcutsContext.Provider;

export function useShortcuts(): Shortcuts {
  return useContext(ShortcutsContext);
}
