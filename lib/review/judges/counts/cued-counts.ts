import { type IndexedDocument, names } from '../../evidence/case-index.ts';
import { createMemo } from '../../evidence/memo.ts';
import type { Place, Span } from '../../evidence/scopes.ts';
import { Cue } from '../../requests/cues.ts';
import { valuesIn } from '../places.ts';
import { bareNumbers, LONGEST_REACH } from './bare-numbers.ts';

/** A bare number with what the words around it say of it. */
export interface CuedNumber {
  place: Place;
  amount: number;
  /** It numbers one visit of a row: "visit 7". */
  ordinal: boolean;
  /** "Between 6 and 12", "8 or 9": one of two. */
  unsure?: boolean;
}

/** Words of `packs/vocabulary/counts.json` that say what a number of visits is. */
export const DONE_CUE = 'count-done-cue';
/** Words that say what else a number of visits is: granted, asked for, missed. */
export const OTHER_CUE = 'count-other-cue';
/** Of the words that say it was done those that only sum: "total", "in all". */
const TOTAL_CUE = 'count-total-cue';
const ORDINAL_CUE = 'count-ordinal-cue';

/** Words between a number and what says what it is. */
const REACH_WORDS = 3;
/** A cue further from a number, with its own letters, says nothing of it. */
const FARTHEST_CUE = 400;
/** What a comma or bracket between them weighs, in words. */
const BOUNDARY_WORDS = 2;

/**
 * Numbers that the words beside them say were done ("kept 6", "14 paid", "visit 7"), the nearest
 * word deciding: "6 attended, 2 missed", "auth 6, 6 used". Numbers that are values of something
 * else, or count another noun, are left out.
 */
export function cuedNumbers(document: IndexedDocument): readonly CuedNumber[] {
  return cued(document, '', () => findCuedNumbers(document));
}

const cued = createMemo<IndexedDocument, readonly CuedNumber[]>();

function findCuedNumbers(document: IndexedDocument): CuedNumber[] {
  const { reading } = document;
  const done = document.mentions.get(DONE_CUE) ?? [];
  const found: CuedNumber[] = [];
  for (const sentence of new Set(done.map((cue) => cue.sentence))) {
    const { start, end } = reading.sentences[sentence] as Span;
    for (const number of bareNumbers(document, { start, end })) {
      const beside = (cue: string) =>
        document.mentions.of(
          cue,
          Math.max(start, number.start - FARTHEST_CUE),
          Math.min(end, number.end + FARTHEST_CUE),
        );
      const nearest = (cue: string) => nearestOf(reading.text, beside(cue), number);
      const own = nearestOf(
        reading.text,
        beside(DONE_CUE).filter((cue) => !isLabelOfEarlier(reading.text, cue, number)),
        number,
      );
      if (own > REACH_WORDS) continue;
      const others = beside(OTHER_CUE).filter((other) => !isLabelOfNext(document, number, other));
      if (nearestOf(reading.text, others, number) <= own) continue;
      if (nearest(TOTAL_CUE) <= own && isSumAsked(document, { start, end })) continue;
      found.push({
        place: { start: number.start, end: number.end, sentence },
        amount: number.amount,
        ordinal: nearest(ORDINAL_CUE) === 0,
        unsure: number.unsure,
      });
    }
  }
  return found;
}

/** "Used 8 left 4": each word stands before its own number, and says nothing of the one behind it. */
function isLabelOfNext(
  { reading: { text }, mentions }: IndexedDocument,
  number: Span,
  { start, end }: Span,
): boolean {
  if (start < number.end || !/^\W{0,3}\d/.test(text.slice(end, end + LONGEST_REACH))) return false;
  return mentions
    .of(DONE_CUE, Math.max(0, number.start - FARTHEST_CUE), number.start)
    .some(
      (cue) =>
        /^\W{0,3}$/.test(text.slice(cue.end, number.start)) &&
        !/\d\W{0,2}$/.test(text.slice(Math.max(0, cue.start - 3), cue.start)),
    );
}

/** "Used: 11   Cx 2": the word has its number, and the next number a word of its own. */
function isLabelOfEarlier(text: string, { end }: Span, number: Span): boolean {
  if (end > number.start || !/^\W{0,3}\d/.test(text.slice(end, number.start))) return false;
  const [, word] = /([a-z]+)\W{0,2}$/i.exec(text.slice(end, number.start)) ?? [];
  return word !== undefined && !JOINING.test(word);
}

const JOINING =
  /^(?:and|then|plus|another|also|of|in|to|about|total|with|visits?|sessions?|treatments?|tx|or|approx)$/i;

/** Words that ask for visits or grant them. */
const GRANTING = [Cue.decisionWord, Cue.itemDecision, Cue.ask];

/** "2 x 4, total 8 visits", "certified to conclude a total of ten": the sum of what is asked for or granted. */
function isSumAsked(document: IndexedDocument, sentence: Span): boolean {
  return (
    names(document, GRANTING, sentence) ||
    valuesIn(document, 'count', sentence).some(({ value }) => value.schedule && !value.of)
  );
}

/** What somebody says while he thinks. */
const FILLERS =
  /,? ?\b(?:let me (?:see|think|look)|let's see|uh|um|er|hmm|well|you know|what was it|i (?:think|believe|guess|want to say)|like)\b,?(?= |$)/gi;

/** Words from a number to the nearest of the cues of its sentence, what stands between them weighed. */
export function nearestOf(text: string, cues: readonly Span[], at: Span): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (const cue of cues) {
    if (cue.start < at.end && at.start < cue.end) return 0;
    const between =
      cue.end <= at.start ? text.slice(cue.end, at.start) : text.slice(at.end, cue.start);
    if (between.length > LONGEST_REACH || /[;\n]|\s\/\s/.test(between.trim())) continue;
    const said = between.replace(FILLERS, ' ');
    const words = said.split(/[\s,()]+/).filter((word) => /\w/.test(word)).length;
    const boundaries = said.match(/[,()]|\s-\s|\s{3,}|\t/g)?.length ?? 0;
    nearest = Math.min(nearest, words + BOUNDARY_WORDS * boundaries);
  }
  return nearest;
}
