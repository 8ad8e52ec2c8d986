import type { Snippet } from '../snippets/snippet.ts';
import { type LibraryRow, openLibrary } from './database.ts';
import { type Duplicate, sortIncoming } from './duplicates.ts';
import { type IdentifierInField, identifiersIn } from './shared-text.ts';
import { type FileReading, type FileRow, type RowFault, readSnippetFile } from './snippet-file.ts';
import { keyOf, kindOf, makePersonal, personalLibrary, rowOf } from './snippets.ts';

/** A row that was held back, since it may identify a person. */
export interface HeldRow {
  row: number;
  title: string;
  identifiers: IdentifierInField[];
}

/** What became of a file: counts, what is offered for a decision, and what was left out. */
export type SnippetImport =
  | {
      library: string;
      name: string;
      added: number;
      same: number;
      /** Gone from a subscribed library, since its newer file has them no more. */
      removed: number;
      duplicates: Duplicate[];
      faults: RowFault[];
      held: HeldRow[];
    }
  | Extract<FileReading, { reason: string }>
  | { reason: 'no-library' | 'read-only' };

/** Takes the snippets of a file into the personal or a team library; duplicates are offered. */
export async function importSnippets(
  text: string,
  now: string,
  library: string = personalLibrary,
): Promise<SnippetImport> {
  const file = readSnippetFile(text);
  if ('reason' in file) return file;
  const database = await openLibrary();
  const kind = await kindOf(database, library);
  if (kind === null || kind === 'subscribed') return { reason: 'read-only' };
  const { rows, held } = kind === 'team' ? holdBack(file.rows) : { rows: file.rows, held: [] };
  const { snippets, libraries } = database;
  return database.transaction('rw', snippets, libraries, async () => {
    if (library === personalLibrary) await makePersonal(database, now);
    const there = await snippets.where('library').equals(library).toArray();
    const kept = there.filter(({ deleted }) => deleted === 0);
    // Checked on their way in, and again by whoever reads them out.
    const known = kept.map(({ snippet }) => snippet as Snippet);
    const incoming = rows.map(({ snippet }) => snippet);
    const { added, same, duplicates } = sortIncoming(known, incoming);
    const before = new Map(there.map((row) => [row.id, row]));
    await snippets.bulkPut(added.map((each) => rowOf(library, each, kind, before.get(each.id))));
    const counts = { added: added.length, same: same.length, removed: 0 };
    const name = (await libraries.get(library))?.name ?? library;
    return { library, name, ...counts, duplicates, faults: file.faults, held };
  });
}

/**
 * Subscribes to the library of a file, or brings a subscribed one up to date: afterwards it holds
 * what the file holds, and nothing else.
 */
export async function subscribe(text: string, now: string): Promise<SnippetImport> {
  const file = readSnippetFile(text);
  if ('reason' in file) return file;
  if (file.library === null) return { reason: 'no-library' };
  const { id, name, version } = file.library;
  const database = await openLibrary();
  const before = await kindOf(database, id);
  if (before === 'personal' || before === 'team') return { reason: 'read-only' };
  const { snippets, libraries } = database;
  return database.transaction('rw', snippets, libraries, async () => {
    const known = await libraries.get(id);
    const row: LibraryRow = {
      id,
      name,
      kind: 'subscribed',
      version,
      added: known?.added ?? now,
      updated: now,
    };
    await libraries.put(row);
    const there = new Set(await snippets.where('library').equals(id).primaryKeys());
    const wanted = file.rows.map(({ snippet }) => snippet);
    // A row with a fault keeps the wording it had.
    const faulty = file.faults.length > 0;
    const keys = new Set(wanted.map((each) => keyOf(id, each.id)));
    const gone = faulty ? [] : [...there].filter((key) => !keys.has(key));
    await snippets.bulkDelete(gone);
    await snippets.bulkPut(wanted.map((each) => rowOf(id, each, 'subscribed')));
    const added = wanted.filter((each) => !there.has(keyOf(id, each.id))).length;
    const counts = { added, same: wanted.length - added, removed: gone.length };
    return { library: id, name, ...counts, duplicates: [], faults: file.faults, held: [] };
  });
}

function holdBack(rows: readonly FileRow[]): { rows: FileRow[]; held: HeldRow[] } {
  const held: HeldRow[] = [];
  const clean = rows.filter(({ row, snippet }) => {
    const identifiers = identifiersIn(snippet);
    if (identifiers.length > 0) held.push({ row, title: snippet.title, identifiers });
    return identifiers.length === 0;
  });
  return { rows: clean, held };
}
