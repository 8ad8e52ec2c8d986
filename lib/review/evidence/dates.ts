import type { DateValue } from '../../language/mention.ts';
import type { IndexedDocument } from './case-index.ts';
import { firstFrom } from './case-index.ts';
import type { Place } from './scopes.ts';

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
