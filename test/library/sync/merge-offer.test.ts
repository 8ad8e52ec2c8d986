import { expect, test } from 'vitest';
import type { TeamConflict } from '../../../lib/library/sync/conflicts.ts';
import { offerMerge } from '../../../lib/library/sync/merge-offer.ts';
import { sample } from '../../snippets/sample.ts';

const by = { author: 'ann', changed: '2026-11-22T08:00:00.000Z' };

function conflict(base: unknown, mine: unknown, theirs: unknown): TeamConflict {
  const document = 'snippet:a';
  return {
    ...{ key: `team/${document}`, library: 'team', document, why: 'both-changed', branch: null },
    ...{ theirRev: '2-x', theirAuthor: 'ben', found: by.changed, base, mine, theirs },
  };
}

const base = { ...sample('a'), text: 'No relief after six weeks of care.', tags: ['care'] };

test('changes in different places come together; theirs stays in the history', () => {
  const mine = { ...base, text: 'Little relief after six weeks of care.', tags: ['care', 'mine'] };
  const theirs = { ...base, text: 'No relief after six weeks of treatment.', version: 2 };
  const offer = offerMerge(conflict(base, mine, theirs));
  expect(offer?.contested).toEqual([]);
  expect(offer?.differing.map(({ field }) => field)).toEqual(['text', 'tags']);
  expect(offer?.differing[0]?.runs).toEqual([
    { text: 'Little ', in: 'first' },
    { text: 'No ', in: 'second' },
    { text: 'relief after six weeks of ', in: 'both' },
    { text: 'care', in: 'first' },
    { text: 'treatment', in: 'second' },
    { text: '.', in: 'both' },
  ]);
  expect(offer?.merge(new Set(), by)).toMatchObject({
    text: 'Little relief after six weeks of treatment.',
    tags: ['care', 'mine'],
    version: 3,
    author: 'ann',
    history: [{ text: mine.text }, { version: 2, text: theirs.text }],
  });
  expect(offer?.merge(new Set(), by, 'By hand.')).toMatchObject({ text: 'By hand.', version: 3 });
});

test('of the two the one that is not kept stays in the history', () => {
  const mine = { ...base, text: 'Mine.', version: 2 };
  const theirs = { ...base, text: 'Theirs.', version: 2 };
  const offer = offerMerge(conflict(base, mine, theirs));
  expect(offer?.keep('mine', by)).toMatchObject({
    text: 'Mine.',
    version: 3,
    history: [{ text: 'Theirs.' }],
  });
  expect(offer?.keep('theirs', by)).toMatchObject({
    text: 'Theirs.',
    version: 2,
    history: [{ text: 'Mine.' }],
  });
});

test('what both changed otherwise is for a person to decide', () => {
  const offer = offerMerge(
    conflict(base, { ...base, title: 'Mine' }, { ...base, title: 'Theirs' }),
  );
  expect(offer?.contested).toMatchObject([{ field: 'title', mine: 'Mine', theirs: 'Theirs' }]);
  expect(offer?.merge(new Set(), by).title).toBe('Mine');
  expect(offer?.merge(new Set(['title']), by).title).toBe('Theirs');
});

test('without a common version every difference is for a person to decide', () => {
  const offer = offerMerge(conflict(null, base, { ...base, text: 'Other.', tags: [] }));
  expect(offer?.contested.map(({ field }) => field)).toEqual(['text', 'tags']);
});

test('nothing is merged with what is deleted or is no snippet', () => {
  expect(offerMerge(conflict(base, null, base))).toBeNull();
  expect(offerMerge(conflict(base, base, null))).toBeNull();
  expect(offerMerge(conflict(base, base, { id: 'a' }))).toBeNull();
});
