import { loadPacks, readPack } from '../guidelines/load-packs.ts';
import type { Pack } from '../guidelines/pack.ts';
import type { PackFault } from '../guidelines/rulebook.ts';
import {
  type LibraryDatabase,
  type OwnPackRow,
  openLibrary,
  type PackLibrary,
} from './database.ts';
import { hasTeam, share, sharedObjects, withdraw } from './shared-objects.ts';
import { identifiersIn } from './shared-text.ts';
import type { ShippedPacks } from './shipped-packs.ts';
import { watchLibrary } from './watch.ts';

/** A pack the user brought. */
export interface OwnPack {
  id: string;
  /** ISO date and time; empty for one that came from the team. */
  added: string;
  library: PackLibrary;
  pack: Pack;
}

/** A stored pack that no longer passes the schema: kept, shown, not used. */
export interface RefusedPack {
  id: string;
  faults: PackFault[];
}

export interface OwnPacks {
  packs: OwnPack[];
  refused: RefusedPack[];
}

/** A pack that was added, perhaps without some entries, or why it was not. */
export type PackImport = { added: OwnPack; faults: PackFault[] } | { faults: PackFault[] };

/**
 * Checks a pack together with the shipped ones, as the review will, and stores it. One whose
 * shape is wrong, or that takes a shipped pack's id, is refused; an own pack of the same id is
 * replaced.
 */
export async function importPack(
  file: string,
  text: string,
  added: string,
  shipped: ShippedPacks,
  library: PackLibrary = 'personal',
): Promise<PackImport> {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'This is not JSON.';
    return { faults: [{ code: 'pack-not-json', file, path: '', reason, leftOut: 'pack' }] };
  }
  const shape: PackFault[] = [];
  const own = readPack({ file, content }, shape);
  if (own === undefined) return { faults: shape };
  const rulebook = loadPacks([...shipped.files, { file, content }], shipped.lexicon);
  const faults = rulebook.faults.filter((fault) => fault.file === file);
  const refusals = faults.filter(({ leftOut }) => leftOut === 'pack');
  if (refusals.length > 0) return { faults: refusals };
  const identifying = library === 'team' ? identifyingIn(file, own.pack) : [];
  if (identifying.length > 0) return { faults: identifying };
  const row: OwnPack = { id: own.pack.id, pack: own.pack, added, library };
  const database = await openLibrary();
  if (library === 'team' && (await hasTeam(database))) {
    await share(database, 'pack', row.id, row.pack);
    await database.packs.delete(row.id);
  } else await database.packs.put(row);
  return { added: row, faults };
}

/** What in a pack may identify a person: it is not shared then. */
function identifyingIn(file: string, pack: Pack): PackFault[] {
  return identifiersIn(pack).map(({ field, text, kind }) => ({
    code: 'pack-identifier',
    file,
    path: field,
    reason: `"${text}" may identify a person (${kind}).`,
    leftOut: 'pack',
  }));
}

/** Removes the own pack of an id, or else the team's. */
export async function removePack(id: string): Promise<void> {
  const library = await openLibrary();
  if ((await library.packs.get(id)) !== undefined) await library.packs.delete(id);
  else await withdraw(library, 'pack', id);
}

/** The user's own packs and the team's, checked on the way out. */
export async function readOwnPacks(): Promise<OwnPacks> {
  return checked(await rowsOf(await openLibrary()));
}

/** An own pack stands in the place of the team's of the same id. */
async function rowsOf(library: LibraryDatabase): Promise<OwnPackRow[]> {
  const own = await library.packs.toArray();
  const ids = new Set(own.map(({ id }) => id));
  const team = (await sharedObjects(library, 'pack')).filter(({ id }) => !ids.has(id));
  const rows = team.map(({ id, body }) => ({
    id,
    pack: body,
    added: '',
    library: 'team' as const,
  }));
  return [...own, ...rows];
}

/** Calls back with the user's own packs now and after every change, until the signal ends it. */
export function watchOwnPacks(
  signal: AbortSignal,
  onChange: (own: OwnPacks) => void,
  onError: (error: unknown) => void,
): void {
  watchLibrary(signal, rowsOf, {
    onChange: (rows) => onChange(checked(rows)),
    onError,
  });
}

function checked(rows: readonly OwnPackRow[]): OwnPacks {
  const packs: OwnPack[] = [];
  const refused: RefusedPack[] = [];
  for (const row of rows) {
    const faults: PackFault[] = [];
    const read = readPack({ file: row.id, content: row.pack }, faults);
    if (read === undefined) refused.push({ id: row.id, faults });
    else packs.push({ id: row.id, added: row.added, library: row.library, pack: read.pack });
  }
  return { packs, refused };
}
