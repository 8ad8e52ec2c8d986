import type { DateValue } from '../../language/mention.ts';
import { isoDate } from '../../language/values/calendar.ts';
import { say } from '../../saying/said.ts';
import type { IndexedDocument } from '../requests/find-requests.ts';
import { lineEnd } from '../requests/spans.ts';
import { valuesIn } from '../requests/traits.ts';
import { parseDay, saidDay } from './calendar-day.ts';
import type { AuthorizationFinding } from './check-authorization.ts';
import { decisionDue } from './clock.ts';
import { mentionsOf, quoteLine } from './fields.ts';

/** The rule on the age of the supporting report holds for requests from this day on. */
export const SUPPORT_AGE_FROM = '2026-04-01';
const OLDEST_SUPPORT_DAYS = 30;
/** A date belongs to a label when it stands within so many characters after it. */
const DATE_WITHIN = 60;

interface DatedMention {
  placed: ReturnType<typeof mentionsOf>[number];
  /** ISO. */
  date: string;
  /** Minutes after midnight. */
  time?: number;
}

/** Whether the newest supporting report was made no more than 30 days before the request. */
export function checkSupportAge(
  documents: readonly IndexedDocument[],
  request: string,
): AuthorizationFinding {
  if (request < SUPPORT_AGE_FROM || request.length < 10)
    return { verdict: 'not-applicable', evidence: [] };
  const reports = datedMentions(documents, 'rfa-report').filter(({ date }) => date <= request);
  const newest = reports.sort((a, b) => b.date.localeCompare(a.date))[0];
  if (!newest) return { verdict: 'not-documented', evidence: [] };
  const age = parseDay(request) - parseDay(newest.date);
  const isRecent = age <= OLDEST_SUPPORT_DAYS;
  return {
    verdict: isRecent ? 'met' : 'not-met',
    evidence: [quoteLine(newest.placed, isRecent ? 'supports' : 'opposes')],
    details: [
      say('clock_report_age', saidDay(parseDay(newest.date)), saidDay(parseDay(request)), age),
    ],
  };
}

/** When the decision is due, and whether one that is dated was made in time. */
export function checkClock(documents: readonly IndexedDocument[]): AuthorizationFinding {
  const received = datedMentions(documents, 'rfa-received')[0] ?? receivedAsShown(documents);
  if (!received) return { verdict: 'not-documented', evidence: [] };
  const { due, working } = decisionDue({
    received: received.date,
    ...(received.time === undefined ? {} : { receivedAt: received.time }),
    review: reviewOf(documents),
    informationAsked: mentionsOf(documents, 'rfa-information-asked').length > 0,
  });
  const decided = datedMentions(documents, 'rfa-decided').filter(
    ({ date }) => date >= received.date,
  )[0];
  const evidence = received.placed ? [quoteLine(received.placed, 'supports')] : [];
  const details = [say('clock_due', saidDay(parseDay(due))), ...working];
  if (!decided)
    return {
      verdict: 'unclear',
      evidence: evidence.map((one) => ({ ...one, role: 'ambiguous' })),
      details,
    };
  const isInTime = decided.date <= due;
  return {
    verdict: isInTime ? 'met' : 'not-met',
    evidence: [...evidence, quoteLine(decided.placed, isInTime ? 'supports' : 'opposes')],
    details: [say('clock_decided', saidDay(parseDay(decided.date))), ...details],
  };
}

/** The day the portal shows, where no text of the case tells it. */
function receivedAsShown(
  documents: readonly IndexedDocument[],
): (Omit<DatedMention, 'placed'> & { placed?: undefined }) | undefined {
  for (const { shown } of documents) {
    if (!shown?.received) continue;
    const time = timeIn(shown.receivedAsShown ?? '');
    return { date: isoDate(shown.received), ...(time === undefined ? {} : { time }) };
  }
  return undefined;
}

function reviewOf(documents: readonly IndexedDocument[]) {
  if (mentionsOf(documents, 'rfa-expedited').length > 0) return 'expedited';
  return mentionsOf(documents, 'rfa-retrospective').length > 0 ? 'retrospective' : 'prospective';
}

/** Mentions with a full date after them on their line, and the time of day after that. */
export function datedMentions(
  documents: readonly IndexedDocument[],
  concept: string,
): DatedMention[] {
  return mentionsOf(documents, concept).flatMap((placed) => {
    const { reading } = placed.document;
    const { end } = placed.mention;
    const until = Math.min(lineEnd(reading.text, end), end + DATE_WITHIN);
    for (const { value, end: dateEnd } of valuesIn(reading, { start: end, end: until })) {
      if (value.kind !== 'date' || !isFull(value.date)) continue;
      const time = timeIn(
        reading.text.slice(dateEnd, Math.min(lineEnd(reading.text, dateEnd), dateEnd + 40)),
      );
      return [{ placed, date: isoDate(value.date), ...(time === undefined ? {} : { time }) }];
    }
    return [];
  });
}

function isFull({ year, month, day }: DateValue): boolean {
  return year > 0 && month !== undefined && day !== undefined;
}

/** "5:47 PM", "17:41" as minutes after midnight. */
export function timeIn(text: string): number | undefined {
  const found = /\b(\d{1,2}):(\d{2})\s*([ap])?\.?m?\b/i.exec(text);
  if (!found) return undefined;
  const half = found[3]?.toLowerCase();
  const hours = (Number(found[1]) % (half ? 12 : 24)) + (half === 'p' ? 12 : 0);
  const minutes = Number(found[2]);
  return minutes < 60 ? hours * 60 + minutes : undefined;
}
