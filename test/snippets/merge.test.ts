import { expect, test } from 'vitest';
import { mergeSnippets, settleMerge } from '../../lib/snippets/merge.ts';
import { content } from './sample.ts';

const text = 'Only short courses are supported. Two weeks is the figure usually cited.';
const base = { ...content, text };

test('changes in different places of a text are both taken', () => {
  const mine = { ...base, text: text.replace('Two weeks', 'Two to three weeks') };
  const theirs = { ...base, text: text.replace('supported', 'recommended') };
  expect(mergeSnippets(base, mine, theirs)).toEqual({
    merged: {
      ...base,
      text: 'Only short courses are recommended. Two to three weeks is the figure usually cited.',
    },
    conflicts: [],
  });
});

test('what both changed to something else is kept as mine and named', () => {
  const mine = { ...base, text: text.replace('Two weeks', 'Three weeks') };
  const theirs = { ...base, text: text.replace('Two weeks', 'Ten days') };
  const merge = mergeSnippets(base, mine, theirs);
  expect(merge.merged.text).toBe(mine.text);
  expect(merge.conflicts).toEqual([
    { field: 'text', base: text, mine: mine.text, theirs: theirs.text },
  ]);
  expect(settleMerge(merge, new Set(['text'])).text).toBe(theirs.text);
});

test('lists keep what either added and drop what either removed', () => {
  const mine = { ...base, tags: ['MTUS 2009', 'mine'] };
  const theirs = { ...base, tags: ['theirs'] };
  expect(mergeSnippets(base, mine, theirs).merged.tags).toEqual(['mine', 'theirs']);
});

test('a citation that both moved is a conflict; one that only they moved is taken', () => {
  const moved = (page: string) => ({ ...base, citation: { ...base.citation, page } as never });
  expect(mergeSnippets(base, base, moved('64')).merged.citation?.page).toBe('64');
  expect(mergeSnippets(base, moved('65'), moved('64')).conflicts).toMatchObject([
    { field: 'citation' },
  ]);
});

test('a field that is gone on their side goes', () => {
  const { citation: _, inForce: __, ...without } = base;
  expect(mergeSnippets(base, base, without).merged).toEqual(without);
});
