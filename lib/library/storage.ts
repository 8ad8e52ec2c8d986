import Dexie from 'dexie';
import { closeLibrary, libraryName, NewerLibraryError, openLibrary } from './database.ts';

/** What this browser keeps for the reader. */
export interface StorageUse {
  /** Rows by table. */
  rows: { table: string; count: number }[];
  /** Bytes the browser counts for the extension; null where it does not say. */
  bytes: number | null;
}

export async function storageUse(): Promise<StorageUse> {
  const { tables } = await openLibrary();
  const [rows, estimate] = await Promise.all([
    Promise.all(tables.map(async (each) => ({ table: each.name, count: await each.count() }))),
    globalThis.navigator?.storage?.estimate?.().catch(() => undefined),
  ]);
  return { rows, bytes: estimate?.usage ?? null };
}

/**
 * Empties every table, so that each open page sees it at once, then removes the database. One of a
 * newer version cannot be opened and is removed as it is.
 */
export async function deleteLibrary(): Promise<void> {
  try {
    const library = await openLibrary();
    await library.transaction('rw', library.tables, () =>
      Promise.all(library.tables.map((table) => table.clear())),
    );
  } catch (error) {
    if (!(error instanceof NewerLibraryError)) throw error;
  }
  await closeLibrary();
  await Dexie.delete(libraryName);
}
