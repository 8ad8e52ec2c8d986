import type { DateValue } from '../../language/mention.ts';
import { earliestDay, isoDate } from '../../language/values/calendar.ts';
import type { DrawnDate } from './picture.ts';

/** A date to draw at the first day that it can mean, or at the day given. */
export function drawnDate(date: DateValue, day = earliestDay(date)): DrawnDate {
  return { day, date: isoDate(date) };
}
