import Dexie from 'dexie';
import { afterEach, expect, test } from 'vitest';
import {
  closeLibrary,
  LibraryDatabase,
  libraryName,
  libraryVersion,
  NewerLibraryError,
  openLibrary,
} from '../../lib/library/database.ts';
import { saveSnippet } from '../../lib/library/save-snippet.ts';
import { readLibraries } from '../../lib/library/snippets.ts';
import { sample } from '../snippets/sample.ts';

/** The database as each released version made it. */
const released: Record<number, (database: Dexie) => void> = {
  1: (database) => {
    database.version(1).stores({ preferences: 'key', packs: 'id' });
  },
  2: (database) => {
    released[1]?.(database);
    database.version(2);
  },
  3: (database) => {
    released[2]?.(database);
    database.version(3).stores({ profiles: 'id' });
  },
};

async function makeReleased(version: number): Promise<void> {
  const database = new Dexie(libraryName);
  released[version]?.(database);
  await database.open();
  await database.table('preferences').put({ key: 'theme', value: 'dark' });
  const library = version > 1 ? { library: 'team' } : {};
  await database.table('packs').put({ id: 'own', pack: { id: 'own' }, added: 'then', ...library });
  if (version > 2) await database.table('profiles').put({ id: 'p', profile: { id: 'p' } });
  database.close();
}

afterEach(async () => {
  await closeLibrary();
  await Dexie.delete(libraryName);
});

test.each([1, 2, 3])('what version %i kept is there after the update', async (version) => {
  await makeReleased(version);
  const library = await openLibrary();
  expect(library.verno).toBe(libraryVersion);
  expect(await library.preferences.toArray()).toEqual([{ key: 'theme', value: 'dark' }]);
  expect(await library.packs.toArray()).toEqual([
    { id: 'own', pack: { id: 'own' }, added: 'then', library: version > 1 ? 'team' : 'personal' },
  ]);
  expect(await library.profiles.count()).toBe(version > 2 ? 1 : 0);
  expect(await readLibraries()).toMatchObject({ libraries: [], snippets: [], refused: [] });
  expect(await saveSnippet('personal', sample('a'))).toHaveProperty('saved');
});

test.each([1, 2, 3])('two tabs that update version %i at once both open it', async (version) => {
  await makeReleased(version);
  const tabs = [new LibraryDatabase(libraryName), new LibraryDatabase(libraryName)];
  await Promise.all(tabs.map((tab) => tab.open()));
  for (const tab of tabs) {
    expect(tab.verno).toBe(libraryVersion);
    expect(await tab.preferences.count()).toBe(1);
    expect(await tab.packs.count()).toBe(1);
    tab.close();
  }
});

test('a tab of the version before lets go, and finds the newer one afterwards', async () => {
  await makeReleased(3);
  const old = new Dexie(libraryName);
  released[3]?.(old);
  await old.open();
  old.on('versionchange', () => old.close());
  const library = await openLibrary();
  expect(old.isOpen()).toBe(false);
  expect(await library.preferences.count()).toBe(1);
});

test('a newer database is refused in words of its own, and kept', async () => {
  const newer = new Dexie(libraryName);
  newer.version(libraryVersion + 1).stores({ preferences: 'key', snippets: 'key', outbox: 'id' });
  await newer.table('outbox').add({ id: 'waits' });
  newer.close();
  await expect(readLibraries()).rejects.toThrow(NewerLibraryError);
  await expect(saveSnippet('personal', sample('a'))).rejects.toThrow(NewerLibraryError);
  await newer.open();
  expect(await newer.table('outbox').toArray()).toEqual([{ id: 'waits' }]);
  newer.close();
});
