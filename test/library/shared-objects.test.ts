import Dexie from 'dexie';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { closeLibrary, libraryName, openLibrary } from '../../lib/library/database.ts';
import { importPack, readOwnPacks, removePack } from '../../lib/library/packs.ts';
import {
  readProfiles,
  removeProfile,
  saveProfile,
  shareProfile,
} from '../../lib/library/profiles.ts';
import type { ShippedPacks } from '../../lib/library/shipped-packs.ts';
import { newProfile } from '../../lib/portals/profile.ts';

const now = '2026-03-03T09:00:00.000Z';
const shipped: ShippedPacks = {
  files: [],
  lexicon: { file: 'drugs.json', content: { version: '1', classes: {}, drugs: [] } },
};
const pack = { id: 'south', title: 'South', version: '1', jurisdiction: 'any', licence: 'own' };
const profile = newProfile('claims.example', 'https://claims.example');

beforeEach(async () => {
  const { teams } = await openLibrary();
  await teams.put({
    ...{ library: 'team', address: 'https://couch.example/appeals', user: 'ann', canEdit: true },
    ...{ secret: null, checkpoint: null, syncedAt: null, problem: null, retryAt: null },
    failures: 0,
  });
});
afterEach(async () => {
  await closeLibrary();
  await Dexie.delete(libraryName);
});

const add = (content: object, library: 'personal' | 'team' = 'personal') =>
  importPack('south.json', JSON.stringify(content), now, shipped, library);

test('a pack handed to the team is the team’s, waits to be sent, and is used', async () => {
  await add(pack);
  await add(pack, 'team');
  expect((await readOwnPacks()).packs).toMatchObject([{ id: 'south', library: 'team' }]);
  const { shared, packs } = await openLibrary();
  expect(await packs.count()).toBe(0);
  expect(await shared.toArray()).toMatchObject([
    { key: 'team/pack:south', kind: 'pack', dirty: 1, rev: null },
  ]);
});

test('an own pack stands in the place of the team’s; removed, the team’s is there again', async () => {
  await add(pack, 'team');
  await add({ ...pack, title: 'Mine' });
  expect((await readOwnPacks()).packs).toMatchObject([{ library: 'personal' }]);
  await removePack('south');
  expect((await readOwnPacks()).packs).toMatchObject([
    { library: 'team', pack: { title: 'South' } },
  ]);
  await removePack('south');
  expect((await readOwnPacks()).packs).toEqual([]);
});

test('a pack the server has is kept as removed until it knows', async () => {
  await add(pack, 'team');
  const { shared } = await openLibrary();
  await shared.update('team/pack:south', { rev: '1-x', dirty: 0 });
  await removePack('south');
  expect((await readOwnPacks()).packs).toEqual([]);
  expect(await shared.toArray()).toMatchObject([{ deleted: 1, dirty: 1, rev: '1-x' }]);
});

test('without a team a pack that is to be handed on stays in this browser', async () => {
  const { teams, shared } = await openLibrary();
  await teams.clear();
  await add(pack, 'team');
  expect((await readOwnPacks()).packs).toMatchObject([{ library: 'team' }]);
  expect(await shared.count()).toBe(0);
});

test('a profile is shared; a change of it is an own copy until that is shared as well', async () => {
  await saveProfile(profile);
  expect(await shareProfile(profile.id, new Set())).toEqual([]);
  expect(await readProfiles()).toMatchObject({ team: [profile.id], profiles: [profile] });
  await saveProfile({ ...profile, name: 'Northgate' });
  expect(await readProfiles()).toMatchObject({ team: [], profiles: [{ name: 'Northgate' }] });
  await shareProfile(profile.id, new Set(['Northgate']));
  expect(await readProfiles()).toMatchObject({
    team: [profile.id],
    profiles: [{ name: 'Northgate' }],
  });
  await removeProfile(profile.id);
  expect(await readProfiles()).toMatchObject({ team: [], profiles: [] });
});

test('a profile that may name a person is not shared', async () => {
  const places = { claimNumber: { by: 'label' as const, label: 'Mr. John Miller' } };
  await saveProfile({ ...profile, places });
  expect(await shareProfile(profile.id, new Set())).toMatchObject([{ kind: 'name' }]);
  expect((await readProfiles()).team).toEqual([]);
});
