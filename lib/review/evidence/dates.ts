import type { DateValue, Value } from '../../language/mention.ts';
import { earliestDay, latestDay } from '../../language/values/calendar.ts';
import { firstFrom, type IndexedDocument, within } from './case-index.ts';
import type { Place, Span } from './scopes.ts';

/** A sentence that begins with a date speaks of that day: "6/17/15: clonazepam renewed". */
const LEADING_CHARACTERS = 14;

/** The date that governs a place: one that begins its sentence, else that of its section. */
export function dateOf(document: IndexedDocument, place: Place): DateValue | undefined {
  const { sentences, sections } = document.reading;
  const sentence = sentences[place.sentence];
  if (!sentence) return undefined;
  const dates = document.values.get('date') ?? [];
  const first = dates[firstFrom(dates, sentence.start)];
  if (
    first?.value.kind === 'date' &&
    first.value.date.year > 0 &&
    first.end <= place.start &&
    first.start - sentence.start <= LEADING_CHARACTERS &&
    !/\b(?:doi|dob|birth|injury)\b/i.test(document.reading.text.slice(sentence.start, first.start))
  ) {
    return first.value.date;
  }
  return sections[sentence.section]?.date;
}

const NOTE_BEFORE =
  /(?<!\b(?:procedure|operative|op|injection) )\b(?:notes?|reports?|pr-?2s?|evaluations?|letters?|forms?|rfas?|requests?|summar(?:y|ies)|records?|worksheets?|logs?)\s*(?:\w+\s+){0,2}?(?:of|dated|on|from|for)?[\s:,(]*$/i;
const NOTE_AFTER =
  /^[\s,)]*(?!(?:procedure|operative|op|injection) )(?:\w+\s+){0,1}?(?:notes?|reports?|pr-?2s?|evaluation|letter|form|rfa|summary|record|worksheet|states?|stated|says|said|mentions?|mentioned|notes|noted|reads|indicates|describes|lists|documents)\b/i;
const AROUND_DATE = 40;

/** Whether a date is that of a writing: "the therapy note of 1-9-2017 states", "per the 7/20 report". */
export function isDateOfNote({ reading: { text } }: IndexedDocument, date: Span): boolean {
  return (
    NOTE_BEFORE.test(text.slice(Math.max(0, date.start - AROUND_DATE), date.start)) ||
    NOTE_AFTER.test(text.slice(date.end, date.end + AROUND_DATE))
  );
}

/** "Since the fall": rather off the ladder than a season. */
const A_FALL = /^\D*\bfall\D*$/i;

/**
 * How many days before the request a place speaks of, at least: by the date nearest in its sentence,
 * else that of its note. Undefined where no date is known.
 */
export function daysBefore(
  document: IndexedDocument,
  place: Place,
  asOf: DateValue,
): number | undefined {
  const sentence = document.reading.sentences[place.sentence];
  if (!sentence) return undefined;
  const today = earliestDay(asOf);
  const beside = (['date', 'since'] as const)
    .flatMap((kind) => within(document.values.get(kind), sentence))
    .filter(({ start, end }) => !A_FALL.test(document.reading.text.slice(start, end)))
    .flatMap((mention) => {
      const days = daysOf(mention.value, today);
      const apart = Math.max(mention.start - place.end, place.start - mention.end, 0);
      return days === undefined || days < 0 ? [] : [{ days, apart }];
    })
    .sort((a, b) => a.apart - b.apart);
  if (beside[0]) return beside[0].days;
  const visit = dateOf(document, place);
  if (!visit || visit.year <= 0) return undefined;
  // the newest note of a text speaks of the request, whenever it was written
  const day = latestDay(visit);
  const isNewest = !document.reading.sections.some(
    ({ date }) => date !== undefined && earliestDay(date) > day && earliestDay(date) <= today,
  );
  return isNewest ? undefined : Math.max(0, today - day);
}

function daysOf(value: Value, today: number): number | undefined {
  if (value.kind === 'date') {
    return value.date.year > 0 ? today - Math.min(latestDay(value.date), today) : undefined;
  }
  if (value.kind !== 'since') return undefined;
  if (value.ago) return value.ago.days.low;
  return value.from && value.from.year > 0
    ? today - Math.min(latestDay(value.from), today)
    : undefined;
}

/** Reads an ISO date of any precision. */
export function parseIso(iso: string): DateValue | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(iso);
  if (!match) return undefined;
  const [, year, month, day] = match;
  const date: DateValue = { year: Number(year) };
  if (month) date.month = Number(month);
  if (day) date.day = Number(day);
  return date;
}
