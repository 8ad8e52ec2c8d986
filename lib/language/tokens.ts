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
import { CharacterClass, CLASSES, classAt, FOLDS, isCapital } from './characters.ts';
import {
  isDecimalPoint,
  isScannedDigit,
  isThousandsComma,
  startsDecimal,
  startsScannedNumber,
} from './digits.ts';
import { findCapitalSlip, findDigitSlip, findScanSlip, isBetweenConsonants } from './scan-slips.ts';
import { emptyTokens, enlarge, Gap, TokenKind, type Tokens } from './token-columns.ts';
import { HASH_START, hashStep, type WordTable } from './word-table.ts';

export {
  foldedToken,
  Gap,
  markAt,
  numberAt,
  TokenKind,
  type Tokens,
  tokenText,
} from './token-columns.ts';

const { letter: LETTER, digit: DIGIT, space: SPACE } = CharacterClass;
const { tab: TAB, lineBreak: BREAK, silent: SILENT } = CharacterClass;

const APOSTROPHE = 0x27;
const COMMA = 0x2c;
const HYPHEN = 0x2d;
const POINT = 0x2e;
const SLASH = 0x2f;
const ZERO = 0x30;
const ONE = 0x31;
const CAPITAL_I = 0x49;
const CAPITAL_O = 0x4f;
const SMALL_L = 0x6c;
const SMALL_O = 0x6f;
const SMALL_S = 0x73;
const SMALL_W = 0x77;
const SMALL_R = 0x72;
const SMALL_N = 0x6e;

/** Longer words are no words of any grammar. */
const LONGEST_WORD = 64;
const buffer = new Uint16Array(128);
const BUFFER_MASK = 127;

/** The offset where the second half of a word that is split at a line's end starts; -1 when it is not. */
function splitWordStart(text: string, hyphen: number): number {
  let at = hyphen + 1;
  let breaks = 0;
  for (let steps = 0; steps < 24; steps += 1) {
    const kind = classAt(text, at);
    if (kind === BREAK) breaks += 1;
    else if (kind !== SPACE && kind !== TAB) break;
    at += 1;
  }
  return breaks > 0 && at < text.length && classAt(text, at) === LETTER ? at : -1;
}

/** Code units that may go on with a word after a run of letters. */
const MAY_CONTINUE = new Uint8Array(0x10000);
for (const code of [APOSTROPHE, 0x2019, 0x2018, 0x2bc, SLASH, POINT, HYPHEN, 0x2010, 0x2011]) {
  MAY_CONTINUE[code] = 1;
}
for (let code = 0; code < 0x10000; code += 1) if (CLASSES[code] === SILENT) MAY_CONTINUE[code] = 1;

/** What each letter is compared as, 0 for all that is no letter; 1 for each digit. */
const LETTERS = FOLDS.map((fold, code) => (CLASSES[code] === LETTER ? fold : 0));
const DIGITS = CLASSES.map((kind) => (kind === DIGIT ? 1 : 0));
/** Letters that may have been the first digit of a number. */
const MAY_BE_DIGIT = new Uint8Array(0x10000);
for (const code of [CAPITAL_O, SMALL_L]) MAY_BE_DIGIT[code] = 1;

/** What the helpers below have read: `buffer[0..used)` with its hash, the token's end, the next offset. */
const reading = { used: 0, hash: 0, end: 0, next: 0, slip: 0, word: -1, hyphen: false };

/**
 * The tokens of a text with the word ids of `table`. Linear in the length of the text; the result
 * is a set of plain arrays that later stages only read.
 */
export function tokenize(text: string, table: WordTable): Tokens {
  const tokens = emptyTokens(text, Math.max(16, (text.length >> 2) + 16));
  const codes = codesOf(text);
  const scan: Scan = { tokens, at: 0, spaces: 0, tabs: 0, breaks: 0, hyphen: false };
  while (scan.at < text.length)
    scanPart(scan, text, codes, table, Math.min(text.length, scan.at + PART));
  return scan.tokens;
}

/** Longer texts get an array of their own, which is not kept. */
const KEPT_CODES = 1 << 20;
let kept = new Uint16Array(1 << 12);

/**
 * The code units of a text with a 0 behind them, valid until the next call: what is looked at more than
 * once is read faster from an array than from a string.
 */
function codesOf(text: string): Uint16Array {
  const { length } = text;
  let codes = kept;
  if (length >= codes.length) {
    codes = new Uint16Array(length + 1);
    if (length < KEPT_CODES) kept = codes;
  }
  for (let i = 0; i < length; i += 1) codes[i] = text.charCodeAt(i);
  codes[length] = 0;
  return codes;
}

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
  let count = tokens.count;
  while (at < until) {
    const first = at;
    const code = codes[at] as number;
    const kind = CLASSES[code] as number;
    if (kind === SPACE) {
      spaces += 1;
      at += 1;
      continue;
    }
    let tokenKind: number = TokenKind.word;
    let tokenEnd = 0;
    let word = 0;
    let slip = 0;
    let hyphenAfter = false;
    if (kind === LETTER && !(MAY_BE_DIGIT[code] === 1 && startsScannedNumber(text, at, code))) {
      const firstFold = FOLDS[code] as number;
      let hash = hashStep(HASH_START, firstFold);
      buffer[0] = firstFold;
      let used = 1;
      let next = 0;
      /** Not 0 when a letter behind the first is a capital or has an accent. */
      let changed = 0;
      at += 1;
      for (; ; at += 1) {
        next = codes[at] as number;
        const folded = LETTERS[next] as number;
        if (folded === 0) break;
        // The buffer goes round: a word that long is in no grammar.
        buffer[used & BUFFER_MASK] = folded;
        hash = hashStep(hash, folded);
        changed |= next ^ folded;
        used += 1;
      }
      tokenEnd = at;
      word = -1;
      if (MAY_CONTINUE[next] === 1 && (used === 1 || (next !== POINT && next !== SLASH))) {
        if (next === HYPHEN && classAt(text, at + 1) === LETTER) {
          at += 1;
          hyphenAfter = true;
        } else {
          continueWord(text, table, first, at, used, hash);
          used = reading.used;
          hash = reading.hash;
          word = reading.word;
          tokenEnd = reading.end;
          at = reading.next;
          hyphenAfter = reading.hyphen;
          changed = -1;
        }
      }
      if (word < 0) {
        word = used < LONGEST_WORD ? table.findCodes(buffer, used, hash) : 0;
        if (
          word === 0 &&
          used > 1 &&
          used < LONGEST_WORD &&
          (changed !== 0 || maySlip(used, code))
        ) {
          word = findSlip(text, table, first, at, used);
          slip = word === 0 ? 0 : 1;
        }
        if (word === 0 && (next === ZERO || next === ONE) && at === first + used) {
          const meant = findDigitSlip(table, text, first);
          if (meant) {
            ({ word, end: tokenEnd } = meant);
            at = tokenEnd;
            slip = 1;
          }
        }
      }
    } else if (kind === DIGIT || kind === LETTER || startsDecimal(text, at, code)) {
      tokenKind = TokenKind.number;
      let hash = HASH_START;
      let used = 0;
      let next = code;
      while (DIGITS[next] === 1) {
        buffer[used & BUFFER_MASK] = next;
        hash = hashStep(hash, next);
        used += 1;
        at += 1;
        next = codes[at] as number;
      }
      if (used === 0 || next === POINT || next === COMMA || CLASSES[next] === LETTER) {
        readNumber(text, first);
        at = reading.end;
        slip = reading.slip;
        used = reading.used;
        hash = reading.hash;
      }
      tokenEnd = at;
      word = used < LONGEST_WORD ? table.findCodes(buffer, used, hash) : 0;
      if ((code === ZERO || code === ONE) && classAt(text, at) === LETTER) {
        const meant = findDigitSlip(table, text, first);
        if (meant) {
          ({ word, end: tokenEnd } = meant);
          tokenKind = TokenKind.word;
          at = tokenEnd;
          slip = 1;
        }
      }
    } else if (kind === BREAK) {
      if (!(code === 0x0d && text.charCodeAt(at + 1) === 0x0a)) breaks += 1;
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
      if (folded === APOSTROPHE && isPossessive(text, first)) {
        at += 1;
        buffer[0] = APOSTROPHE;
        buffer[1] = SMALL_S;
        word = table.findCodes(buffer, 2, POSSESSIVE_HASH);
      } else {
        if (code >= 0xd800 && code < 0xdc00 && isLowSurrogate(text, at)) at += 1;
        tokenKind = TokenKind.mark;
        buffer[0] = folded;
        word = table.findCodes(buffer, 1, hashStep(HASH_START, folded));
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
  }
  tokens.count = count;
  scan.tokens = tokens;
  scan.at = at;
  scan.spaces = spaces;
  scan.tabs = tabs;
  scan.breaks = breaks;
  scan.hyphen = hyphen;
}

function isLowSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code < 0xe000;
}

/** Reads a number from `first` into `buffer` and `reading`. */
function readNumber(text: string, first: number): void {
  let used = 0;
  let hash = HASH_START;
  let slip = 0;
  let decimals = false;
  // The last part of a dotted date has no decimals.
  const afterPoint = text.charCodeAt(first - 1) === POINT && classAt(text, first - 2) === DIGIT;
  let at = first;
  if (text.charCodeAt(at) === POINT) {
    buffer[used] = ZERO;
    hash = hashStep(hash, ZERO);
    used += 1;
  }
  for (; at < text.length; at += 1) {
    let code = text.charCodeAt(at);
    const kind = CLASSES[code] as number;
    if (kind === LETTER) {
      const leading = at === first && (code === CAPITAL_O || code === SMALL_L);
      if (!leading && !isScannedDigit(text, at, code)) break;
      code = code === CAPITAL_O || code === SMALL_O ? ZERO : ONE;
      slip = 1;
    } else if (code === POINT) {
      if (decimals || afterPoint || !isDecimalPoint(text, at)) break;
      decimals = true;
    } else if (code === COMMA) {
      if (decimals || !isThousandsComma(text, at)) break;
      continue;
    } else if (kind !== DIGIT) break;
    if (used < LONGEST_WORD) {
      buffer[used] = code;
      hash = hashStep(hash, code);
      used += 1;
    }
  }
  reading.used = used;
  reading.hash = hash;
  reading.slip = slip;
  reading.end = at;
}

/**
 * Goes on with a word whose first run of letters, `buffer[0..used)`, ends at `at`, over what may
 * stand inside a word; leaves the whole in `buffer` and `reading`. `reading.word` is -1 unless the
 * word was put together over a line's end.
 */
function continueWord(
  text: string,
  table: WordTable,
  first: number,
  at: number,
  used: number,
  hash: number,
): void {
  reading.used = used;
  reading.hash = hash;
  reading.word = -1;
  reading.hyphen = false;
  reading.next = at;
  reading.end = at;
  for (;;) {
    readLetters(text);
    reading.end = reading.next;
    const next = reading.next;
    if (next >= text.length) return;
    const code = FOLDS[text.charCodeAt(next)] as number;
    if (code === APOSTROPHE) {
      // "don't" is one word; "'s" at a word's end stands for itself.
      if (classAt(text, next + 1) !== LETTER) return;
      const letter = FOLDS[text.charCodeAt(next + 1)] as number;
      if (letter === SMALL_S && classAt(text, next + 2) !== LETTER) return;
    } else if (code === SLASH) {
      if (!continuesOverSlash(text, next)) return;
    } else if (code === POINT) {
      if (!continuesOverPoint(text, first, next)) return;
      reading.next = next + 1;
      continue;
    } else {
      if (code === HYPHEN) readHyphen(text, table, next);
      return;
    }
    push(code);
    reading.next = next + 1;
  }
}

function push(folded: number): void {
  if (reading.used >= LONGEST_WORD) return;
  buffer[reading.used] = folded;
  reading.hash = hashStep(reading.hash, folded);
  reading.used += 1;
}

function readLetters(text: string): void {
  let at = reading.next;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const kind = CLASSES[code] as number;
    if (kind === LETTER) push(FOLDS[code] as number);
    else if (kind !== SILENT) break;
  }
  reading.next = at;
}

/** Slashed letters go on ("w/o", "n/v/d"); "w/fluoro" is "w/" and "fluoro". */
function continuesOverSlash(text: string, slash: number): boolean {
  const { used } = reading;
  if (used !== 1 && !(used === 3 && buffer[1] === SLASH)) return false;
  const after = classAt(text, slash + 2);
  if (classAt(text, slash + 1) === LETTER && after !== LETTER && after !== DIGIT) return true;
  if (used === 1 && buffer[0] === SMALL_W) {
    push(SLASH);
    reading.next = slash + 1;
    reading.end = slash + 1;
  }
  return false;
}

/** Dotted letters go on ("b.i.d."); the last dot is theirs. */
function continuesOverPoint(text: string, first: number, point: number): boolean {
  if (point - first !== 1 && text.charCodeAt(point - 2) !== POINT) return false;
  if (classAt(text, point + 1) === LETTER && classAt(text, point + 2) !== LETTER) return true;
  if (point - first > 1) {
    reading.next = point + 1;
    reading.end = point + 1;
  }
  return false;
}

/** A hyphen between letters is a gap; at a line's end the halves may be one word that a grammar knows. */
function readHyphen(text: string, table: WordTable, hyphen: number): void {
  const second = splitWordStart(text, hyphen);
  if (second < 0) {
    if (classAt(text, hyphen + 1) !== LETTER) return;
  } else {
    const { used, hash } = reading;
    reading.next = second;
    readLetters(text);
    const joined =
      reading.used < LONGEST_WORD ? table.findCodes(buffer, reading.used, reading.hash) : 0;
    if (joined !== 0) {
      // The token covers the first half and keeps its place; the second half has been read.
      reading.word = joined;
      reading.end = reading.next;
      return;
    }
    reading.used = used;
    reading.hash = hash;
  }
  reading.hyphen = true;
  reading.next = hyphen + 1;
}

/** Whether a small "l" stands beside a capital: "SPlNE". */
function hasCapitalsAroundL(text: string, first: number, end: number): boolean {
  // Plain words have no capital behind the first letter.
  if (!isCapital(text.charCodeAt(end - 1)) && !isCapital(text.charCodeAt(first + 1))) return false;
  for (let at = first; at < end; at += 1) {
    if (text.charCodeAt(at) !== SMALL_L) continue;
    if (at > first && isCapital(text.charCodeAt(at - 1))) return true;
    if (at + 1 < end && isCapital(text.charCodeAt(at + 1))) return true;
  }
  return false;
}

/** Whether a word without inner capitals may hold a slip: "l" for I at its start or the other way round, "rn", "gabapentln". */
function maySlip(used: number, firstCode: number): boolean {
  if (used < 4) return false;
  if (buffer[0] === SMALL_L || firstCode === CAPITAL_I) return true;
  for (let i = 1; i < used; i += 1) {
    if (buffer[i] === SMALL_N && buffer[i - 1] === SMALL_R) return true;
    if (buffer[i] === SMALL_L && i + 1 < used && isBetweenConsonants(buffer, i)) return true;
  }
  return false;
}

/** The id of what a scanner's slip in the word `buffer[0..used)` means; 0 when it is no slip. */
function findSlip(
  text: string,
  table: WordTable,
  first: number,
  end: number,
  used: number,
): number {
  let suspect = buffer[0] === SMALL_L || text.charCodeAt(first) === CAPITAL_I;
  let capitals = false;
  let before = 0;
  for (let i = 0; i < used; i += 1) {
    const code = buffer[i] as number;
    if (code === SMALL_N && before === SMALL_R) suspect = true;
    else if (code === SMALL_L) {
      if (i + 1 < used && isBetweenConsonants(buffer, i)) suspect = true;
      capitals ||= hasCapitalsAroundL(text, first, end);
    }
    before = code;
  }
  if (suspect || capitals) {
    const id = findScanSlip(table, buffer, used, capitals);
    if (id !== 0) return id;
  }
  return end - first === used ? findCapitalSlip(table, text, first, end) : 0;
}

const POSSESSIVE_HASH = hashStep(hashStep(HASH_START, APOSTROPHE), SMALL_S);

/** Whether the apostrophe at `at` is the "'s" of a word before it. */
function isPossessive(text: string, at: number): boolean {
  return (
    classAt(text, at - 1) === LETTER &&
    (FOLDS[text.charCodeAt(at + 1)] as number) === SMALL_S &&
    classAt(text, at + 2) !== LETTER
  );
}
