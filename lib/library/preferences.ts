import { onPolicyChange, policyInForce } from '../portals/managed.ts';
import { type Policy, withLocked } from '../preferences/policy.ts';
import {
  checkPreferences,
  type PreferenceKey,
  type Preferences,
  type PreferencesInForce,
  preferenceSchemas,
} from '../preferences/preferences.ts';
import { openLibrary, type PreferenceRow } from './database.ts';
import { watchLibrary } from './watch.ts';

/** The preferences in force now. */
export async function readPreferences(): Promise<PreferencesInForce> {
  const [library, { policy }] = await Promise.all([openLibrary(), policyInForce()]);
  return inForce(await library.preferences.toArray(), policy);
}

/** What the organisation has locked holds over what is stored. */
function inForce(rows: readonly PreferenceRow[], policy: Policy): PreferencesInForce {
  const { preferences, broken } = checkPreferences(
    new Map(rows.map(({ key, value }) => [key, value])),
  );
  return { preferences: withLocked(preferences, policy), broken };
}

/** Stores one preference. Throws when the value is not one the schema allows. */
export async function savePreference<Key extends PreferenceKey>(
  key: Key,
  value: Preferences[Key],
): Promise<void> {
  const checked = preferenceSchemas[key].parse(value);
  const library = await openLibrary();
  await library.preferences.put({ key, value: checked });
}

/** Forgets stored values, so that their defaults hold. */
export async function resetPreferences(keys: readonly PreferenceKey[]): Promise<void> {
  const library = await openLibrary();
  await library.preferences.bulkDelete([...keys]);
}

/** Calls back with the preferences now and after every change, until the signal ends it. */
export function watchPreferences(
  signal: AbortSignal,
  onChange: (preferences: PreferencesInForce) => void,
  onError: (error: unknown) => void,
): void {
  let last: PreferenceRow[] | undefined;
  const tell = () => {
    void policyInForce().then(({ policy }) => {
      if (last && !signal.aborted) onChange(inForce(last, policy));
    });
  };
  onPolicyChange(tell, signal);
  watchLibrary(signal, (library) => library.preferences.toArray(), {
    onChange: (rows) => {
      last = rows;
      tell();
    },
    onError,
  });
}
