import { describe, expect, test } from 'vitest';
import { criterion, reviewOf, smallRulebook } from './small-rulebook.ts';

/** Judges texts on a request for Xanax, a drug of the small lexicon. */
function verdict(parts: Record<string, unknown>, text: string): string | undefined {
  const rulebook = smallRulebook([criterion(parts, 'sedative/test')]);
  const request = '\n\nREQUESTED ITEMS\n1. Xanax 0.5 mg #60\n';
  const review = reviewOf(rulebook, [text + request]);
  return review.requests.find(({ treatment }) => treatment === 'sedative')?.criteria.at(-1)
    ?.verdict;
}

describe('which drug a statement is about', () => {
  const relief = { supports: [{ find: 'relief', about: 'requested-class' }] };

  test.each([
    ['the drug itself', 'Xanax gives relief.', 'met'],
    ['another drug', 'Motrin gives relief.', 'not-documented'],
    ['no drug', 'There is relief.', 'met'],
    ['"it", after another drug', 'Takes Motrin daily. It gives relief.', 'not-documented'],
    ['"it", after the drug', 'Takes Xanax daily. It gives relief.', 'met'],
  ])('%s', (_what, text, expected) => {
    expect(verdict(relief, text)).toBe(expected);
  });
});

describe('pain with and without', () => {
  const change = { judge: { use: 'pain-change', about: 'requested-class' } };

  test.each([
    ['enough', 'Pain is 8/10 without Xanax and 5/10 with it.', 'met'],
    ['too little', 'Pain is 8/10 without Xanax and 7/10 with it.', 'not-met'],
    ['one score', 'Pain 7/10.', 'unclear'],
    ['scores of another drug', 'Pain is 8/10 without Motrin, 4/10 with Motrin.', 'not-documented'],
  ])('%s', (_what, text, expected) => {
    expect(verdict(change, text)).toBe(expected);
  });
});

describe('a choice on a form', () => {
  const rules = {
    leaning: [{ find: 'relief' }],
    opposes: [{ find: 'failed' }],
  };

  test.each([
    ['alone settles nothing', 'Since last visit: better.', 'unclear'],
    ['contradicts what is written', 'Since last visit: better. It failed.', 'conflicting'],
    ['leaves what is written alone', 'It failed.', 'not-met'],
  ])('%s', (_what, text, expected) => {
    expect(verdict(rules, text)).toBe(expected);
  });
});

describe('facts on the form of a request', () => {
  const form = 'REQUEST:\nXanax with relief, urine drug screen.';
  const rule = { find: 'relief', with: ['urine-test'], inRequests: true };

  test('what stands beside a fact counts as the fact does', () => {
    expect(verdict({ supports: [rule] }, form)).toBe('met');
    expect(verdict({ supports: [{ ...rule, inRequests: false }] }, form)).toBe('not-documented');
  });
});
