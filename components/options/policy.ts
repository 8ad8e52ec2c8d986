import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { noPolicy, type Policy } from '../../lib/preferences/policy.ts';
import type { PreferenceKey } from '../../lib/preferences/preferences.ts';
import { words } from '../../lib/wording/words.ts';

const PolicyContext = createContext<Policy>(noPolicy);

/** What the organisation has set, for every setting of the options. */
export const PolicyProvider = PolicyContext.Provider;

/** The team's server where the organisation has set one, and who did; null where it did not. */
export function useTeamServer(): { server: string; why: string } | null {
  const { teamServer, organisation } = useContext(PolicyContext);
  return teamServer === '' ? null : { server: teamServer, why: setBy(organisation) };
}

/** Who has locked a preference, as a sentence; undefined where the reviewer may change it. */
export function useLock(key: PreferenceKey): string | undefined {
  const { preferences, organisation } = useContext(PolicyContext);
  if (!Object.hasOwn(preferences, key)) return undefined;
  return setBy(organisation);
}

function setBy(organisation: string): string {
  return organisation === '' ? words('policy_locked') : words('policy_locked_named', organisation);
}
