import Dexie from 'dexie';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  closeLibrary,
  LibraryDatabase,
  libraryName,
  libraryVersion,
  NewerLibraryError,
  openLibrary,
} from '../../lib/library/database.ts';
import {
  readPreferences,
  resetPreferences,
  savePreference,
  watchPreferences,
} from '../../lib/library/preferences.ts';
import { defaultPreferences } from '../../lib/preferences/preferences.ts';

let ended: AbortController;

beforeEach(() => {
  ended = new AbortController();
});

afterEach(async () => {
  ended.abort();
  await closeLibrary();
  await Dexie.delete(libraryName);
});

test('defaults hold until something is stored', async () => {
  expect(await readPreferences()).toEqual({ preferences: defaultPreferences, broken: [] });
});

test('a saved preference is there in the next session', async () => {
  await savePreference('palette', 'violet-ochre');
  await closeLibrary();
  expect((await readPreferences()).preferences.palette).toBe('violet-ochre');
});

test('a value outside the schema is not stored', async () => {
  await expect(savePreference('textSize', 7 as never)).rejects.toThrow();
  expect(await (await openLibrary()).preferences.count()).toBe(0);
});

test('a broken stored value gives way to its default, is named, and can be reset', async () => {
  const library = await openLibrary();
  await library.preferences.put({ key: 'theme', value: 42 });
  expect(await readPreferences()).toEqual({ preferences: defaultPreferences, broken: ['theme'] });
  await resetPreferences(['theme']);
  expect((await readPreferences()).broken).toEqual([]);
});

test('a change is seen by whoever watches, until the signal ends', async () => {
  const seen: string[] = [];
  watchPreferences(
    ended.signal,
    ({ preferences }) => seen.push(preferences.theme),
    (error) => {
      throw error;
    },
  );
  await vi.waitFor(() => expect(seen).toEqual(['system']));
  await savePreference('theme', 'dark');
  await vi.waitFor(() => expect(seen).toEqual(['system', 'dark']));
  ended.abort();
  await savePreference('theme', 'light');
  await readPreferences();
  expect(seen).toEqual(['system', 'dark']);
});

test('a database from a newer version is refused and kept', async () => {
  const newer = new Dexie(libraryName);
  newer.version(libraryVersion + 1).stores({ preferences: 'key', packs: 'id', outbox: 'id' });
  await newer.table('outbox').add({ id: 's-1' });
  newer.close();

  await expect(readPreferences()).rejects.toThrow(NewerLibraryError);
  await newer.open();
  expect(await newer.table('outbox').count()).toBe(1);
  newer.close();
});

test('an older page lets go when a newer version opens the database', async () => {
  await openLibrary();
  const newer = new LibraryDatabase(libraryName);
  newer.version(libraryVersion + 1).stores({ preferences: 'key', packs: 'id', outbox: 'id' });
  await newer.open();
  newer.close();
  await expect(openLibrary()).rejects.toThrow(NewerLibraryError);
});
