/** Numbers in digits and in words, and ranges of two of them. */
import { Mark } from '../marks.ts';
import type { Range } from '../mention.ts';
import { Gap } from '../tokens.ts';
import { isGlued, isNumberToken, markOf, plainAt, type Scan, timeUnitAt, wordAt } from './scan.ts';
import { Plain } from './words.ts';

const ZERO = 0x30;

/** The value of the number token at `at`; letters that scanners put for digits are read as those. */
export function digitsAt(scan: Scan, at: number): number {
  const { text, start, end } = scan.tokens;
  const last = end[at] as number;
  let value = 0;
  let scale = 0;
  for (let i = start[at] as number; i < last; i += 1) {
    const code = text.charCodeAt(i);
    if (code === Mark.point) {
      scale = 1;
      continue;
    }
    if (code === Mark.comma) continue;
    const digit = code >= ZERO && code <= ZERO + 9 ? code - ZERO : scannedDigit(code);
    value = value * 10 + digit;
    scale *= 10;
  }
  return scale > 1 ? value / scale : value;
}

/** O and o for 0, l and I for 1; other characters of a number (joiners) weigh nothing. */
function scannedDigit(code: number): number {
  return code === 0x6c || code === 0x49 ? 1 : 0;
}

/** Whether the number token is a whole number of at most `length` digits. */
export function isWhole(scan: Scan, at: number, length: number): boolean {
  const { text, start, end } = scan.tokens;
  const first = start[at] as number;
  const last = end[at] as number;
  if (last - first > length) return false;
  for (let i = first; i < last; i += 1) if (text.charCodeAt(i) === Mark.point) return false;
  return true;
}

/** A fraction that notes write for halves and quarters: 1/2, 1/4, 3/4. */
function fraction(top: number, bottom: number): number {
  if ((bottom === 2 && top === 1) || (bottom === 4 && (top === 1 || top === 3)))
    return top / bottom;
  return 0;
}

/** Reads "/2" behind a number; answers the fraction and moves `next`, or 0. */
function readFraction(scan: Scan, at: number): number {
  if (markOf(scan, at + 1) !== Mark.slash || !isGlued(scan, at + 1) || !isGlued(scan, at + 2))
    return 0;
  if (!isNumberToken(scan, at) || !isNumberToken(scan, at + 2)) return 0;
  if (markOf(scan, at + 3) === Mark.slash) return 0;
  const part = fraction(digitsAt(scan, at), digitsAt(scan, at + 2));
  if (part > 0) scan.next = at + 3;
  return part;
}

/**
 * Reads one number at `at` into `low` and `high` and leaves the token after it in `next`:
 * "3.5", "twenty one", "two and a half", "1 1/2", "a couple of", "several".
 */
export function readNumber(scan: Scan, at: number): boolean {
  scan.vague = false;
  const word = wordAt(scan, at);
  if (isNumberToken(scan, at)) {
    scan.next = at + 1;
    let value = digitsAt(scan, at);
    const whole = readFraction(scan, at);
    if (whole > 0) value = whole;
    else {
      const second =
        markOf(scan, at + 1) === Mark.hyphen && isGlued(scan, at + 1) ? at + 2 : at + 1;
      if (isNumberToken(scan, second) && value < 10) value += readFraction(scan, second);
      else if (markOf(scan, at + 1) === Mark.half) {
        value += 0.5;
        scan.next = at + 2;
      } else if (plainAt(scan, at + 1) === Plain.and) value += readAndAHalf(scan, at + 1);
    }
    return setNumber(scan, value);
  }
  if (markOf(scan, at) === Mark.half) {
    scan.next = at + 1;
    return setNumber(scan, 0.5);
  }
  if (plainAt(scan, at) === Plain.point) return readLeadingPoint(scan, at);
  const cardinal = scan.words.cardinal[word] as number | undefined;
  if (cardinal !== undefined && !Number.isNaN(cardinal)) return readCardinal(scan, at, cardinal);
  const vague = scan.words.vague[word] as number | undefined;
  if (vague !== undefined && vague > 0) {
    scan.next = at + 1;
    if (plainAt(scan, scan.next) === Plain.of) scan.next += 1;
    setNumber(scan, vague);
    scan.vague = true;
    return true;
  }
  return false;
}

function setNumber(scan: Scan, value: number): true {
  scan.low = value;
  scan.high = value;
  return true;
}

/** The value of the number word at `at`; not a number for any other. */
export function cardinalAt(scan: Scan, at: number): number {
  const value = scan.words.cardinal[wordAt(scan, at)] as number | undefined;
  return value ?? Number.NaN;
}

/** Reads what is added to hundreds or thousands, "and twenty three", and moves `next`; 0 for nothing. */
function readRest(scan: Scan, at: number): number {
  const linked = plainAt(scan, at) === Plain.and ? at + 1 : at;
  const rest = cardinalAt(scan, linked);
  // "three hundred three times a day" is 300.
  const isOwn = linked === at && plainAt(scan, at + 1) === Plain.time;
  if (!(rest > 0 && rest < 100) || isOwn) return 0;
  scan.next = linked + 1;
  const ones = cardinalAt(scan, scan.next);
  if (rest < 20 || !(ones >= 1 && ones <= 9)) return rest;
  scan.next += 1;
  return rest + ones;
}

function readCardinal(scan: Scan, at: number, first: number): boolean {
  let value = first;
  let next = at + 1;
  const tens = value >= 20 && value < 100;
  const unit = cardinalAt(scan, next);
  if (tens && unit >= 1 && unit <= 9) {
    value += unit;
    next += 1;
  } else if (tens && plainAt(scan, next) === Plain.and) {
    // "twenty and four hours", but not "twenty and four of them".
    const part = cardinalAt(scan, next + 1);
    if (part >= 1 && part <= 9 && timeUnitAt(scan, next + 2) > 0) {
      value += part;
      next += 2;
    }
  }
  scan.next = next;
  // "a hundred and twenty": the hundred opens the number.
  if (value === 100) value += readRest(scan, next);
  for (
    let scale = cardinalAt(scan, scan.next);
    scale === 100 || scale === 1000;
    scale = cardinalAt(scan, scan.next)
  ) {
    scan.next += 1;
    value = value * scale + readRest(scan, scan.next);
  }
  next = scan.next;
  const link = plainAt(scan, next);
  if (link === Plain.and) value += readAndAHalf(scan, next);
  else if (link === Plain.point) value += readSpokenDecimals(scan, next + 1);
  else if (link === Plain.half && value === 1) {
    scan.next = next + 1;
    value = 0.5;
  }
  return setNumber(scan, value);
}

/** "point five milligrams", "Xanax point five": only beside a drug or before its unit, for points are pressed too. */
function readLeadingPoint(scan: Scan, at: number): boolean {
  const value = readSpokenDecimals(scan, at + 1);
  if (value === 0) return false;
  const isDose = scan.words.doseUnit[wordAt(scan, scan.next)] !== undefined;
  return (isDose || scan.drugAt === at - 1) && setNumber(scan, value);
}

/**
 * The decimals at `at`, behind a spoken "point": "five", "two five", "twenty five". Moves `next` and
 * answers the fraction; 0 when none are spoken.
 */
function readSpokenDecimals(scan: Scan, at: number): number {
  const first = cardinalAt(scan, at);
  if (first >= 10 && first < 100) {
    const unit = first >= 20 ? cardinalAt(scan, at + 1) : Number.NaN;
    const hasUnit = unit >= 1 && unit <= 9;
    scan.next = hasUnit ? at + 2 : at + 1;
    return (first + (hasUnit ? unit : 0)) / 100;
  }
  let value = 0;
  let scale = 1;
  let next = at;
  for (let digit = first; digit >= 0 && digit <= 9 && scale < 1000; ) {
    value = value * 10 + digit;
    scale *= 10;
    next += 1;
    digit = cardinalAt(scan, next);
    // "seven point five three twenty five": the three begins another number.
    if (cardinalAt(scan, next + 1) >= 10) break;
  }
  if (value > 0) scan.next = next;
  return value / scale;
}

/**
 * Reads a number at `at` as it is dictated in prescriptions, where hundreds go unspoken: "one twenty" is
 * 120, "three twenty five" 325. Any other number is read as by `readNumber`.
 */
export function readDictated(scan: Scan, at: number): boolean {
  const hundreds = cardinalAt(scan, at);
  const tens = cardinalAt(scan, at + 1);
  if (!(hundreds >= 1 && hundreds <= 9 && tens >= 10 && tens < 100)) return readNumber(scan, at);
  if (!readNumber(scan, at + 1) || timeUnitAt(scan, scan.next) > 0) return readNumber(scan, at);
  return setNumber(scan, hundreds * 100 + scan.low);
}

/** Reads "and a half" at its "and"; answers 0.5 and moves `next`, or 0. */
export function readAndAHalf(scan: Scan, at: number): number {
  if (plainAt(scan, at) !== Plain.and) return 0;
  const half = plainAt(scan, at + 1) === Plain.a ? at + 2 : at + 1;
  if (plainAt(scan, half) !== Plain.half) return 0;
  scan.next = half + 1;
  return 0.5;
}

/** Whether a number in digits or words, and no vague word, starts at `at`. */
export function isNumber(scan: Scan, at: number): boolean {
  return isNumberToken(scan, at) || !Number.isNaN(cardinalAt(scan, at));
}

/**
 * Reads a number or a range at `at`: "6-8", "6 to 8", "two or three", "three-four", "between 2 and 4".
 * A pair whose second number is not greater is read as its first number only.
 */
export function readAmount(scan: Scan, at: number): boolean {
  if (!readNumber(scan, at)) return false;
  const { low, next, vague } = scan;
  const second = rangeSecond(scan, at, next);
  if (second > 0 && isNumber(scan, second) && readNumber(scan, second) && scan.low > low) {
    const high = scan.low;
    scan.low = low;
    scan.high = high;
    return true;
  }
  scan.low = low;
  scan.high = low;
  scan.next = next;
  scan.vague = vague;
  return true;
}

/** The token of the second number of a range whose first ends before `next`; 0 when there is none. */
function rangeSecond(scan: Scan, at: number, next: number): number {
  const mark = markOf(scan, next);
  if (mark === Mark.hyphen || mark === Mark.tilde) {
    // A third part makes it a date or a number of a file.
    const third =
      markOf(scan, next + 2) === Mark.hyphen &&
      isGlued(scan, next + 2) &&
      isNumberToken(scan, next + 3) &&
      isGlued(scan, next + 3);
    return third ? 0 : next + 1;
  }
  const plain = plainAt(scan, next);
  if (plain === Plain.to || plain === Plain.or) return next + 1;
  if (plain === Plain.and && plainAt(scan, at - 1) === Plain.between) return next + 1;
  if (next < scan.tokens.count && scan.tokens.gap[next] === Gap.hyphen) return next;
  return 0;
}

/** The amount read last. */
export function amount(scan: Scan): Range {
  return { low: scan.low, high: scan.high };
}
