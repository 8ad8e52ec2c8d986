import { liveQuery } from 'dexie';
import {
  checkPreferences,
  type PreferenceKey,
  type Preferences,
  type PreferencesInForce,
  preferenceSchemas,
} from '../preferences/preferences.ts';
import { openLibrary } from './database.ts';

/** The preferences in force now. */
export async function readPreferences(): Promise<PreferencesInForce> {
  const library = await openLibrary();
  const rows = await library.preferences.toArray();
  return checkPreferences(new Map(rows.map(({ key, value }) => [key, value])));
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

/**
 * Calls back with the preferences now and after every change, from whichever page it was made,
 * until the signal ends it. For pages; a worker may be stopped and must read anew when woken.
 */
export function watchPreferences(
  signal: AbortSignal,
  onChange: (inForce: PreferencesInForce) => void,
  onError: (error: unknown) => void,
): void {
  const subscription = liveQuery(readPreferences).subscribe({ next: onChange, error: onError });
  signal.addEventListener('abort', () => subscription.unsubscribe());
}
