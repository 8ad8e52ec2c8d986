import { z } from 'zod';
import { paletteIds } from './palette.ts';
import { defaultShortcuts, shortcutsSchema } from './shortcuts.ts';

/** Each preference with its schema. Text in the page and the panel follows within a moment. */
export const preferenceSchemas = {
  /** Light, dark, or as the system has it. */
  theme: z.enum(['system', 'light', 'dark']),
  /** Text size of panel and options in percent of the browser's own text size. */
  textSize: z.union([z.literal(90), z.literal(100), z.literal(115), z.literal(130)]),
  /** The colours of marks and verdicts; lines and shapes stay the same in every palette. */
  palette: z.enum(paletteIds),
  /** Which marks are drawn in the page. The panel always lists all of them. */
  marksShown: z.strictObject({
    supports: z.boolean(),
    opposes: z.boolean(),
    ambiguous: z.boolean(),
    missing: z.boolean(),
    request: z.boolean(),
  }),
  /** Ids of the guideline packs that are switched off; a new pack is on until it is listed here. */
  packsOff: z.array(z.string().min(1)),
  /** Minutes after which a case that nobody looks at is forgotten. */
  forgetAfter: z.union([z.literal(15), z.literal(30), z.literal(60), z.literal(240)]),
  /** Whether single keys (J, K, C, ...) work in the panel. */
  singleKeys: z.boolean(),
  /** The key or combination of each action; null where it is switched off. */
  shortcuts: shortcutsSchema,
  /** As whom the reviewer writes: it says which decisions are theirs. Null until it was said. */
  role: z.enum(['nurse', 'physician', 'independent']).nullable(),
};

export type PreferenceKey = keyof typeof preferenceSchemas;

export type Preferences = {
  [Key in PreferenceKey]: z.infer<(typeof preferenceSchemas)[Key]>;
};

export const preferenceKeys = Object.keys(preferenceSchemas) as PreferenceKey[];

export const defaultPreferences: Preferences = {
  theme: 'system',
  textSize: 100,
  palette: 'blue-rust',
  marksShown: { supports: true, opposes: true, ambiguous: true, missing: true, request: true },
  packsOff: [],
  forgetAfter: 60,
  singleKeys: true,
  shortcuts: defaultShortcuts,
  role: null,
};

/** The preferences in force, and the stored ones that could not be used. */
export interface PreferencesInForce {
  preferences: Preferences;
  broken: PreferenceKey[];
}

/**
 * Stored values checked one by one: a broken one gives way to its default and is named in
 * `broken`. A key this version does not know is passed over.
 */
export function checkPreferences(stored: ReadonlyMap<string, unknown>): PreferencesInForce {
  const preferences: Record<string, unknown> = structuredClone(defaultPreferences);
  const broken: PreferenceKey[] = [];
  for (const key of preferenceKeys) {
    if (!stored.has(key)) continue;
    const checked = preferenceSchemas[key].safeParse(stored.get(key));
    if (checked.success) preferences[key] = checked.data;
    else broken.push(key);
  }
  return { preferences: preferences as Preferences, broken };
}
