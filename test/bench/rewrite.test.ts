import { describe, expect, it } from 'vitest';
import { shippedRulebook } from '../../lib/cli/shipped-packs.ts';
import { vocabularyOf } from '../../lib/guidelines/vocabulary.ts';
import { rewrites } from './rewrite.ts';

const ways = rewrites(vocabularyOf(await shippedRulebook()).drugs);
const written = (way: string, text: string) => ways.get(way)?.(text);

describe('a text written in another way', () => {
  it.each([
    ['w/', 'better with heat, not without it', 'better w/ heat, not w/o it'],
    ['contractions-without-apostrophe', 'He did not sleep.', 'He didnt sleep.'],
    ['dates-in-words', 'seen 3/04/2016', 'seen March 4, 2016'],
    ['generic-names', 'Refill Flexeril 10 mg', 'Refill Cyclobenzaprine 10 mg'],
    ['she', 'He said that it hurts him.', 'She said that it hurts her.'],
    ['hard-blanks', 'no twitch', 'no\u00a0twitch'],
    ['P.T.', 'physical therapy x 12', 'P.T. x 12'],
  ])('%s', (way, text, expected) => {
    expect(written(way, text)).toBe(expected);
  });

  it('breaks long lines at blanks only', () => {
    const text = 'Trigger point injections of the left trapezius were asked for again. '
      .repeat(4)
      .trim();
    const wrapped = written('wrapped', text) as string;
    expect(wrapped.split('\n').length).toBeGreaterThan(3);
    expect(wrapped.replaceAll('\n', ' ')).toBe(text);
  });
});
