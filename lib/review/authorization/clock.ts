import { type MessageKey, type Said, say } from '../../saying/said.ts';
import { type CalendarDay, isoOf, parseDay, saidDay, weekdayOf } from './calendar-day.ts';
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
  working: Said[];
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
          receivedOn(received, input.receivedAt),
          say('clock_retrospective', RETROSPECTIVE_DAYS, saidDay(received + RETROSPECTIVE_DAYS)),
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
  const working = [receivedOn(received, input.receivedAt)];
  const start = countedAsReceived(received, input.receivedAt, working);
  const last = received + LONGEST_DAYS;
  const limit = input.recommended
    ? Math.min(last, parseDay(input.recommended) + LONGEST_DAYS)
    : last;
  if (input.informationAsked) {
    working.push(say('clock_information', LONGEST_DAYS, saidDay(limit)));
    return { due: isoOf(limit), working };
  }
  const due = addBusinessDays(start, BUSINESS_DAYS, working);
  if (due <= limit || limit < start) return { due: isoOf(due), working };
  working.push(say('clock_never_later', LONGEST_DAYS, saidDay(limit)));
  return { due: isoOf(limit), working };
}

function countedAsReceived(
  received: CalendarDay,
  at: number | undefined,
  working: Said[],
): CalendarDay {
  if (at === undefined || at <= CLOSE_OF_DAY) return received;
  let next = received + 1;
  while (!isBusinessDay(next)) next += 1;
  working.push(say('clock_after_close', saidDay(next)));
  return next;
}

function addBusinessDays(start: CalendarDay, count: number, working: Said[]): CalendarDay {
  const skipped: Said[] = [];
  let day = start;
  for (let left = count; left > 0; ) {
    day += 1;
    const closed = whyClosed(day);
    if (closed === undefined) left -= 1;
    else if (closed !== WEEKEND) skipped.push(say('clock_closed', saidDay(day), say(closed)));
  }
  working.push(say('clock_day_one'), ...skipped, say('clock_business_days', count, saidDay(day)));
  return day;
}

const WEEKEND = 'weekend';

function whyClosed(day: CalendarDay): typeof WEEKEND | MessageKey | undefined {
  const weekday = weekdayOf(day);
  return weekday === 0 || weekday === 6 ? WEEKEND : holidayOn(day);
}

function expedited(received: CalendarDay, at: number | undefined): ClockResult {
  const due = received + EXPEDITED_HOURS / 24;
  const working = [receivedOn(received, at)];
  if (at === undefined) {
    working.push(say('clock_expedited', EXPEDITED_HOURS, saidDay(due)), say('clock_time_unknown'));
    return { due: isoOf(due), working };
  }
  working.push(say('clock_expedited_at', EXPEDITED_HOURS, saidDay(due), timeOfDay(at)));
  return { due: isoOf(due), dueAt: at, working };
}

function receivedOn(day: CalendarDay, at: number | undefined): Said {
  return at === undefined
    ? say('clock_received', saidDay(day))
    : say('clock_received_at', saidDay(day), timeOfDay(at));
}

/** "5:47 pm", as clocks of the courts show it in either language. */
function timeOfDay(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const half = hours < 12 ? 'am' : 'pm';
  return `${hours % 12 === 0 ? 12 : hours % 12}:${String(minutes % 60).padStart(2, '0')} ${half}`;
}
