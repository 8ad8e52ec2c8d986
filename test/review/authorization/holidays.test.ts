import { describe, expect, it } from 'vitest';
import { isoOf } from '../../../lib/review/authorization/calendar-day.ts';
import { holidaysOf } from '../../../lib/review/authorization/holidays.ts';

describe('holidays of the California courts', () => {
  it.each([
    [2015, '01-01 01-19 02-12 02-16 03-31 05-25 07-03 09-07 10-12 11-11 11-26 11-27 12-25'],
    [2022, '01-17 02-11 02-21 03-31 05-30 07-04 09-05 09-23 11-11 11-24 11-25 12-26'],
    [2023, '01-02 01-16 02-13 02-20 03-31 05-29 06-19 07-04 09-04 09-22 11-10 11-23 11-24 12-25'],
    [2021, '01-01 01-18 02-12 02-15 03-31 05-31 07-05 09-06 10-11 11-11 11-25 11-26 12-24 12-31'],
  ])('%i', (year, days) => {
    const expected = days.split(' ').map((day) => `${year}-${day}`);
    expect(holidaysOf(year).map(({ day }) => isoOf(day))).toEqual(expected);
  });
});
