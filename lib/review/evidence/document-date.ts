import type { DateValue, Mention } from '../../language/mention.ts';
import { type IndexedDocument, mentionsWithin, within } from './case-index.ts';
import { createMemo } from './memo.ts';
import type { Span } from './scopes.ts';

/** Concepts of `packs/vocabulary/case-dates.json` that label the date of a request and of a visit. */
export const REQUEST_DATE = 'date-of-request';
export const VISIT_DATE = 'date-of-visit';
/** ... and those of days that are no document's: of an injury, a birth, an operation. */
const OTHER_DAYS = ['injury-date', 'date-of-other-event'];

/** A label and its date stand on one line, with a colon, a table cell or a few words between. */
const NEAR = 40;
/** A letter or note is dated within this many characters. */
const HEAD = 600;
/** "of", "on", "was": letters between an event and its date. */
const LONGEST_PREPOSITION = 3;

const dates = createMemo<IndexedDocument, DateValue | undefined>();

/**
 * The date of a document as a whole: labelled as its visit's or its request's, else the first whole date
 * at its head that is not said to be the day of an injury, a birth or an operation.
 */
export function documentDate(document: IndexedDocument): DateValue | undefined {
  return dates(
    document,
    '',
    () =>
      labelledDates(document, VISIT_DATE)[0]?.date ??
      labelledDates(document, REQUEST_DATE)[0]?.date ??
      datesOfNotes(document, { start: 0, end: HEAD })[0]?.date,
  );
}

/** The whole dates behind the words of a concept, with those words; `end` is that of the date. */
export function labelledDates(
  document: IndexedDocument,
  concept: string,
): { mention: Mention; date: DateValue; end: number }[] {
  return (document.mentions.get(concept) ?? []).flatMap((mention) => {
    const { end, assertion } = mention;
    if (assertion.voice === 'guideline') return [];
    const [first] = wholeDates(document, { start: end, end: end + NEAR });
    return first ? [{ mention, date: first.date, end: first.end }] : [];
  });
}

/** The dates in a stretch of the text that name a day. */
export function wholeDates(document: IndexedDocument, span: Span): (Span & { date: DateValue })[] {
  return within(document.values.get('date'), span).flatMap(({ value, start, end }) =>
    value.kind === 'date' && value.date.year > 1980 && value.date.day !== undefined
      ? [{ date: value.date, start, end }]
      : [],
  );
}

/** The whole dates of a stretch without those of an injury, a birth, an operation. */
export function datesOfNotes(
  document: IndexedDocument,
  span: Span,
): (Span & { date: DateValue })[] {
  const events = mentionsWithin(document, OTHER_DAYS, span);
  const theirs = new Set(events.map((event) => dateOfEvent(document, event)));
  return wholeDates(document, span).filter(({ start }) => !theirs.has(start));
}

/** Where the date of an event starts: in its words or right behind them, as in "DOI:", "injury of". */
function dateOfEvent(document: IndexedDocument, event: Span): number | undefined {
  const [date] = wholeDates(document, { start: event.start, end: event.end + NEAR });
  if (!date) return undefined;
  const between = document.reading.text.slice(event.end, date.start).replace(/[^a-z]/gi, '');
  return between.length <= LONGEST_PREPOSITION ? date.start : undefined;
}
