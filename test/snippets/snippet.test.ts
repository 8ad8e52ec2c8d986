import { expect, test } from 'vitest';
import { inEnglish } from '../../lib/cli/english.ts';
import { nextVersion, readSnippet } from '../../lib/snippets/snippet.ts';
import { content, now, sample } from './sample.ts';

const faultsOf = (more: object) => readSnippet({ ...sample('a'), ...more }).faults;

test('a snippet that is right is read', () => {
  expect(readSnippet(sample('relaxant-1')).faults).toEqual([]);
});

test.each([
  ['text', { text: 'For {{medicine}}.' }, '“medicine” is no slot'],
  ['text', { text: 'For {{drug.' }, 'never closed'],
  ['text', { text: 'For drug}}.' }, 'never opened'],
  ['text', { text: '{{drug:bold}}' }, '“bold” is no format'],
  ['text', { text: ' ' }, 'This may not be empty'],
  ['title', { title: '' }, 'This may not be empty'],
  ['criteria.0', { criteria: ['duration'] }, 'treatment/criterion'],
  [
    'inForce.to',
    { inForce: { by: 'request', from: '2016-01-01', to: '2009-01-01' } },
    'It ends before it begins',
  ],
  ['inForce', { inForce: undefined }, 'was in force'],
  ['sources', { sources: [] }, 'names its source'],
])('%s that is wrong is named with the reason', (field, more, reason) => {
  const faults = faultsOf(more);
  expect(faults.map((fault) => fault.field)).toContain(field);
  expect(faults.map(({ reason: why }) => inEnglish(why)).join()).toContain(reason);
});

test('words of a case have no field to stand in', () => {
  const evidence = { document: 'd1', start: 0, end: 4, quote: 'pain', role: 'supports' };
  for (const more of [{ evidence: [evidence] }, { quote: 'pain' }, { passages: [evidence] }]) {
    expect(faultsOf(more)).toHaveLength(1);
  }
});

test('a change makes a version, with who, when and why, and keeps the wording before', () => {
  const made = nextVersion(
    sample('a'),
    { ...content, text: 'Shorter.', status: 'draft' },
    { author: 'R. Reader', changed: '2026-03-04T09:00:00.000Z', changeNote: 'shorter' },
  );
  expect(made).toMatchObject({ version: 2, author: 'R. Reader', changeNote: 'shorter' });
  expect(made.history).toEqual([
    {
      version: 1,
      title: content.title,
      text: content.text,
      status: 'approved',
      author: 'M. Lead',
      changed: now,
      changeNote: '',
    },
  ]);
  expect(readSnippet(made).faults).toEqual([]);
});
