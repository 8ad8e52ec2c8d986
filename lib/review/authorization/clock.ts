import { type CalendarDay, inWords, isoOf, parseDay, weekdayOf } from './calendar-day.ts';
import { holidayOn } from './holidays.ts';

/**
 * When a decision on a request for authorization is due under California's rules (8 CCR 9792.9.1):
 * 5 business days from receipt, at most 14 days where more information was asked for; 72 hours for
 * an expedited review; 30 days for a retrospective one. It computes, it never decides.
 */
export interface ClockInput {
  /** Date of receipt, ISO, as it was in Pacific time. */
  received: string;
  /** Pacific time of receipt, minutes after midnight; absent where it is not known. */
  receivedAt?: number;
  review: 'prospective' | 'expedited' | 'retrospective';
  /** More information was asked for within the 5 business days. */
  informationAsked?: boolean;
  /** Date of the recommendation of treatment, ISO: the 14 days run from it when it is earlier. */
  recommended?: string;
}

export interface ClockResult {
  /** Last day, ISO. */
  due: string;
  /** Pacific time on that day, minutes after midnight; only for an expedited review. */
  dueAt?: number;
  /** How it came about, one plain sentence a step. */
  working: string[];
}

/** 5:30 pm Pacific: what comes later counts as received on the next business day. */
const CLOSE_OF_DAY = 17 * 60 + 30;
const BUSINESS_DAYS = 5;
const LONGEST_DAYS = 14;
const EXPEDITED_HOURS = 72;
const RETROSPECTIVE_DAYS = 30;

/** The day a decision is due, with the working. Throws a RangeError for a date that is none. */
export function decisionDue(input: ClockInput): ClockResult {
  const received = parseDay(input.received);
  switch (input.review) {
    case 'expedited':
      return expedited(received, input.receivedAt);
    case 'retrospective':
      return {
        due: isoOf(received + RETROSPECTIVE_DAYS),
        working: [
          `Received ${inWords(received)}${atTime(input.receivedAt)}.`,
          `Retrospective review: ${RETROSPECTIVE_DAYS} days, ${inWords(received + RETROSPECTIVE_DAYS)}.`,
        ],
      };
    case 'prospective':
      return prospective(received, input);
  }
}

/** Whether a day is neither on a weekend nor a holiday. */
export function isBusinessDay(day: CalendarDay): boolean {
  return whyClosed(day) === undefined;
}

function prospective(received: CalendarDay, input: ClockInput): ClockResult {
  const working = [`Received ${inWords(received)}${atTime(input.receivedAt)}.`];
  const start = countedAsReceived(received, input.receivedAt, working);
  const last = received + LONGEST_DAYS;
  const limit = input.recommended
    ? Math.min(last, parseDay(input.recommended) + LONGEST_DAYS)
    : last;
  if (input.informationAsked) {
    working.push(
      `More information was asked for: at most ${LONGEST_DAYS} days, ${inWords(limit)}.`,
    );
    return { due: isoOf(limit), working };
  }
  const due = addBusinessDays(start, BUSINESS_DAYS, working);
  if (due <= limit || limit < start) return { due: isoOf(due), working };
  working.push(`Never later than ${LONGEST_DAYS} days: ${inWords(limit)}.`);
  return { due: isoOf(limit), working };
}

function countedAsReceived(
  received: CalendarDay,
  at: number | undefined,
  working: string[],
): CalendarDay {
  if (at === undefined || at <= CLOSE_OF_DAY) return received;
  let next = received + 1;
  while (!isBusinessDay(next)) next += 1;
  working.push(
    `After 5:30 pm Pacific: counts as received on the next business day, ${inWords(next)}.`,
  );
  return next;
}

function addBusinessDays(start: CalendarDay, count: number, working: string[]): CalendarDay {
  const skipped: string[] = [];
  let day = start;
  for (let left = count; left > 0; ) {
    day += 1;
    const closed = whyClosed(day);
    if (closed === undefined) left -= 1;
    else if (closed !== WEEKEND) skipped.push(`${inWords(day)}, is ${closed}`);
  }
  working.push(`The day after is day 1; weekends do not count.`);
  for (const one of skipped) working.push(`${one}: it does not count.`);
  working.push(`${count} business days: ${inWords(day)}.`);
  return day;
}

const WEEKEND = 'a weekend';

function whyClosed(day: CalendarDay): string | undefined {
  const weekday = weekdayOf(day);
  return weekday === 0 || weekday === 6 ? WEEKEND : holidayOn(day);
}

function expedited(received: CalendarDay, at: number | undefined): ClockResult {
  const due = received + EXPEDITED_HOURS / 24;
  const working = [
    `Received ${inWords(received)}${atTime(at)}.`,
    `Expedited review: ${EXPEDITED_HOURS} hours, weekends and holidays count, ${inWords(due)}${atTime(at)}.`,
  ];
  if (at === undefined) {
    working.push('The time of receipt is not known: the hours end at that time of the day.');
    return { due: isoOf(due), working };
  }
  return { due: isoOf(due), dueAt: at, working };
}

function atTime(minutes: number | undefined): string {
  if (minutes === undefined) return '';
  const hours = Math.floor(minutes / 60);
  const half = hours < 12 ? 'am' : 'pm';
  return ` at ${hours % 12 === 0 ? 12 : hours % 12}:${String(minutes % 60).padStart(2, '0')} ${half}`;
}
