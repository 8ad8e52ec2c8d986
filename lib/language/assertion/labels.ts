/** Labels with their values: "Twitch response: none", "Numbness | no", "Side effects: ____". */
import { Gap, markAt, type Tokens } from '../tokens.ts';
import { answerIn, LONGEST_ANSWER } from './answer-words.ts';
import type { FormAnswer } from './forms.ts';

const COLON = 0x3a;
const QUESTION = 0x3f;
const PIPE = 0x7c;
const DASH = 0x2d;
const OPEN_BOX = 0x5b;
const UNDERSCORE = 0x5f;
const COMMA = 0x2c;
const SEMICOLON = 0x3b;
const POINT = 0x2e;
/** The most tokens of a label. */
const LONGEST_LABEL = 8;
/** A cell is looked at so far. */
const LONGEST_CELL = 60;

/** "Twitch response: none", "Numbness | no", "Side effects: ____". */
export function readLabel(
  tokens: Tokens,
  answerWords: ReadonlySet<number>,
  a: number,
  b: number,
  next: number,
  first: number,
  last: number,
): FormAnswer | undefined {
  const value = valueStart(tokens, answerWords, a, b, first, last);
  if (value < 0) return undefined;
  const end = cellEnd(tokens, value, b);
  if (isLeftOpen(tokens, value, end)) return { answer: 'open', first: -1, last: -1 };
  if (isBlank(tokens, value, end)) {
    const following =
      value === b
        ? answerIn(tokens, answerWords, b, Math.min(next, b + LONGEST_ANSWER + 1), next)
        : undefined;
    if (following === undefined && value === b && goesOnBelow(tokens, b, next)) return undefined;
    return following ?? { answer: 'open', first: -1, last: -1 };
  }
  return answerIn(tokens, answerWords, value, end, end);
}

/** Whether the line below a label is what it heads, and no label of its own: "Blood loss:", "Minimal." */
function goesOnBelow(tokens: Tokens, b: number, next: number): boolean {
  if (b >= next || tokens.breaks[b] !== 1) return false;
  for (let i = b; i < next && i <= b + LONGEST_LABEL; i += 1) {
    const mark = markAt(tokens, i);
    if (mark === COLON || mark === UNDERSCORE || mark === PIPE || mark === OPEN_BOX) return false;
  }
  return true;
}

/** The first token of the value whose label ends in the mention; -1 when the mention is no label. */
function valueStart(
  tokens: Tokens,
  answerWords: ReadonlySet<number>,
  a: number,
  b: number,
  first: number,
  last: number,
): number {
  if (first - labelStart(tokens, a, first) > LONGEST_LABEL) return -1;
  for (let i = last + 1; i < b && i <= last + LONGEST_LABEL; i += 1) {
    if (tokens.gap[i] === Gap.tab && isAnswerCell(tokens, answerWords, i, b)) return i;
    const mark = markAt(tokens, i);
    if (mark === COLON) return i + 1;
    if (mark === DASH && isSpaced(tokens, i, b))
      return isAnswerCell(tokens, answerWords, i + 1, b) ? i + 1 : -1;
    if (mark === PIPE) return isAnswerCell(tokens, answerWords, i + 1, b) ? i + 1 : -1;
    if (mark === UNDERSCORE) return i;
    if (mark === COMMA || mark === SEMICOLON || mark === POINT || mark === QUESTION) return -1;
  }
  return -1;
}

/** Where the label of a mention starts: after the last cell, colon or sentence mark before it. */
function labelStart(tokens: Tokens, a: number, first: number): number {
  let start = first;
  while (start > a && first - start <= LONGEST_LABEL) {
    const mark = markAt(tokens, start - 1);
    if (mark === COLON || mark === PIPE || mark === SEMICOLON || tokens.gap[start] === Gap.tab)
      break;
    start -= 1;
  }
  return start;
}

/** A dash with white space around it. */
function isSpaced(tokens: Tokens, token: number, b: number): boolean {
  return token + 1 < b && tokens.gap[token] !== Gap.none && tokens.gap[token + 1] !== Gap.none;
}

function isAnswerCell(
  tokens: Tokens,
  answerWords: ReadonlySet<number>,
  from: number,
  b: number,
): boolean {
  const end = cellEnd(tokens, from, b);
  return isBlank(tokens, from, end)
    ? markAt(tokens, from) === UNDERSCORE
    : answerIn(tokens, answerWords, from, end, end) !== undefined;
}

function cellEnd(tokens: Tokens, from: number, b: number): number {
  let end = from;
  while (end < b && end < from + LONGEST_CELL) {
    if (markAt(tokens, end) === PIPE || (end > from && tokens.gap[end] === Gap.tab)) break;
    end += 1;
  }
  return end;
}

/** "Trigger points: ____ ; twitch: ____": a blank with another label behind it. */
function isLeftOpen(tokens: Tokens, from: number, end: number): boolean {
  let after = from;
  while (after < end && markAt(tokens, after) === UNDERSCORE) after += 1;
  if (after === from || after === end) return false;
  const mark = markAt(tokens, after);
  return mark === SEMICOLON || mark === COMMA;
}

function isBlank(tokens: Tokens, from: number, end: number): boolean {
  for (let i = from; i < end; i += 1) {
    const mark = markAt(tokens, i);
    if (mark !== UNDERSCORE && mark !== POINT) return false;
  }
  return true;
}
