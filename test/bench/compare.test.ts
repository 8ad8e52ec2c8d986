import { expect, test } from 'vitest';
import { compare } from './compare.ts';
import { isMet, type Measure } from './measure.ts';

const loop = (value: number): Measure => ({ id: 'review/loop', value, unit: 'ms' });
const review = (value: number, more: Partial<Measure> = {}): Measure => ({
  ...{ id: 'review/20 KB', value, unit: 'ms', against: 'review/loop', tolerance: 1.4 },
  ...more,
});
const size = (value: number): Measure => ({
  ...{ id: 'sizes/panel', value, unit: 'KB', against: 'as-is', tolerance: 1.05 },
});

const regressions = (stored: Measure[], fresh: Measure[]) =>
  compare(stored, fresh)
    .filter(({ isRegression }) => isRegression)
    .map(({ id }) => id);

test('a machine of half the speed is no regression', () => {
  expect(regressions([loop(1), review(10)], [loop(2), review(20)])).toEqual([]);
});

test('the same time on a machine of twice the speed is one', () => {
  expect(regressions([loop(1), review(10)], [loop(0.5), review(10)])).toEqual(['review/20 KB']);
});

test('what is within the tolerance is none, what is better neither', () => {
  expect(regressions([loop(1), review(10)], [loop(1), review(13.9)])).toEqual([]);
  expect(regressions([loop(1), review(10)], [loop(1), review(14.1)])).toEqual(['review/20 KB']);
  expect(regressions([loop(1), review(10)], [loop(1), review(1)])).toEqual([]);
});

test('sizes are compared as they are', () => {
  expect(regressions([size(100)], [size(104)])).toEqual([]);
  expect(regressions([size(100)], [size(106)])).toEqual(['sizes/panel']);
  expect(regressions([size(0)], [size(0)])).toEqual([]);
  expect(regressions([size(0)], [size(1)])).toEqual(['sizes/panel']);
});

test('where more is better, less is a regression', () => {
  const rate = (value: number) => review(value, { against: 'as-is', moreIsBetter: true });
  expect(regressions([rate(10)], [rate(20)])).toEqual([]);
  expect(regressions([rate(10)], [rate(5)])).toEqual(['review/20 KB']);
});

test('a figure or its baseline that is missing, or is no number, is a regression', () => {
  expect(regressions([loop(1), review(10)], [loop(1)])).toEqual(['review/20 KB']);
  expect(regressions([loop(1), review(10)], [review(10)])).toEqual(['review/20 KB']);
  expect(regressions([loop(1), review(10)], [loop(1), review(Number.NaN)])).toEqual([
    'review/20 KB',
  ]);
});

test('a figure that is only shown is not compared', () => {
  expect(compare([loop(1)], [])).toEqual([]);
});

test('a goal is met by numbers only', () => {
  expect(isMet(review(3, { goal: { most: 3 } }))).toBe(true);
  expect(isMet(review(3.01, { goal: { most: 3 } }))).toBe(false);
  expect(isMet(review(3, { goal: { least: 4 } }))).toBe(false);
  expect(isMet(review(Number.NaN, { goal: { most: 3 } }))).toBe(false);
  expect(isMet(review(3))).toBeUndefined();
});
