import Dexie from 'dexie';
import { afterEach, expect, test } from 'vitest';
import { closeLibrary, libraryName, openLibrary } from '../../lib/library/database.ts';
import { importPack, readOwnPacks, removePack } from '../../lib/library/packs.ts';

const now = '2026-03-03T09:00:00.000Z';
const none: ReadonlySet<string> = new Set();

const pack = {
  id: 'team-pack',
  title: 'Team pack',
  version: '1',
  jurisdiction: 'California',
  licence: 'own words',
  criteria: [
    {
      id: 'muscle-relaxant/sleep',
      name: 'Sleep',
      question: 'Is sleep described?',
      messages: {},
    },
  ],
};

afterEach(async () => {
  await closeLibrary();
  await Dexie.delete(libraryName);
});

test('a valid pack is stored and read back', async () => {
  expect(await importPack(JSON.stringify(pack), now, none)).toEqual({
    added: { id: 'team-pack', added: now, pack },
  });
  expect((await readOwnPacks()).packs.map(({ pack: { title } }) => title)).toEqual(['Team pack']);
});

test('a pack with an error is refused with the place and the reason, and not stored', async () => {
  const broken = { ...pack, criteria: [{ ...pack.criteria[0], question: 'Sleep' }] };
  expect(await importPack(JSON.stringify(broken), now, none)).toEqual({
    problems: [{ place: 'criteria[0].question', reason: expect.stringContaining('?') }],
  });
  expect((await readOwnPacks()).packs).toEqual([]);
});

test('text that is not JSON is refused', async () => {
  expect(await importPack('{"id": ', now, none)).toEqual({
    problems: [{ place: '', reason: expect.any(String) }],
  });
});

test('a pack cannot take the id of a built-in one', async () => {
  const taken = await importPack(JSON.stringify(pack), now, new Set(['team-pack']));
  expect(taken).toEqual({
    problems: [{ place: 'id', reason: expect.stringContaining('built-in') }],
  });
});

test('a stored pack that no longer passes is named, and the others go on', async () => {
  await importPack(JSON.stringify(pack), now, none);
  await (await openLibrary()).packs.put({ id: 'old', pack: { id: 'old' }, added: now });
  const { packs, refused } = await readOwnPacks();
  expect(packs.map(({ id }) => id)).toEqual(['team-pack']);
  expect(refused.map(({ id }) => id)).toEqual(['old']);
  expect(refused[0]?.problems.map(({ place }) => place)).toContain('title');
});

test('a pack can be removed', async () => {
  await importPack(JSON.stringify(pack), now, none);
  await removePack('team-pack');
  expect((await readOwnPacks()).packs).toEqual([]);
});
