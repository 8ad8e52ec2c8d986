import type { DateValue, Mention } from '../language/mention.ts';
import { earliestDay, isoDate } from '../language/values/calendar.ts';
import { type Said, say } from '../saying/said.ts';
import type { CaseIndex, IndexedDocument } from './evidence/case-index.ts';
import { parseIso } from './evidence/dates.ts';
import { valuesIn } from './judges/places.ts';
import type { Review } from './review.ts';

/** The date a case is judged as of, and how it was found. */
export interface AsOf {
  date: DateValue;
  source: Said;
}

/** Concepts of `packs/vocabulary/case-dates.json` that label the governing date, the best first. */
const LABELS: readonly [concept: string, source: Said][] = [
  ['date-of-request', say('date_from_request')],
  ['date-of-visit', say('date_from_visit')],
];

/** A label and its date stand on one line, with a colon, a table cell or a few words between. */
const NEAR = 40;

/** A letter or note is dated within this many characters. */
const HEAD = 600;

/** Where no text gives a date, no edition can be chosen by it. */
const UNDATED: AsOf = { date: { year: 1970, month: 1, day: 1 }, source: say('date_none') };

/** The governing date: the reviewer's, else the request's, else the visit's, else the newest. */
export function findAsOf(index: CaseIndex, chosen?: string): AsOf {
  const given = chosen === undefined ? undefined : parseIso(chosen);
  if (given) return { date: given, source: say('date_chosen') };
  const requested = newestOf(index.documents.flatMap(({ shown }) => shown?.requested ?? []));
  if (requested) return { date: requested, source: say('date_from_portal') };
  for (const [concept, source] of LABELS) {
    const dates = index.documents.flatMap((document) => labelled(document, concept));
    const newest = newestOf(dates);
    if (newest) return { date: newest, source };
  }
  const all = index.documents.flatMap((document) => wholeDates(document));
  const newest = newestOf(all);
  return newest ? { date: newest, source: say('date_from_text') } : UNDATED;
}

/** Whether no date was found that editions could be chosen by. */
export function isUndated({ asOfSource }: Pick<Review, 'asOfSource'>): boolean {
  return typeof asOfSource === 'object' && asOfSource.name === UNDATED.source.name;
}

/** The date of one document, ISO: labelled as its visit's or request's, else one at its head. */
export function dateOf(document: IndexedDocument): string | null {
  const visit = LABELS.map(([concept]) => concept).reverse();
  const dates = visit.flatMap((concept) => labelled(document, concept).slice(0, 1));
  const head = { start: 0, end: Math.min(HEAD, document.reading.text.length) };
  const found =
    dates[0] ??
    valuesIn(document, 'date', head).find(({ value }) => isWhole(value.date))?.value.date;
  return found ? isoDate(found) : null;
}

function labelled(document: IndexedDocument, concept: string): DateValue[] {
  return labelledDates(document, concept).map(({ date }) => date);
}

/** The whole dates behind the words of a concept, with those words; `end` is that of the date. */
export function labelledDates(
  document: IndexedDocument,
  concept: string,
): { mention: Mention; date: DateValue; end: number }[] {
  return (document.mentions.get(concept) ?? []).flatMap((mention) => {
    const { end, assertion } = mention;
    if (assertion.voice === 'guideline') return [];
    const dates = valuesIn(document, 'date', { start: end, end: end + NEAR });
    return dates
      .flatMap(({ value, end: dateEnd }) =>
        isWhole(value.date) ? [{ mention, date: value.date, end: dateEnd }] : [],
      )
      .slice(0, 1);
  });
}

function wholeDates(document: IndexedDocument): DateValue[] {
  const whole = { start: 0, end: document.reading.text.length };
  return valuesIn(document, 'date', whole).flatMap(({ value }) =>
    isWhole(value.date) ? [value.date] : [],
  );
}

function isWhole({ year, day }: DateValue): boolean {
  return year > 1980 && day !== undefined;
}

function newestOf(dates: readonly DateValue[]): DateValue | undefined {
  return dates.reduce<DateValue | undefined>(
    (best, date) => (best === undefined || earliestDay(date) > earliestDay(best) ? date : best),
    undefined,
  );
}
