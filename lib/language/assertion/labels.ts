/** Labels with their values: "Twitch response: none", "Numbness | no", "Side effects: ____". */
import { Mark } from '../marks.ts';
import { Gap, markAt, TokenKind, type Tokens } from '../tokens.ts';
import { answerIn, isLabel, LONGEST_ANSWER, LONGEST_LABEL } from './answer-words.ts';
import type { FormAnswer } from './forms.ts';
import { behindTeller } from './tellers.ts';

/** The most tokens in brackets that say what a label asks for. */
const LONGEST_ASIDE = 14;
/** The most tokens of a label that is a list. */
const LONGEST_LIST = 18;
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
  // "Twitch: positive" holds its answer: what the next label says is not of it
  if (markAt(tokens, last - 1) === Mark.colon && answerWords.has(tokens.word[last] as number))
    return undefined;
  const value = valueStart(tokens, answerWords, a, b, first, behindAside(tokens, first, last, b));
  if (value < 0)
    return (
      deniedList(tokens, answerWords, a, b, last) ??
      (isSentenceLeftBlank(tokens, b, last) ? OPEN : undefined)
    );
  const end = cellEnd(tokens, value, b);
  if (isLeftOpen(tokens, answerWords, value, end)) return OPEN;
  if (isBlank(tokens, value, end)) {
    const following =
      value === b
        ? answerIn(tokens, answerWords, b, Math.min(next, b + LONGEST_ANSWER + 1), next)
        : undefined;
    if (following === undefined && value === b && goesOnBelow(tokens, b, next)) return undefined;
    return following ?? OPEN;
  }
  const written = behindBlank(tokens, value, end);
  return (
    answerIn(tokens, answerWords, written, end, end) ??
    answerIn(tokens, answerWords, behindTeller(tokens, written, end), end, end) ??
    (isSentenceLeftBlank(tokens, b, last) ? OPEN : undefined)
  );
}

/** Nothing is written. */
const OPEN: FormAnswer = { answer: 'open', first: -1, last: -1 };

/** "He follows the rules of good sleep and has cut out coffee: ____": a statement whose answer is not written. */
function isSentenceLeftBlank(tokens: Tokens, b: number, last: number): boolean {
  let asked = last + 1;
  const farthest = Math.min(b, last + LONGEST_STATEMENT);
  while (asked < farthest && tokens.kind[asked] !== TokenKind.mark) asked += 1;
  const mark = markAt(tokens, asked);
  if (asked >= farthest || (mark !== Mark.colon && mark !== Mark.question)) return false;
  const behind = behindBlank(tokens, asked + 1, b);
  return behind > asked + 1 && (behind === b || tokens.breaks[behind] !== 0);
}

/** Tokens of a statement behind its first word. */
const LONGEST_STATEMENT = 20;

/** "Twitch: __none__": what is written on a blank. */
function behindBlank(tokens: Tokens, from: number, end: number): number {
  let at = from;
  while (at < end && markAt(tokens, at) === Mark.underscore) at += 1;
  return at;
}

/** Whether the line below a label is what it heads, and no label of its own: "Blood loss:", "Minimal." */
function goesOnBelow(tokens: Tokens, b: number, next: number): boolean {
  if (b >= next || tokens.breaks[b] !== 1) return false;
  for (let i = b; i < next && i <= b + LONGEST_LABEL; i += 1) {
    const mark = markAt(tokens, i);
    if (
      mark === Mark.colon ||
      mark === Mark.underscore ||
      mark === Mark.bar ||
      mark === Mark.openSquare
    )
      return false;
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
  let until = last + LONGEST_LABEL;
  let counted = false;
  for (let i = last + 1; i < b && i <= until; i += 1) {
    const aside = asideEnd(tokens, i, b);
    until += aside - i;
    i = aside;
    const isNumber = tokens.kind[i] === TokenKind.number;
    // "Norco 10/325    1 q6h    120    0": of several numbers the last is no answer
    const mayAnswer = !(isNumber && counted);
    if (mayAnswer && tokens.gap[i] === Gap.tab && isAnswerCell(tokens, answerWords, i, b)) return i;
    counted ||= isNumber;
    const mark = markAt(tokens, i);
    if (mark === Mark.colon) return i + 1;
    if (mark === Mark.hyphen && isSpaced(tokens, i, b))
      return isAnswerCell(tokens, answerWords, i + 1, b) ? i + 1 : -1;
    if (mark === Mark.bar) return isAnswerCell(tokens, answerWords, i + 1, b) ? i + 1 : -1;
    if (mark === Mark.underscore) return i;
    if (
      mark === Mark.comma ||
      mark === Mark.semicolon ||
      mark === Mark.point ||
      mark === Mark.question
    )
      return -1;
  }
  return -1;
}

/** "Prior block (date, relief): none": the bracket that closes what a label asks for; else the token itself. */
function asideEnd(tokens: Tokens, open: number, b: number): number {
  if (markAt(tokens, open) !== Mark.open) return open;
  for (let i = open + 1; i < b && i <= open + LONGEST_ASIDE; i += 1) {
    const mark = markAt(tokens, i);
    if (mark === Mark.close) return i;
    if (mark === Mark.colon || mark === Mark.open) break;
  }
  return open;
}

/** "GI risk (ulcer, aspirin): none": the last token of what a label asks for where the mention is within it. */
function behindAside(tokens: Tokens, first: number, last: number, b: number): number {
  for (let i = first - 1; i >= 0 && i >= first - LONGEST_ASIDE; i -= 1) {
    const mark = markAt(tokens, i);
    if (mark === Mark.close || mark === Mark.point || mark === Mark.colon) return last;
    if (mark !== Mark.open) continue;
    const close = asideEnd(tokens, i, b);
    return close > last && endsLabel(tokens, close + 1, b) ? close : last;
  }
  return last;
}

function endsLabel(tokens: Tokens, at: number, b: number): boolean {
  return at < b && (markAt(tokens, at) === Mark.colon || tokens.gap[at] === Gap.tab);
}

/** "Ulcer, bleed, aspirin: none": a label that lists what it asks for, and a denial or blank for all of it. */
function deniedList(
  tokens: Tokens,
  answerWords: ReadonlySet<number>,
  a: number,
  b: number,
  last: number,
): FormAnswer | undefined {
  let at = a;
  while (at < b && at <= a + LONGEST_LIST && !endsLabel(tokens, at, b)) {
    const mark = markAt(tokens, at);
    if (mark !== 0 && mark !== Mark.comma && mark !== Mark.slash && mark !== Mark.hyphen)
      return undefined;
    at += 1;
  }
  if (at <= last || !endsLabel(tokens, at, b)) return undefined;
  const from = markAt(tokens, at) === Mark.colon ? at + 1 : at;
  const answer = answerIn(tokens, answerWords, behindBlank(tokens, from, b), b, b);
  return answer?.answer === 'no' || answer?.answer === 'open' ? answer : undefined;
}

/** Where the label of a mention starts: after the last cell, colon or sentence mark before it. */
function labelStart(tokens: Tokens, a: number, first: number): number {
  let start = first;
  while (start > a && first - start <= LONGEST_LABEL) {
    const mark = markAt(tokens, start - 1);
    if (
      mark === Mark.colon ||
      mark === Mark.bar ||
      mark === Mark.semicolon ||
      tokens.gap[start] === Gap.tab
    )
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
    ? markAt(tokens, from) === Mark.underscore
    : answerIn(tokens, answerWords, from, end, end) !== undefined;
}

function cellEnd(tokens: Tokens, from: number, b: number): number {
  let end = from;
  while (end < b && end < from + LONGEST_CELL) {
    if (markAt(tokens, end) === Mark.bar || (end > from && tokens.gap[end] === Gap.tab)) break;
    end += 1;
  }
  return end;
}

/** "Trigger points: ____ twitch: ____", "Ulcer: ____ (not asked)": a blank with another label or a remark behind it. */
function isLeftOpen(
  tokens: Tokens,
  answerWords: ReadonlySet<number>,
  from: number,
  end: number,
): boolean {
  const after = behindBlank(tokens, from, end);
  if (after === from || after === end) return false;
  const mark = markAt(tokens, after);
  if (mark === Mark.semicolon || mark === Mark.comma || mark === Mark.open) return true;
  return !answerWords.has(tokens.word[after] as number) && isLabel(tokens, after, end);
}

function isBlank(tokens: Tokens, from: number, end: number): boolean {
  for (let i = from; i < end; i += 1) {
    const mark = markAt(tokens, i);
    if (mark !== Mark.underscore && mark !== Mark.point) return false;
  }
  return true;
}
