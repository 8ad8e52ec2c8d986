import { expect, test } from 'vitest';
import {
  createSnippetSearch,
  type SearchContext,
  unindexedSearch,
} from '../../lib/snippets/search.ts';
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
  search.find(query, { ...context, ...more }).best.map(({ snippet }) => snippet.id);

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

test('what is wanted of all that was found comes in the same order, however much it is', () => {
  const many = Array.from({ length: 300 }, (_, at) => {
    const snippet = sample(`s-${at}`, { title: `Course ${String(at).padStart(3, '0')}` });
    return { key: snippet.id, snippet };
  });
  const big = createSnippetSearch(many);
  const { best, total } = big.find('course', context);
  const all = big.findAll('course', context, () => true);
  expect(total).toBe(300);
  expect(all).toHaveLength(300);
  expect(best).toEqual(all.slice(0, best.length));
  expect(big.findAll('', context, ({ key }) => key === 's-7').map(({ key }) => key)).toEqual([
    's-7',
  ]);
});

test.each(['therapi', 'thearpy', 'terapy', 'thherapy'])('a slip as in %s is forgiven', (typed) => {
  expect(ids(typed)).toEqual(['therapy']);
});

test('a word in the title goes before one in the text, the word itself before one that begins so', () => {
  const list = [
    sample('in text', { title: 'A', text: 'Visits for a strain.' }),
    sample('in title', { title: 'A strain', text: 'Visits.' }),
    sample('longer', { title: 'A', text: 'Visits for a strainer.' }),
  ].map((snippet) => ({ key: snippet.id, snippet }));
  const { best } = createSnippetSearch(list).find('strain', context);
  expect(best.map(({ key }) => key)).toEqual(['in title', 'in text', 'longer']);
});

test('words with accents are found without', () => {
  const snippet = sample('es', { title: 'Indicación', text: 'Dolor crónico' });
  const spanish = createSnippetSearch([{ key: 'es', snippet }]);
  expect(spanish.find('indicacion cronic', context).total).toBe(1);
});

test('a search that is not made yet offers all, and finds none by words', () => {
  const unindexed = unindexedSearch(found);
  expect(unindexed.find('', context).total).toBe(found.length);
  expect(unindexed.find('therapy', context)).toEqual({ best: [], total: 0 });
});

/** Processor time, so that other work on the machine does not count. */
const milliseconds = (work: () => void): number => {
  const began = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1_000;
};

/** A word that one in two hundred snippets has. */
const WORDS = Array.from({ length: 200 }, (_, at) => `${'bcdfghjklmnpqrst'[at % 16]}a${at}x`);

test.each([10_000, 50_000])(
  '%i snippets are indexed and searched within moments',
  (count) => {
    const snippet = sample('s');
    const many = Array.from({ length: count }, (_, at) => ({
      key: `s-${at}`,
      snippet: {
        ...snippet,
        id: `s-${at}`,
        title: `${WORDS[at % 200]} number ${at}`,
        text: Array.from({ length: 30 }, (_, word) => WORDS[(at * 31 + word * word) % 200]).join(
          ' ',
        ),
      },
    }));
    let big = unindexedSearch(many);
    const made = milliseconds(() => {
      big = createSnippetSearch(many);
    });
    const queries = ['', 'c', 'number 777', 'nubmer 777', 'ba0x', 'ca1x da2x'];
    const times = queries.map((query) => {
      big.find(query, context);
      return Math.min(...[1, 2, 3].map(() => milliseconds(() => big.find(query, context))));
    });
    expect(big.find('number 777', context).best[0]?.snippet.title).toContain('777');
    process.stdout.write(
      `${count} snippets: index ${Math.round(made)} ms, searches ${times.map((time) => time.toFixed(1)).join(', ')} ms\n`,
    );
    expect(Math.max(...times)).toBeLessThan(20);
  },
  120_000,
);
