import { describe, expect, test } from 'vitest';
import { plainDocument } from '../../lib/case/document.ts';
import { inEnglish } from '../../lib/cli/english.ts';
import { reviewCase } from '../../lib/review/review-case.ts';
import { wordings } from '../../lib/review/terms.ts';
import { criterion, judged, REQUEST, smallRulebook } from './small-rulebook.ts';

const twitch = { supports: [{ find: 'twitch' }], nearest: ['trigger-point'] };

describe('the receipt of an absence', () => {
  test('names the terms, the documents and the nearest hit', () => {
    const { receipt, reason } = judged(twitch, 'A tender trigger point in the neck.');
    expect(receipt?.terms).toEqual(['twitch response', 'LTR']);
    expect(receipt?.documents).toEqual([{ id: 'd1', name: 'Document 1', pages: 1, pagesRead: 1 }]);
    expect(inEnglish(receipt?.nearest?.why ?? '')).toBe("'trigger point' here, nothing on twitch");
    expect(inEnglish(reason)).toBe('No twitch found in 1 document.');
  });

  test('a hit in a document of several pages names its page', () => {
    const first = `Neck pain.${REQUEST}`;
    const text = `${first}\nA tender trigger point in the neck.`;
    const document = {
      ...plainDocument('chart', 'Chart', text),
      pages: [
        { number: 1, start: 0, end: first.length + 1, readable: true },
        { number: 2, start: first.length + 1, end: text.length, readable: true },
      ],
    };
    const review = reviewCase(
      { id: 'case', documents: [document] },
      smallRulebook([criterion({ ...twitch, searched: ['twitch'] })]),
      { asOf: '2015-01-01' },
    );
    const why = review.requests[0]?.criteria[0]?.receipt?.nearest?.why;
    expect(inEnglish(why ?? '')).toBe("'trigger point' on page 2, nothing on twitch");
  });

  test('says so where pages could not be read', () => {
    const text = `Neck pain.${REQUEST}`;
    const document = {
      ...plainDocument('scan', 'Scan', text),
      pages: [
        { number: 1, start: 0, end: text.length, readable: true },
        { number: 2, start: text.length, end: text.length, readable: false },
      ],
    };
    const review = reviewCase(
      { id: 'case', documents: [document] },
      smallRulebook([criterion(twitch)]),
      { asOf: '2015-01-01' },
    );
    const result = review.requests[0]?.criteria[0];
    expect(inEnglish(result?.reason ?? '')).toBe(
      'Twitch: not found in what could be read (1 of 2 pages).',
    );
    expect(result?.receipt?.unreadablePages).toEqual([{ document: 'scan', page: 2 }]);
  });
});

describe('phrases in words', () => {
  const rulebook = smallRulebook([]);
  test.each([
    ['(taut|tight) band', ['taut band', 'tight band']],
    ['local? twitch', ['twitch', 'local twitch']],
    ['radiculopath(y|ies)', ['radiculopathy', 'radiculopathies']],
    ['no ..3 twitch', ['no … twitch']],
    ['PT x #', ['PT x (number)']],
    ['{class:opioid} taper', ['(opioid) taper']],
  ])('%s', (phrase, words) => {
    expect(wordings(phrase, rulebook)).toEqual(words);
  });

  test('a phrase with thousands of wordings lists a few', () => {
    const many = '(a|b|c|d|e|f|g|h|i) (a|b|c|d|e|f|g|h|i) (a|b|c|d|e|f|g|h|i) (a|b|c|d|e|f|g|h|i)';
    expect(wordings(many, rulebook).length).toBeLessThanOrEqual(8);
  });
});
