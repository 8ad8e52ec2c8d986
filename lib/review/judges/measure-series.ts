import type { DateValue, Mention } from '../../language/mention.ts';
import { latestDay } from '../../language/values/calendar.ts';
import type { IndexedDocument } from '../evidence/case-index.ts';
import { dateOf } from '../evidence/dates.ts';
import type { Place, Span } from '../evidence/scopes.ts';

/** One value of a measure with the words that state it. */
interface Reading {
  measure: Mention;
  place: Place;
  amount: number;
  /** Day of the note that holds it, counted from 1970; not a number where none is known. */
  day: number;
}

/** The first and the last value of one measure. */
export interface MeasureSeries {
  name: string;
  first: Reading;
  last: Reading;
}

/** Words that put a value at the end of a series, and at its start. */
const NOW =
  /\b(?:now|today|current(?:ly)?|at present|this (?:morning|visit|week)|at discharge|d\/c|re-?test(?:ed)?|re-?exam|re-?eval\w*|come down|down to|up to|latest|improved to|dropped to|risen to)\b/i;
const BEFORE =
  /\b(?:initial(?:ly)?|at first|at (?:the )?(?:start|outset|eval\w*|intake)|first (?:visit|seen|met|session|day)|IE|SOC|baseline|eval|originally|when (?:he|she|they|we|I) (?:first|started|began|came)|started (?:at|with)|before (?:care|treatment|therapy))\b/i;

const AFTER_MEASURE =
  /^(?: (?:over|above|more than|greater than|up to|max(?:imum)?|limit(?:ed)?|score|scale|strength|R|L|right|left|of|is|was|at|has come down to|came down to|down to|up to|now|today|to|has (?:risen|gone|come|dropped|improved)(?: (?:up|down))? to))*\s?[:=(]?\s?(-?\d{1,3}(?:\.\d)?)(?!\d|\s?\/\s?\d{1,2}\/|\/10\b)/i;
/** "scored 54 percent on the Revised Oswestry". */
const BEFORE_MEASURE =
  /(\d{1,3})\s?(?:(?:%|percent|points)? (?:on|by|in) (?:the |his |her )?(?:\w+ ){0,2}|-?(?:lbs?|pounds?|#) (?:lifting |weight )?)$/i;
const FAR_BEFORE = 45;
const FAR_AFTER = 60;

/** What tells one measure from another, as the text names it. */
export function seriesName(document: IndexedDocument, { start, end }: Mention): string {
  return document.reading.text.slice(start, end).toLowerCase().replace(/\W+/g, ' ');
}

/**
 * Measures that a text states more than once, each on a day of its own or with words that order
 * them ("at the first visit", "now"): the earliest and the latest value.
 */
export function measureSeries(
  document: IndexedDocument,
  measures: readonly Mention[],
): MeasureSeries[] {
  const byName = Map.groupBy(
    measures.flatMap((measure) => readingOf(document, measure) ?? []),
    ({ measure }) => seriesName(document, measure),
  );
  return [...byName].flatMap(([name, readings]) => {
    const ends = inOrder(document, readings);
    return ends && ends.first.amount !== 0 ? [{ name, ...ends }] : [];
  });
}

function readingOf(document: IndexedDocument, measure: Mention): Reading | undefined {
  const { text, sentences } = document.reading;
  const sentence = sentences[measure.sentence];
  if (!sentence) return undefined;
  const after = text.slice(measure.end, Math.min(sentence.end, measure.end + FAR_AFTER));
  const before = text.slice(Math.max(sentence.start, measure.start - FAR_BEFORE), measure.start);
  if (/\bgoals?\b|\btarget\b|\bnormal\b|\b[LS]TG\b/i.test(before + after)) return undefined;
  const behind = AFTER_MEASURE.exec(after);
  const ahead = behind ? null : BEFORE_MEASURE.exec(before);
  const amount = behind ?? ahead;
  if (!amount) return undefined;
  const date = bareDay(document, sentence, measure.start) ?? dateOf(document, measure);
  return {
    measure,
    place: {
      start: ahead ? measure.start - ahead[0].length : measure.start,
      end: behind ? measure.end + behind[0].length : measure.end,
      sentence: measure.sentence,
    },
    amount: Number(amount[1]),
    day: date ? latestDay(date) : Number.NaN,
  };
}

/** "Work slip 2/1: no lifting over 10": a day without its year, in the year of the document. */
const BARE_DAY = /^[^\d:]{0,25}?\b(0?[1-9]|1[0-2])\/(0?[1-9]|[12]\d|3[01])\s?[:-]/;

function bareDay(
  { reading: { text }, values }: IndexedDocument,
  { start }: Span,
  before: number,
): DateValue | undefined {
  const match = BARE_DAY.exec(text.slice(start, before));
  const years = (values.get('date') ?? []).flatMap(({ value }) =>
    value.kind === 'date' && value.date.year > 0 ? value.date.year : [],
  );
  const [year] = years;
  if (!match || year === undefined) return undefined;
  return { year, month: Number(match[1]), day: Number(match[2]) };
}

function inOrder(
  document: IndexedDocument,
  readings: readonly Reading[],
): { first: Reading; last: Reading } | undefined {
  if (readings.length < 2) return undefined;
  const dated = readings.filter(({ day }) => Number.isFinite(day)).sort((a, b) => a.day - b.day);
  const [first] = dated;
  const last = dated.at(-1);
  if (first && last && first.day < last.day) return { first, last };
  const wordsAround = ({ place }: Reading) => {
    const sentence = document.reading.sentences[place.sentence];
    return sentence ? document.reading.text.slice(sentence.start, sentence.end) : '';
  };
  const early = readings.find((reading) => BEFORE.test(wordsAround(reading)));
  const late = readings.findLast((reading) => reading !== early && NOW.test(wordsAround(reading)));
  const start = early ?? (late && readings.find((reading) => reading !== late));
  const end = late ?? (early && readings.findLast((reading) => reading !== early));
  if (!start || !end || start.place.sentence === end.place.sentence) return undefined;
  return start.place.start < end.place.start || early ? { first: start, last: end } : undefined;
}
