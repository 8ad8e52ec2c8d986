import { checkPackText, type PlacedFault } from '../guidelines/check-pack-text.ts';
import { readLexicon, readPack } from '../guidelines/load-packs.ts';
import type { Pack } from '../guidelines/pack.ts';
import type { PackFault } from '../guidelines/rulebook.ts';
import { say } from '../saying/said.ts';
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
export type PackImport = { added: OwnPack; faults: ImportFault[] } | { faults: ImportFault[] };

/** What is wrong with a pack; its line, where the file was read. */
export type ImportFault = PackFault & Partial<Pick<PlacedFault, 'line'>>;

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
  const others = shipped.files.flatMap((each) => readPack(each, []) ?? []);
  const drugs = readLexicon(shipped.lexicon, []);
  const { faults: found, usable } = checkPackText(file, text, others, drugs);
  const faults = found.map((fault) => ({ ...fault, file }));
  if (usable === null) return { faults: faults.filter(({ leftOut }) => leftOut === 'pack') };
  const { pack } = usable;
  const identifying = library === 'team' ? identifyingIn(file, pack) : [];
  if (identifying.length > 0) return { faults: identifying };
  const row: OwnPack = { id: pack.id, pack, added, library };
  const database = await openLibrary();
  if (library === 'team' && (await hasTeam(database))) {
    await share(database, 'pack', row.id, row.pack);
    await database.packs.delete(row.id);
  } else await database.packs.put(row);
  return { added: row, faults };
}

/** What in a pack may identify a person: it is not shared then. */
function identifyingIn(file: string, pack: Pack): PackFault[] {
  return identifiersIn(pack).map(({ field, text }) => ({
    code: 'pack-identifier',
    file,
    path: field,
    reason: say('reason_identifies', text),
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
