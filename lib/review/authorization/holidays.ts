import type { MessageKey } from '../../saying/said.ts';
import { type CalendarDay, dayOf, isoOf, nthWeekday, weekdayOf } from './calendar-day.ts';

/**
 * Holidays of the California courts: Code of Civil Procedure 135 with Government Code 6700. A day
 * that falls on a Saturday is kept on the Friday before, one on a Sunday on the Monday after.
 */
export interface Holiday {
  name: MessageKey;
  day: CalendarDay;
}

interface HolidayRule {
  name: MessageKey;
  /** First and last year of the rule; absent where it has always held. */
  from?: number;
  to?: number;
  day(year: number): CalendarDay;
}

const MONDAY = 1;
const THURSDAY = 4;
const FRIDAY = 5;
const SATURDAY = 6;
const SUNDAY = 0;

const fixed = (month: number, day: number) => (year: number) => dayOf(year, month, day);
const nth = (month: number, weekday: number, which: number) => (year: number) =>
  nthWeekday(year, month, weekday, which);

const RULES: readonly HolidayRule[] = [
  { name: 'holiday_new_year', day: fixed(1, 1) },
  { name: 'holiday_king', day: nth(1, MONDAY, 3) },
  { name: 'holiday_lincoln', day: fixed(2, 12) },
  { name: 'holiday_presidents', day: nth(2, MONDAY, 3) },
  { name: 'holiday_chavez', day: fixed(3, 31) },
  { name: 'holiday_memorial', day: nth(5, MONDAY, -1) },
  { name: 'holiday_juneteenth', from: 2023, day: fixed(6, 19) },
  { name: 'holiday_independence', day: fixed(7, 4) },
  { name: 'holiday_labor', day: nth(9, MONDAY, 1) },
  // Columbus Day left the courts' list when Native American Day came (Statutes of 2021, chapter 283).
  { name: 'holiday_native_american', from: 2022, day: nth(9, FRIDAY, 4) },
  { name: 'holiday_columbus', to: 2021, day: nth(10, MONDAY, 2) },
  { name: 'holiday_veterans', day: fixed(11, 11) },
  { name: 'holiday_thanksgiving', day: nth(11, THURSDAY, 4) },
  { name: 'holiday_after_thanksgiving', day: (year) => nthWeekday(year, 11, THURSDAY, 4) + 1 },
  { name: 'holiday_christmas', day: fixed(12, 25) },
];

/** The holidays kept in a year, by day. One of the next year may be kept on its last day. */
export function holidaysOf(year: number): Holiday[] {
  const kept = [year, year + 1].flatMap((of) =>
    RULES.filter(({ from = of, to = of }) => from <= of && of <= to).map(({ name, day }) => ({
      name,
      day: observed(day(of)),
    })),
  );
  return kept
    .filter(({ day }) => isoOf(day).startsWith(`${String(year).padStart(4, '0')}-`))
    .sort((a, b) => a.day - b.day);
}

/** The holiday kept on the day, if it is one. */
export function holidayOn(day: CalendarDay): MessageKey | undefined {
  const year = Number(isoOf(day).slice(0, 4));
  return holidaysOf(year).find((holiday) => holiday.day === day)?.name;
}

function observed(day: CalendarDay): CalendarDay {
  const weekday = weekdayOf(day);
  if (weekday === SATURDAY) return day - 1;
  return weekday === SUNDAY ? day + 1 : day;
}
