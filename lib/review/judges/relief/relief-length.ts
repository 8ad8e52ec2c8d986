import type { DateValue, Range } from '../../../language/mention.ts';
import { CARDINALS, ORDINALS, ordinalWords } from '../../../language/number-words.ts';
import { dateOfDay, earliestDay, latestDay } from '../../../language/values/calendar.ts';
import { type IndexedDocument, names } from '../../evidence/case-index.ts';
import { dateOf, isDateOfNote } from '../../evidence/dates.ts';
import type { Place, Span } from '../../evidence/scopes.ts';
import { valuesIn } from '../places.ts';
import { untilBareDay } from './relief-bare-days.ts';
import {
  endWithin,
  GONE,
  isOfOther,
  type Length,
  LONGEST_UNTIL,
  STILL,
  UNTIL,
} from './relief-words.ts';

/** A stated length, else the time from the procedure to the day until which it held. */
export function lengthIn(
  document: IndexedDocument,
  span: Span,
  done: Range | undefined,
  asOf: DateValue,
): Length | undefined {
  const gone = goneWithin(document, span);
  const stated = valuesIn(document, 'duration', span).find((found) => isOfRelief(document, found));
  if (stated && (gone === undefined || stated.start < gone.place.start)) {
    const words = document.reading.text.slice(stated.start, stated.end);
    const doubtful = stated.assertion?.presence === 'possible';
    const days = lasting(stated.value.days, words);
    // "70 % better five weeks out": it held so long, and nobody says how much longer
    const high = isSoFar(document, stated) ? Number.POSITIVE_INFINITY : days.high;
    return { days: { ...days, high }, place: stated, doubtful };
  }
  if (gone) return gone;
  const given = givenIn(document, span);
  if (given || !done) return given;
  const until = untilDate(document, span, done, asOf);
  const noted = byNotes(document, span, done);
  // "12/17: holding. By 2/11 back to square one.": gone some time after a note that it held
  if (until?.days.low === 0 && noted && noted.days.low > 0) {
    const high = Math.min(until.days.high, noted.days.high);
    if (noted.days.low <= high) return { ...noted, days: { low: noted.days.low, high } };
  }
  return (
    until ??
    untilHoliday(document, span, done) ??
    noted ??
    untilBareDay(document, span, done, asOf) ??
    stillHolding(document, span, done, asOf)
  );
}

/** "Gave her maybe a week", "bought him nine good days": an article, or a word before the unit. */
const GIVEN =
  /\b(?:gave|gives|got|bought|brought|had|held|lasted|good|relief|better|helped)\b(?: (?:him|her|me|the patient|pt|them|out|some|for|only|just|maybe|about|perhaps|barely|around|like|all of)){0,4} ["“']?(an?|\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve)(?: (?:good|solid|great|nice|decent|whole|full))? (day|week|month)s?\b(?! (?:ago|before|earlier|after|off))/i;
const DAYS_OF: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30 };

/** "Two good days.": nobody else has such. */
const GOOD_DAYS =
  /\b(an?|\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|(?:a )?(?:couple|few)(?: of)?) (?:good|great|decent|solid|wonderful|pain[- ]free|better) (day|week|month)s?\b/i;

function givenIn({ reading }: IndexedDocument, span: Span): Length | undefined {
  const words = reading.text.slice(span.start, span.end);
  const found = GIVEN.exec(words) ?? GOOD_DAYS.exec(words);
  if (!found) return undefined;
  const [whole, amount = '', unit = ''] = found;
  const many = manyOf(amount.toLowerCase());
  const days = many * (DAYS_OF[unit.toLowerCase()] ?? 0);
  const start = span.start + found.index;
  return {
    days: { low: days, high: days },
    place: { start, end: start + whole.length },
    doubtful: /maybe|about|perhaps|like/i.test(whole),
  };
}

function manyOf(amount: string): number {
  if (/^an?$/.test(amount)) return 1;
  if (amount.includes('couple')) return 2;
  if (amount.includes('few')) return 3;
  return CARDINALS[amount] ?? Number(amount);
}

/** "Wore off by the weekend", "back the same night": a few days at most. */
const WITHIN_DAYS = 'relief-gone-within-days';
const FEW_DAYS = 4;
/** "Gone within three weeks", "back after ten days". */
const GONE_WITHIN =
  /\b(?:gone|wor(?:e|n) off|wears off|back(?: to \w+)?|returned|faded|disappeared|vanished|recurred|over)\b[^.;]{0,15}\b(?:within|in|after|inside|by|at)\s+(?:only |just |about |maybe |the |a |around )*$/i;

/** "Wore off in the third week": the weeks before it are whole. */
const GONE_IN_NTH = new RegExp(
  `\\b(?:wor(?:e|n) off|wearing off|gone|back|returned|faded|over|done)\\b[^.;]{0,20}\\b(?:in|by|during|after|within|at) (?:about |around )?(?:the |(?:his|her) )?(${ordinalWords(8).join('|')}) (day|week|month)\\b`,
  'i',
);

function goneInNth(words: string, from: number): Length | undefined {
  const found = GONE_IN_NTH.exec(words);
  const [whole = '', nth = '', unit = ''] = found ?? [];
  if (!found) return undefined;
  const each = DAYS_OF[unit.toLowerCase()] ?? 0;
  const many = ORDINALS[nth.toLowerCase()] ?? 0;
  const start = from + found.index;
  const days = { low: (many - 1) * each, high: many * each };
  return { days, place: { start, end: start + whole.length }, doubtful: false };
}

/** What says when the relief was gone. */
function goneWithin(document: IndexedDocument, span: Span): Length | undefined {
  const { text } = document.reading;
  for (const found of valuesIn(document, 'duration', span)) {
    const before = text.slice(Math.max(span.start, found.start - 50), found.start);
    if (GONE_WITHIN.test(before)) {
      const { high } = found.value.days;
      return { days: { low: 0, high }, place: found, doubtful: false };
    }
  }
  const words = text.slice(span.start, span.end);
  const [few] = document.mentions.of(WITHIN_DAYS, span.start, span.end);
  if (!few) return goneInNth(words, span.start);
  const place = { start: few.start, end: few.end };
  return { days: { low: 0, high: FEW_DAYS }, place, doubtful: false };
}

/** What notes of known days say: it still held on one, and was gone on another. */
function byNotes(document: IndexedDocument, span: Span, done: Range): Length | undefined {
  const days = { low: 0, high: Number.POSITIVE_INFINITY };
  let place: Span | undefined;
  for (const found of valuesIn(document, 'date', span)) {
    const { date } = found.value;
    if (date.year <= 0 || earliestDay(date) <= done.high) continue;
    const sentence = document.reading.sentences[found.sentence];
    const next = valuesIn(document, 'date', {
      start: found.end,
      end: sentence?.end ?? span.end,
    })[0];
    const told = { start: found.end, end: next?.start ?? sentence?.end ?? span.end };
    if (names(document, [STILL], told))
      days.low = Math.max(days.low, earliestDay(date) - done.high);
    else if (names(document, [GONE], told))
      days.high = Math.min(days.high, latestDay(date) - done.low);
    else continue;
    place = found;
  }
  return place && days.low <= days.high ? { days, place, doubtful: false } : undefined;
}

/** "Still holding": it lasts to the day of the note, where the note has one, else to the request. */
const HOLDING = 'relief-holding';
const NO_LONGER = /\b(?:no longer|not|n't|pain (?:is )?still|still (?:has|have|in|hurts?))\b/i;

function stillHolding(
  document: IndexedDocument,
  span: Span,
  done: Range,
  asOf: DateValue,
): Length | undefined {
  const { text, sentences } = document.reading;
  const [found] = document.mentions.of(HOLDING, span.start, span.end);
  if (!found) return undefined;
  const { start, end } = found;
  const place = { start, end };
  if (NO_LONGER.test(text.slice(Math.max(span.start, start - 20), place.end + 12)))
    return undefined;
  const sentence = sentences.findIndex((one) => one.start <= start && one.end >= place.end);
  const told = dateOf(document, { ...place, sentence }) ?? asOf;
  const low = earliestDay(told.year > 0 ? told : asOf) - done.high;
  return low > 0
    ? { days: { low, high: Number.POSITIVE_INFINITY }, place, doubtful: false }
    : undefined;
}

/** "The best I felt in a year". */
const BEST_IN = /\b(?:best|first time|most)\b[^.;]*\bin\s*$/i;

/** "Still 3/10 seven weeks later": it held so long. */
const STILL_LATER = /\bstill\b[^.;]*\b(?:later|after|out)\s*$|\bstill\b[^.;]*\blater\b/i;

/** "Every six weeks" and "four days of soreness" are not how long it helped. */
export function isOfRelief({ reading }: IndexedDocument, { start, end }: Span): boolean {
  const before = reading.text.slice(Math.max(0, start - 10), start);
  const after = reading.text.slice(end, end + 30);
  return (
    !/\b(?:every|age|q|past|last|within)\s*$/i.test(before) &&
    !/^\s*(?:-?\s?(?:shifts?|days?\b|workdays?|nights|duty)|(?:a|per|each|every) (?:day|shift|night))/i.test(
      after,
    ) &&
    !BEST_IN.test(reading.text.slice(Math.max(0, start - 40), start)) &&
    (!/^\s*(?:of (?:\w+ )?(?:soreness|pain|flare|bruising)|later|ago|prior|before(?! (?:he|she|it|(?:the |his |her )?(?:pain|ache)) (?:was|came|got|went|rose|returned|crept|needed|hit|reached|felt|had)\b))\b/i.test(
      after,
    ) ||
      STILL_LATER.test(reading.text.slice(Math.max(0, start - 40), end + 20)))
  );
}

/** Whether a length is that up to the day on which it is told. */
function isSoFar({ reading: { text } }: IndexedDocument, { start, end }: Span): boolean {
  return (
    /^\s*(?:out(?! of (?:it|them|that|those|these|this|the|each)\b)|post|after|following|on|s\/p|status post|since|so far|and counting|now|later)\b/i.test(
      text.slice(end, end + 20),
    ) &&
    !/\b(?:lasted|for|only|wore off|gone)\s*$/i.test(text.slice(Math.max(0, start - 12), start))
  );
}

/** "A few weeks": nobody counted, so it may have been twice as long. */
function lasting(days: Range, words: string): Range {
  return /\b(?:few|several|some|many)\b/i.test(words)
    ? { low: days.low, high: 2 * days.high }
    : days;
}

function untilWords({ reading }: IndexedDocument, start: number): string | undefined {
  const before = reading.text.slice(Math.max(0, start - LONGEST_UNTIL), start);
  return isOfOther(before) ? undefined : UNTIL.exec(before)?.[0];
}

/** Whether a date is the day until which something held. */
export function isEnd(document: IndexedDocument, start: number): boolean {
  return untilWords(document, start) !== undefined;
}

/** "The 28th of May": the day stands before its month. */
function endDays(date: DateValue, words: string): { first: number; last: number } {
  const day = Number(/(\d{1,2})(?:st|nd|rd|th)/i.exec(words)?.[1]);
  const exact = day >= 1 && day <= 31 && date.day === undefined ? { ...date, day } : date;
  return { first: earliestDay(exact), last: latestDay(exact) };
}

function untilDate(
  document: IndexedDocument,
  span: Span,
  done: Range,
  asOf: DateValue,
): Length | undefined {
  for (const found of valuesIn(document, 'date', span)) {
    const words = isDateOfNote(document, found) ? undefined : untilWords(document, found.start);
    const { date } = found.value;
    if (words === undefined || date.year === 0) continue;
    const { first, last } = endDays(date, words);
    const end = endWithin({ first, last }, words);
    const days = { low: Math.max(0, end.low - done.high), high: end.high - done.low };
    if (days.high < 0) continue;
    // "back by March" says when it had gone, not that it held until then
    if (/^by\b/i.test(words)) days.low = 0;
    return { days, place: found, doubtful: false };
  }
  for (const found of valuesIn(document, 'since', span)) {
    const { ago } = found.value;
    if (!ago || untilWords(document, found.start) === undefined) continue;
    // "held until two weeks ago"
    const told = earliestDay(toldOn(document, found, asOf));
    const days = { low: told - ago.days.high - done.high, high: told - ago.days.low - done.low };
    if (days.high > 0)
      return { days: { ...days, low: Math.max(0, days.low) }, place: found, doubtful: false };
  }
  return undefined;
}

/** The day of the note that a place stands in, or that of the request. */
function toldOn(document: IndexedDocument, place: Place, asOf: DateValue): DateValue {
  const told = dateOf(document, place);
  return told && told.year > 0 ? told : asOf;
}

/** Days of the year that people count by: month and day, the movable ones roughly. */
const HOLIDAYS: readonly [RegExp, number, number][] = [
  [/new year'?s?(?: day)?/i, 1, 1],
  [/valentine'?s?(?: day)?/i, 2, 14],
  [/easter/i, 4, 8],
  [/mother'?s day/i, 5, 11],
  [/memorial day/i, 5, 27],
  [/father'?s day/i, 6, 18],
  [/(?:the )?(?:4th|fourth) of july|independence day/i, 7, 4],
  [/labor day/i, 9, 4],
  [/halloween/i, 10, 31],
  [/veterans'? day/i, 11, 11],
  [/thanksgiving/i, 11, 25],
  [/christmas|xmas|the holidays/i, 12, 25],
];
const UNTIL_WORDS = /\b(?:until|till|til|through|thru|by|up to|to)\s+(?:\w+\s+){0,2}$/i;
/** Movable feasts and "maybe Halloween". */
const GIVE_OR_TAKE = 7;

/** "Almost all gone, till maybe Halloween": the first one after the procedure. */
function untilHoliday({ reading }: IndexedDocument, span: Span, done: Range): Length | undefined {
  const words = reading.text.slice(span.start, span.end);
  for (const [name, month, day] of HOLIDAYS) {
    const found = name.exec(words);
    if (!found || !UNTIL_WORDS.test(words.slice(0, found.index))) continue;
    const { year } = dateOfDay(done.low);
    const end = [year, year + 1]
      .map((of) => earliestDay({ year: of, month, day }))
      .find((days) => days >= done.low);
    if (end === undefined) continue;
    const start = span.start + found.index;
    const days = {
      low: Math.max(0, end - GIVE_OR_TAKE - done.high),
      high: end + GIVE_OR_TAKE - done.low,
    };
    return { days, place: { start, end: start + found[0].length }, doubtful: false };
  }
  return undefined;
}
