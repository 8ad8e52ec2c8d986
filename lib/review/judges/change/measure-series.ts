import type { DateValue, Mention } from '../../../language/mention.ts';
import { dateOfDay, latestDay } from '../../../language/values/calendar.ts';
import { type IndexedDocument, names, within } from '../../evidence/case-index.ts';
import { dateOf } from '../../evidence/dates.ts';
import { createMemo } from '../../evidence/memo.ts';
import type { Place } from '../../evidence/scopes.ts';

/** One value of a measure with the words that state it. */
interface Reading {
  measure: Mention;
  place: Place;
  amount: number;
  /** Which visit or week it is of, where the words behind the measure say so. */
  visit?: number | undefined;
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
/** Concepts of the packs: measured at the last, or at the first of several times. */
const NOW = 'measured-now';
const BEFORE = 'measured-first';

const AFTER_MEASURE =
  /^(?: (?:over|above|more than|greater than|up to|max(?:imum)?|limit(?:ed)?|score|scale|strength|R|L|right|left|of|is|was|at|has come down to|came down to|down to|up to|now|today|to|has (?:risen|gone|come|dropped|improved)(?: (?:up|down))? to))*\s?[:=(]?\s?(-?\d{1,3}(?:\.\d)?)(?!\d|\s?\/\s?\d{1,2}\/|\/10\b)/i;
/** "LEFS at visit 9: 52/80". */
const AT_VISIT =
  /^ \(?(?:at |on |by |in )?(?:visit|session|treatment|tx|week|wk) ?#?(\d{1,2})\)?(?=\s?[:=,-]|\s(?:is|was)\b)\s?[:=,-]?/i;
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
  const words = text.slice(measure.end, Math.min(sentence.end, measure.end + FAR_AFTER));
  const [named = '', visit] = AT_VISIT.exec(words) ?? [];
  const after = words.slice(named.length);
  const before = text.slice(Math.max(sentence.start, measure.start - FAR_BEFORE), measure.start);
  if (/\bgoals?\b|\btarget\b|\bnormal\b|\b[LS]TG\b/i.test(before + after)) return undefined;
  const behind = AFTER_MEASURE.exec(after);
  const ahead = behind ? null : BEFORE_MEASURE.exec(before);
  const amount = behind ?? ahead;
  if (!amount) return undefined;
  const end = measure.end + named.length + (behind?.[0].length ?? 0);
  const date =
    (behind && dayBehind(document, end, sentence.end)) ??
    bareDay(document, measure.start, sentence.start) ??
    (isFirst(document, before, measure.start) ? undefined : dateOf(document, measure));
  return {
    measure,
    place: {
      start: ahead ? measure.start - ahead[0].length : measure.start,
      end,
      sentence: measure.sentence,
    },
    amount: Number(amount[1]),
    visit: visit === undefined ? undefined : Number(visit),
    day: date ? latestDay(date) : Number.NaN,
  };
}

/** "Baseline sitting 30 min; 4/15 sitting 10 min": whether the clause of a measure says before it that it is the first. */
function isFirst(document: IndexedDocument, before: string, end: number): boolean {
  const clause = Math.max(before.lastIndexOf(';'), before.lastIndexOf(',')) + 1;
  return names(document, [BEFORE], { start: end - before.length + clause, end });
}

/** "LEFS 48 on 1/12/16": the day right behind a value is its own. */
function dayBehind(document: IndexedDocument, end: number, sentenceEnd: number) {
  const [first] = within(document.values.get('date'), { start: end, end: sentenceEnd });
  if (first?.value.kind !== 'date' || first.value.date.year <= 0) return undefined;
  return DAY_BEHIND.test(document.reading.text.slice(end, first.start))
    ? first.value.date
    : undefined;
}

const DAY_BEHIND =
  /^\s?(?:%|percent|\/\s?\d{1,3}|lbs?|degrees|deg)?,?\s?\(?(?:on|in|of|as of|at)?\s?$/i;

/** "Work slip 2/1: no lifting over 10": a day without its year, before the last day that is written. */
const BARE_DAY =
  /^(?:\s*#?\d{1,3}\s{2,}|[^\d:]{0,25}?\b)(0?[1-9]|1[0-2])\/(0?[1-9]|[12]\d|3[01])(?:\s?[:-]|\s{2,})/;

function bareDay(
  document: IndexedDocument,
  before: number,
  sentenceStart: number,
): DateValue | undefined {
  const { text } = document.reading;
  const line = text.lastIndexOf('\n', before - 1) + 1;
  const dayFrom = (start: number) =>
    BARE_DAY.exec(text.slice(start, Math.min(before, start + FAR_AFTER)));
  const match = dayFrom(line) ?? (sentenceStart > line ? dayFrom(sentenceStart) : null);
  const latest = match ? latestDayOf(document) : undefined;
  if (!match || latest === undefined) return undefined;
  const { year } = dateOfDay(latest);
  const date = { year, month: Number(match[1]), day: Number(match[2]) };
  // a day after the last one written is of the year before
  return latestDay(date) > latest ? { ...date, year: year - 1 } : date;
}

/** The last day that a text writes with its year, counted from 1970. */
function latestDayOf(document: IndexedDocument): number | undefined {
  return latestIn(document, '', () =>
    (document.values.get('date') ?? []).reduce<number | undefined>((latest, { value }) => {
      if (value.kind !== 'date' || value.date.year <= 0) return latest;
      const day = latestDay(value.date);
      return latest === undefined || day > latest ? day : latest;
    }, undefined),
  );
}

const latestIn = createMemo<IndexedDocument, number | undefined>();

function inOrder(
  document: IndexedDocument,
  readings: readonly Reading[],
): { first: Reading; last: Reading } | undefined {
  if (readings.length < 2) return undefined;
  const numbered = readings
    .filter(({ visit }) => visit !== undefined)
    .sort((a, b) => (a.visit ?? 0) - (b.visit ?? 0));
  if (numbered.length === readings.length && numbered[0]?.visit !== numbered.at(-1)?.visit)
    return { first: numbered[0] as Reading, last: numbered.at(-1) as Reading };
  const dated = readings.filter(({ day }) => Number.isFinite(day)).sort((a, b) => a.day - b.day);
  const [first] = dated;
  const last = dated.at(-1);
  if (first && last && first.day < last.day) return { first, last };
  const says = ({ place }: Reading, concept: string) => {
    const sentence = document.reading.sentences[place.sentence];
    return sentence !== undefined && names(document, [concept], sentence);
  };
  const early = readings.find((reading) => says(reading, BEFORE));
  const late = readings.findLast((reading) => reading !== early && says(reading, NOW));
  const start = early ?? (late && readings.find((reading) => reading !== late));
  const end = late ?? (early && readings.findLast((reading) => reading !== early));
  if (!start || !end || start.place.sentence === end.place.sentence) return undefined;
  return start.place.start < end.place.start || early ? { first: start, last: end } : undefined;
}
