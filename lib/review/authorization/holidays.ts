import { type CalendarDay, dayOf, isoOf, nthWeekday, weekdayOf } from './calendar-day.ts';

/**
 * Holidays of the California courts: Code of Civil Procedure 135 with Government Code 6700. A day
 * that falls on a Saturday is kept on the Friday before, one on a Sunday on the Monday after.
 */
export interface Holiday {
  name: string;
  day: CalendarDay;
}

interface HolidayRule {
  name: string;
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
  { name: "New Year's Day", day: fixed(1, 1) },
  { name: 'Martin Luther King Jr. Day', day: nth(1, MONDAY, 3) },
  { name: "Lincoln's Birthday", day: fixed(2, 12) },
  { name: "Presidents' Day", day: nth(2, MONDAY, 3) },
  { name: 'César Chávez Day', day: fixed(3, 31) },
  { name: 'Memorial Day', day: nth(5, MONDAY, -1) },
  { name: 'Juneteenth', from: 2023, day: fixed(6, 19) },
  { name: 'Independence Day', day: fixed(7, 4) },
  { name: 'Labor Day', day: nth(9, MONDAY, 1) },
  // Columbus Day left the courts' list when Native American Day came (Statutes of 2021, chapter 283).
  { name: 'Native American Day', from: 2022, day: nth(9, FRIDAY, 4) },
  { name: "Columbus Day, Indigenous Peoples' Day", to: 2021, day: nth(10, MONDAY, 2) },
  { name: 'Veterans Day', day: fixed(11, 11) },
  { name: 'Thanksgiving', day: nth(11, THURSDAY, 4) },
  { name: 'the day after Thanksgiving', day: (year) => nthWeekday(year, 11, THURSDAY, 4) + 1 },
  { name: 'Christmas', day: fixed(12, 25) },
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

/** The name of the holiday kept on the day, if it is one. */
export function holidayOn(day: CalendarDay): string | undefined {
  const year = Number(isoOf(day).slice(0, 4));
  return holidaysOf(year).find((holiday) => holiday.day === day)?.name;
}

function observed(day: CalendarDay): CalendarDay {
  const weekday = weekdayOf(day);
  if (weekday === SATURDAY) return day - 1;
  return weekday === SUNDAY ? day + 1 : day;
}
