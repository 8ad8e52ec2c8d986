import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { noPolicy, type Policy } from '../../lib/preferences/policy.ts';
import type { PreferenceKey } from '../../lib/preferences/preferences.ts';
import { words } from '../../lib/wording/words.ts';

const PolicyContext = createContext<Policy>(noPolicy);

/** What the organisation has set, for every setting of the options. */
export const PolicyProvider = PolicyContext.Provider;

/** Who has locked a preference, as a sentence; undefined where the reviewer may change it. */
export function useLock(key: PreferenceKey): string | undefined {
  const { preferences, organisation } = useContext(PolicyContext);
  if (!Object.hasOwn(preferences, key)) return undefined;
  return organisation === '' ? words('policy_locked') : words('policy_locked_named', organisation);
}
