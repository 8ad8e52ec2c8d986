import { expect, test } from 'vitest';
import type { Value } from '../../lib/language/mention.ts';
import { passesValueTest } from '../../lib/review/evidence/value-test.ts';

const percent = (low: number, high = low, operator = 'exactly'): Value =>
  ({ kind: 'percent', amount: { low, high }, operator }) as Value;

test.each([
  ['at least', percent(50), { atLeast: 50 }, true],
  ['over the same number', percent(50), { over: 50 }, false],
  ['"more than 50"', percent(50, 50, 'over'), { over: 50 }, true],
  ['"up to 60" is not at least 50', percent(60, 60, 'at-most'), { atLeast: 50 }, false],
  ['a range that reaches below', percent(40, 60), { atLeast: 50 }, false],
  ['at most', percent(30), { atMost: 30 }, true],
  ['under the same number', percent(30), { under: 30 }, false],
  ['no bound', percent(1), {}, true],
])('%s', (_what, value, bounds, passes) => {
  expect(passesValueTest(value, { kind: 'percent', ...bounds })).toBe(passes);
});

test('another kind of value never passes', () => {
  expect(passesValueTest(percent(50), { kind: 'count' })).toBe(false);
});

test('durations compare in days, whatever their unit', () => {
  const months: Value = {
    kind: 'duration',
    amount: { low: 4, high: 4 },
    unit: 'month',
    days: { low: 120, high: 124 },
    operator: 'over',
  };
  expect(passesValueTest(months, { kind: 'duration', over: 90 })).toBe(true);
  expect(passesValueTest(months, { kind: 'duration', over: 200 })).toBe(false);
});
