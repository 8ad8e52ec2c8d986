import Dexie from 'dexie';
import { afterEach, expect, test } from 'vitest';
import { closeLibrary, libraryName, openLibrary } from '../../lib/library/database.ts';
import { importPack, readOwnPacks, removePack } from '../../lib/library/packs.ts';
import type { ShippedPacks } from '../../lib/library/shipped-packs.ts';

const now = '2026-03-03T09:00:00.000Z';

const pack = {
  id: 'team-pack',
  title: 'Team pack',
  version: '1',
  jurisdiction: 'California',
  licence: 'own words',
  concepts: [{ id: 'sleep', name: 'Sleep', phrases: ['sleeps', 'sleep quality'] }],
  criteria: [
    {
      id: 'muscle-relaxant/sleep',
      name: 'Sleep',
      question: 'Is sleep described?',
      supports: [{ find: 'sleep' }],
      messages: {},
    },
  ],
};

const shipped: ShippedPacks = {
  files: [
    {
      file: 'treatments.json',
      content: {
        id: 'treatments',
        title: 'Treatments',
        version: '1',
        jurisdiction: 'any',
        licence: 'own words',
        treatments: [{ id: 'muscle-relaxant', name: 'Muscle relaxant', quantity: 'units' }],
      },
    },
  ],
  lexicon: { file: 'drugs.json', content: { version: '1', classes: {}, drugs: [] } },
};

const importText = (text: string) => importPack('team.json', text, now, shipped);

afterEach(async () => {
  await closeLibrary();
  await Dexie.delete(libraryName);
});

test('a valid pack is stored and read back', async () => {
  expect(await importText(JSON.stringify(pack))).toEqual({
    added: { id: 'team-pack', added: now, library: 'personal', pack },
    faults: [],
  });
  expect((await readOwnPacks()).packs.map(({ pack: { title } }) => title)).toEqual(['Team pack']);
});

test('a pack with an error is refused with the place and the reason, and not stored', async () => {
  const broken = { ...pack, criteria: [{ ...pack.criteria[0], question: 'Sleep' }] };
  const refused = await importText(JSON.stringify(broken));
  expect(refused).not.toHaveProperty('added');
  expect(refused.faults).toMatchObject([
    { code: 'pack-shape', path: 'criteria[0].question', leftOut: 'pack' },
  ]);
  expect((await readOwnPacks()).packs).toEqual([]);
});

test('an entry that names something unknown is reported, and the pack is stored', async () => {
  const criterion = { ...pack.criteria[0], supports: [{ find: 'somnolence' }] };
  const imported = await importText(JSON.stringify({ ...pack, criteria: [criterion] }));
  expect(imported).toHaveProperty('added');
  expect(imported.faults).toMatchObject([{ code: 'pack-unknown-reference', leftOut: 'entry' }]);
});

test('text that is not JSON is refused', async () => {
  expect(await importText('{"id": ')).toMatchObject({ faults: [{ code: 'pack-not-json' }] });
});

test('a pack cannot take the id of a shipped one', async () => {
  const taken = await importText(JSON.stringify({ ...pack, id: 'treatments' }));
  expect(taken).toMatchObject({ faults: [{ code: 'pack-duplicate', leftOut: 'pack' }] });
  expect((await readOwnPacks()).packs).toEqual([]);
});

test('a stored pack that no longer passes is named, and the others go on', async () => {
  await importText(JSON.stringify(pack));
  await (await openLibrary()).packs.put({
    id: 'old',
    pack: { id: 'old' },
    added: now,
    library: 'personal',
  });
  const { packs, refused } = await readOwnPacks();
  expect(packs.map(({ id }) => id)).toEqual(['team-pack']);
  expect(refused.map(({ id }) => id)).toEqual(['old']);
  expect(refused[0]?.faults.map(({ path }) => path)).toContain('title');
});

test('a pack can be removed', async () => {
  await importText(JSON.stringify(pack));
  await removePack('team-pack');
  expect((await readOwnPacks()).packs).toEqual([]);
});

test('a pack is the reader’s own, or the team’s', async () => {
  await importPack('team.json', JSON.stringify(pack), now, shipped, 'team');
  expect((await readOwnPacks()).packs.map(({ library }) => library)).toEqual(['team']);
});

test('packs of the first version of the library become personal ones', async () => {
  const first = new Dexie(libraryName);
  first.version(1).stores({ preferences: 'key', packs: 'id' });
  await first.table('packs').put({ id: 'team-pack', pack, added: now });
  first.close();
  expect((await readOwnPacks()).packs).toEqual([
    { id: 'team-pack', added: now, library: 'personal', pack },
  ]);
});

test('a pack that may identify a person is kept for oneself, and not shared', async () => {
  const named = { ...pack, title: 'Written for Maria Lopez' };
  const asTeam = await importPack('team.json', JSON.stringify(named), now, shipped, 'team');
  expect(asTeam).toMatchObject({ faults: [{ code: 'pack-identifier', path: 'title' }] });
  expect((await readOwnPacks()).packs).toEqual([]);
  expect(await importText(JSON.stringify(named))).toHaveProperty('added');
});
