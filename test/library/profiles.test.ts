import Dexie from 'dexie';
import { afterEach, expect, test } from 'vitest';
import { closeLibrary, libraryName, openLibrary } from '../../lib/library/database.ts';
import { importProfile } from '../../lib/library/import-profile.ts';
import { readProfiles, removeProfile, saveProfile } from '../../lib/library/profiles.ts';
import { newProfile } from '../../lib/portals/profile.ts';

const profile = {
  ...newProfile('claims.example', 'https://claims.example'),
  places: { claimNumber: { by: 'label' as const, label: 'Claim' } },
};

afterEach(async () => {
  await closeLibrary();
  await Dexie.delete(libraryName);
});

test('a profile is kept, replaced and removed', async () => {
  await saveProfile(profile);
  await saveProfile({ ...profile, name: 'Northgate' });
  expect(await readProfiles()).toEqual({
    profiles: [{ ...profile, name: 'Northgate' }],
    team: [],
    refused: [],
  });
  await removeProfile(profile.id);
  expect((await readProfiles()).profiles).toEqual([]);
});

test('one that is exported comes back the same', async () => {
  expect(await importProfile(JSON.stringify(profile))).toEqual({ added: profile });
  expect((await readProfiles()).profiles).toEqual([profile]);
});

test('a wrong file is refused with the field and the reason, and nothing is kept', async () => {
  expect(await importProfile('{"id": ')).toMatchObject({ faults: [{ path: '' }] });
  const wrong = JSON.stringify({ ...profile, pages: ['https://*/*'] });
  expect(await importProfile(wrong)).toMatchObject({ faults: [{ path: 'pages.0' }] });
  expect((await readProfiles()).profiles).toEqual([]);
});

test('a stored one that no longer passes is named, and the others are used', async () => {
  await saveProfile(profile);
  const library = await openLibrary();
  await library.profiles.put({ id: 'old', profile: { id: 'old' } });
  expect(await readProfiles()).toEqual({ profiles: [profile], team: [], refused: ['old'] });
});
