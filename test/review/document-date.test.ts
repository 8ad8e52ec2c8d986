import { describe, expect, test } from 'vitest';
import { plainDocument } from '../../lib/case/document.ts';
import { shippedRulebook } from '../../lib/cli/shipped-packs.ts';
import { reviewCase } from '../../lib/review/review-case.ts';

const rulebook = await shippedRulebook();

function reviewed(text: string) {
  return reviewCase({ id: 'case', documents: [plainDocument('d', 'Note', text)] }, rulebook);
}

describe('the date of a document', () => {
  test.each([
    ['DOI: 3/11/2016\nDate: 9/30/2016\nBack pain.', '2016-09-30'],
    ['Walk-in clinic\nDOB 4/2/1981  DOI 9-4-2017\nToday 9-29-2017\nNeck stiff.', '2017-09-29'],
    ['A 52-year-old with a date of injury of 4/15/2009.\nSeen again on 7/10/2015.', '2015-07-10'],
    ['PTP report\nDOB ****  Exam 12/04/14\nLow back pain.', '2014-12-04'],
    ['PT note\ns/p rotator cuff repair 3/14/22\nEval 5/9/22\nSore.', '2022-05-09'],
    [
      'She was hurt at the cannery on May 3, 2010.\nDate of this visit, July 14, 2014.',
      '2014-07-14',
    ],
    ['Injury 9/1/14. Sore ever since.', null],
    ['Neck pain.', null],
  ])('%s', (text, date) => {
    expect(reviewed(text).documents[0]?.date).toBe(date);
  });

  test('the day of an injury is not the day a case is judged as of, while another is known', () => {
    expect(reviewed('Seen 1/14/2019. DOI 7/19/2019 (sic). Neck pain.').asOf).toBe('2019-01-14');
    expect(reviewed('DOI 7/19/2019. Neck pain.').asOf).toBe('2019-07-19');
  });
});

describe('what no date governs', () => {
  const evidenceOf = (text: string) =>
    reviewed(text)
      .requests.flatMap(({ criteria }) => criteria.flatMap(({ evidence }) => evidence))
      .filter(({ quote }) => quote.includes('twitch response'));

  test('has the date of its document', () => {
    const [piece] = evidenceOf(
      'Clinic note, DOS 5/6/2015, by a nurse\nThere is no local twitch response.\nPlan: trigger point injections.',
    );
    expect(piece?.date).toBeUndefined();
    expect(piece?.documentDate).toBe('2015-05-06');
  });

  test('and a date of its own goes before', () => {
    const [piece] = evidenceOf(
      'Visit: May 6, 2015\nOn 3/4/15 there was no local twitch response.\nPlan: trigger point injections.',
    );
    expect(piece?.date).toBe('2015-03-04');
    expect(piece?.documentDate).toBeUndefined();
  });

  test('a date with the author behind a middle dot opens a note', () => {
    const [piece] = evidenceOf(
      "Doctor's progress report\nMay 28, 2015 · Helene Marsh, DO\n\nExam\nThere is no local twitch response.\n\nPlan\nTrigger point injections.",
    );
    expect(piece?.date).toBe('2015-05-28');
  });

  test.each([
    ['at the start of its line', `\n${' '.repeat(24)}`, '2015-01-05'],
    ['behind a wide gap in its line', ' '.repeat(24), undefined],
  ])('the date in a head governs %s', (_what, gap, date) => {
    const [piece] = evidenceOf(
      `He was seen for his back.${gap}Initial visit, January 5, 2015. There was a twitch response.\n\nPlan: trigger point injections.`,
    );
    expect(piece?.date).toBe(date);
  });
});
