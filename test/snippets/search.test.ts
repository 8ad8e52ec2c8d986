import { expect, test } from 'vitest';
import { createSnippetSearch, type SearchContext } from '../../lib/snippets/search.ts';
import { sample } from './sample.ts';

const found = [
  sample('duration'),
  sample('old', { inForce: { by: 'request', from: '2004-01-01', to: '2009-07-17' } }),
  sample('second', { title: 'Second choice', criteria: ['muscle-relaxant/second-line'] }),
  sample('therapy', {
    title: 'Therapy: visits by diagnosis',
    text: 'Nine to ten visits for myalgia.',
    criteria: ['physical-therapy/visit-limit'],
    treatments: ['physical-therapy'],
  }),
].map((snippet) => ({ key: `starter/${snippet.id}`, snippet }));

const search = createSnippetSearch(found);

const context: SearchContext = {
  criterion: 'muscle-relaxant/duration',
  treatment: 'muscle-relaxant',
  asOf: '2015-08-12',
  favourites: new Set(),
  recent: [],
};

const ids = (query: string, more: Partial<SearchContext> = {}) =>
  search.find(query, { ...context, ...more }).map(({ snippet }) => snippet.id);

test('without a word the open criterion comes first, what is out of date behind', () => {
  expect(ids('')).toEqual(['duration', 'second', 'old', 'therapy']);
});

test('words are found as they are typed, also with a slip', () => {
  expect(ids('myal')).toEqual(['therapy']);
  expect(ids('diagnossis')).toEqual(['therapy']);
  expect(ids('visit ther')).toEqual(['therapy']);
  expect(ids('kangaroo')).toEqual([]);
});

test('favourites and what was used lately go before their equals', () => {
  const none = { criterion: null, treatment: null };
  expect(ids('', { ...none, favourites: new Set(['starter/therapy']) })[0]).toBe('therapy');
  expect(ids('', { ...none, recent: ['starter/second'] })[0]).toBe('second');
});

test('10,000 snippets are indexed and searched within moments', () => {
  const many = Array.from({ length: 10_000 }, (_, index) => {
    const snippet = sample(`s-${index}`, { title: `Course number ${index}` });
    return { key: snippet.id, snippet };
  });
  const began = performance.now();
  const big = createSnippetSearch(many);
  expect(big.find('number 777', context)[0]?.snippet.title).toContain('777');
  const indexed = performance.now();
  expect(big.find('number 778', context)[0]?.snippet.title).toContain('778');
  const searched = performance.now();
  process.stdout.write(
    `10,000 snippets: index ${Math.round(indexed - began)} ms, search ${Math.round(searched - indexed)} ms\n`,
  );
  expect(searched - began).toBeLessThan(15_000);
});
