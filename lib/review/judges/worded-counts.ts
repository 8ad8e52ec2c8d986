/** Counts without a unit, by the wordings of a pack ("seen # of #"), and the numbers within them. */
import type { Mention, Range } from '../../language/mention.ts';
import { numberWords } from '../../language/number-words.ts';
import type { IndexedDocument } from '../evidence/case-index.ts';
import type { Span } from '../evidence/scopes.ts';
import type { Found } from './counts.ts';
import { isMeasure } from './cued-counts.ts';
import { shares, valuesIn } from './places.ts';

/** Counts without a unit, by the wordings of the pack: the first number of each is what was done. */
export function countsInWordings(document: IndexedDocument, stated: readonly string[]): Found[] {
  const found: Found[] = [];
  for (const mention of stated.flatMap((concept) => document.mentions.get(concept) ?? [])) {
    const { presence, time, subject, voice } = mention.assertion;
    if (subject === 'other' || voice === 'guideline' || time === 'planned') continue;
    if (presence === 'conditional' || isNegatedNearby(mention)) continue;
    if (found.some(({ place }) => shares(place, mention))) continue;
    if (isSchedule(document, mention)) continue;
    // "done 7/28" is a day, "still 8/10" a score, "x 30'" are minutes
    const number = numberIn(document, mention);
    const amount = number && numbersIn(document, number);
    if (!number || !amount || isOtherMeasure(document, mention, number)) continue;
    const uncertain = presence === 'possible' || document.reading.text[mention.end] === '?';
    found.push({
      place: mention,
      amount,
      uncertain,
      part: true,
      ordinal: isOrdinal(document, mention),
    });
  }
  return found;
}

/** "OT 2x4": so are visits asked for, whatever stands before it. */
function isSchedule(document: IndexedDocument, { start, end }: Span): boolean {
  const counts = valuesIn(document, 'count', { start, end: end + LONGEST_SCHEDULE });
  return counts.some((count) => count.value.schedule && !count.value.of && count.start < end);
}

const LONGEST_SCHEDULE = 30;

function isOrdinal(document: IndexedDocument, { start, end }: Span): boolean {
  const ordinals = document.mentions.get('count-ordinal-cue') ?? [];
  return ordinals.some((cue) => cue.start <= start + 1 && shares(cue, { start, end }));
}

/** Whether the number of a wording is a pain score, or has the unit of something else. */
function isOtherMeasure(document: IndexedDocument, mention: Mention, number: Span): boolean {
  const { text } = document.reading;
  if (/^\s*(?:#|reps?\b|sets?\b)/.test(text.slice(mention.end, mention.end + 8))) return true;
  if (isMeasure(text, number)) return true;
  // "between 9/2 and 9/16": the nine is half a day
  if (number.end === mention.end && /^\/\d/.test(text.slice(number.end))) return true;
  return valuesIn(document, 'score', { start: mention.start, end: mention.end + 3 }).length > 0;
}

/** "Not seen 8 of 12"; a "no" further off is of something else. */
export function isNegatedNearby({ assertion: { presence, because } }: Mention): boolean {
  return (
    presence === 'negated' &&
    because.some(({ axis, distance = 0 }) => axis === 'presence' && Math.abs(distance) <= 3)
  );
}

const IN_WORDS = numberWords(0, 20);
/** A digit as scanners leave it: "1O", "l2". */
const NUMBERS = new RegExp(
  `(?<!\\d)\\d[\\dOlI]?(?![\\dOlI])|(?<![\\w])[lI]\\d(?!\\w)|\\b(?:${IN_WORDS.join('|')})\\b`,
  'gi',
);

/** The least and the greatest number of a stretch, in digits or in words. */
export function numbersIn(document: IndexedDocument, { start, end }: Span): Range | undefined {
  const numbers = [...document.reading.text.slice(start, end).matchAll(NUMBERS)].map(
    ([written]) => {
      const word = IN_WORDS.indexOf(written.toLowerCase());
      return word >= 0 ? word : Number(written.replaceAll('O', '0').replace(/[lI]/g, '1'));
    },
  );
  if (numbers.length === 0) return undefined;
  return { low: Math.min(...numbers), high: Math.max(...numbers) };
}

/** The first number of a stretch: what was done comes before what was allowed. */
function numberIn(document: IndexedDocument, { start, end }: Span): Span | undefined {
  const { text } = document.reading;
  const first = withoutDates(document, { start, end }).search(NUMBERS);
  if (first < 0) return undefined;
  const from = start + first;
  const stop = /[^\w]/.exec(text.slice(from, end))?.index ?? end - from;
  return { start: from, end: from + stop };
}

/** The words of a stretch with its dates blanked: "discharged 11/2013 after 20". */
function withoutDates(document: IndexedDocument, span: Span): string {
  let words = document.reading.text.slice(span.start, span.end);
  for (const { start, end } of valuesIn(document, 'date', span)) {
    const [from, to] = [start - span.start, end - span.start];
    words = words.slice(0, from) + ' '.repeat(to - from) + words.slice(to);
  }
  return words;
}
