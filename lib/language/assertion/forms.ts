/**
 * Forms: `label: answer`, cells, boxes to tick, questions. What a form says of a mention, where it
 * says anything; a label or a question without an answer makes its mention conditional.
 */

import { literalWords } from '../phrase-parts.ts';
import { foldedToken, Gap, markAt, numberAt, TokenKind, type Tokens } from '../tokens.ts';
import type { WordTable } from '../word-table.ts';
import { ANSWERS, type Answer, QUESTION_WORDS } from './answers.ts';
import { readChoice } from './choices.ts';
import { createColumnReader } from './columns.ts';

/** What a form says, and the tokens that say it (`last` inclusive; -1 where nothing is written). */
export interface FormAnswer {
  answer: Answer | 'maybe';
  first: number;
  last: number;
}

export interface FormReader {
  /** To be called before the mentions of a sentence `[a, b)` are looked at. */
  enter(a: number, b: number): void;
  /** Looks at mention tokens `[first, last]` in the sentence `[a, b)`; `next` ends the one after it. */
  read(a: number, b: number, next: number, first: number, last: number): FormAnswer | undefined;
}

const COLON = 0x3a;
const QUESTION = 0x3f;
const PIPE = 0x7c;
const DASH = 0x2d;
const OPEN_BOX = 0x5b;
const CLOSE_BOX = 0x5d;
const OPEN_BRACKET = 0x28;
const CLOSE_BRACKET = 0x29;
const UNDERSCORE = 0x5f;
const COMMA = 0x2c;
const SEMICOLON = 0x3b;
const POINT = 0x2e;
const EMPTY_BOXES = new Set(['☐', '□', '❏', '◻'].map((box) => box.charCodeAt(0)));
const TICKED_BOXES = new Set(['☑', '☒', '✓', '✔', '✗', '■'].map((box) => box.charCodeAt(0)));
/** Marks that may stand between a label and its answer. */
const LABEL_MARKS = new Set([COLON, PIPE, DASH, UNDERSCORE]);
const LONGEST_ANSWER = 3;
const LONGEST_LABEL = 8;
const MOST_BOXES = 24;
/** Boxes are looked for this far from a mention. */
const BOX_REACH = 60;

interface Box {
  first: number;
  last: number;
  ticked: boolean;
}

/** Reads forms in `tokens`; adds the words that open questions to `table`, so make it before tokenizing. */
export function createFormReader(table: WordTable): (tokens: Tokens) => FormReader {
  const questionWords = new Set(QUESTION_WORDS.map((word) => table.intern(word)));
  const answerWords = new Set(
    [...ANSWERS.keys()].map((answer) => table.intern(literalWords(answer)[0] as string)),
  );
  const columnReader = createColumnReader(table);
  const choiceWords = new Set(
    ['y', 'n', 'yes', 'no', 'y/n', 'n/y'].map((word) => table.intern(word)),
  );
  return (tokens) => {
    const columns = columnReader(tokens);
    let cells = false;
    let choices = false;
    let boxes = false;
    let labels = false;
    let questions = false;
    return {
      enter(a, b) {
        boxes = false;
        labels = false;
        questions = false;
        choices = false;
        cells = false;
        columns.enter(a);
        for (let i = a; i < b; i += 1) {
          if (i > a && tokens.gap[i] === Gap.tab) {
            labels = true;
            cells = true;
          }
          if (tokens.kind[i] !== TokenKind.mark) {
            if (choiceWords.has(tokens.word[i] as number)) choices = true;
            continue;
          }
          const mark = markAt(tokens, i);
          if (mark === PIPE) cells = true;
          if (mark === QUESTION) questions = true;
          else if (LABEL_MARKS.has(mark)) labels = true;
          else if (mark === OPEN_BRACKET) boxes ||= boxAt(tokens, i, b) !== undefined;
          else if (mark === OPEN_BOX || EMPTY_BOXES.has(mark) || TICKED_BOXES.has(mark))
            boxes = true;
        }
      },
      read(a, b, next, first, last) {
        return (
          (cells ? columns.read(a, b, first, last) : undefined) ??
          (boxes ? readBoxes(tokens, a, b, first, last) : undefined) ??
          (choices ? readChoice(tokens, last, b) : undefined) ??
          (labels ? readLabel(tokens, answerWords, a, b, next, first, last) : undefined) ??
          (questions
            ? readQuestion(tokens, questionWords, answerWords, a, b, next, first, last)
            : undefined)
        );
      },
    };
  };
}

/** `[x]`, `[ ]`, `(x)`, `( )` or a box sign at `token`. */
function boxAt(tokens: Tokens, token: number, b: number): Box | undefined {
  const mark = markAt(tokens, token);
  if (mark === 0) return undefined;
  if (EMPTY_BOXES.has(mark)) return { first: token, last: token, ticked: false };
  if (TICKED_BOXES.has(mark)) return { first: token, last: token, ticked: true };
  if (mark !== OPEN_BOX && mark !== OPEN_BRACKET) return undefined;
  const closing = mark === OPEN_BOX ? CLOSE_BOX : CLOSE_BRACKET;
  for (let close = token + 1; close < b && close <= token + 2; close += 1) {
    if (markAt(tokens, close) !== closing) continue;
    if (close === token + 1) return { first: token, last: close, ticked: false };
    const filled = foldedToken(tokens, token + 1);
    if (filled === '_' || (filled === '-' && mark === OPEN_BOX))
      return { first: token, last: close, ticked: false };
    return ['x', '✓', '✔', '*', ...(mark === OPEN_BOX ? ['v'] : [])].includes(filled)
      ? { first: token, last: close, ticked: true }
      : undefined;
  }
  return undefined;
}

function boxesNear(tokens: Tokens, a: number, b: number, first: number, last: number): Box[] {
  const boxes: Box[] = [];
  const from = Math.max(a, first - BOX_REACH);
  const to = Math.min(b, last + BOX_REACH);
  for (let i = from; i < to && boxes.length < MOST_BOXES; i += 1) {
    const box = boxAt(tokens, i, b);
    if (box === undefined) continue;
    boxes.push(box);
    i = box.last;
  }
  return boxes;
}

/** Boxes before their words ("[x] Yes [ ] No"), or behind them ("Yes [x] No [ ]"). */
function readBoxes(
  tokens: Tokens,
  a: number,
  b: number,
  first: number,
  last: number,
): FormAnswer | undefined {
  const boxes = boxesNear(tokens, a, b, first, last);
  if (boxes.length === 0) return undefined;
  const labelled = readLabelledBoxes(tokens, boxes, b, last);
  if (labelled) return labelled;
  const opening = boxes[0] as Box;
  const before =
    !areBehind(tokens, boxes, a, b, first, last) &&
    (opening.first === a || markAt(tokens, opening.first - 1) === COLON || opening.first < first);
  const following = boxes.filter((box) => box.first > last);
  const answers = following.map((box) => boxWord(tokens, box, before, b));
  const asked = answers.some((answer) => answer === 'yes' || answer === 'no');
  if (asked && (opening.first > last || !before)) {
    const ticked = following.findIndex((box) => box.ticked);
    const box = following[Math.max(ticked, 0)] as Box;
    return {
      answer: ticked < 0 ? 'open' : (answers[ticked] ?? 'open'),
      first: box.first,
      last: box.last,
    };
  }
  const own = before
    ? boxes.filter((box) => box.last < first).at(-1)
    : following.find((box) => box.first - last <= LONGEST_LABEL);
  if (own === undefined) return undefined;
  return { answer: own.ticked ? 'yes' : 'open', first: own.first, last: own.last };
}

/** "Taut band: [x] yes [ ] no  Twitch: [ ] yes [x] no": boxes right behind a label are its own. */
function readLabelledBoxes(
  tokens: Tokens,
  boxes: readonly Box[],
  b: number,
  last: number,
): FormAnswer | undefined {
  if (last + 1 >= b || markAt(tokens, last + 1) !== COLON) return undefined;
  let next = last + 2;
  while (next < b && markAt(tokens, next) !== COLON) next += 1;
  const own = boxes.filter((box) => box.first > last && box.last < next);
  if (own[0]?.first !== last + 2) return undefined;
  const ticked = own.find((box) => box.ticked);
  const { first, last: end } = ticked ?? own[0];
  if (!ticked) return { answer: 'open', first, last: end };
  return { answer: boxWord(tokens, ticked, true, b) ?? 'yes', first, last: end };
}

/** "Numbness [ ] Tingling [x] Weakness [ ]": a line that begins with words and ends in a box. */
function areBehind(
  tokens: Tokens,
  boxes: readonly Box[],
  a: number,
  b: number,
  first: number,
  last: number,
): boolean {
  let start = first;
  while (start > a && tokens.breaks[start] === 0) start -= 1;
  let end = last + 1;
  while (end < b && tokens.breaks[end] === 0) end += 1;
  const line = boxes.filter((box) => box.first >= start && box.last < end);
  const opening = line[0];
  if (opening === undefined || line.at(-1)?.last !== end - 1) return false;
  return opening.first > start && markAt(tokens, opening.first - 1) !== COLON;
}

function boxWord(tokens: Tokens, box: Box, before: boolean, b: number): Answer | undefined {
  const at = before ? box.last + 1 : box.first - 1;
  return at >= 0 && at < b ? ANSWERS.get(foldedToken(tokens, at)) : undefined;
}

/** What is ticked or circled in the tokens `[from, to)` behind a question. */
function choiceBehind(tokens: Tokens, from: number, to: number): FormAnswer | undefined {
  const boxes = boxesNear(tokens, from, to, from, from);
  const opening = boxes[0];
  if (opening === undefined || opening.first > from + 1) return readChoice(tokens, from - 1, to);
  const before = opening.first === from;
  const answers = boxes.map((box) => boxWord(tokens, box, before, to));
  if (!answers.some((answer) => answer === 'yes' || answer === 'no')) return undefined;
  const ticked = boxes.findIndex((box) => box.ticked);
  const { first, last } = boxes[Math.max(ticked, 0)] as Box;
  return { answer: ticked < 0 ? 'open' : (answers[ticked] ?? 'open'), first, last };
}

/** "Twitch response: none", "Numbness | no", "Side effects: ____". */
function readLabel(
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
  while (end < b && end < from + BOX_REACH) {
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

/** The answer that opens `[from, to)` and is all of it up to a comma, point or `end`. */
function answerIn(
  tokens: Tokens,
  answerWords: ReadonlySet<number>,
  from: number,
  to: number,
  end: number,
): FormAnswer | undefined {
  if (from >= to || !answerWords.has(tokens.word[from] as number)) return undefined;
  let words = '';
  let found: FormAnswer | undefined;
  for (let i = from; i < to && i < from + LONGEST_ANSWER; i += 1) {
    words = words === '' ? foldedToken(tokens, i) : `${words} ${foldedToken(tokens, i)}`;
    const answer = ANSWERS.get(words);
    if (answer === undefined || !endsAnswer(tokens, i + 1, end)) continue;
    if (
      answer === 'no' &&
      Number.isFinite(numberAt(tokens, i)) &&
      i + 1 < end &&
      markAt(tokens, i + 1) !== POINT
    )
      continue;
    found = { answer, first: from, last: i };
  }
  return found;
}

function endsAnswer(tokens: Tokens, token: number, end: number): boolean {
  if (token >= end) return true;
  const mark = markAt(tokens, token);
  return (
    mark === COMMA ||
    mark === POINT ||
    mark === SEMICOLON ||
    mark === PIPE ||
    tokens.gap[token] === Gap.tab
  );
}

const QUOTES: ReadonlySet<number> = new Set([0x22, 0x201c, 0x201d]);

function isQuote(tokens: Tokens, token: number): boolean {
  return QUOTES.has(markAt(tokens, token));
}

/** The first word of what is said from `a` on: behind a quote mark, and who is spoken to: "Doctor, does". */
function openingOf(tokens: Tokens, a: number, first: number): number {
  const start = isQuote(tokens, a) ? a + 1 : a;
  return markAt(tokens, start + 1) === COMMA && start + 2 <= first ? start + 2 : start;
}

/** "Any numbness? No." and "Does she exercise at home?" */
function readQuestion(
  tokens: Tokens,
  questionWords: ReadonlySet<number>,
  answerWords: ReadonlySet<number>,
  a: number,
  b: number,
  next: number,
  first: number,
  last: number,
): FormAnswer | undefined {
  for (let i = first - 1; i >= a && i >= first - 3 && tokens.kind[i] !== TokenKind.number; i -= 1) {
    // "? radiculopathy": asked before the word.
    const here = markAt(tokens, i);
    if (here === QUESTION && (i === a || tokens.gap[i] !== Gap.none))
      return { answer: 'maybe', first: i, last: i };
    if (here !== 0) break;
  }
  let mark = b - 1;
  if (markAt(tokens, mark) !== QUESTION) {
    // The question's mark may be followed by its answer in the same sentence: "Numbness? no".
    mark = last + 1;
    while (mark < b && mark <= last + LONGEST_LABEL && markAt(tokens, mark) !== QUESTION) mark += 1;
    if (mark >= b || markAt(tokens, mark) !== QUESTION) return undefined;
  }
  if (mark <= last) return undefined;
  // "Any flares?" none
  const own = isQuote(tokens, mark + 1) ? mark + 2 : mark + 1;
  // "Was there a twitch? - Yes." "Was there one?" "No."
  const behind = markAt(tokens, b) === DASH || isQuote(tokens, b) ? b + 1 : b;
  const answer =
    own < b
      ? answerIn(tokens, answerWords, own, b, b)
      : (answerIn(tokens, answerWords, behind, next, next) ?? choiceBehind(tokens, behind, next));
  if (answer !== undefined) return answer;
  const opens = openingOf(tokens, a, first);
  const asks = questionWords.has(tokens.word[opens] as number) && opens < first;
  const alone = first === opens && mark === own - 1 && own >= b && mark === last + 1;
  if (alone || asks) return { answer: 'open', first: mark, last: mark };
  return mark === last + 1 ? { answer: 'maybe', first: mark, last: mark } : undefined;
}
