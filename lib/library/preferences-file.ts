import { z } from 'zod';
import { type JsonFault, readJson } from '../guidelines/read-json.ts';
import {
  type PreferenceKey,
  type Preferences,
  preferenceKeys,
  preferenceSchemas,
} from '../preferences/preferences.ts';
import { readShape } from '../saying/read-shape.ts';
import { type Said, say } from '../saying/said.ts';
import { openLibrary } from './database.ts';
import { readPreferences } from './preferences.ts';

/** What became of a file of preferences: which were taken, and what is wrong with the others. */
export type PreferencesImport =
  | { taken: PreferenceKey[]; faults: PreferenceFault[] }
  | { reason: 'not-json'; at: JsonFault }
  | { reason: 'not-preferences' | 'newer-format' };

interface PreferenceFault {
  field: string;
  reason: Said;
}

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
  const json = readJson(text);
  if ('notJson' in json) return { reason: 'not-json', at: json.notJson };
  const read = head.safeParse(json.value);
  if (!read.success) return { reason: 'not-preferences' };
  if (read.data.format > format) return { reason: 'newer-format' };
  const right: { key: PreferenceKey; value: Preferences[PreferenceKey] }[] = [];
  const faults: PreferenceFault[] = [];
  for (const [field, value] of Object.entries(read.data.preferences)) {
    const key = preferenceKeys.find((each) => each === field);
    if (key === undefined) {
      faults.push({ field, reason: say('reason_unknown_setting') });
      continue;
    }
    const checked = readShape<Preferences[PreferenceKey]>(preferenceSchemas[key], value);
    const [fault] = checked.faults;
    if (fault === undefined)
      right.push({ key, value: checked.value as Preferences[PreferenceKey] });
    else faults.push({ field: [field, ...fault.path].join('.'), reason: fault.reason });
  }
  const library = await openLibrary();
  await library.preferences.bulkPut(right);
  return { taken: right.map(({ key }) => key), faults };
}
