import fc from 'fast-check';
import { expect } from 'vitest';
import { openLibrary } from '../../lib/library/database.ts';
import { importProfile } from '../../lib/library/import-profile.ts';
import { importSnippets, subscribe } from '../../lib/library/import-snippets.ts';
import { importPack, readOwnPacks } from '../../lib/library/packs.ts';
import { readPreferences } from '../../lib/library/preferences.ts';
import { importPreferences } from '../../lib/library/preferences-file.ts';
import { readProfiles } from '../../lib/library/profiles.ts';
import { saveSnippet } from '../../lib/library/save-snippet.ts';
import type { ShippedPacks } from '../../lib/library/shipped-packs.ts';
import { readLibraries } from '../../lib/library/snippets.ts';
import { defaultPreferences } from '../../lib/preferences/preferences.ts';
import { now, sample } from '../snippets/sample.ts';
import { fuzz } from './fuzz.ts';
import { anyText, type Change, changed, changes } from './inputs.ts';

const shipped: ShippedPacks = {
  files: [],
  lexicon: { file: 'drugs.json', content: { version: 1, tables: [], drugs: [] } },
};
const files = {
  pack: {
    ...{ id: 'own', title: 'Own', version: '1', jurisdiction: 'any', licence: 'own words' },
    concepts: [{ id: 'sleep', name: 'Sleep', phrases: ['sleeps', 'sleep quality'] }],
  },
  snippets: {
    ...{ caseglass: 'snippets', format: 1, library: { id: 'lib', name: 'Library' } },
    snippets: [sample('a'), sample('b')],
  },
  profile: {
    ...{ id: 'claims-example', name: 'Claims', version: '1', pages: ['https://claims.example/*'] },
    places: {
      claimNumber: { by: 'label', label: 'Claim' },
      caseArea: { by: 'path', path: ['main'] },
    },
  },
  preferences: { caseglass: 'preferences', format: 1, preferences: defaultPreferences },
};

async function takeIn(as: string, text: string): Promise<object> {
  switch (as) {
    case 'pack':
      return importPack('own.json', text, now, shipped);
    case 'subscription':
      return subscribe(text, now);
    case 'snippets':
      return importSnippets(text, now);
    case 'profile':
      return importProfile(text);
    default:
      return importPreferences(text);
  }
}

const kinds = ['pack', 'snippets', 'subscription', 'profile', 'preferences'];

fuzz<{ of: string; as: string; list: Change[]; text: string | null }>({
  name: 'imports',
  inputs: fc.record({
    of: fc.constantFrom(...(Object.keys(files) as (keyof typeof files)[])),
    as: fc.constantFrom(...kinds),
    list: changes,
    text: fc.option(anyText, { nil: null, freq: 5 }),
  }),
  runs: 50,
  async holds({ of, as, list, text }) {
    const own = sample('mine');
    await saveSnippet('personal', own);
    const written = JSON.stringify(changed(files[of as keyof typeof files], list)) ?? '';
    expect(await takeIn(as, text ?? written)).toBeTypeOf('object');
    // Whatever it was, all that is kept can be read, and what was there before is.
    const { snippets, refused } = await readLibraries();
    expect(refused).toEqual([]);
    expect(snippets.find(({ key }) => key === 'personal/mine')?.snippet).toEqual(own);
    expect((await readOwnPacks()).refused).toEqual([]);
    expect((await readProfiles()).refused).toEqual([]);
    expect((await readPreferences()).broken).toEqual([]);
    const library = await openLibrary();
    await Promise.all(library.tables.map((table) => table.clear()));
  },
});
