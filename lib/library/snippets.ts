import {
  readSnippet,
  type Snippet,
  type SnippetFault,
  snippet as snippetSchema,
} from '../snippets/snippet.ts';
import {
  type LibraryDatabase,
  type LibraryKind,
  type LibraryRow,
  openLibrary,
  type SnippetRow,
} from './database.ts';
import { watchLibrary } from './watch.ts';

/** Id of the reader's own library. */
export const personalLibrary = 'personal';

/** A snippet with the library it stands in. */
export interface StoredSnippet {
  /** `library/id` */
  key: string;
  library: string;
  snippet: Snippet;
  /** For an own copy: the key of the original, and the original as it was last merged. */
  from: { key: string; snippet: Snippet } | null;
  /** A change waits to be sent to the team. */
  waiting: boolean;
}

/** Everything about snippets this browser keeps. */
export interface StoredLibraries {
  libraries: LibraryRow[];
  snippets: StoredSnippet[];
  /** Stored ones that do not pass the schema any more: kept, named, not used. */
  refused: { key: string; faults: SnippetFault[] }[];
  /** Keys of favourites. */
  favourites: string[];
  /** Keys of what was used lately, latest first. */
  recent: string[];
}

export const noLibraries: StoredLibraries = {
  libraries: [],
  snippets: [],
  refused: [],
  favourites: [],
  recent: [],
};

export async function readLibraries(): Promise<StoredLibraries> {
  return checked(await rowsOf(await openLibrary()));
}

/** Calls back with all libraries now and after every change, until the signal ends it. */
export function watchLibraries(
  signal: AbortSignal,
  onChange: (stored: StoredLibraries) => void,
  onError: (error: unknown) => void,
): void {
  watchLibrary(signal, rowsOf, { onChange: (rows) => onChange(checked(rows)), onError });
}

/** Removes a snippet; one the team has is kept as removed until the server knows. */
export async function removeSnippet(key: string): Promise<void> {
  const database = await openLibrary();
  await database.transaction('rw', database.snippets, async () => {
    const row = await database.snippets.get(key);
    if (row === undefined) return;
    if (row.rev === null) await database.snippets.delete(key);
    else await database.snippets.put({ ...row, deleted: 1, dirty: 1 });
  });
}

export async function addLibrary(row: LibraryRow): Promise<void> {
  const database = await openLibrary();
  await database.libraries.put(row);
}

/** Removes a library with its snippets; own copies made of them stay. */
export async function removeLibrary(id: string): Promise<void> {
  const database = await openLibrary();
  await database.transaction('rw', database.snippets, database.libraries, async () => {
    await database.snippets.where('library').equals(id).delete();
    await database.libraries.delete(id);
  });
}

export async function setFavourite(key: string, on: boolean, now: string): Promise<void> {
  const database = await openLibrary();
  if (on) await database.favourites.put({ key, added: now });
  else await database.favourites.delete(key);
}

/** How many snippets count as used lately. */
const recentKept = 20;

export async function noteUse(key: string, now: string): Promise<void> {
  const database = await openLibrary();
  await database.transaction('rw', database.recent, async () => {
    await database.recent.put({ key, used: now });
    const old = await database.recent.orderBy('used').reverse().offset(recentKept).primaryKeys();
    await database.recent.bulkDelete(old);
  });
}

export function keyOf(library: string, id: string): string {
  return `${library}/${id}`;
}

/** The row of a snippet that was changed here, after the one that stood there. */
export function rowOf(
  library: string,
  snippet: Snippet,
  kind: LibraryKind,
  before?: SnippetRow,
  from?: StoredSnippet['from'],
): SnippetRow {
  return {
    key: keyOf(library, snippet.id),
    library,
    id: snippet.id,
    snippet,
    rev: before?.rev ?? null,
    base: before?.base ?? null,
    dirty: kind === 'team' ? 1 : 0,
    deleted: 0,
    from: from ?? before?.from ?? null,
  };
}

export async function makePersonal(database: LibraryDatabase, now: string): Promise<void> {
  if ((await database.libraries.get(personalLibrary)) !== undefined) return;
  const times = { added: now, updated: now };
  await database.libraries.add({
    id: personalLibrary,
    name: personalLibrary,
    kind: 'personal',
    version: null,
    ...times,
  });
}

/** The kind of a library; null for one that is not kept here. */
export async function kindOf(database: LibraryDatabase, id: string): Promise<LibraryKind | null> {
  if (id === personalLibrary) return 'personal';
  return (await database.libraries.get(id))?.kind ?? null;
}

interface Rows {
  libraries: LibraryRow[];
  snippets: SnippetRow[];
  favourites: string[];
  recent: string[];
}

function rowsOf(database: LibraryDatabase): Promise<Rows> {
  const { libraries, snippets, favourites, recent } = database;
  return database.transaction('r', [libraries, snippets, favourites, recent], async () => ({
    libraries: await libraries.toArray(),
    snippets: await snippets.toArray(),
    favourites: await favourites.toCollection().primaryKeys(),
    recent: await recent.orderBy('used').reverse().primaryKeys(),
  }));
}

function checked({ libraries, snippets: rows, favourites, recent }: Rows): StoredLibraries {
  const snippets: StoredSnippet[] = [];
  const refused: StoredLibraries['refused'] = [];
  for (const row of rows) {
    if (row.deleted === 1) continue;
    const { snippet, faults } = readSnippet(row.snippet);
    if (snippet === null) refused.push({ key: row.key, faults });
    else snippets.push(stored(row, snippet));
  }
  return { libraries, snippets, refused, favourites, recent };
}

/** A row that passed the schema, as it is shown. */
export function stored(row: SnippetRow, snippet: Snippet): StoredSnippet {
  const { key, library, dirty } = row;
  const original = row.from === null ? undefined : snippetSchema.safeParse(row.from.snippet);
  const from =
    row.from !== null && original?.success ? { key: row.from.key, snippet: original.data } : null;
  return { key, library, snippet, from, waiting: dirty === 1 };
}
