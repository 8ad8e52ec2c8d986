/** What tells several earlier procedures apart: their numbers, "the last one", or the days they were done on. */
import type { DateValue } from '../../../language/mention.ts';
import { ORDINALS } from '../../../language/number-words.ts';
import { firstAtLeast } from '../../../language/sorted.ts';
import { earliestDay, latestDay } from '../../../language/values/calendar.ts';
import { bareDaysIn, lastUpTo } from '../../evidence/bare-days.ts';
import { firstFrom, type IndexedDocument, sentenceAt } from '../../evidence/case-index.ts';
import { isDateOfNote } from '../../evidence/dates.ts';
import { type Span, shares } from '../../evidence/scopes.ts';
import { createSpanSet } from '../../evidence/span-set.ts';
import { distance, nearestTo, valuesIn } from '../places.ts';
import { isEnd } from './relief-length.ts';

/** Where a text comes to one of several procedures, with what it says of it. */
export interface Mark extends Span {
  /** Its place in the order: its number or its day; an earlier one stands below all, the last one above. */
  rank: number;
  /** What is told of this one: up to the mark of the next. */
  part: Span;
}

type Numbered = Omit<Mark, 'part'>;

const BY_NUMBER = 'procedure-round';
const LAST = 'procedure-round-last';
const BEFORE = 'procedure-round-before';

/**
 * The marks of a stretch in the order of the text, where they tell at least two procedures apart; else
 * none. `names` are the places that name the procedure; what is told without a year is told by `asOf`.
 */
export function marksIn(
  document: IndexedDocument,
  stretch: Span,
  names: readonly Span[],
  asOf: DateValue,
): Mark[] {
  const byNumber = withParts(document, stretch, numbersIn(document, stretch));
  return tellApart(byNumber) ? byNumber : daysIn(document, stretch, names, asOf);
}

function tellApart(marks: readonly Mark[]): boolean {
  return new Set(marks.map(({ rank }) => rank)).size > 1;
}

/** Each with the part of the text that goes on about it. */
function withParts(
  { reading }: IndexedDocument,
  stretch: Span,
  marks: readonly Numbered[],
): Mark[] {
  const starts = marks.map(({ start }, at) =>
    partStart(reading.text, start, marks[at - 1]?.end ?? stretch.start),
  );
  return marks.map((mark, at) => ({
    ...mark,
    part: { start: starts[at] as number, end: starts[at + 1] ?? stretch.end },
  }));
}

/** Where the words on one begin: behind the end of a sentence or of a part of it that stands last before its mark. */
function partStart(text: string, start: number, from: number): number {
  const ends = [...text.slice(from, start).matchAll(/[.;,(:\n](?!\d)/g)].at(-1);
  return ends ? from + ends.index + 1 : from;
}

/** "The first", "#2", "the last one", "the one before that". */
function numbersIn(document: IndexedDocument, { start, end }: Span): Numbered[] {
  const of = (concept: string) => document.mentions.of(concept, start, end);
  const placesOf = (concept: string, rank: number) =>
    of(concept).map((mention) => ({ start: mention.start, end: mention.end, rank }));
  const last = placesOf(LAST, Number.POSITIVE_INFINITY);
  // "prior ESI: 60 %" alone is the only one, and no earlier one
  const before = last.length > 0 ? placesOf(BEFORE, Number.NEGATIVE_INFINITY) : [];
  const numbered = of(BY_NUMBER).flatMap((mention) => {
    const rank = numberIn(document, mention);
    return rank === undefined ? [] : { start: mention.start, end: mention.end, rank };
  });
  return eachOnce([...numbered, ...last, ...before]);
}

/** The number that the words of a mark write; "TPI 11/2014" has a day and no number. */
function numberIn({ reading }: IndexedDocument, { start, end }: Span): number | undefined {
  if (GOES_ON.test(reading.text.slice(end, end + 3))) return undefined;
  const words = reading.text.slice(start, end).toLowerCase();
  const digits = /\d+/.exec(words)?.[0];
  if (digits !== undefined) return Number(digits);
  const ordinal = words.split(/[^a-z]+/).find((word) => ORDINALS[word] !== undefined);
  return ordinal === undefined ? undefined : ORDINALS[ordinal];
}

const GOES_ON = /^(?:[/.,-]?\d|\s?%)/;

/** In the order of the text, without overlap; "better than the first" does not begin the first anew. */
function eachOnce(marks: readonly Numbered[]): Numbered[] {
  const ranks = new Set<number>();
  let last = 0;
  return marks
    .toSorted((one, other) => one.start - other.start || other.end - one.end)
    .filter(({ start, end, rank }) => {
      if (start < last || ranks.has(rank)) return false;
      ranks.add(rank);
      last = end;
      return true;
    });
}

/** Letters of a part before its day: "Prior epidurals: 2/10/2015, 70 percent". */
const BEFORE_DAY = 24;
/** Letters before a list of days that name what was done on them. */
const LONGEST_TITLE = 60;
const ENDS_TITLE = /[:\n]\s*(?:\W\s*)?$/;

/**
 * The days that begin a part, of those on which a procedure was done: the part names one, or all stand in
 * a list under its name. Days of visits that tell on about one procedure belong to the part before.
 */
function daysIn(
  document: IndexedDocument,
  stretch: Span,
  names: readonly Span[],
  asOf: DateValue,
): Mark[] {
  const { text } = document.reading;
  const days = daysWritten(document, stretch, asOf).filter(
    ({ start }, at, all) =>
      start - partStart(text, start, all[at - 1]?.end ?? stretch.start) <= BEFORE_DAY,
  );
  const [first] = days;
  if (!first || days.length < 2) return [];
  const title = { start: Math.max(stretch.start, first.start - LONGEST_TITLE), end: first.start };
  const isList =
    ENDS_TITLE.test(text.slice(title.start, title.end)) &&
    names.some((name) => shares(name, title));
  const beside = new Set(names.map((name) => dayOf(document, name, days)));
  const named = isList ? days : days.filter((day) => beside.has(day));
  const marks = withParts(document, stretch, named);
  return tellApart(marks) ? marks : [];
}

/** The nearest of some days, in the order of the text, where it stands beside a name in its sentence: "2/15 ESI", "the March epidural". */
function dayOf<Day extends Span>(
  { reading }: IndexedDocument,
  name: Span,
  days: readonly Day[],
): Day | undefined {
  const at = firstFrom(days, name.start);
  const day = nearestTo(name, days.slice(Math.max(0, at - 1), at + 1));
  if (!day || distance(name, day) > BESIDE) return undefined;
  return sentenceAt(reading, day.start) === sentenceAt(reading, name.start) ? day : undefined;
}

/** Letters between the name of a procedure and its day. */
const BESIDE = 16;

/** The days of a stretch up to the request, in the order of the text; of those without a year the last such day. */
function daysWritten(document: IndexedDocument, span: Span, asOf: DateValue): Numbered[] {
  const today = earliestDay(asOf);
  const dated = valuesIn(document, 'date', span).filter(({ value }) => value.date.year > 0);
  const lastDays = Int32Array.from(dated, ({ value }) => latestDay(value.date)).sort();
  const days = dated.map(({ start, end, value: { date } }) => {
    // "11/4/14 …, the November shot": one day
    const rank = lastDays[firstAtLeast(lastDays, lastDays.length, earliestDay(date))] as number;
    return { start, end, rank };
  });
  const known = createSpanSet(days);
  const bare = bareDaysIn(document.reading.text.slice(span.start, span.end));
  const areMonths = bare.every(({ day }) => day === bare[0]?.day && isYear(day, asOf));
  const others = bare.flatMap((found): Numbered[] => {
    const place = { start: span.start + found.start, end: span.start + found.end };
    const rank = areMonths ? found.month : lastUpTo(found, today)?.high;
    return rank === undefined || known.touches(place) ? [] : [{ ...place, rank }];
  });
  return [...days, ...others]
    .filter(
      (day) => day.rank < today && !isEnd(document, day.start) && !isDateOfNote(document, day),
    )
    .toSorted((one, other) => one.start - other.start);
}

/** "2/15 …, 8/15 …" in 2016: two months of a year rather than one day of two months. */
function isYear(day: number | undefined, { year }: DateValue): boolean {
  return day !== undefined && (day === year % 100 || day === (year - 1) % 100);
}
