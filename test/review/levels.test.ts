import { describe, expect, test } from 'vitest';
import type { Value } from '../../lib/language/mention.ts';
import { countLevels } from '../../lib/review/judges/examination/levels.ts';
import { edition, judged } from './small-rulebook.ts';

type Level = Extract<Value, { kind: 'level' }>;

/** "L4-5" and "L5" as the reader gives them. */
function level(written: string): Level {
  const [from = '', to] = written.split('-');
  return { kind: 'level', region: 'lumbar', from, ...(to ? { to } : {}) };
}

describe('levels asked for', () => {
  test.each([
    ['L4-L5, L5-S1', ['L4-L5', 'L5-S1'], false, 2],
    ['roots named alone are one each', ['L4', 'L5', 'S1'], false, 3],
    ['a range holds the levels between', ['L3-S1'], false, 3],
    ['a root named beside its level', ['L4-L5', 'L5'], false, 1],
    ['a root of another level', ['L4-L5', 'S1'], false, 2],
    ['two statements of one level', ['C6-C7', 'C6-C7'], false, 1],
    ['three medial branches are two joints', ['C4', 'C5', 'C6'], true, 2],
    ['four are three', ['C3', 'C4', 'C5', 'C6'], true, 3],
    ['branches of two places', ['L2', 'L3', 'L5'], true, 2],
    ['branches beside the joints they serve', ['L3', 'L4', 'L5', 'L4-L5', 'L5-S1'], true, 2],
  ])('%s', (_what, written, branches, count) => {
    expect(countLevels(written.map(level), branches)).toHaveLength(count);
  });
});

const limit = (amount: number, unit: string, more: object = {}) => ({
  unit,
  amount,
  comparison: 'at-most',
  text: `at most ${amount} ${unit}`,
  ...more,
});

describe('events-in-period: at most 4 in a year', () => {
  const judge = { use: 'events-in-period', event: 'treatment-injection' };
  const limits = edition([limit(4, 'injections', { during: { unit: 'days', amount: 365 } })]);

  test.each([
    ['one this year', 'Trigger point injections on 02/05/2015.', 'met'],
    [
      'four this year',
      'Trigger point injections on 1/5/2015, 3/1/2015, 4/20/2015 and 7/1/2015.',
      'not-met',
    ],
    [
      'four, three of them years ago',
      'Trigger point injections on 1/5/2011, 3/1/2012, 4/20/2012 and 7/1/2015.',
      'met',
    ],
    ['some, when is not said', 'Has had trigger point injections.', 'unclear'],
    ['none', 'Neck pain.', 'not-documented'],
  ])('%s', (_what, text, verdict) => {
    expect(judged({ judge }, text, limits).verdict).toBe(verdict);
  });
});

describe('length-requested: at most 20 sessions', () => {
  const worth = { session: 1, day: 1, hour: 0.125, week: 5 };
  const judge = { use: 'length-requested', unit: 'sessions', worth };
  const limits = edition([limit(20, 'sessions')]);
  const asked = (length: string) => `Request: trigger point injection, ${length}.`;

  test.each([
    ['full days', '20 full days', 'met'],
    ['sessions of a day', '32 full-day sessions', 'not-met'],
    ['hours', '160 hours', 'met'],
    ['weeks with their days', '6 weeks, 5 days a week (30 days)', 'not-met'],
    ['hours and days that do not agree', '160 hours, 30 days', 'unclear'],
    ['a scanned number', '3O full days', 'not-met'],
    ['no length', 'as discussed', 'not-documented'],
  ])('%s', (_what, length, verdict) => {
    expect(judged({ judge }, asked(length), limits).verdict).toBe(verdict);
  });
});

describe('relief that nobody is sure of', () => {
  const judge = {
    use: 'relief',
    after: 'treatment-injection',
    vague: 'relief',
    none: 'failed',
  };
  const during = { unit: 'days', amount: 42 };
  const limits = edition([{ ...limit(50, 'percent', { during }), comparison: 'at-least' }]);
  const injection = 'Trigger point injection on 02/05/2015';

  test.each([
    ['about half, and about long enough', `${injection}: about 50% relief for 6 weeks.`, 'unclear'],
    ['clearly more', `${injection}: about 80% relief for 8 weeks.`, 'met'],
    ['none', `${injection} was no help.`, 'not-met'],
  ])('%s', (_what, text, verdict) => {
    expect(judged({ judge }, text, limits).verdict).toBe(verdict);
  });
});

test('only the answer that a criterion counts is an answer', () => {
  const judge = { use: 'symptom-length', complaint: 'pain', injury: 'injury-date' };
  const limits = edition([{ ...limit(90, 'days'), comparison: 'at-least' }]);
  const rule = { judge, judgeCounts: 'opposes' };
  expect(judged(rule, 'DOI: 07/20/2015. Neck pain.', limits).verdict).toBe('not-met');
  expect(judged(rule, 'DOI: 07/20/2012. Neck pain.', limits).verdict).toBe('not-documented');
});
