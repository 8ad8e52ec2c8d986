import type { DateValue } from '../../language/mention.ts';
import { earliestDay, latestDay } from '../../language/values/calendar.ts';
import { firstFrom, type IndexedDocument, within } from './case-index.ts';
import { documentDate } from './document-date.ts';
import { createMemo } from './memo.ts';
import { EVENT, FOREIGN } from './paragraph-dates.ts';
import { clauseAround, type Place, type Span } from './scopes.ts';

/** When a clause says that something was so: at an earlier time, or now. */
export type Moment = 'then' | 'now';

/** Concepts of the packs: words for an earlier time, for now, and before the day on which something was so. */
const THEN = 'told-then';
const NOW = 'told-now';
const LEADS = 'leads-to-day';
/** "Which she could not": what stands behind tells of the time it is compared with. */
const COMPARED = 'compared-with-then';

/**
 * Whether a place speaks of an earlier time ("in March there was a twitch") or of now ("none today").
 * Undefined where its clause does not say, and where the day it names is that of its own note.
 */
export function momentOf(document: IndexedDocument, place: Place): Moment | undefined {
  return moments(document, `${place.start} ${place.end}`, () => findMoment(document, place));
}

const moments = createMemo<IndexedDocument, Moment | undefined>();

function findMoment(document: IndexedDocument, place: Place): Moment | undefined {
  const clause = clauseAround(document, place);
  const compared = document.mentions
    .of(COMPARED, clause.start, clause.end)
    .find(({ start }) => start > place.start);
  const isOfPlace = (words: Span) => !compared || words.start < compared.start;
  const says = (concept: string) =>
    document.mentions
      .of(concept, clause.start, clause.end)
      .some((mention) => isOfPlace(mention) && isBeside(document, mention, place));
  if (says(NOW)) return 'now';
  // a line of a chronology is of its day
  if (isHeadedByDay(document, clause)) return undefined;
  if (says(THEN)) return 'then';
  const isOfEarlierDay = daysBeside(document, place, clause).some(
    (day) => isOfPlace(day) && isLedTo(document, clause, day) && isBeforeNewest(document, day.date),
  );
  return isOfEarlierDay ? 'then' : undefined;
}

/** Whether words speak of a place too: both in one bracket or outside of all, or in that of its heading. */
function isBeside({ reading: { text } }: IndexedDocument, words: Span, place: Span): boolean {
  const isBehind = words.end > place.start;
  const between = isBehind
    ? text.slice(place.end, words.start)
    : text.slice(words.end, place.start).replace(OF_HEADING, '');
  return !BRACKET.test(between.replace(WHOLE_BRACKETS, ''));
}

const BRACKET = /[()]/;
const WHOLE_BRACKETS = /\([^()]*\)/g;
/** "(copied forward from 2/1/16): trigger points" */
const OF_HEADING = /^[^()]{0,40}\)\s?:/;

/**
 * The day on which a clause says that something was so: "in January", "when examined on 2/18", "…, 4/18".
 * Undefined where it names several, or the day of something else; what compares may do so in two clauses.
 */
export function dayNamed(
  document: IndexedDocument,
  place: Place,
  compares = false,
): DateValue | undefined {
  if (!isBesideDay(document, place)) return undefined;
  const clause = clauseAround(document, place);
  const told = compares ? (document.reading.sentences[place.sentence] ?? clause) : clause;
  const days = daysBeside(document, place, told);
  const [named] = days;
  if (!named || days.length > 1) return undefined;
  const { date } = named;
  const { text } = document.reading;
  const words = text.slice(clause.start, clause.end);
  if (EVENT.test(words) || FOREIGN.test(words)) return undefined;
  if (momentOf(document, place) === 'now')
    return TODAY_IS.test(text.slice(clause.start, named.start)) ? date : undefined;
  const isSetBehind =
    place.end <= named.start &&
    clause.end - named.end <= NEAR &&
    /[,(]\s?$/.test(text.slice(place.end, named.start));
  return isSetBehind || isLedTo(document, clause, named) ? date : undefined;
}

/** "Pressed today, 6/8/15, it sends pain to the hip": the day of a visit, behind its word. */
const TODAY_IS = /\b(?:today|this visit|today's \w+)(?:,| \(| -| on| of)? ?$/i;

/** Whether the clause of a place names a day at all. */
export function namesDay(document: IndexedDocument, place: Place): boolean {
  return (
    isBesideDay(document, place) &&
    daysBeside(document, place, clauseAround(document, place)).length > 0
  );
}

/** Whether the sentence of a place holds a day: most hold none, and their clauses need not be told apart. */
function isBesideDay({ reading: { sentences }, values }: IndexedDocument, place: Place): boolean {
  const { start, end } = sentences[place.sentence] ?? place;
  const days = values.get('date') ?? [];
  const first = days[firstFrom(days, start)];
  return first !== undefined && first.start < end;
}

function daysBeside(document: IndexedDocument, place: Place, told: Span) {
  return within(document.values.get('date'), told).flatMap(({ value, start, end }) =>
    value.kind === 'date' && value.date.year > 0 && isBeside(document, { start, end }, place)
      ? [{ date: value.date, start, end }]
      : [],
  );
}

/** Whether "on", "in", "by" stands right before a day. */
function isLedTo({ mentions }: IndexedDocument, clause: Span, { start }: Span): boolean {
  return mentions.of(LEADS, clause.start, start).some(({ end }) => start - end <= NEAR);
}

/** Between a day and the words before it, or the end of its clause. */
const NEAR = 2;

/** Whether a day is before that of the newest note of a text. */
function isBeforeNewest(document: IndexedDocument, day: DateValue): boolean {
  const newest = newestDay(document);
  return newest === undefined || latestDay(day) < newest;
}

function isHeadedByDay({ values }: IndexedDocument, { start }: Span): boolean {
  const days = values.get('date') ?? [];
  const first = days[firstFrom(days, start)];
  return first !== undefined && first.start - start <= NEAR;
}

/** The day of the newest note; undefined where the notes have none. */
function newestDay(document: IndexedDocument): number | undefined {
  return newest(document, '', () => {
    const dated = document.reading.sections.flatMap(({ date }) => (date ? [latestDay(date)] : []));
    const own = documentDate(document);
    const all = own ? [...dated, latestDay(own)] : dated;
    return all.length > 0 ? Math.max(...all) : undefined;
  });
}

const newest = createMemo<IndexedDocument, number | undefined>();

/** The last day that a text names, wherever; undefined where it names none. */
export function lastDayNamed(document: IndexedDocument): number | undefined {
  return last(document, '', () => {
    const all = (document.values.get('date') ?? []).flatMap(({ value }) =>
      value.kind === 'date' && value.date.year > 0 ? [earliestDay(value.date)] : [],
    );
    return all.length > 0 ? Math.max(...all) : undefined;
  });
}

const last = createMemo<IndexedDocument, number | undefined>();
