import Dexie from 'dexie';
import { forceCloseDatabase } from 'fake-indexeddb';
import { afterEach, expect, test, vi } from 'vitest';
import {
  BusyLibraryError,
  closeLibrary,
  isLibraryError,
  libraryName,
  openLibrary,
} from '../../lib/library/database.ts';
import { readPreferences, savePreference } from '../../lib/library/preferences.ts';
import { watchLibrary } from '../../lib/library/watch.ts';

afterEach(async () => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  await closeLibrary();
  await Dexie.delete(libraryName);
});

const theme = async () => (await readPreferences()).preferences.theme;

test('a database the browser cannot open is a fault each time, until it can', async () => {
  const broken = new DOMException('Internal error opening backing store.', 'UnknownError');
  vi.spyOn(indexedDB, 'databases').mockRejectedValue(broken);
  await expect(readPreferences()).rejects.toBe(broken);
  await expect(savePreference('theme', 'dark')).rejects.toBe(broken);
  vi.restoreAllMocks();
  await savePreference('theme', 'dark');
  expect(await theme()).toBe('dark');
});

test('one that never opens is not waited for, and is tried again', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.spyOn(indexedDB, 'databases').mockReturnValue(new Promise(() => undefined));
  const failure = openLibrary().catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(await failure).toBeInstanceOf(BusyLibraryError);
  expect(isLibraryError(await failure)).toBe(true);
  vi.restoreAllMocks();
  vi.useRealTimers();
  expect(await theme()).toBe('system');
});

test('one the browser closes underneath is opened again with what it held', async () => {
  await savePreference('theme', 'dark');
  const library = await openLibrary();
  forceCloseDatabase(library.backendDB() as never);
  expect(await theme()).toBe('dark');
  await savePreference('theme', 'light');
  expect(await theme()).toBe('light');
});

test('one that is deleted underneath is made anew; who watches it goes on', async () => {
  await savePreference('theme', 'dark');
  const ended = new AbortController();
  const seen: unknown[] = [];
  const failed: unknown[] = [];
  watchLibrary(ended.signal, ({ preferences }) => preferences.toArray(), {
    onChange: (rows) => seen.push(rows.map(({ value }) => value)),
    onError: (error) => failed.push(error),
  });
  await expect.poll(() => seen.at(-1)).toEqual(['dark']);
  await new Promise<void>((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase(libraryName);
    deleting.onsuccess = () => resolve();
    deleting.onerror = () => reject(deleting.error);
  });
  expect(await theme()).toBe('system');
  await savePreference('theme', 'light');
  await expect.poll(() => seen.at(-1)).toEqual(['light']);
  expect(failed).toEqual([]);
  ended.abort();
});

test('a full disk is a fault of the change alone: what was saved before holds', async () => {
  await savePreference('theme', 'dark');
  const library = await openLibrary();
  const put = vi
    .spyOn(library.preferences, 'put')
    .mockRejectedValue(new Dexie.QuotaExceededError('The disk is full.'));
  const failure = await savePreference('theme', 'light').catch((error: unknown) => error);
  expect(isLibraryError(failure)).toBe(true);
  put.mockRestore();
  expect(await theme()).toBe('dark');
});
