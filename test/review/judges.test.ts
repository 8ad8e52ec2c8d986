import { describe, expect, test } from 'vitest';
import { inEnglish } from '../../lib/cli/english.ts';
import { criterion, edition, judged, reviewOf, smallRulebook } from './small-rulebook.ts';

/** Each computation on a text of a line or two; the limits come from the edition, as in a pack. */

const limit = (unit: string, amount: number, comparison: string, more: object = {}) => ({
  unit,
  amount,
  comparison,
  text: `${comparison} ${amount} ${unit}`,
  ...more,
});

describe('symptom-length: over 90 days', () => {
  const judge = { use: 'symptom-length', complaint: 'pain', injury: 'injury-date' };
  const limits = edition([limit('days', 90, 'over')]);

  test.each([
    ['stated and long enough', 'Neck pain for more than 4 months.', 'met'],
    ['stated and short', 'Neck pain for 3 weeks.', 'not-met'],
    ['from the injury date, the complaint goes on', 'DOI: 03/05/2013. Neck pain.', 'met'],
    ['injured a month ago', 'DOI: 07/20/2015. Neck pain.', 'not-met'],
    ['a complaint without a word on how long', 'Neck pain.', 'not-documented'],
    ['an old complaint, nobody says how old', 'Chronic neck pain.', 'unclear'],
    ['an injury date without a complaint', 'DOI: 03/05/2013.', 'not-documented'],
  ])('%s', (_what, text, verdict) => {
    expect(judged({ judge }, text, limits).verdict).toBe(verdict);
  });

  test('the number is shown with its working and its limit', () => {
    const { measure } = judged({ judge }, 'DOI: 03/05/2013. Neck pain.', limits);
    expect(measure).toMatchObject({ unit: 'days', limits: [{ amount: 90, within: true }] });
    expect(measure?.working.map(inEnglish).join()).toContain('5 March 2013');
  });
});

describe('relief: over 50 percent for 42 days', () => {
  const judge = { use: 'relief', after: 'treatment-injection', vague: 'relief' };
  const limits = edition([limit('percent', 50, 'over', { during: { unit: 'days', amount: 42 } })]);
  const injection = 'Trigger point injections were given 02/05/2015.';

  test.each([
    ['enough and long enough', `${injection} 60% relief for 8 weeks.`, 'met'],
    ['enough and too short', `${injection} 60% relief for 2 weeks.`, 'not-met'],
    ['too little', `${injection} 30% relief for 8 weeks.`, 'not-met'],
    ['a percent without its weeks', `${injection} 60% relief.`, 'unclear'],
    ['a word without a number', `${injection} Good relief.`, 'unclear'],
    ['nothing on relief', injection, 'not-documented'],
  ])('%s', (_what, text, verdict) => {
    expect(judged({ judge }, text, limits).verdict).toBe(verdict);
  });
});

describe('elapsed-since: at least 60 days', () => {
  const judge = { use: 'elapsed-since', event: 'treatment-injection' };
  const limits = edition([limit('days', 60, 'at-least')]);

  test.each([
    ['long ago', 'Trigger point injections were given 02/05/2015.', 'met'],
    ['recently', 'Trigger point injections were given 08/01/2015.', 'not-met'],
    ['without a date', 'Trigger point injections were given.', 'unclear'],
    ['never', 'Neck pain.', 'not-documented'],
  ])('%s', (_what, text, verdict) => {
    expect(judged({ judge }, text, limits).verdict).toBe(verdict);
  });
});

describe('count-stated', () => {
  const judge = { use: 'count-stated', of: 'physical-therapy-care', units: ['visits'] };

  test.each([
    ['a number', 'He has completed 8 visits of physical therapy.', 'met'],
    ['no number', 'He has had physical therapy.', 'not-documented'],
    [
      'two numbers for one time',
      'He has completed 8 visits of physical therapy. Physical therapy: 12 visits completed.',
      'conflicting',
    ],
  ])('%s', (_what, text, verdict) => {
    expect(judged({ judge }, text).verdict).toBe(verdict);
  });
});

describe('result-on-file', () => {
  const judge = {
    use: 'result-on-file',
    test: 'urine-test',
    agrees: 'agrees',
    disagrees: 'disagrees',
    open: 'sent-away',
  };

  test.each([
    ['agrees', 'UDS 6/1/2015 consistent.', 'met'],
    ['disagrees', 'UDS 6/1/2015 inconsistent.', 'not-met'],
    ['not back yet', 'UDS 6/1/2015, result pending.', 'unclear'],
    ['no test', 'Neck pain.', 'not-documented'],
    [
      'the newest counts',
      'UDS of 1/5/2015 was consistent.\n\nUDS of 6/1/2015 was inconsistent.',
      'not-met',
    ],
  ])('%s', (_what, text, verdict) => {
    expect(judged({ judge }, text).verdict).toBe(verdict);
  });
});

describe('medication-list-free-of', () => {
  const judge = { use: 'medication-list-free-of', classes: ['opioid'] };

  test.each([
    ['a list without one', 'CURRENT MEDICATIONS: Motrin, lisinopril.', 'met'],
    ['a list with one', 'CURRENT MEDICATIONS: Motrin, MS Contin 15 mg bid.', 'not-met'],
    ['no list', 'Neck pain.', 'not-documented'],
  ])('%s', (_what, text, verdict) => {
    expect(judged({ judge }, text).verdict).toBe(verdict);
  });
});

describe('class-exposure: at most 28 days, across drugs of a class', () => {
  const id = 'sedative/duration';
  const rulebook = smallRulebook(
    [criterion({ judge: { use: 'class-exposure', classes: ['benzodiazepine'] } }, id)],
    edition([limit('days', 28, 'at-most')], id),
  );
  const duration = (text: string) =>
    reviewOf(rulebook, [text]).requests[0]?.criteria.find((each) => each.id === id);

  test('another drug of the class counts from its first mention', () => {
    const result = duration(
      'According to a June 17, 2015 progress note, Klonopin 0.5 mg was prescribed.\n\nREQUESTED ITEMS\n1. Xanax 0.5 mg #15\n',
    );
    expect(result?.verdict).toBe('not-met');
    expect(inEnglish(result?.measure?.text ?? '')).toMatch(/^At least \d+ days$/);
  });

  test('a short new supply keeps the limit', () => {
    const result = duration('REQUESTED ITEMS\n1. Xanax 0.5 mg, one daily, #10\n');
    expect(result?.verdict).toBe('met');
    expect(inEnglish(result?.measure?.text ?? '')).toBe('10 days');
  });

  test('a supply that is too long does not', () => {
    expect(duration('REQUESTED ITEMS\n1. Xanax 0.5 mg, one daily, #60\n')?.verdict).toBe('not-met');
  });
});

test('limits of editions are kept apart, and the governing one decides', () => {
  const judge = { use: 'symptom-length', complaint: 'pain' };
  const result = judged({ judge }, 'Neck pain for 100 days.', {
    ...edition([limit('days', 90, 'over')]),
  });
  expect(result.citation).toMatchObject({ guideline: 'Guideline of 2009', governs: true });
  expect(result.measure?.limits).toEqual([
    { pack: 'test', text: 'over 90 days', amount: 90, unit: 'days', within: true },
  ]);
});
