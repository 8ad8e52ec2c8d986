import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { criterion, edition, reviewOf, smallRulebook } from './small-rulebook.ts';

const rulebook = smallRulebook(
  [
    criterion({
      supports: [{ find: 'twitch', with: ['relief'], within: 'paragraph' }],
      opposes: [{ find: 'twitch', presence: ['negated'], without: ['failed'], within: 'document' }],
      ambiguous: [{ find: 'jump-sign', near: 5, with: ['pain'] }],
      judge: { use: 'symptom-length', complaint: 'pain', injury: 'injury-date' },
    }),
    criterion({ lasts: true, supports: [{ find: 'relief' }] }, 'injection/lasts'),
  ],
  edition([{ unit: 'days', amount: 90, comparison: 'over', text: 'over 90 days' }]),
);

const relief = smallRulebook(
  [criterion({ judge: { use: 'relief', after: 'treatment-injection' } })],
  edition([
    {
      unit: 'percent',
      amount: 50,
      comparison: 'over',
      text: 'over 50 percent for 6 weeks',
      during: { amount: 6, unit: 'weeks' },
    },
  ]),
);

const pieces = fc.constantFrom(
  'trigger point injection',
  'twitch response',
  'no ',
  'pain ',
  'relief ',
  'failed ',
  'DOI ',
  'Norco 10/325 q6h #120 ',
  '6/17/2015 ',
  'for 3 months ',
  '\n',
  '\t',
  '| ',
  '; ',
  '. ',
  '(((',
  '[x] ',
  '\u0000',
  '\uD83D',
  'REQUEST: ',
);

describe('whatever the text', () => {
  test('the review comes, and every quote is the text at its place', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        const review = reviewOf(rulebook, [text]);
        for (const { passages, criteria } of review.requests) {
          for (const { start, end, quote } of [
            ...passages,
            ...criteria.flatMap(({ evidence }) => evidence),
          ]) {
            expect(text.slice(start, end)).toBe(quote);
          }
          for (const { verdict, receipt } of criteria) {
            expect(receipt !== null).toBe(verdict === 'not-documented');
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    ['one endless line', 'trigger point injection twitch response relief pain '.repeat(8000)],
    ['one endless paragraph', 'No twitch response, pain for 3 months. '.repeat(8000)],
    ['lines of requests', 'REQUEST: trigger point injection\n'.repeat(4000)],
    [
      'what was let go in the next sentence',
      `Trigger point injection. She has relief. Now ${'let '.repeat(800)}${'go '.repeat(800)}`,
    ],
  ])('%s is reviewed in time that grows with its length', (_what, text) => {
    const half = text.slice(0, text.length / 2);
    reviewOf(rulebook, [half]);
    const first = time(() => reviewOf(rulebook, [half]));
    const second = time(() => reviewOf(rulebook, [text]));
    expect(second).toBeLessThan(first * 6 + 200);
  });

  test('so are thousands of injections in a paragraph, each with its day and what it did', () => {
    const told = (many: number) =>
      `Note of 3/14/2016\n\nREQUEST: trigger point injection\n\nHISTORY:\n${Array.from(
        { length: many },
        (_, at) => `TPI ${1 + (at % 12)}/${1 + (at % 28)}/1${at % 5} gave 40% for 3 weeks. `,
      ).join('')}`;
    reviewOf(relief, [told(800)]);
    const first = time(() => reviewOf(relief, [told(800)]));
    const second = time(() => reviewOf(relief, [told(3200)]));
    expect(second).toBeLessThan(first * 12 + 200);
  });
});

function time(work: () => void): number {
  const before = performance.now();
  work();
  return performance.now() - before;
}
