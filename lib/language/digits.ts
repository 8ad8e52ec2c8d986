/** Numbers as written, and letters that were digits before a scan: "O.5", "#3O", "1O/325". */
import { CharacterClass, CLASSES, classAt, isCapital } from './characters.ts';
import { Mark } from './marks.ts';
import { buffer, LONGEST_WORD, reading } from './word-parts.ts';

const { letter: LETTER, digit: DIGIT } = CharacterClass;
const ZERO = 0x30;
const ONE = 0x31;
const CAPITAL_I = 0x49;
const CAPITAL_O = 0x4f;
const SMALL_L = 0x6c;
const SMALL_O = 0x6f;

/** Whether an "O" at `at` stands for a leading zero: "O.5", "O3/11", "8/O3". */
function isLeadingZero(text: string, at: number): boolean {
  const before = classAt(text, at - 1);
  if (before === LETTER || before === DIGIT) return false;
  const next = text.charCodeAt(at + 1);
  if (next === Mark.point) return classAt(text, at + 2) === DIGIT;
  if (classAt(text, at + 1) !== DIGIT) return false;
  const previous = text.charCodeAt(at - 1);
  if ((previous === Mark.slash || previous === Mark.hyphen) && classAt(text, at - 2) === DIGIT)
    return true;
  if (previous === Mark.hash) return true;
  const after = text.charCodeAt(at + 2);
  const afterNext = text.charCodeAt(at + 3);
  const digitLike =
    classAt(text, at + 3) === DIGIT || afterNext === CAPITAL_O || afterNext === SMALL_L;
  return (after === Mark.slash || after === Mark.hyphen) && digitLike;
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
  if (code !== SMALL_O && code !== SMALL_L && code !== CAPITAL_I) return false;
  return next === DIGIT || isInScannedDate(text, at);
}

/** The longest date in digits: "12/12/2014". */
const LONGEST_DATE = 10;

/**
 * Whether `at` lies in a date of three parts, some of whose digits a scanner took for letters: "ll/12/2Ol4",
 * "lO/3/14". Letters and digits must not go on before or behind it.
 */
function isInScannedDate(text: string, at: number): boolean {
  let start = at;
  while (at - start < LONGEST_DATE && isOfDate(text, start - 1)) start -= 1;
  let end = at + 1;
  while (end - start <= LONGEST_DATE && isOfDate(text, end)) end += 1;
  if (end - start > LONGEST_DATE || classAt(text, start - 1) === LETTER) return false;
  if (classAt(text, end) === LETTER) return false;
  const parts = text.slice(start, end).split('/');
  const [month = '', day = '', year = ''] = parts;
  const isShort = (part: string) => part.length === 1 || part.length === 2;
  return (
    parts.length === 3 &&
    isShort(month) &&
    isShort(day) &&
    (year.length === 2 || year.length === 4) &&
    [...parts.join('')].some((letter) => classAt(letter, 0) === DIGIT)
  );
}

/** Whether the code unit at `at` may be of a scanned date: a digit, a letter taken for one, a slash. */
function isOfDate(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (
    classAt(text, at) === DIGIT ||
    code === CAPITAL_O ||
    code === SMALL_L ||
    code === CAPITAL_I ||
    code === Mark.slash
  );
}

/**
 * Reads a number from `first` into `buffer` and `reading` (see word-parts.ts), thousands' commas left out.
 * Whether a scanner's slip was read in it.
 */
export function readNumber(text: string, first: number): boolean {
  let used = 0;
  let slip = false;
  let decimals = false;
  // The last part of a dotted date has no decimals.
  const afterPoint =
    text.charCodeAt(first - 1) === Mark.point && classAt(text, first - 2) === DIGIT;
  let at = first;
  if (text.charCodeAt(at) === Mark.point) {
    buffer[used] = ZERO;
    used += 1;
  }
  for (; at < text.length; at += 1) {
    let code = text.charCodeAt(at);
    const kind = CLASSES[code] as number;
    if (kind === LETTER) {
      const leading = at === first && (code === CAPITAL_O || code === SMALL_L);
      if (!leading && !isScannedDigit(text, at, code)) break;
      code = code === CAPITAL_O || code === SMALL_O ? ZERO : ONE;
      slip = true;
    } else if (code === Mark.point) {
      if (decimals || afterPoint || !isDecimalPoint(text, at)) break;
      decimals = true;
    } else if (code === Mark.comma) {
      if (decimals || !isThousandsComma(text, at)) break;
      continue;
    } else if (kind !== DIGIT) break;
    if (used < LONGEST_WORD) {
      buffer[used] = code;
      used += 1;
    }
  }
  reading.used = used;
  reading.end = at;
  return slip;
}

/** Whether a decimal point at `at` belongs to the number: "0.5", and not "8.18.11" or "5. Then". */
function isDecimalPoint(text: string, at: number): boolean {
  const first = text.charCodeAt(at + 1);
  if (classAt(text, at + 1) !== DIGIT && !(first === CAPITAL_O && classAt(text, at + 2) !== LETTER))
    return false;
  let next = at + 1;
  while (classAt(text, next) === DIGIT) next += 1;
  return !(text.charCodeAt(next) === Mark.point && classAt(text, next + 1) === DIGIT);
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

/** Whether a letter at `at` was a digit before the scan: "O.5", "#l5". */
export function startsScannedNumber(text: string, at: number, code: number): boolean {
  if (code === CAPITAL_O) return isLeadingZero(text, at);
  if (code !== SMALL_L) return false;
  const isHashed = text.charCodeAt(at - 1) === Mark.hash && classAt(text, at + 1) === DIGIT;
  if (isHashed || isTensOrMore(text, at) || isOneOfUnit(text, at)) return true;
  return isOfDate(text, at + 1) && isInScannedDate(text, at);
}

/** Whether an "l" at `at` begins a number of ones and zeros with an "O" in it: "lO", "lOO", "lO5"; "l4" is a level. */
function isTensOrMore(text: string, at: number): boolean {
  const before = classAt(text, at - 1);
  if (before === LETTER || before === DIGIT || text.charCodeAt(at + 1) !== CAPITAL_O) return false;
  let end = at + 1;
  while (text.charCodeAt(end) === CAPITAL_O || classAt(text, end) === DIGIT) end += 1;
  return classAt(text, end) !== LETTER;
}

/** Whether a lone "l" at `at` counts a unit that stands behind it: "l mg", "l tab". */
function isOneOfUnit(text: string, at: number): boolean {
  const before = classAt(text, at - 1);
  if (before === LETTER || before === DIGIT || text.charCodeAt(at + 1) !== BLANK) return false;
  return UNITS.test(text.slice(at + 2, at + 2 + LONGEST_UNIT));
}

const BLANK = 0x20;
/** The units that one of is written of, to their end. */
const UNITS = /^(?:mg|mcg|ml|tab|tabs|tablet|cap|caps|capsule|po|q\d+h?|patch)(?![a-z\d])/i;
const LONGEST_UNIT = 9;

/** Whether the point at `at` starts a decimal (".5"): nothing that could end in it stands before. */
export function startsDecimal(text: string, at: number, code: number): boolean {
  if (code !== Mark.point || classAt(text, at + 1) !== DIGIT) return false;
  const before = classAt(text, at - 1);
  return (
    before !== LETTER &&
    before !== DIGIT &&
    text.charCodeAt(at - 1) !== Mark.point &&
    isDecimalPoint(text, at)
  );
}
