import type { SaidDay } from '../../saying/said.ts';

/** A day without a time, as days since 1 January 1970: sums and differences are plain numbers. */
export type CalendarDay = number;

const MILLISECONDS = 86_400_000;

/** The day of a year, month (1-12) and day of the month. */
export function dayOf(year: number, month: number, day: number): CalendarDay {
  return Date.UTC(year, month - 1, day) / MILLISECONDS;
}

/** The day of an ISO date. Throws a RangeError when it is none. */
export function parseDay(iso: string): CalendarDay {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  const day = found ? dayOf(Number(found[1]), Number(found[2]), Number(found[3])) : Number.NaN;
  if (Number.isNaN(day) || isoOf(day) !== iso)
    throw new RangeError(`"${iso}" is no date as YYYY-MM-DD`);
  return day;
}

/** `YYYY-MM-DD`. */
export function isoOf(day: CalendarDay): string {
  return new Date(day * MILLISECONDS).toISOString().slice(0, 10);
}

/** 0 is Sunday. */
export function weekdayOf(day: CalendarDay): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** The first, second... of a weekday in a month; -1 is the last. */
export function nthWeekday(
  year: number,
  month: number,
  weekday: number,
  which: number,
): CalendarDay {
  if (which < 0) {
    const last = dayOf(year, month + 1, 0);
    return last - ((weekdayOf(last) - weekday + 7) % 7);
  }
  const first = dayOf(year, month, 1);
  return first + ((weekday - weekdayOf(first) + 7) % 7) + (which - 1) * 7;
}

/** The day as it is said: Wednesday, 12 August 2015. */
export function saidDay(day: CalendarDay): SaidDay {
  return { day: isoOf(day), weekday: true };
}
