import type { Fault } from '../../lib/case/fault.ts';
import { loadPacks } from '../../lib/guidelines/load-packs.ts';
import type { PackFault, Rulebook } from '../../lib/guidelines/rulebook.ts';
import { readPrepared } from '../../lib/language/prepared-file.ts';
import { NewerLibraryError } from '../../lib/library/database.ts';
import { readOwnPacks } from '../../lib/library/packs.ts';
import { readPreferences } from '../../lib/library/preferences.ts';
import { readProfiles } from '../../lib/library/profiles.ts';
import { readPreparedFile, readShippedPacks } from '../../lib/library/shipped-packs.ts';
import type { PortalProfile } from '../../lib/portals/profile.ts';
import { defaultPreferences, type Preferences } from '../../lib/preferences/preferences.ts';
import { worded } from '../../lib/wording/words.ts';

/** What a review goes by: the rules, the reviewer's settings, and what is wrong with either. */
export interface Settings {
  rulebook: Rulebook;
  /** Ids of the packs that are switched on. */
  packs: string[];
  preferences: Preferences;
  faults: Fault[];
}

/** More faults than this are said as a number by whoever shows them. */
const mostFaults = 50;

let current: Promise<Settings> | undefined;
let profiles: Promise<PortalProfile[]> | undefined;
let known: Settings | undefined;

/** The settings in force; read once for the life of the worker, or until they change. */
export function settings(): Promise<Settings> {
  if (current === undefined) {
    const reading = readSettings();
    current = reading;
    // One that was begun before the last change may end after it; one that failed is tried again.
    reading.then(
      (read) => {
        if (current === reading) known = read;
      },
      () => {
        if (current === reading) current = undefined;
      },
    );
  }
  return current;
}

/** The settings, if they were read already: a panel that opens does not wait for all packs. */
export function settingsSoFar(): Settings | undefined {
  return known;
}

/**
 * The portal profiles alone: a page waits for them before it reads, and must not wait for all packs.
 * One that cannot be read is missed by no one: the whole page is read then.
 */
export function portalProfiles(): Promise<PortalProfile[]> {
  profiles ??= readProfiles().then(
    (read) => read.profiles,
    () => [],
  );
  return profiles;
}

/** They were changed: the next use reads them anew. */
export function forgetSettings(): void {
  current = undefined;
  profiles = undefined;
}

async function readSettings(): Promise<Settings> {
  const faults: Fault[] = [];
  const [{ files, lexicon }, prepared, preferences, own] = await Promise.all([
    readShippedPacks(),
    preparedPhrases(),
    preferencesInForce(faults),
    ownPacks(faults),
  ]);
  const rulebook = loadPacks([...files, ...own], lexicon);
  if (prepared) rulebook.prepared = prepared;
  faults.push(...packFaults(rulebook.faults));
  if (rulebook.criteria.size === 0) faults.push({ code: 'CG-203' });
  const off = new Set(preferences.packsOff);
  const packs = rulebook.packs.map(({ id }) => id).filter((id) => !off.has(id));
  return { rulebook, packs, preferences, faults: faults.slice(0, mostFaults) };
}

/** The phrases of the shipped packs as the build prepared them; without them they are read when needed. */
async function preparedPhrases(): Promise<Rulebook['prepared']> {
  try {
    return readPrepared(await readPreparedFile());
  } catch {
    return undefined;
  }
}

async function preferencesInForce(faults: Fault[]): Promise<Preferences> {
  try {
    const { preferences, broken } = await readPreferences();
    faults.push(...broken.map((what) => ({ code: 'CG-502', what }) as const));
    return preferences;
  } catch (error) {
    faults.push({ code: error instanceof NewerLibraryError ? 'CG-501' : 'CG-504' });
    return defaultPreferences;
  }
}

async function ownPacks(faults: Fault[]): Promise<{ file: string; content: unknown }[]> {
  try {
    const { packs, refused } = await readOwnPacks();
    faults.push(...packFaults(refused.flatMap((pack) => pack.faults)));
    return packs.map(({ id, pack }) => ({ file: id, content: pack }));
  } catch {
    // The library does not open: said once, by the preferences.
    return [];
  }
}

/** One for each file, with the place and reason of its first fault. */
function packFaults(faults: readonly PackFault[]): Fault[] {
  const files = new Map<string, Fault>();
  for (const { file, path, reason } of faults) {
    if (files.has(file)) continue;
    files.set(file, {
      code: 'CG-202',
      what: [file, path, worded(reason)].filter(Boolean).join(': '),
    });
  }
  return [...files.values()];
}
