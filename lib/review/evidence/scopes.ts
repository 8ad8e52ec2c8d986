import type { Scope } from '../../guidelines/evidence-rule.ts';
import type { IndexedDocument } from './case-index.ts';

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
      return stretchAround(reading.text, sentence, place, endsPhrase);
    case 'clause':
      return clauseAround(document, place);
    case 'sentence':
      return sentence;
    case 'neighbours':
      return neighbours(document, place.sentence);
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
  const sentence = reading.sentences[place.sentence];
  return sentence ? stretchAround(reading.text, sentence, place, endsClause) : place;
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

/** No clause is longer, and no text without a full stop makes the search for its end slow. */
const FARTHEST = 600;

function stretchAround(text: string, sentence: Span, place: Span, boundary: Boundary): Span {
  const within = {
    start: Math.max(sentence.start, place.start - FARTHEST),
    end: Math.min(sentence.end, place.end + FARTHEST),
  };
  let start = within.start;
  for (let at = place.start - 1; at >= within.start; at -= 1) {
    const length = boundary(text, at);
    if (length > 0 && at + length <= place.start) {
      start = at + length;
      break;
    }
  }
  let end = within.end;
  for (let at = place.end; at < within.end; at += 1) {
    if (boundary(text, at) > 0) {
      end = at;
      break;
    }
  }
  return trimmed(text, { start, end });
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
  return CONTRASTS.find((word) => startsWithIgnoringCase(text, at, word))?.length ?? 0;
};

const endsPhrase: Boundary = (text, at) => {
  const character = text[at];
  if (character === '(' || character === ')' || character === ':') return 1;
  // "1,200" is one number
  if (character === ',') return isDigit(text[at + 1]) && isDigit(text[at - 1]) ? 0 : 1;
  if (character === ' ') {
    const word = CONJUNCTIONS.find((other) => startsWithIgnoringCase(text, at, other));
    if (word) return word.length - 1;
  }
  return endsClause(text, at);
};

/** The bit that tells a small letter from a capital. */
const SMALL = 0x20;

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}

function startsWithIgnoringCase(text: string, at: number, word: string): boolean {
  // most blanks are told by the letter behind them
  if ((text.charCodeAt(at + 1) | SMALL) !== word.charCodeAt(1)) return false;
  return text.slice(at, at + word.length).toLowerCase() === word;
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
