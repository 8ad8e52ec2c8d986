import Dexie from 'dexie';
import { afterEach, expect, test } from 'vitest';
import {
  closeLibrary,
  libraryName,
  libraryVersion,
  openLibrary,
} from '../../lib/library/database.ts';
import { readPreferences, savePreference } from '../../lib/library/preferences.ts';
import { exportPreferences, importPreferences } from '../../lib/library/preferences-file.ts';
import { saveSnippet } from '../../lib/library/save-snippet.ts';
import { addLibrary, noteUse, setFavourite } from '../../lib/library/snippets.ts';
import { deleteLibrary, storageUse } from '../../lib/library/storage.ts';
import { now, sample } from '../snippets/sample.ts';

afterEach(async () => {
  await closeLibrary();
  await Dexie.delete(libraryName);
});

async function fillEveryTable(): Promise<void> {
  const library = await openLibrary();
  await savePreference('theme', 'dark');
  await addLibrary({ id: 't', name: 'T', kind: 'team', version: null, added: now, updated: now });
  await saveSnippet('t', sample('a'));
  await setFavourite('t/a', true, now);
  await noteUse('t/a', now);
  for (const table of library.tables) {
    if ((await table.count()) === 0)
      await table.put({ [String(table.schema.primKey.keyPath)]: 'x' });
    expect(await table.count(), table.name).toBe(1);
  }
}

test('what is kept is counted', async () => {
  await fillEveryTable();
  const { rows } = await storageUse();
  expect(rows.map(({ count }) => count)).toEqual(rows.map(() => 1));
  expect(rows.map(({ table }) => table)).toContain('snippets');
});

test('deleting everything leaves nothing, no table and no database', async () => {
  await fillEveryTable();
  await deleteLibrary();
  const left = await indexedDB.databases();
  expect(left).toEqual([]);
  const library = await openLibrary();
  for (const table of library.tables) expect(await table.count(), table.name).toBe(0);
});

test('another page that has it open sees it empty', async () => {
  await fillEveryTable();
  const other = new Dexie(libraryName);
  await other.open();
  other.on('versionchange', () => other.close());
  const seen = deleteLibrary();
  await seen;
  expect(await indexedDB.databases()).toEqual([]);
});

test('a database of a newer version is removed as well, when asked', async () => {
  const newer = new Dexie(libraryName);
  newer.version(libraryVersion + 1).stores({ preferences: 'key', outbox: 'id' });
  await newer.table('outbox').add({ id: 'waits' });
  newer.close();
  await deleteLibrary();
  expect(await indexedDB.databases()).toEqual([]);
});

test('preferences that are exported come back the same', async () => {
  await savePreference('theme', 'dark');
  await savePreference('packsOff', ['odg']);
  const text = await exportPreferences();
  const before = await readPreferences();
  await deleteLibrary();
  expect(await importPreferences(text)).toMatchObject({ faults: [] });
  expect(await readPreferences()).toEqual(before);
});

test('a wrong preference is named, the others are taken, another file is refused', async () => {
  await savePreference('textSize', 115);
  const preferences = { theme: 'dark', textSize: 7, colour: 'red' };
  const text = JSON.stringify({ caseglass: 'preferences', format: 1, preferences });
  expect(await importPreferences(text)).toMatchObject({
    taken: ['theme'],
    faults: [{ field: 'textSize' }, { field: 'colour' }],
  });
  expect((await readPreferences()).preferences).toMatchObject({ theme: 'dark', textSize: 115 });
  expect(await importPreferences('[')).toMatchObject({ reason: 'not-json', at: { line: 1 } });
  expect(await importPreferences('{}')).toEqual({ reason: 'not-preferences' });
  const newer = JSON.stringify({ caseglass: 'preferences', format: 2, preferences });
  expect(await importPreferences(newer)).toEqual({ reason: 'newer-format' });
});
