import type { Scope } from '../../guidelines/evidence-rule.ts';
import type { Reading } from '../../language/mention.ts';
import { firstAtLeast } from '../../language/sorted.ts';
import type { IndexedDocument } from './case-index.ts';
import { createMemo } from './memo.ts';

/** A stretch of a text: UTF-16 offsets, `end` exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** Whether two stretches of one text have a letter in common. */
export function shares(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** What a scope is measured from. */
export interface Place extends Span {
  /** Index into the sentences of the reading. */
  sentence: number;
}

/** The stretch of text in which a rule looks for what must stand beside a finding. */
export function scopeOf(document: IndexedDocument, place: Place, scope: Scope): Span {
  const { reading, paragraphs } = document;
  const sentence = reading.sentences[place.sentence];
  if (!sentence) return { start: place.start, end: place.end };
  switch (scope) {
    case 'phrase':
      return stretchAround(reading, place, phraseEnds);
    case 'clause':
      return clauseAround(document, place);
    case 'sentence':
      return nearIn(sentence, place);
    case 'neighbours':
      return nearIn(neighbours(document, place.sentence), place);
    case 'paragraph':
      return paragraphs.get(sentence.paragraph) ?? sentence;
    case 'section':
      return reading.sections[sentence.section] ?? sentence;
    case 'document':
      return { start: 0, end: reading.text.length };
  }
}

/** The clause of its sentence that a place stands in: up to a semicolon, a table cell, a "but". */
export function clauseAround({ reading }: IndexedDocument, place: Place): Span {
  return reading.sentences[place.sentence] ? stretchAround(reading, place, clauseEnds) : place;
}

/** The part of its clause that a place stands in, between commas and brackets: "PT and ibuprofen did not help the knee". */
export function partAround({ reading }: IndexedDocument, place: Place): Span {
  return reading.sentences[place.sentence] ? stretchAround(reading, place, partEnds) : place;
}

/** The sentence before and the one after, as far as they belong to the same section. */
function neighbours({ reading }: IndexedDocument, at: number): Span {
  const own = reading.sentences[at] as Span & { section: number };
  const before = reading.sentences[at - 1];
  const after = reading.sentences[at + 1];
  return {
    start: before && before.section === own.section ? before.start : own.start,
    end: after && after.section === own.section ? after.end : own.end,
  };
}

/** The sentence of a place, and where it asks a question or heads a field for its day the one that answers it. */
export function withAnswer({ reading }: IndexedDocument, place: Place): Span {
  const { text, sentences } = reading;
  const sentence = sentences[place.sentence] ?? place;
  const next = sentences[place.sentence + 1];
  const isAnswered =
    next &&
    (isQuestion(text, sentence) || FIELD_OF_DAY.test(text.slice(next.start, next.start + 12)));
  return isAnswered ? { start: sentence.start, end: next.end } : sentence;
}

const FIELD_OF_DAY = /^(?:date|dates|DOS|done|when)(?: of \w{1,4})?\s?[:=]/i;

/** Whether a sentence ends with the mark of a question. */
export function isQuestion(text: string, { start, end }: Span): boolean {
  return /\?\s*$/.test(text.slice(Math.max(start, end - LONGEST_MARK), end));
}

const LONGEST_MARK = 4;

/** Length of the boundary that begins at an offset; 0 where there is none. */
type Boundary = (text: string, at: number) => number;

/** No clause is longer, and no sentence is looked at further: a text without a full stop stays cheap. */
const FARTHEST = 600;

/** As much of a sentence, or of it and its neighbours, as stands near a place; nearly always all of it. */
function nearIn(stretch: Span, { start, end }: Span): Span {
  const from = start - FARTHEST;
  const to = end + FARTHEST;
  if (stretch.start >= from && stretch.end <= to) return stretch;
  return { start: Math.max(stretch.start, from), end: Math.min(stretch.end, to) };
}

/** Where boundaries of one kind begin in a sentence: found once, for many places in it are asked for. */
interface Boundaries {
  boundary: Boundary;
  startsIn(reading: Reading, sentence: number): Int32Array;
}

function boundariesOf(boundary: Boundary): Boundaries {
  const known = createMemo<Reading, Int32Array, number>();
  const find = ({ text, sentences }: Reading, sentence: number) => {
    const { start, end } = sentences[sentence] as Span;
    const starts: number[] = [];
    for (let at = start; at < end; at += 1) if (boundary(text, at) > 0) starts.push(at);
    return starts.length === 0 ? NONE : Int32Array.from(starts);
  };
  const startsIn = (reading: Reading, sentence: number) =>
    known(reading, sentence, () => find(reading, sentence));
  return { boundary, startsIn };
}

const NONE = new Int32Array(0);

function stretchAround(reading: Reading, place: Place, { boundary, startsIn }: Boundaries): Span {
  const { text, sentences } = reading;
  const near = nearIn(sentences[place.sentence] as Span, place);
  const starts = startsIn(reading, place.sentence);
  let { start } = near;
  for (let one = firstAtLeast(starts, starts.length, place.start) - 1; one >= 0; one -= 1) {
    const at = starts[one] as number;
    if (at < start) break;
    const end = at + boundary(text, at);
    if (end > place.start) continue;
    start = end;
    break;
  }
  const next = starts[firstAtLeast(starts, starts.length, place.end)] ?? near.end;
  return trimmed(text, { start, end: Math.min(next, near.end) });
}

const CONTRASTS = [
  ' but ',
  ' however',
  ' although ',
  ' though ',
  ' whereas ',
  ' while ',
  ' except ',
];
/** After a comma only: "has yet to begin" is one clause. */
const YET = ' yet ';
const CONJUNCTIONS = [' and ', ' or ', ' with ', ' then '];

const endsClause: Boundary = (text, at) => {
  const character = text[at];
  if (character === ';' || character === '|' || character === '\t') return 1;
  if (character === ',' && startsWithIgnoringCase(text, at + 1, YET)) return 1 + YET.length;
  if (character !== ' ') return 0;
  if (text.startsWith(' - ', at) || text.startsWith(' -- ', at)) return 3;
  return lengthOfOne(CONTRASTS, text, at);
};

const endsPart: Boundary = (text, at) => {
  const character = text[at];
  if (character === '(' || character === ')' || character === ':') return 1;
  // "1,200" is one number
  if (character === ',') return isDigit(text[at + 1]) && isDigit(text[at - 1]) ? 0 : 1;
  return endsClause(text, at);
};

const endsPhrase: Boundary = (text, at) => {
  if (text[at] === ' ') {
    const length = lengthOfOne(CONJUNCTIONS, text, at);
    if (length > 0) return length - 1;
  }
  return endsPart(text, at);
};

const clauseEnds = boundariesOf(endsClause);
const partEnds = boundariesOf(endsPart);
const phraseEnds = boundariesOf(endsPhrase);

/** The bit that tells a small letter from a capital. */
const SMALL = 0x20;
const BLANK = 0x20;

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}

/** The length of the first of some words that stands at an offset; 0 where none does. */
function lengthOfOne(words: readonly string[], text: string, at: number): number {
  for (const word of words) if (startsWithIgnoringCase(text, at, word)) return word.length;
  return 0;
}

function startsWithIgnoringCase(text: string, at: number, word: string): boolean {
  for (let i = 0; i < word.length; i += 1) {
    const letter = text.charCodeAt(at + i);
    const wanted = word.charCodeAt(i);
    if (letter !== wanted && (wanted === BLANK || (letter | SMALL) !== wanted)) return false;
  }
  return true;
}

/** Code units from here on hold white space besides that of ASCII. */
const FIRST_WIDE = 0x80;

/** Without white space at either end. */
export function trimmed(text: string, { start, end }: Span): Span {
  let first = start;
  let last = end;
  while (first < last && isSpace(text, first)) first += 1;
  while (last > first && isSpace(text, last - 1)) last -= 1;
  return { start: first, end: last };
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < FIRST_WIDE
    ? code === 0x20 || (code >= 9 && code <= 13)
    : /\s/.test(text[at] as string);
}

/** A new item of a list, on a line of its own, speaks of something new. */
const NEW_ITEM = /^(?:[-*•>]|\(?\w{1,2}[.)])\s/;

/** Whether a sentence begins an item of a list on another line than the sentence before it. */
export function beginsItem(text: string, before: Span, { start, end }: Span): boolean {
  return /\n\s*$/.test(text.slice(before.end, start)) && NEW_ITEM.test(text.slice(start, end));
}
