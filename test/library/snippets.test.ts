import Dexie from 'dexie';
import { afterEach, expect, test } from 'vitest';
import type { CaseDocument } from '../../lib/case/document.ts';
import { closeLibrary, libraryName, openLibrary } from '../../lib/library/database.ts';
import { settleDuplicate } from '../../lib/library/duplicates.ts';
import { importSnippets, subscribe } from '../../lib/library/import-snippets.ts';
import { copySnippet, saveSnippet } from '../../lib/library/save-snippet.ts';
import { writeSnippetFile } from '../../lib/library/snippet-file.ts';
import { declineUpdate, takeUpdate, updatesOffered } from '../../lib/library/snippet-updates.ts';
import {
  addLibrary,
  noteUse,
  readLibraries,
  removeLibrary,
  removeSnippet,
  setFavourite,
} from '../../lib/library/snippets.ts';
import type { Evidence } from '../../lib/review/review.ts';
import { say } from '../../lib/saying/said.ts';
import type { FilledSnippet } from '../../lib/snippets/fill.ts';
import type { Snippet } from '../../lib/snippets/snippet.ts';
import { now, sample } from '../snippets/sample.ts';

const later = '2026-03-05T09:00:00.000Z';

afterEach(async () => {
  await closeLibrary();
  await Dexie.delete(libraryName);
});

const addTeam = () =>
  addLibrary({
    id: 'team-south',
    name: 'South team',
    kind: 'team',
    version: null,
    added: now,
    updated: now,
  });

const file = (snippets: Snippet[], version = '1') =>
  writeSnippetFile({ id: 'southern', name: 'Southern library', version }, snippets);

test('a snippet is kept, changed and removed', async () => {
  expect(await saveSnippet('personal', sample('a'))).toHaveProperty('saved');
  await saveSnippet('personal', { ...sample('a'), title: 'Other' });
  const { snippets, libraries } = await readLibraries();
  expect(snippets.map(({ key, snippet }) => [key, snippet.title])).toEqual([
    ['personal/a', 'Other'],
  ]);
  expect(libraries).toMatchObject([{ id: 'personal', kind: 'personal' }]);
  await removeSnippet('personal/a');
  expect((await readLibraries()).snippets).toEqual([]);
});

test('one that does not pass is refused with the field and nothing is kept', async () => {
  expect(await saveSnippet('personal', { ...sample('a'), title: '' })).toEqual({
    faults: [{ field: 'title', reason: say('reason_empty') }],
  });
  expect((await readLibraries()).snippets).toEqual([]);
});

test('favourites and what was used lately are remembered, latest first', async () => {
  await setFavourite('starter/a', true, now);
  await setFavourite('starter/b', true, now);
  await setFavourite('starter/a', false, now);
  for (let index = 10; index < 40; index += 1)
    await noteUse(`s/${index}`, `2026-03-03T09:${index}`);
  const { favourites, recent } = await readLibraries();
  expect(favourites).toEqual(['starter/b']);
  expect(recent).toHaveLength(20);
  expect(recent[0]).toBe('s/39');
});

test('a subscribed library is read-only and becomes what its newer file holds', async () => {
  expect(await subscribe(file([sample('a'), sample('b')]), now)).toMatchObject({ added: 2 });
  expect(await saveSnippet('southern', sample('c'))).toEqual({ readOnly: true });
  const changed = sample('a', { title: 'Changed' });
  expect(await subscribe(file([changed, sample('c')], '2'), later)).toMatchObject({
    added: 1,
    same: 1,
    removed: 1,
  });
  const { libraries, snippets } = await readLibraries();
  expect(libraries).toMatchObject([{ id: 'southern', version: '2', added: now, updated: later }]);
  expect(snippets.map(({ snippet }) => snippet.title)).toEqual(['Changed', sample('c').title]);
  await removeLibrary('southern');
  expect(await readLibraries()).toMatchObject({ libraries: [], snippets: [] });
});

test('a newer file with a wrong row removes nothing', async () => {
  await subscribe(file([sample('a'), sample('b')]), now);
  const wrong = file([sample('a'), { ...sample('b'), title: '' }]);
  expect(await subscribe(wrong, later)).toMatchObject({ removed: 0, faults: [{ row: 2 }] });
  expect((await readLibraries()).snippets).toHaveLength(2);
});

test('an own copy is offered the update of its original, merged in three ways', async () => {
  const text = 'Only short courses are supported. Two weeks is the figure usually cited.';
  await subscribe(file([sample('a', { text })]), now);
  const [original] = (await readLibraries()).snippets;
  if (original === undefined) throw new Error('no original');
  await copySnippet(original, 'mine', 'R. Reader', now);
  const originals = async () =>
    new Map((await readLibraries()).snippets.map(({ key, snippet }) => [key, snippet]));
  const offers = async () => updatesOffered((await readLibraries()).snippets, await originals());
  expect(await offers()).toEqual([]);

  const mine = sample('mine', { text: text.replace('Two weeks', 'Two to three weeks') });
  await saveSnippet('personal', { ...mine, version: 2 });
  await subscribe(
    file([sample('a', { text: text.replace('supported', 'recommended') })], '2'),
    later,
  );
  const [offer] = await offers();
  expect(offer?.merge).toMatchObject({
    conflicts: [],
    merged: {
      text: 'Only short courses are recommended. Two to three weeks is the figure usually cited.',
    },
  });
  if (offer === undefined) throw new Error('no offer');
  await takeUpdate(offer, new Set(), {
    ...{ author: 'R. Reader', now: later, changeNote: 'Version 2 taken in' },
  });
  expect(await offers()).toEqual([]);
  const taken = (await readLibraries()).snippets.find(({ key }) => key === 'personal/mine');
  expect(taken?.snippet).toMatchObject({ version: 3, history: [{ text: mine.text }] });

  await subscribe(file([sample('a', { title: 'Third' })], '3'), later);
  const [third] = await offers();
  if (third === undefined) throw new Error('no third offer');
  await declineUpdate(third);
  expect(await offers()).toEqual([]);
});

test('a file is taken in: new ones added, same ones passed over, others offered', async () => {
  await saveSnippet('personal', sample('a', { text: 'One text.' }));
  await saveSnippet('personal', sample('b', { text: 'Another text.' }));
  const result = await importSnippets(
    JSON.stringify([
      sample('a', { text: 'One text.' }),
      sample('b', { text: 'Another wording.' }),
      sample('c', { text: 'one  text' }),
      sample('d', { text: 'New.' }),
    ]),
    later,
  );
  expect(result).toMatchObject({
    added: 1,
    same: 1,
    duplicates: [
      { why: 'same-id', theirs: { id: 'b' } },
      { why: 'same-text', mine: { id: 'a' }, theirs: { id: 'c' } },
    ],
  });
  if (!('duplicates' in result)) throw new Error('no duplicates');
  const [first, second] = result.duplicates;
  if (first === undefined || second === undefined) throw new Error('no duplicates');
  const by = { id: 'new', author: 'R. Reader', changed: later };
  expect(settleDuplicate(first, 'mine', by)).toBe(null);
  expect(settleDuplicate(first, 'both', by)).toMatchObject({ id: 'new', text: 'Another wording.' });
  const theirs = settleDuplicate(first, 'theirs', by);
  expect(theirs).toMatchObject({ id: 'b', version: 2, text: 'Another wording.' });
  expect(theirs?.history.map(({ text }) => text)).toContain('Another text.');
  const united = settleDuplicate(
    { ...second, theirs: { ...second.theirs, tags: ['theirs'] } },
    'unite',
    by,
  );
  expect(united?.tags).toEqual(['MTUS 2009', 'theirs']);
});

test('a file with faults names row, field and reason, and the others come in', async () => {
  const rows = [sample('a'), { ...sample('b'), status: 'final' }, 7, sample('a')];
  const result = await importSnippets(JSON.stringify(rows), now);
  expect(result).toMatchObject({
    added: 1,
    faults: [
      { row: 2, field: 'status', title: sample('b').title },
      { row: 3, field: '' },
      { row: 4, field: 'id', reason: say('reason_same_id', 1) },
    ],
  });
  expect(await importSnippets('[{\n"id" 1}]', now)).toEqual({
    reason: 'not-json',
    at: { line: 2, reason: say('reason_json_colon') },
  });
  expect(await importSnippets('{"a": 1}', now)).toEqual({ reason: 'not-snippets' });
  const newer = '{"caseglass": "snippets", "format": 9, "snippets": []}';
  expect(await importSnippets(newer, now)).toEqual({ reason: 'newer-format' });
});

test('what was exported comes back the same', async () => {
  await importSnippets(file([sample('a'), sample('b')]), now);
  const kept = (await readLibraries()).snippets.map(({ snippet }) => snippet);
  await removeLibrary('personal');
  await importSnippets(file(kept), later);
  expect((await readLibraries()).snippets.map(({ snippet }) => snippet)).toEqual(kept);
});

test('10,000 snippets are imported in moments', async () => {
  const many = Array.from({ length: 10_000 }, (_, index) =>
    sample(`s-${index}`, { title: `Course ${index}`, text: `Text number ${index} on courses.` }),
  );
  const text = file(many);
  const began = performance.now();
  expect(await importSnippets(text, now)).toMatchObject({ added: 10_000, faults: [] });
  const took = performance.now() - began;
  process.stdout.write(`10,000 snippets imported in ${Math.round(took)} ms\n`);
  expect(took).toBeLessThan(20_000);
});

test('nothing that may identify a person is saved to a team library', async () => {
  await addTeam();
  const named = sample('a', { text: 'Maria Lopez, DOB 3/4/1961, had nine visits.' });
  expect(await saveSnippet('team-south', named)).toMatchObject({
    identifiers: [
      { kind: 'name', text: 'Maria Lopez', field: 'text' },
      { kind: 'birth-date', text: '3/4/1961', field: 'text' },
    ],
  });
  expect((await readLibraries()).snippets).toEqual([]);
  const noted = { ...sample('b'), changeNote: 'asked for by claim WC2015-004417' };
  expect(await saveSnippet('team-south', noted)).toMatchObject({
    identifiers: [{ kind: 'record-number', field: 'changeNote' }],
  });
  const rows = [named, sample('c')];
  expect(await importSnippets(JSON.stringify(rows), now, 'team-south')).toMatchObject({
    added: 1,
    held: [{ row: 1 }],
  });
  expect(await saveSnippet('personal', named)).toHaveProperty('saved');
});

test('a name the writer vouches for is no one’s; a number cannot be vouched for', async () => {
  await addTeam();
  const eponym = sample('a', { text: 'The Kowalczyk Okonkwo sign and 123-45-6789.' });
  const vouched = new Set(['Kowalczyk Okonkwo', '123-45-6789']);
  expect(await saveSnippet('team-south', eponym, { vouched })).toMatchObject({
    identifiers: [{ kind: 'social-security' }],
  });
});

test('a team row waits to be sent, and a removed one is kept until the server knows', async () => {
  await addTeam();
  await saveSnippet('team-south', sample('a'));
  const library = await openLibrary();
  expect(await library.snippets.get('team-south/a')).toMatchObject({
    rev: null,
    dirty: 1,
    deleted: 0,
  });
  await library.snippets.update('team-south/a', { rev: '1-abc', dirty: 0 });
  await saveSnippet('team-south', { ...sample('a'), title: 'Changed' });
  expect(await library.snippets.get('team-south/a')).toMatchObject({ rev: '1-abc', dirty: 1 });
  await removeSnippet('team-south/a');
  expect(await library.snippets.get('team-south/a')).toMatchObject({
    rev: '1-abc',
    deleted: 1,
    dirty: 1,
  });
  expect((await readLibraries()).snippets).toEqual([]);
});

test('a stored one that no longer passes is named, and the others go on', async () => {
  await saveSnippet('personal', sample('a'));
  const library = await openLibrary();
  const row = await library.snippets.get('personal/a');
  if (row === undefined) throw new Error('no row');
  await library.snippets.put({ ...row, key: 'personal/old', id: 'old', snippet: { id: 'old' } });
  const { snippets, refused } = await readLibraries();
  expect(snippets.map(({ key }) => key)).toEqual(['personal/a']);
  expect(refused.map(({ key }) => key)).toEqual(['personal/old']);
});

test('case text, evidence and filled drafts are no snippets, by type and when tried', async () => {
  const document: CaseDocument = { id: 'd1', name: 'n', text: 'pain' } as CaseDocument;
  const evidence: Evidence = { document: 'd1', start: 0, end: 4, quote: 'pain', role: 'supports' };
  const filled: FilledSnippet = { parts: [{ kind: 'words', text: 'pain' }] };
  // @ts-expect-error a document of a case is no snippet
  expect(await saveSnippet('personal', document)).toHaveProperty('faults');
  // @ts-expect-error evidence is no snippet
  expect(await saveSnippet('personal', evidence)).toHaveProperty('faults');
  // @ts-expect-error what a case filled is no snippet
  expect(await saveSnippet('personal', filled)).toHaveProperty('faults');
  // @ts-expect-error what a case filled is no text of a snippet
  expect(await saveSnippet('personal', { ...sample('a'), text: filled })).toHaveProperty('faults');
  const smuggled = { ...sample('a'), evidence };
  expect(await saveSnippet('personal', smuggled)).toHaveProperty('faults');
  expect((await readLibraries()).snippets).toEqual([]);
});
