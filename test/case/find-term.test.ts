import { describe, expect, test } from 'vitest';
import { findTerm } from '../../lib/case/find-term.ts';

const quotes = (term: string, text: string) =>
  [...findTerm(term, text)].map(({ start, end }) => text.slice(start, end));

describe('finding a term', () => {
  test.each([
    ['trigger point', 'Trigger\npoint', 1],
    ['radiculopathy', 'radicu-\nlopathy', 1],
    ['C-7', 'at C-7 (C-7)', 2],
    ['(x', 'f(x)', 1],
    ['  ', 'text', 0],
    ['twitch', 'switch', 0],
  ])('%j in %j', (term, text, count) => expect(quotes(term, text)).toHaveLength(count));

  const text = 'Local  Twitch\nresponse seen.\nNo other (finding).';

  test('whatever the case and the white space', () => {
    expect(quotes(' local twitch  response ', text)).toEqual(['Local  Twitch\nresponse']);
  });

  test.each([
    ['marks of a pattern are plain characters', '(finding)', 1],
    ['a term that is not there', 'jump sign', 0],
    ['an empty term', '  ', 0],
    ['a pattern for anything', '.*', 0],
  ])('%s', (_what, term, count) => expect(quotes(term, text)).toHaveLength(count));
});
