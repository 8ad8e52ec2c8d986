/** Boxes to tick: "[x] Yes [ ] No", "Numbness [ ] Tingling [x]", and what stands ticked behind a question. */
import { Mark } from '../marks.ts';
import { foldedToken, Gap, markAt, type Tokens } from '../tokens.ts';
import { LONGEST_ANSWER } from './answer-words.ts';
import { ANSWERS, type Answer } from './answers.ts';
import { readChoice } from './choices.ts';
import type { FormAnswer } from './forms.ts';

/** Boxes are looked for this far from a mention. */
const BOX_REACH = 60;
/** The most tokens of an option that a wording ends with. */
const SPELLED = 2;
/** The most tokens of a label. */
const LONGEST_LABEL = 8;

export const EMPTY_BOXES = new Set(['☐', '□', '❏', '◻'].map((box) => box.charCodeAt(0)));
export const TICKED_BOXES = new Set(['☑', '☒', '✓', '✔', '✗', '■'].map((box) => box.charCodeAt(0)));
const MOST_BOXES = 24;

interface Box {
  first: number;
  last: number;
  ticked: boolean;
}

/** `[x]`, `[ ]`, `(x)`, `( )` or a box sign at `token`. */
export function boxAt(tokens: Tokens, token: number, b: number): Box | undefined {
  const mark = markAt(tokens, token);
  if (mark === 0) return undefined;
  if (EMPTY_BOXES.has(mark)) return { first: token, last: token, ticked: false };
  if (TICKED_BOXES.has(mark)) return { first: token, last: token, ticked: true };
  if (mark !== Mark.openSquare && mark !== Mark.open) return undefined;
  const closing = mark === Mark.openSquare ? Mark.closeSquare : Mark.close;
  for (let close = token + 1; close < b && close <= token + 2; close += 1) {
    if (markAt(tokens, close) !== closing) continue;
    if (close === token + 1) return { first: token, last: close, ticked: false };
    const filled = foldedToken(tokens, token + 1);
    if (filled === '_' || (filled === '-' && mark === Mark.openSquare))
      return { first: token, last: close, ticked: false };
    return ['x', '✓', '✔', '*', ...(mark === Mark.openSquare ? ['v'] : [])].includes(filled)
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
export function readBoxes(
  tokens: Tokens,
  a: number,
  b: number,
  first: number,
  last: number,
): FormAnswer | undefined {
  const boxes = boxesNear(tokens, a, b, first, last);
  if (boxes.length === 0) return undefined;
  const behind = areBehind(tokens, boxes, a, b, first, last);
  // an option has its own box, or stands in a wording that spells one
  const isOption = boxes.some((box) => box.last >= first - 1 && box.last <= last);
  // "Tobacco [ ] never", "risk: [ ] low [ ] high": the wording spells the box of its last words
  const spelled = behind
    ? undefined
    : boxes.findLast((box) => box.first > first && box.last < last && box.last >= last - SPELLED);
  if (spelled) {
    return { answer: spelled.ticked ? 'yes' : 'open', first: spelled.first, last: spelled.last };
  }
  const labelled = readLabelledBoxes(tokens, boxes, b, last, behind || isOption);
  if (labelled) return labelled;
  const opening = boxes[0] as Box;
  const following = boxes.filter(
    (box) => box.first > last && !isOfNextCell(tokens, last, box.first),
  );
  const before =
    !behind &&
    (opening.first === a ||
      markAt(tokens, opening.first - 1) === Mark.colon ||
      opening.first < first ||
      opensChoice(tokens, following[0], b));
  const answers = following.map((box) => boxWord(tokens, box, before, b));
  const asked = answers.some(isYesOrNo);
  if (asked && (opening.first > last || !before)) {
    const ticked = following.findIndex((box) => box.ticked);
    const box = following[Math.max(ticked, 0)] as Box;
    return {
      answer: answerOf(answers, ticked),
      first: box.first,
      last: box.last,
    };
  }
  const own = before
    ? boxes.filter((box) => box.last < first).at(-1)
    : following.find((box) => box.first - last <= LONGEST_LABEL);
  if (own === undefined) return undefined;
  const ticked = before && deniesOption(tokens, own, first) ? 'no' : 'yes';
  return { answer: own.ticked ? ticked : 'open', first: own.first, last: own.last };
}

const DENYING: ReadonlySet<string> = new Set('no not without denies denied absent w/o'.split(' '));

/** Before these the denial is of what somebody got from it, which says that it was had. */
const OF_WHAT_CAME: ReadonlySet<string> = new Set(
  'with w by from to after for despite during'.split(' '),
);

/** "[x] no radiculopathy": what is ticked is the denial. "[x] no relief with ibuprofen" denies no ibuprofen. */
function deniesOption(tokens: Tokens, box: Box, first: number): boolean {
  const denial = box.last + 1;
  if (denial >= first || !DENYING.has(foldedToken(tokens, denial))) return false;
  for (let at = denial + 1; at < first; at += 1)
    if (OF_WHAT_CAME.has(foldedToken(tokens, at))) return false;
  return true;
}

/** "Twitch * [ ] present [x] absent": an answer stands behind the first box, and none before it. */
function opensChoice(tokens: Tokens, box: Box | undefined, b: number): boolean {
  if (!box) return false;
  return isYesOrNo(boxWord(tokens, box, true, b)) && !isYesOrNo(boxWord(tokens, box, false, b));
}

/** "Pain 7 with 4      Side effects [ ]": a wide gap before words parts what stands before from their boxes. */
function isOfNextCell(tokens: Tokens, last: number, box: number): boolean {
  for (let at = last + 1; at < box; at += 1) {
    if (tokens.gap[at] === Gap.tab && markAt(tokens, at) === 0) return true;
  }
  return false;
}

/** "Taut band: [x] yes [ ] no  Twitch [ ] Y [x] N": boxes right behind a label are its own. */
function readLabelledBoxes(
  tokens: Tokens,
  boxes: readonly Box[],
  b: number,
  last: number,
  needsColon: boolean,
): FormAnswer | undefined {
  const colon = last + 1 < b && markAt(tokens, last + 1) === Mark.colon;
  const start = boxes.findIndex((box) => box.first === last + (colon ? 2 : 1));
  if (start < 0 || (needsColon && !colon)) return undefined;
  const own = colon ? upToColon(tokens, boxes, start, b) : upToLabel(tokens, boxes, start, b);
  const ticked = own.find((box) => box.ticked);
  const { first, last: end } = ticked ?? (own[0] as Box);
  // without a colon the box may as well be that of the word before it: "Numbness [ ] Tingling [x]"
  if (!colon && !own.some((box) => isYesOrNo(boxWord(tokens, box, true, b)))) return undefined;
  if (!ticked) return { answer: 'open', first, last: end };
  return { answer: boxWord(tokens, ticked, true, b) ?? 'yes', first, last: end };
}

function upToColon(tokens: Tokens, boxes: readonly Box[], start: number, b: number): Box[] {
  let next = (boxes[start] as Box).first;
  while (next < b && markAt(tokens, next) !== Mark.colon) next += 1;
  return boxes.slice(start).filter((box) => box.last < next);
}

/** The most tokens of an option: "a little bit". */
const LONGEST_OPTION = 3;

/** The boxes that stand side by side with their options; what stands behind "no" is the next label. */
function upToLabel(tokens: Tokens, boxes: readonly Box[], start: number, b: number): Box[] {
  const own: Box[] = [];
  for (const box of boxes.slice(start)) {
    const before = own.at(-1);
    const apart = before ? box.first - before.last - 1 : 0;
    if (before && (apart > LONGEST_OPTION || (apart > 1 && boxWord(tokens, before, true, b))))
      break;
    own.push(box);
  }
  return own;
}

function isYesOrNo(answer: Answer | undefined): boolean {
  return answer === 'yes' || answer === 'no';
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
  return opening.first > start && markAt(tokens, opening.first - 1) !== Mark.colon;
}

/** The answer beside a box: "[x] no", "( ) not at all", "yes [x]". */
function boxWord(tokens: Tokens, box: Box, before: boolean, b: number): Answer | undefined {
  if (!before) return box.first > 0 ? ANSWERS.get(foldedToken(tokens, box.first - 1)) : undefined;
  let words = '';
  let longest: Answer | undefined;
  for (let at = box.last + 1; at < b && at <= box.last + LONGEST_ANSWER; at += 1) {
    words = words === '' ? foldedToken(tokens, at) : `${words} ${foldedToken(tokens, at)}`;
    longest = ANSWERS.get(words) ?? longest;
  }
  return longest;
}

/** "( ) a lot (x) some ( ) not at all": of a scale that ends in "no", what is ticked elsewhere is a yes. */
function answerOf(answers: readonly (Answer | undefined)[], ticked: number): Answer {
  if (ticked < 0) return 'open';
  return answers[ticked] ?? (answers.includes('yes') ? 'open' : 'yes');
}

/** What is ticked or circled in the tokens `[from, to)` behind a question. */
export function choiceBehind(tokens: Tokens, from: number, to: number): FormAnswer | undefined {
  const boxes = boxesNear(tokens, from, to, from, from);
  const opening = boxes[0];
  if (opening === undefined || opening.first > from + 1) return readChoice(tokens, from - 1, to);
  const before = opening.first === from;
  const answers = boxes.map((box) => boxWord(tokens, box, before, to));
  if (!answers.some(isYesOrNo)) return undefined;
  const ticked = boxes.findIndex((box) => box.ticked);
  const { first, last } = boxes[Math.max(ticked, 0)] as Box;
  return { answer: answerOf(answers, ticked), first, last };
}
