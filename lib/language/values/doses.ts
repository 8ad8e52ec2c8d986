/** Strengths and doses, units taken at one time, and stated morphine equivalents. */
import { Mark } from '../marks.ts';
import type { Range } from '../mention.ts';
import { dayTimeAfter } from './frequencies.ts';
import { digitsAt, isNumber, isWhole, readDictated, readNumber } from './numbers.ts';
import {
  emit,
  frequencyAt,
  isCapitalized,
  isGlued,
  isNumberToken,
  markOf,
  nearDrug,
  plainAt,
  type Scan,
  timeUnitAt,
  wordAt,
} from './scan.ts';
import { TIME_UNITS } from './value-lexicon.ts';
import { Plain } from './words.ts';

/** Amounts of the second part of a combination ("10/325") in mg, and of the first where it leads ("300/30"). */
const SECOND_PARTS = [160, 200, 300, 325, 400, 500, 625, 650, 660, 700, 750];
const MOST_FIRST_PART = 80;
/** More units than this are not taken at one time. */
const MOST_TAKEN = 6;
const SIG_REACH = 14;
/** A drug's name ends at most so many tokens before its strength: "Ambien CR twelve point five". */
const NAME_REACH = 2;

function doseUnitAt(scan: Scan, at: number): string | undefined {
  return scan.words.doseUnit[wordAt(scan, at)];
}

/** "10/325", "10-325 mg", "7.5/325": the strength of a combination; answers the token after, or 0. */
export function combinationDose(scan: Scan, at: number): number {
  if (!isNumberToken(scan, at)) return 0;
  const mark = markOf(scan, at + 1);
  if (mark !== Mark.slash && mark !== Mark.hyphen) return 0;
  const second = at + 2;
  if (!isNumberToken(scan, second) || !isGlued(scan, second) || !isWhole(scan, second, 3)) return 0;
  const before = markOf(scan, at - 1);
  if ((before === Mark.slash || before === Mark.hyphen) && isGlued(scan, at)) return 0;
  const first = digitsAt(scan, at);
  const other = digitsAt(scan, second);
  const leading = SECOND_PARTS.includes(other) && first <= MOST_FIRST_PART && first > 0;
  const trailing =
    (first === 300 || first === 325) && (other === 15 || other === 30 || other === 60);
  if (!leading && !trailing) return 0;
  const milligrams = scan.words.doseUnit[wordAt(scan, second + 1)] === 'mg';
  if (mark === Mark.hyphen && !leading && !milligrams) return 0;
  const third = markOf(scan, second + 1);
  if (
    (third === Mark.slash || third === Mark.hyphen) &&
    isGlued(scan, second + 1) &&
    isGlued(scan, second + 2) &&
    isNumberToken(scan, second + 2)
  )
    return 0;
  const unit = doseUnitAt(scan, second + 1);
  if (unit !== undefined && unit !== 'mg') return 0;
  const range = { low: leading ? first : other, high: leading ? first : other };
  const rest = leading ? other : first;
  return emit(
    scan,
    { kind: 'dose', amount: range, unit: 'mg', second: rest },
    at,
    unit === undefined ? second + 1 : second + 2,
  );
}

/**
 * "ten three twenty five", "seven point five slash 325", "10 325", "one fifty milligrams": a strength as
 * it is dictated behind a drug's name. Answers the token after, or 0.
 */
export function dictatedDose(scan: Scan, at: number): number {
  if (!readNumber(scan, at) || scan.vague) return 0;
  const first = scan.low;
  let second = scan.next;
  const isSpoken = !isNumberToken(scan, at);
  const link = plainAt(scan, second);
  const mark = markOf(scan, second);
  if (link === Plain.slash || link === Plain.over || mark === Mark.slash || mark === Mark.hyphen)
    second += 1;
  else if (!isSpoken && scan.drugAt !== at - 1) return 0;
  const isPair = first > 0 && first <= MOST_FIRST_PART && isNumber(scan, second);
  if (isPair && readDictated(scan, second) && SECOND_PARTS.includes(scan.low)) {
    const end = scan.next;
    const unit = doseUnitAt(scan, end);
    if (unit !== undefined && unit !== 'mg') return 0;
    return emit(
      scan,
      { kind: 'dose', amount: { low: first, high: first }, unit: 'mg', second: scan.low },
      at,
      unit === undefined ? end : end + 1,
    );
  }
  if (!isSpoken || !readDictated(scan, at)) return 0;
  const { low, next } = scan;
  const amount = { low, high: low };
  const unit = doseUnitAt(scan, next);
  if (unit !== undefined) return emit(scan, { kind: 'dose', amount, unit }, at, next + 1);
  // "Ambien twelve point five at bedtime": more than can be taken at one time.
  // "Ativan point five": a half that is taken is called one.
  const isDecimal = !Number.isInteger(low) && plainAt(scan, at) === Plain.point;
  const isStrength = low > MOST_TAKEN || isDecimal || !Number.isInteger(low * 2);
  // "Celebrex two hundred number thirty": right behind the name it needs no more.
  const isNext = scan.drugAt === at - 1 && timeUnitAt(scan, next) === 0;
  // "Ambien CR twelve point five, thirty": a number of units follows.
  const isListed = markOf(scan, next) === Mark.comma && isNumber(scan, next + 1);
  const isSig = isNext || isListed || isSigWord(scan, next) || isNumber(scan, next);
  if (!isStrength || !isSig || !nearDrug(scan, at, NAME_REACH)) return 0;
  return emit(scan, { kind: 'number', amount }, at, next);
}

/** The dose whose amount was just read at `at`: "0.5 mg", "25 mcg/h", "60 mg/day". Answers the token after, or 0. */
export function doseAtNumber(scan: Scan, at: number): number {
  const range = { low: scan.low, high: scan.high };
  let next = markOf(scan, scan.next) === Mark.hyphen ? scan.next + 1 : scan.next;
  const unit = doseUnitAt(scan, next);
  if (unit === undefined || scan.vague) return 0;
  next += 1;
  // "5 mg/325 mg", "5mg-325mg".
  const mark = markOf(scan, next);
  if (
    (mark === Mark.slash || mark === Mark.hyphen) &&
    isNumberToken(scan, next + 1) &&
    doseUnitAt(scan, next + 2) === unit
  ) {
    const second = digitsAt(scan, next + 1);
    if (mark === Mark.hyphen && second > range.high && second < 100) {
      return emit(
        scan,
        { kind: 'dose', amount: { low: range.low, high: second }, unit },
        at,
        next + 3,
      );
    }
    if (second > range.low)
      return emit(scan, { kind: 'dose', amount: range, unit, second }, at, next + 3);
  }
  const rate = rateAfter(scan, next);
  const equivalent = isEquivalent(scan, at, rate > 0 ? rate : next);
  if (equivalent > 0) {
    const first = equivalentStart(scan, at);
    return emit(
      scan,
      { kind: 'opioid-dose', amount: range, unit: 'mg/day' },
      first,
      Math.max(equivalent, next),
    );
  }
  if (rate > 0) {
    const hourly =
      TIME_UNITS[timeUnitAt(scan, rate - 1) - 1]?.unit === 'hour' && !isNumberToken(scan, rate - 2);
    return emit(
      scan,
      { kind: 'dose', amount: range, unit: `${unit}/${hourly ? 'h' : 'day'}` },
      at,
      rate,
    );
  }
  return emit(scan, { kind: 'dose', amount: range, unit }, at, next);
}

/** The token after "/h", "/day", "per day", "a day", "/24h" at `at`; 0 when none stands. */
function rateAfter(scan: Scan, at: number): number {
  const plain = plainAt(scan, at);
  const mark = markOf(scan, at);
  if (mark !== Mark.slash && plain !== Plain.per && plain !== Plain.a && plain !== Plain.each)
    return 0;
  let next = at + 1;
  if (isNumberToken(scan, next) && digitsAt(scan, next) === 24) next += 1;
  const unit = timeUnitAt(scan, next);
  const name = unit > 0 ? TIME_UNITS[unit - 1]?.unit : undefined;
  return name === 'hour' || name === 'day' ? next + 1 : 0;
}

/** "MED", "MME" in capitals. */
function isMed(scan: Scan, at: number): boolean {
  if (plainAt(scan, at) !== Plain.med) return false;
  const { text, start, end } = scan.tokens;
  const last = text.charCodeAt((end[at] as number) - 1);
  return (
    isCapitalized(scan, at) &&
    last >= 0x41 &&
    last <= 0x5a &&
    (end[at] as number) - (start[at] as number) > 2
  );
}

/** The token after a word for morphine equivalents that stands behind a dose at `at`, or the dose's end when one stands before; 0 for neither. */
function isEquivalent(scan: Scan, at: number, end: number): number {
  const after = plainAt(scan, end) === Plain.of ? end + 1 : end;
  if (isMed(scan, after)) return after + 1;
  if (plainAt(scan, after) === Plain.morphine && plainAt(scan, after + 1) === Plain.equivalent)
    return after + 2;
  return equivalentStart(scan, at) < at ? end : 0;
}

/** What may stand between "MED" and its number: "MED works out to about 220", "MME a day: 90". */
const EQUIVALENT_LINKS: readonly number[] = [
  Plain.of,
  Plain.is,
  Plain.about,
  Plain.at,
  Plain.per,
  Plain.a,
  Plain.current,
  Plain.over,
  Plain.than,
  Plain.more,
  Plain.come,
  Plain.to,
  Plain.up,
];
const EQUIVALENT_MARKS: readonly number[] = [Mark.colon, Mark.equals, Mark.slash, Mark.tilde];
const EQUIVALENT_FILLERS = ['dose', 'total', 'work', 'out', 'stand', 'sit', 'add', 'reach', 'run'];

function startsWord({ tokens: { text, start } }: Scan, at: number, word: string): boolean {
  return text.startsWith(word, start[at] ?? 0);
}

/** The first token of "MED", "MME of", "morphine equivalent dose:" before a number; `at` when there is none. */
function equivalentStart(scan: Scan, at: number): number {
  for (let back = at - 1; back >= at - 6; back -= 1) {
    if (isMed(scan, back)) return back;
    if (plainAt(scan, back) === Plain.equivalent && plainAt(scan, back - 1) === Plain.morphine)
      return back - 1;
    const plain = plainAt(scan, back);
    const mark = markOf(scan, back);
    const filler =
      EQUIVALENT_LINKS.includes(plain) ||
      EQUIVALENT_MARKS.includes(mark) ||
      frequencyAt(scan, back) === 1 ||
      timeUnitAt(scan, back) === 4 ||
      EQUIVALENT_FILLERS.some((word) => startsWord(scan, back, word));
    if (!filler) return at;
  }
  return at;
}

/** "90 MME", "MED 60" without "mg": a bare number beside the word. Answers the token after, or 0. */
export function opioidDoseAtNumber(scan: Scan, at: number): number {
  const range = { low: scan.low, high: scan.high };
  if (range.high > 2000 || range.high < 1) return 0;
  const next = scan.next;
  const unit = doseUnitAt(scan, next);
  if (unit !== undefined) return 0;
  const end = isEquivalent(scan, at, next);
  if (end === 0) return 0;
  const rate = rateAfter(scan, end);
  return emit(
    scan,
    { kind: 'opioid-dose', amount: range, unit: 'mg/day' },
    equivalentStart(scan, at),
    rate > 0 ? rate : end,
  );
}

/** Whether a way of taking or a frequency starts at `at`: "po", "q6h", "bid", "at bedtime", "daily". */
export function isSigWord(scan: Scan, at: number): boolean {
  const plain = plainAt(scan, at);
  if (
    plain === Plain.route ||
    plain === Plain.prn ||
    plain === Plain.every ||
    plain === Plain.bedtime
  )
    return true;
  if (
    plain === Plain.q ||
    frequencyAt(scan, at) > 0 ||
    (scan.words.times[wordAt(scan, at)] ?? 0) > 0
  )
    return true;
  if (plain === Plain.at || plain === Plain.by) return nearDrug(scan, at, SIG_REACH);
  return false;
}

/** "half a tablet", "a half tablet", "half tab" at its "half". Answers the token after, or 0. */
export function takeAtHalf(scan: Scan, at: number): number {
  const next = plainAt(scan, at + 1) === Plain.a ? at + 2 : at + 1;
  const unit = scan.words.drugUnit[wordAt(scan, next)];
  if (unit === undefined || plainAt(scan, next) === Plain.container) return 0;
  return emit(scan, { kind: 'take', amount: { low: 0.5, high: 0.5 }, unit }, at, next + 1);
}

/** The units taken at one time whose amount was just read at `at`: "1-2 tabs", "one po", "1 q6h". */
export function takeAtNumber(scan: Scan, at: number): number {
  const range: Range = { low: scan.low, high: scan.high };
  const next = scan.next;
  if (scan.vague || range.high > MOST_TAKEN || range.low <= 0) return 0;
  if (markOf(scan, at - 1) === Mark.hash) return 0;
  const unit = scan.words.drugUnit[wordAt(scan, next)];
  if (unit !== undefined) {
    if (unit === 'unit' || plainAt(scan, next) === Plain.container) return 0;
    return emit(scan, { kind: 'take', amount: range, unit }, at, next + 1);
  }
  const taken = plainAt(scan, at - 1) === Plain.take && nearDrug(scan, at, SIG_REACH);
  const before = plainAt(scan, at - 1);
  // "4 pm" is a time of the clock, unless it stands in a row of directions: "1 am, 1 pm".
  const isClock =
    plainAt(scan, next) === Plain.dayTime &&
    !(scan.foundEnd === at || (markOf(scan, at - 1) === Mark.comma && scan.foundEnd === at - 1));
  const isTimed = !isClock && before !== Plain.at && dayTimeAfter(scan, next) > 0;
  if (!taken && !isTimed && !isSigWord(scan, next)) return 0;
  if (!nearDrug(scan, at, SIG_REACH * 2) && plainAt(scan, next) !== Plain.route) return 0;
  return emit(scan, { kind: 'take', amount: range }, at, next);
}
