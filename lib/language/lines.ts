/**
 * The lines of a text and what they are: the ground on which sentences and sections are found.
 * Works on tokens alone; lines without a token are not counted.
 */
import { Mark } from './marks.ts';
import { Gap, markAt, TokenKind, type Tokens } from './tokens.ts';

/** Lines as columns. */
export interface Lines {
  count: number;
  /** First token of each line. */
  first: Int32Array;
  /** Length in UTF-16 code units, from the first token to the end of the last. */
  length: Int32Array;
  /** 1 for a bullet, a numbered item, a row of cells or a box to tick. */
  item: Uint8Array;
  /** Breaks before a line that mean no more than a new line: 2 in a double-spaced text, else 1. */
  spacing: number;
}

/** Bullets: * • · ● ○ ▪ ■ □ ☐ ☑ ☒ ✓ ✔ > and the arrows and bullets of office programs. */
const BULLETS = new Set([...'*•·●○▪■□☐☑☒✓✔>➢§'].map((bullet) => bullet.charCodeAt(0)));

/** Longer lines were not wrapped: an empty one between them parts paragraphs. */
const WIDEST_LINE = 180;

/** The lines of `tokens`. */
export function findLines(tokens: Tokens): Lines {
  let count = tokens.count === 0 ? 0 : 1;
  let single = 0;
  let double = 0;
  for (let i = 1; i < tokens.count; i += 1) {
    const breaks = tokens.breaks[i] as number;
    if (breaks === 0) continue;
    count += 1;
    if (breaks === 1) single += 1;
    else if (breaks === 2) double += 1;
  }
  const first = new Int32Array(count);
  let line = 0;
  for (let i = 1; i < tokens.count; i += 1) {
    if (tokens.breaks[i] === 0) continue;
    line += 1;
    first[line] = i;
  }
  const length = new Int32Array(count);
  const item = new Uint8Array(count);
  for (let l = 0; l < count; l += 1) {
    const from = first[l] as number;
    const to = l + 1 < count ? (first[l + 1] as number) : tokens.count;
    length[l] = (tokens.end[to - 1] as number) - (tokens.start[from] as number);
    item[l] = isItem(tokens, from, to) ? 1 : 0;
  }
  const isSpaced = double > 4 && double > single * 3 && !length.some((each) => each > WIDEST_LINE);
  return { count, first, length, item, spacing: isSpaced ? 2 : 1 };
}

/** Whether the line starts as a list item or holds cells. */
function isItem(tokens: Tokens, from: number, to: number): boolean {
  const mark = markAt(tokens, from);
  if (startsBullet(tokens, from, to) || mark === Mark.bar || mark === Mark.openSquare) return true;
  if (itemNumberEnd(tokens, from, to) > from) return true;
  for (let i = from + 1; i < to && i < from + 40; i += 1) {
    if (markAt(tokens, i) === Mark.bar || tokens.gap[i] === Gap.tab) return true;
  }
  return false;
}

/** Whether a bullet or a dash opens the tokens `[from, to)`. */
export function startsBullet(tokens: Tokens, from: number, to: number): boolean {
  const mark = markAt(tokens, from);
  if (mark === Mark.hyphen) return from + 1 < to && tokens.gap[from + 1] !== Gap.none;
  return BULLETS.has(mark);
}

/**
 * The token after an item's number ("1.", "1)", "(2)", "a)", "#3"), or `from` when there is none.
 */
export function itemNumberEnd(tokens: Tokens, from: number, to: number): number {
  let at = from;
  const open = markAt(tokens, at) === Mark.open;
  if (open) at += 1;
  if (at + 1 >= to) return from;
  const length = (tokens.end[at] as number) - (tokens.start[at] as number);
  const isNumber = tokens.kind[at] === TokenKind.number && length <= 2;
  const isLetter = tokens.kind[at] === TokenKind.word && length === 1;
  if (!isNumber && !isLetter) return from;
  const after = markAt(tokens, at + 1);
  if (tokens.gap[at + 1] !== Gap.none) return from;
  if (after === Mark.close) return at + 2;
  if (after === Mark.point && isNumber && !open && at + 2 < to && tokens.gap[at + 2] !== Gap.none)
    return at + 2;
  return from;
}

/** The token of a colon within the first `most` tokens of a line, -1 when there is none. */
export function labelColon(tokens: Tokens, from: number, to: number, most: number): number {
  for (let i = from + 1; i < to && i <= from + most; i += 1) {
    const mark = markAt(tokens, i);
    if (mark === Mark.colon) {
      // "4:52" is a time.
      const inside =
        tokens.kind[i - 1] === TokenKind.number && i + 1 < to && tokens.gap[i + 1] === Gap.none;
      return inside ? -1 : i;
    }
    if (mark === Mark.point && i + 1 < to && tokens.gap[i + 1] !== Gap.none) return -1;
  }
  return -1;
}
