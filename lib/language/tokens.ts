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
import { CharacterClass, CLASSES, FOLDS } from './characters.ts';
import { findScanSlip } from './scan-slips.ts';
import { HASH_START, hashStep, type WordTable } from './word-table.ts';

export const TokenKind = { word: 1, number: 2, mark: 3 } as const;

/** What stands between a token and the one before it, apart from line breaks. */
export const Gap = { none: 0, hyphen: 1, space: 2, tab: 3 } as const;

/** Tokens as columns; row `i` of each column is token `i`. */
export interface Tokens {
  text: string;
  count: number;
  /** UTF-16 offsets into `text`, `end` exclusive. */
  start: Int32Array;
  end: Int32Array;
  /** One of `TokenKind`. */
  kind: Uint8Array;
  /** Id in the word table of the folded word, number ("0.5") or mark; 0 when no grammar knows it. */
  word: Int32Array;
  /** One of `Gap`; `tab` also for three or more spaces in a row. */
  gap: Uint8Array;
  /** Line breaks before the token, at most 255; 2 or more means an empty line. */
  breaks: Uint8Array;
  /** 1 when a scanner's slip was read as what it means. */
  slip: Uint8Array;
}

const { mark: MARK, letter: LETTER, digit: DIGIT, space: SPACE } = CharacterClass;
const { tab: TAB, lineBreak: BREAK, silent: SILENT } = CharacterClass;

const APOSTROPHE = 0x27;
const COMMA = 0x2c;
const HYPHEN = 0x2d;
const POINT = 0x2e;
const SLASH = 0x2f;
const ZERO = 0x30;
const ONE = 0x31;
const HASH = 0x23;
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
const buffer = new Uint16Array(LONGEST_WORD + 1);

/** The class of the code unit at `at`; a mark beyond the text. */
function classAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? (CLASSES[text.charCodeAt(at)] as number) : MARK;
}

function isCapital(code: number): boolean {
  return code >= 0x41 && code <= 0x5a;
}

function emptyTokens(text: string, capacity: number): Tokens {
  return {
    text,
    count: 0,
    start: new Int32Array(capacity),
    end: new Int32Array(capacity),
    kind: new Uint8Array(capacity),
    word: new Int32Array(capacity),
    gap: new Uint8Array(capacity),
    breaks: new Uint8Array(capacity),
    slip: new Uint8Array(capacity),
  };
}

function enlarge(tokens: Tokens): void {
  const larger = emptyTokens(tokens.text, tokens.start.length * 2);
  larger.start.set(tokens.start);
  larger.end.set(tokens.end);
  larger.kind.set(tokens.kind);
  larger.word.set(tokens.word);
  larger.gap.set(tokens.gap);
  larger.breaks.set(tokens.breaks);
  larger.slip.set(tokens.slip);
  larger.count = tokens.count;
  Object.assign(tokens, larger);
}

/** Whether an "O" at `at` stands for a leading zero: "O.5", "O3/11", "8/O3". */
function isLeadingZero(text: string, at: number): boolean {
  const before = classAt(text, at - 1);
  if (before === LETTER || before === DIGIT) return false;
  const next = text.charCodeAt(at + 1);
  if (next === POINT) return classAt(text, at + 2) === DIGIT;
  if (classAt(text, at + 1) !== DIGIT) return false;
  const previous = text.charCodeAt(at - 1);
  if ((previous === SLASH || previous === HYPHEN) && classAt(text, at - 2) === DIGIT) return true;
  if (previous === HASH) return true;
  const after = text.charCodeAt(at + 2);
  const afterNext = text.charCodeAt(at + 3);
  const digitLike = classAt(text, at + 3) === DIGIT || afterNext === CAPITAL_O;
  return (after === SLASH || after === HYPHEN) && digitLike;
}

/** Whether the letter at `at`, just after digits, was a digit before the scan. */
function isScannedDigit(text: string, at: number, code: number): boolean {
  if (code === CAPITAL_O)
    return (
      classAt(text, at + 1) !== LETTER ||
      !isCapital(text.charCodeAt(at + 1)) ||
      text.charCodeAt(at + 1) === CAPITAL_O
    );
  const next = classAt(text, at + 1);
  if (code === SMALL_O || code === SMALL_L || code === CAPITAL_I) return next === DIGIT;
  return false;
}

/** Whether a decimal point at `at` belongs to the number: "0.5", and not "8.18.11" or "5. Then". */
function isDecimalPoint(text: string, at: number): boolean {
  const first = text.charCodeAt(at + 1);
  if (classAt(text, at + 1) !== DIGIT && !(first === CAPITAL_O && classAt(text, at + 2) !== LETTER))
    return false;
  let next = at + 1;
  while (classAt(text, next) === DIGIT) next += 1;
  return !(text.charCodeAt(next) === POINT && classAt(text, next + 1) === DIGIT);
}

/** Whether a comma at `at` parts thousands: three digits follow, and no fourth. */
function isThousandsComma(text: string, at: number): boolean {
  return (
    classAt(text, at + 1) === DIGIT &&
    classAt(text, at + 2) === DIGIT &&
    classAt(text, at + 3) === DIGIT &&
    classAt(text, at + 4) !== DIGIT
  );
}

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

/**
 * The tokens of a text with the word ids of `table`. Linear in the length of the text; the result
 * is a set of plain arrays that later stages only read.
 */
export function tokenize(text: string, table: WordTable): Tokens {
  const tokens = emptyTokens(text, Math.max(16, (text.length >> 2) + 16));
  const length = text.length;
  let capacity = tokens.start.length;
  let count = 0;
  let spaces = 0;
  let tabs = 0;
  let breaks = 0;
  let hyphen = false;
  let at = 0;

  function emit(start: number, end: number, kind: number, word: number, slip: number): void {
    if (count === capacity) {
      tokens.count = count;
      enlarge(tokens);
      capacity = tokens.start.length;
    }
    tokens.start[count] = start;
    tokens.end[count] = end;
    tokens.kind[count] = kind;
    tokens.word[count] = word;
    tokens.slip[count] = slip;
    tokens.gap[count] = hyphen
      ? Gap.hyphen
      : tabs > 0 || spaces > 2
        ? Gap.tab
        : spaces > 0 || breaks > 0
          ? Gap.space
          : Gap.none;
    tokens.breaks[count] = breaks > 255 ? 255 : breaks;
    count += 1;
    spaces = 0;
    tabs = 0;
    breaks = 0;
    hyphen = false;
  }

  function readNumber(start: number): void {
    let used = 0;
    let hash = HASH_START;
    let slip = 0;
    let decimals = false;
    // The last part of a dotted date has no decimals.
    const afterPoint = text.charCodeAt(start - 1) === POINT && classAt(text, start - 2) === DIGIT;
    at = start;
    if (text.charCodeAt(at) === POINT) {
      buffer[used] = ZERO;
      hash = hashStep(hash, ZERO);
      used += 1;
    }
    for (; at < length; at += 1) {
      let code = text.charCodeAt(at);
      const kind = CLASSES[code] as number;
      if (kind === LETTER) {
        const zero = code === CAPITAL_O && at === start;
        const one = code === SMALL_L && at === start;
        if (!zero && !one && !isScannedDigit(text, at, code)) break;
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
    emit(
      start,
      at,
      TokenKind.number,
      used < LONGEST_WORD ? table.findCodes(buffer, used, hash) : 0,
      slip,
    );
  }

  function readWord(start: number): void {
    let used = 0;
    let hash = HASH_START;
    let before = 0;
    let scanned = 0;
    let end = start;
    at = start;
    for (;;) {
      // A run of letters.
      for (; at < length; at += 1) {
        const code = text.charCodeAt(at);
        const kind = CLASSES[code] as number;
        if (kind !== LETTER) {
          if (kind !== SILENT) break;
          continue;
        }
        if (
          code === SMALL_L &&
          (isCapital(before) || (at + 1 < length && isCapital(text.charCodeAt(at + 1))))
        )
          scanned |= 2;
        if (code === SMALL_N && before === SMALL_R) scanned |= 1;
        before = code;
        if (used < LONGEST_WORD) {
          const folded = FOLDS[code] as number;
          buffer[used] = folded;
          hash = hashStep(hash, folded);
          used += 1;
        }
      }
      end = at;
      if (at >= length) break;
      const code = FOLDS[text.charCodeAt(at)] as number;
      if (code === APOSTROPHE) {
        // "don't" is one word; "'s" at a word's end stands for itself.
        if (classAt(text, at + 1) !== LETTER) break;
        if (
          (FOLDS[text.charCodeAt(at + 1)] as number) === SMALL_S &&
          classAt(text, at + 2) !== LETTER
        )
          break;
      } else if (code === SLASH) {
        if (used !== 1 && !(used === 3 && buffer[1] === SLASH)) break;
        const single =
          classAt(text, at + 1) === LETTER &&
          classAt(text, at + 2) !== LETTER &&
          classAt(text, at + 2) !== DIGIT;
        if (!single) {
          if (used !== 1 || buffer[0] !== SMALL_W) break;
          // "w/fluoro": "w/" is a word of its own.
          buffer[1] = SLASH;
          hash = hashStep(hash, SLASH);
          used = 2;
          at += 1;
          end = at;
          break;
        }
      } else if (code === POINT) {
        // Dotted letters; the last dot is theirs.
        if (at - start !== 1 && text.charCodeAt(at - 2) !== POINT) break;
        const dotted = at - start > 1;
        const more = classAt(text, at + 1) === LETTER && classAt(text, at + 2) !== LETTER;
        if (!more) {
          if (dotted) {
            at += 1;
            end = at;
          }
          break;
        }
        at += 1;
        continue;
      } else if (code === HYPHEN) {
        const second = splitWordStart(text, at);
        if (second < 0) break;
        const joined = joinedWord(second, used, hash);
        if (joined !== 0) {
          emit(start, at, TokenKind.word, joined, 0);
          return;
        }
        break;
      } else break;
      // An apostrophe or a slash inside the word.
      if (used < LONGEST_WORD) {
        buffer[used] = code;
        hash = hashStep(hash, code);
        used += 1;
      }
      at += 1;
    }
    let word = used < LONGEST_WORD ? table.findCodes(buffer, used, hash) : 0;
    let slip = 0;
    if (word === 0 && used > 1 && used < LONGEST_WORD) {
      const first = buffer[0] as number;
      if (
        scanned !== 0 ||
        first === SMALL_L ||
        (first === 0x69 && text.charCodeAt(start) === CAPITAL_I)
      ) {
        word = findScanSlip(table, buffer, used, (scanned & 2) !== 0);
        slip = word === 0 ? 0 : 1;
      }
    }
    emit(start, end, TokenKind.word, word, slip);
    if (at < length && isHyphen(text.charCodeAt(at))) {
      // A hyphen between letters, or at a line's end, is a gap.
      if (classAt(text, at + 1) === LETTER) {
        hyphen = true;
        at += 1;
      } else if (splitWordStart(text, at) > 0) {
        hyphen = true;
        at += 1;
      }
    }
  }

  /** The id of `buffer[0..used)` and the letters at `second` as one word; leaves `at` at its end when known. */
  function joinedWord(second: number, used: number, hash: number): number {
    let next = second;
    let length = used;
    for (; next < text.length; next += 1) {
      const code = text.charCodeAt(next);
      const kind = CLASSES[code] as number;
      if (kind === SILENT) continue;
      if (kind !== LETTER || length >= LONGEST_WORD) break;
      buffer[length] = FOLDS[code] as number;
      hash = hashStep(hash, buffer[length] as number);
      length += 1;
    }
    const word = length < LONGEST_WORD ? table.findCodes(buffer, length, hash) : 0;
    if (word !== 0) at = next;
    return word;
  }

  while (at < length) {
    const code = text.charCodeAt(at);
    const kind = CLASSES[code] as number;
    if (kind === LETTER) {
      if (code === CAPITAL_O && isLeadingZero(text, at)) readNumber(at);
      else if (
        code === SMALL_L &&
        text.charCodeAt(at - 1) === HASH &&
        classAt(text, at + 1) === DIGIT
      )
        readNumber(at);
      else readWord(at);
    } else if (kind === SPACE) {
      spaces += 1;
      at += 1;
    } else if (kind === DIGIT) {
      readNumber(at);
    } else if (kind === BREAK) {
      if (!(code === 0x0d && text.charCodeAt(at + 1) === 0x0a)) breaks += 1;
      at += 1;
    } else if (kind === TAB) {
      tabs += 1;
      at += 1;
    } else if (kind === SILENT) {
      at += 1;
    } else if (code === POINT && classAt(text, at + 1) === DIGIT && startsDecimal(text, at)) {
      readNumber(at);
    } else {
      const folded = FOLDS[code] as number;
      const start = at;
      at += 1;
      if (code >= 0xd800 && code < 0xdc00 && at < length) {
        const low = text.charCodeAt(at);
        if (low >= 0xdc00 && low < 0xe000) at += 1;
      } else if (folded === APOSTROPHE && isPossessive(text, start)) {
        at += 1;
        buffer[0] = APOSTROPHE;
        buffer[1] = SMALL_S;
        emit(start, at, TokenKind.word, table.findCodes(buffer, 2, POSSESSIVE_HASH), 0);
        continue;
      }
      buffer[0] = folded;
      emit(start, at, TokenKind.mark, table.findCodes(buffer, 1, hashStep(HASH_START, folded)), 0);
    }
  }
  tokens.count = count;
  return tokens;
}

const POSSESSIVE_HASH = hashStep(hashStep(HASH_START, APOSTROPHE), SMALL_S);

function isHyphen(code: number): boolean {
  return code === HYPHEN || code === 0x2010 || code === 0x2011;
}

/** Whether the point at `at` starts a decimal (".5"): nothing that could end in it stands before. */
function startsDecimal(text: string, at: number): boolean {
  const before = classAt(text, at - 1);
  return (
    before !== LETTER &&
    before !== DIGIT &&
    text.charCodeAt(at - 1) !== POINT &&
    isDecimalPoint(text, at)
  );
}

/** Whether the apostrophe at `at` is the "'s" of a word before it. */
function isPossessive(text: string, at: number): boolean {
  return (
    classAt(text, at - 1) === LETTER &&
    (FOLDS[text.charCodeAt(at + 1)] as number) === SMALL_S &&
    classAt(text, at + 2) !== LETTER
  );
}

/** The token as written. */
export function tokenText(tokens: Tokens, token: number): string {
  return tokens.text.slice(tokens.start[token], tokens.end[token]);
}

/** A token as the word table stores it: lower case, no accents, "b.i.d." as "bid", ".5" as "0.5". */
export function foldedToken(tokens: Tokens, token: number): string {
  const written = tokenText(tokens, token);
  if (tokens.kind[token] === TokenKind.number) return digitsOf(written);
  let folded = '';
  for (let i = 0; i < written.length; i += 1) {
    const code = written.charCodeAt(i);
    if ((CLASSES[code] as number) === SILENT) continue;
    if (code === POINT && tokens.kind[token] === TokenKind.word) continue;
    folded += String.fromCharCode(FOLDS[code] as number);
  }
  return folded;
}

/** A number as written, with scanner's slips read as digits and without thousands' commas. */
function digitsOf(written: string): string {
  const digits = written.replaceAll(',', '').replace(/[Oo]/g, '0').replace(/[lI]/g, '1');
  return digits.startsWith('.') ? `0${digits}` : digits;
}

/** The folded code unit of a mark (`0x2d` for any hyphen or dash); 0 for a word or a number. */
export function markAt(tokens: Tokens, token: number): number {
  if (token < 0 || token >= tokens.count || tokens.kind[token] !== TokenKind.mark) return 0;
  return FOLDS[tokens.text.charCodeAt(tokens.start[token] as number)] as number;
}

/** The value of a number token, scanner's slips read as digits; NaN for any other token. */
export function numberAt(tokens: Tokens, token: number): number {
  if (token < 0 || token >= tokens.count || tokens.kind[token] !== TokenKind.number)
    return Number.NaN;
  return Number(digitsOf(tokenText(tokens, token)));
}
