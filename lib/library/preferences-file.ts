import { z } from 'zod';
import {
  type PreferenceKey,
  type Preferences,
  preferenceKeys,
  preferenceSchemas,
} from '../preferences/preferences.ts';
import { openLibrary } from './database.ts';
import { readPreferences } from './preferences.ts';

/** What became of a file of preferences: which were taken, and what is wrong with the others. */
export type PreferencesImport =
  | { taken: PreferenceKey[]; faults: { field: string; reason: string }[] }
  | { reason: 'not-json' | 'not-preferences' | 'newer-format' };

const format = 1;

const head = z.object({
  caseglass: z.literal('preferences'),
  format: z.int().positive(),
  preferences: z.record(z.string(), z.unknown()),
});

/** The preferences in force, as the text of a file. */
export async function exportPreferences(): Promise<string> {
  const { preferences } = await readPreferences();
  return `${JSON.stringify({ caseglass: 'preferences', format, preferences }, null, 2)}\n`;
}

/** Takes each preference of a file that is right; a wrong one is named and the stored one holds. */
export async function importPreferences(text: string): Promise<PreferencesImport> {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return { reason: 'not-json' };
  }
  const read = head.safeParse(content);
  if (!read.success) return { reason: 'not-preferences' };
  if (read.data.format > format) return { reason: 'newer-format' };
  const right: { key: PreferenceKey; value: Preferences[PreferenceKey] }[] = [];
  const faults: { field: string; reason: string }[] = [];
  for (const [field, value] of Object.entries(read.data.preferences)) {
    const key = preferenceKeys.find((each) => each === field);
    if (key === undefined) {
      faults.push({ field, reason: 'this version knows no such setting' });
      continue;
    }
    const checked = preferenceSchemas[key].safeParse(value);
    if (checked.success) right.push({ key, value: checked.data });
    else faults.push({ field, reason: checked.error.issues[0]?.message ?? 'not a value of it' });
  }
  const library = await openLibrary();
  await library.preferences.bulkPut(right);
  return { taken: right.map(({ key }) => key), faults };
}
