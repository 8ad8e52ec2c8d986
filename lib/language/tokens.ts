/**
 * Text to tokens: one pass over the code units, no regular expression, nothing allocated per token.
 *
 * - A word is a run of letters ("don't" is one; "worker's" is "worker" and "'s"). Dotted letters
 *   ("b.i.d.") are one word without the dots, slashed letters ("w/o", "h/o", "n/v") one with the slash.
 * - A number is a run of digits with decimals or thousands (".5", "1,200"); letters that scanners
 *   take for digits are read as digits ("O.5", "#3O", "1O/325") and marked as a slip.
 * - Letters and digits part: "L4" is `l` and `4`, "5mg" is `5` and `mg`, with no gap between.
 * - A hyphen between letters is no token but a gap ("follow-up"); every other mark is a token of its
 *   own, an emoji is one mark. A word that is split at a line's end is joined when a grammar knows it.
 */
import { CharacterClass, CLASSES, classAt, FOLDS } from './characters.ts';
import { readNumber, startsDecimal, startsScannedNumber } from './digits.ts';
import { Mark } from './marks.ts';
import {
  DIGIT_BITS,
  findPacked,
  LETTER_BITS,
  MOST_PACKED,
  OTHER_LETTER,
  PACK,
  PACK_BITS,
  packOne,
} from './packed-words.ts';
import { findDigitSlip, findSlip, maySlip } from './scan-slips.ts';
import { codesOf } from './text-codes.ts';
import { emptyTokens, enlarge, Gap, TokenKind, type Tokens } from './token-columns.ts';
import { buffer, continueWord, LONGEST_WORD, MAY_CONTINUE, reading } from './word-parts.ts';
import type { WordTable } from './word-table.ts';

export {
  foldedToken,
  foldInto,
  Gap,
  markAt,
  numberAt,
  TokenKind,
  type Tokens,
  tokenText,
} from './token-columns.ts';

const { letter: LETTER, digit: DIGIT, space: SPACE } = CharacterClass;
const { tab: TAB, lineBreak: BREAK, silent: SILENT } = CharacterClass;

const BLANK = 0x20;
const ZERO = 0x30;
const ONE = 0x31;
const CAPITAL_O = 0x4f;
const SMALL_L = 0x6c;
const SMALL_S = 0x73;
const POSSESSIVE = (packOne(Mark.apostrophe) << PACK_BITS) | packOne(SMALL_S);

/** A text is read in parts of this length: a loop that is entered often is compiled well by engines. */
const PART = 1024;

/** Where the scan of a text stands: the next offset, and what was passed since the last token. */
interface Scan {
  tokens: Tokens;
  at: number;
  spaces: number;
  tabs: number;
  breaks: number;
  hyphen: boolean;
}

/**
 * The tokens of a text with the word ids of `table`. Linear in the length of the text; the result
 * is a set of plain arrays that later stages only read.
 */
export function tokenize(text: string, table: WordTable): Tokens {
  const tokens = emptyTokens(text, (text.length >> 2) + Math.min(text.length, PART) + 1);
  const codes = codesOf(text);
  const scan: Scan = { tokens, at: 0, spaces: 0, tabs: 0, breaks: 0, hyphen: false };
  while (scan.at < text.length)
    scanPart(scan, text, codes, table, Math.min(text.length, scan.at + PART));
  return scan.tokens;
}

/** Reads the tokens that start before `until`. */
function scanPart(
  scan: Scan,
  text: string,
  codes: Uint16Array,
  table: WordTable,
  until: number,
): void {
  let { tokens, at, spaces, tabs, breaks, hyphen } = scan;
  const room = until - at + 1;
  while (tokens.count + room > tokens.start.length) tokens = enlarge(tokens);
  const {
    start,
    end,
    kind: kinds,
    word: words,
    gap: gaps,
    breaks: lineBreaks,
    slip: slips,
  } = tokens;
  const { slots, mask } = table.packed;
  let count = tokens.count;
  while (at < until) {
    const first = at;
    const code = codes[at] as number;
    const kind = CLASSES[code] as number;
    let tokenKind: number = TokenKind.word;
    let tokenEnd = 0;
    let word = 0;
    let slip = 0;
    let hyphenAfter = false;
    if (
      kind === LETTER &&
      ((code !== CAPITAL_O && code !== SMALL_L) || !startsScannedNumber(text, at, code))
    ) {
      // The letters as three numbers: see packed-words.ts.
      let bits = LETTER_BITS[code] as number;
      let one = 0;
      let two = 0;
      let three = 0;
      let next = code;
      for (; bits !== 0 && at < first + PACK; bits = LETTER_BITS[next] as number) {
        one = (one << PACK_BITS) | bits;
        at += 1;
        next = codes[at] as number;
      }
      for (; bits !== 0 && at < first + 2 * PACK; bits = LETTER_BITS[next] as number) {
        two = (two << PACK_BITS) | bits;
        at += 1;
        next = codes[at] as number;
      }
      for (; bits !== 0 && at < first + 3 * PACK; bits = LETTER_BITS[next] as number) {
        three = (three << PACK_BITS) | bits;
        at += 1;
        next = codes[at] as number;
      }
      while (bits !== 0) {
        at += 1;
        next = codes[at] as number;
        bits = LETTER_BITS[next] as number;
      }
      const letters = at - first;
      tokenEnd = at;
      let isWhole = true;
      if (
        next !== BLANK &&
        MAY_CONTINUE[next] === 1 &&
        (letters === 1 || (next !== Mark.point && next !== Mark.slash))
      ) {
        if (next === Mark.hyphen && LETTER_BITS[codes[at + 1] as number] !== 0) {
          at += 1;
          hyphenAfter = true;
        } else {
          isWhole = false;
          fold(codes, first, letters);
          continueWord(text, table, first, at, Math.min(letters, LONGEST_WORD));
          at = reading.next;
          tokenEnd = reading.end;
          hyphenAfter = reading.hyphen;
          word = findContinued(text, table, first);
          slip = reading.slip;
        }
      }
      if (isWhole) {
        if (letters <= MOST_PACKED) word = findPacked(slots, mask, one, two, three);
        if (word === 0 && letters < LONGEST_WORD) {
          word = findRare(text, codes, table, first, letters, hyphenAfter);
          slip = reading.slip;
          if (reading.end > tokenEnd) {
            tokenEnd = reading.end;
            at = tokenEnd;
          }
        }
      }
    } else if (kind === DIGIT || kind === LETTER || startsDecimal(text, at, code)) {
      tokenKind = TokenKind.number;
      let one = 0;
      let two = 0;
      let next = code;
      for (; isDigit(next) && at < first + PACK; next = codes[at] as number) {
        one = (one << PACK_BITS) | (next + DIGIT_BITS);
        at += 1;
      }
      for (; isDigit(next) && at < first + 2 * PACK; next = codes[at] as number) {
        two = (two << PACK_BITS) | (next + DIGIT_BITS);
        at += 1;
      }
      if (
        at === first ||
        isDigit(next) ||
        next === Mark.point ||
        next === Mark.comma ||
        LETTER_BITS[next]
      ) {
        if (readNumber(text, first)) slip = 1;
        at = reading.end;
        word = reading.used < LONGEST_WORD ? table.findCodes(buffer, reading.used) : 0;
      } else word = findPacked(slots, mask, one, two, 0);
      tokenEnd = at;
      if ((code === ZERO || code === ONE) && LETTER_BITS[codes[at] as number] !== 0) {
        const meant = findDigitSlip(table, text, first);
        if (meant) {
          ({ word, end: tokenEnd } = meant);
          tokenKind = TokenKind.word;
          at = tokenEnd;
          slip = 1;
        }
      }
    } else if (kind === SPACE) {
      spaces += 1;
      at += 1;
      continue;
    } else if (kind === BREAK) {
      if (!(code === 0x0d && codes[at + 1] === 0x0a)) breaks += 1;
      at += 1;
      continue;
    } else if (kind === TAB) {
      tabs += 1;
      at += 1;
      continue;
    } else if (kind === SILENT) {
      at += 1;
      continue;
    } else {
      const folded = FOLDS[code] as number;
      at += 1;
      if (folded === Mark.apostrophe && isPossessive(text, first)) {
        at += 1;
        word = findPacked(slots, mask, POSSESSIVE, 0, 0);
      } else {
        if (code >= 0xd800 && code < 0xdc00 && isLowSurrogate(codes[at] as number)) at += 1;
        tokenKind = TokenKind.mark;
        word = findPacked(slots, mask, packOne(folded), 0, 0);
      }
      tokenEnd = at;
    }
    start[count] = first;
    end[count] = tokenEnd;
    kinds[count] = tokenKind;
    words[count] = word;
    // The columns are fresh: what is 0 need not be written.
    if (slip !== 0) slips[count] = slip;
    if (hyphen) gaps[count] = Gap.hyphen;
    else if (tabs > 0 || spaces > 2) gaps[count] = Gap.tab;
    else if (spaces > 0 || breaks > 0) gaps[count] = Gap.space;
    if (breaks !== 0) lineBreaks[count] = Math.min(breaks, 255);
    count += 1;
    spaces = 0;
    tabs = 0;
    breaks = 0;
    hyphen = hyphenAfter;
    // What stands behind most tokens.
    if (codes[at] === BLANK) {
      spaces = 1;
      at += 1;
    }
  }
  tokens.count = count;
  scan.tokens = tokens;
  scan.at = at;
  scan.spaces = spaces;
  scan.tabs = tabs;
  scan.breaks = breaks;
  scan.hyphen = hyphen;
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= 0x39;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000;
}

/** Whether the apostrophe at `at` is the "'s" of a word before it. */
function isPossessive(text: string, at: number): boolean {
  return (
    classAt(text, at - 1) === LETTER &&
    (FOLDS[text.charCodeAt(at + 1)] as number) === SMALL_S &&
    classAt(text, at + 2) !== LETTER
  );
}

/** Puts letters into `buffer` as they are compared, up to the longest word. */
function fold(codes: Uint16Array, first: number, letters: number): void {
  const used = Math.min(letters, LONGEST_WORD);
  for (let i = 0; i < used; i += 1) buffer[i] = FOLDS[codes[first + i] as number] as number;
}

/** The id of the word that `continueWord` left, as it is or as a scanner's slip means it. */
function findContinued(text: string, table: WordTable, first: number): number {
  const { used, next } = reading;
  reading.slip = 0;
  if (reading.word >= 0) return reading.word;
  if (used >= LONGEST_WORD) return 0;
  const word = table.findCodes(buffer, used);
  if (word !== 0 || used < 2) return word;
  const meant = findSlip(table, buffer, used, text, first, next);
  if (meant !== 0) reading.slip = 1;
  return meant;
}

/**
 * The id of a word that is not found by its three numbers: it is long, holds a letter that does not
 * pack, or a scanner's slip, of which `reading.slip` and `reading.end` tell. Else 0, as for most.
 */
function findRare(
  text: string,
  codes: Uint16Array,
  table: WordTable,
  first: number,
  letters: number,
  beforeHyphen: boolean,
): number {
  const behind = first + letters;
  reading.slip = 0;
  reading.end = behind;
  let changed = false;
  let packs = letters <= MOST_PACKED;
  for (let i = 0; i < letters; i += 1) {
    const code = codes[first + i] as number;
    const folded = FOLDS[code] as number;
    buffer[i] = folded;
    if (i > 0 && folded !== code) changed = true;
    if (LETTER_BITS[code] === OTHER_LETTER) packs = false;
  }
  let word = packs ? 0 : table.findCodes(buffer, letters);
  if (word !== 0) return word;
  if (letters > 1 && (changed || maySlip(buffer, letters, codes[first] as number))) {
    word = findSlip(table, buffer, letters, text, first, beforeHyphen ? behind + 1 : behind);
    if (word !== 0) {
      reading.slip = 1;
      return word;
    }
  }
  const next = codes[behind];
  if (next !== ZERO && next !== ONE) return 0;
  const meant = findDigitSlip(table, text, first);
  if (meant === undefined) return 0;
  reading.slip = 1;
  reading.end = meant.end;
  return meant.word;
}
