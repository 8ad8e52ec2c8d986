import { expect, test } from 'vitest';
import { showDate, showPeriod } from '../../lib/wording/dates.ts';
import { around, counted, words } from '../../lib/wording/words.ts';

test('places are filled in order', () => {
  expect(words('place_of', 2, 17)).toBe('2 of 17');
});

test('a count takes its form', () => {
  expect(counted('documents', 1)).toBe('1 document');
  expect(counted('documents', 3)).toBe('3 documents');
});

test('a message is parted around its place', () => {
  expect(around('off_here_lead')).toEqual(['It has read nothing on ', '.']);
});

test('dates are as precise as they are known', () => {
  expect(showDate('2015-08-12')).toBe('12 Aug 2015');
  expect(showDate('2015-08')).toBe('Aug 2015');
  expect(showDate('2015')).toBe('2015');
});

test('periods may be open at the end', () => {
  expect(showPeriod('2009-07-18', '2016-07-28')).toBe('18 Jul 2009 to 28 Jul 2016');
  expect(showPeriod('2017-12-01', null)).toBe('from 1 Dec 2017');
});
