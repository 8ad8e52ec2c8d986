import type { DateValue } from '../language/mention.ts';
import { earliestDay } from '../language/values/calendar.ts';
import { type Said, say } from '../saying/said.ts';
import type { CaseIndex } from './evidence/case-index.ts';
import { parseIso } from './evidence/dates.ts';
import {
  datesOfNotes,
  labelledDates,
  REQUEST_DATE,
  VISIT_DATE,
  wholeDates,
} from './evidence/document-date.ts';
import type { Review } from './review.ts';

/** The date a case is judged as of, and how it was found. */
export interface AsOf {
  date: DateValue;
  source: Said;
}

/** The labels of the governing date, the best first. */
const LABELS: readonly [concept: string, source: Said][] = [
  [REQUEST_DATE, say('date_from_request')],
  [VISIT_DATE, say('date_from_visit')],
];

/** Where no text gives a date, no edition can be chosen by it. */
const UNDATED: AsOf = { date: { year: 1970, month: 1, day: 1 }, source: say('date_none') };

/** The governing date: the reviewer's, else the request's, else the visit's, else the newest. */
export function findAsOf(index: CaseIndex, chosen?: string): AsOf {
  const given = chosen === undefined ? undefined : parseIso(chosen);
  if (given) return { date: given, source: say('date_chosen') };
  const requested = newestOf(index.documents.flatMap(({ shown }) => shown?.requested ?? []));
  if (requested) return { date: requested, source: say('date_from_portal') };
  for (const [concept, source] of LABELS) {
    const labelled = index.documents.flatMap((document) => labelledDates(document, concept));
    const newest = newestOf(labelled.map(({ date }) => date));
    if (newest) return { date: newest, source };
  }
  const newest = newestIn(index, datesOfNotes) ?? newestIn(index, wholeDates);
  return newest ? { date: newest, source: say('date_from_text') } : UNDATED;
}

/** Whether no date was found that editions could be chosen by. */
export function isUndated({ asOfSource }: Pick<Review, 'asOfSource'>): boolean {
  return typeof asOfSource === 'object' && asOfSource.name === UNDATED.source.name;
}

function newestIn(index: CaseIndex, datesIn: typeof wholeDates): DateValue | undefined {
  const dates = index.documents.flatMap((document) =>
    datesIn(document, { start: 0, end: document.reading.text.length }),
  );
  return newestOf(dates.map(({ date }) => date));
}

function newestOf(dates: readonly DateValue[]): DateValue | undefined {
  return dates.reduce<DateValue | undefined>(
    (best, date) => (best === undefined || earliestDay(date) > earliestDay(best) ? date : best),
    undefined,
  );
}
