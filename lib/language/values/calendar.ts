import type { SaidDay } from '../../saying/said.ts';
import type { DateValue } from '../mention.ts';

/** Plain calendar arithmetic on dates with their precision; no clock and no time zone. */

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const MILLISECONDS_A_DAY = 86_400_000;

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** The number of days in a month; 29 for a February whose year is unknown (0). */
export function daysInMonth(year: number, month: number): number {
  if (month === 2 && (year === 0 || isLeapYear(year))) return 29;
  return DAYS_IN_MONTH[month - 1] ?? 0;
}

/** Whether such a day exists; a year of 0 stands for any. */
export function isCalendarDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Days since 1970-01-01 of the first day that the date can mean ("2010" is 1 January 2010). */
export function earliestDay(date: DateValue): number {
  return Date.UTC(date.year, (date.month ?? 1) - 1, date.day ?? 1) / MILLISECONDS_A_DAY;
}

/** Days since 1970-01-01 of the last day that the date can mean ("2010" is 31 December 2010). */
export function latestDay(date: DateValue): number {
  const month = date.month ?? 12;
  // the day before the first of the month that follows a season
  if (date.months !== undefined)
    return Date.UTC(date.year, month - 1 + date.months, 0) / MILLISECONDS_A_DAY;
  const day = date.day ?? daysInMonth(date.year, month);
  return Date.UTC(date.year, month - 1, day) / MILLISECONDS_A_DAY;
}

/** The date of a day counted from 1970-01-01. */
export function dateOfDay(day: number): DateValue {
  const date = new Date(day * MILLISECONDS_A_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The date in ISO form, as precise as it is: `2010`, `2010-06`, `2010-06-17`. */
export function isoDate(date: DateValue): string {
  const parts = [String(date.year).padStart(4, '0')];
  if (date.month !== undefined) parts.push(String(date.month).padStart(2, '0'));
  if (date.month !== undefined && date.day !== undefined)
    parts.push(String(date.day).padStart(2, '0'));
  return parts.join('-');
}

/** The date as it is said, as precise as it is: 17 June 2015, June 2015, 2015. */
export function saidDate(date: DateValue): SaidDay {
  return { day: isoDate(date) };
}
