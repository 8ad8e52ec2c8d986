/** Pain scores: "4-5/10", "8 out of 10", "VAS 7", "7 to 4", each with the condition it was given under. */
import { Mark } from '../marks.ts';
import type { Range, ScoreQualifier, Value } from '../mention.ts';
import { digitsAt, isNumber, isWhole, readAmount, readNumber } from './numbers.ts';
import {
  emit,
  firstCode,
  isGlued,
  isNumberToken,
  isWordToken,
  lengthOf,
  markOf,
  plainAt,
  type Scan,
  wordAt,
} from './scan.ts';
import {
  conditionOf,
  isRowWord,
  phaseAt,
  QUALIFIER_REACH,
  qualifierAfter,
  qualifierAt,
} from './score-conditions.ts';
import { Plain } from './words.ts';

const TOP = 10;
/** The token after "/10", "out of 10" or "of 10" at `at`, or 0. */
function readOutOfTen(scan: Scan, at: number): number {
  const mark = markOf(scan, at);
  if (mark === Mark.slash) return readTen(scan, at + 1);
  const plain = plainAt(scan, at);
  if (plain === Plain.out && plainAt(scan, at + 1) === Plain.of) return readTen(scan, at + 2);
  if (plain === Plain.of || plain === Plain.over) return readTen(scan, at + 1);
  return 0;
}

function readTen(scan: Scan, at: number): number {
  if (isNumberToken(scan, at)) {
    if (digitsAt(scan, at) !== TOP || !isWhole(scan, at, 2)) return 0;
    return at + 1;
  }
  // "8/l0".
  const code = firstCode(scan, at);
  if (
    lengthOf(scan, at) === 1 &&
    (code === 0x6c || code === 0x49) &&
    isNumberToken(scan, at + 1) &&
    isGlued(scan, at + 1) &&
    digitsAt(scan, at + 1) === 0
  )
    return at + 2;
  return scan.words.cardinal[wordAt(scan, at)] === TOP ? at + 1 : 0;
}

/**
 * The score "n/10" whose amount was just read at `at`. Answers the token after it, or 0. A day
 * ("seen on 8/10") is none.
 */
export function scoreOutOfTen(scan: Scan, at: number): number {
  if (scan.high > TOP || scan.vague) return 0;
  const { low, high } = scan;
  const next = readOutOfTen(scan, scan.next);
  if (next === 0) return 0;
  const slash = markOf(scan, next);
  if (
    (slash === Mark.slash || slash === Mark.hyphen) &&
    isGlued(scan, next) &&
    isNumberToken(scan, next + 1) &&
    isGlued(scan, next + 1) &&
    digitsAt(scan, next + 1) > TOP
  )
    return 0;
  const before = plainAt(scan, at - 1);
  if (
    before === Plain.on ||
    before === Plain.dated ||
    before === Plain.since ||
    before === Plain.refill
  )
    return 0;
  const after = scan.words.countUnit[wordAt(scan, next)];
  if (after !== undefined || plainAt(scan, next) === Plain.completed) return 0;
  return emitScore(scan, { low, high }, at, next);
}

/** A number beside a word for pain, without "/10": "VAS 7", "pain level of 6", "with meds 6". */
export function scoreBesidePain(scan: Scan, at: number): number {
  const { low, high, next } = scan;
  if (high > TOP || scan.vague || isMeasured(scan, next)) return 0;
  if (!isBesidePain(scan, at) && !isInRow(scan, at, next) && !isOtherSide(scan, at, next)) return 0;
  // "back pain with two surgeries": a number in words counts what follows.
  if (!isNumberToken(scan, at) && isWordToken(scan, next) && plainAt(scan, next) === 0) return 0;
  return emitScore(scan, { low, high }, at, next);
}

/** Whether what follows makes the number another thing than a score. */
function isMeasured(scan: Scan, next: number): boolean {
  const word = wordAt(scan, next);
  const { timeUnit, countUnit, doseUnit, drugUnit, month, frequency } = scan.words;
  const mark = markOf(scan, next);
  if (mark === Mark.slash || mark === Mark.percent || mark === Mark.colon || mark === Mark.hash)
    return true;
  if ((timeUnit[word] ?? 0) > 0 || (month[word] ?? 0) > 0 || (frequency[word] ?? 0) > 0)
    return true;
  if (countUnit[word] !== undefined || doseUnit[word] !== undefined || drugUnit[word] !== undefined)
    return true;
  const plain = plainAt(scan, next);
  return (
    plain === Plain.measure ||
    plain === Plain.x ||
    plain === Plain.time ||
    plain === Plain.th ||
    plain === Plain.percent ||
    plain === Plain.route
  );
}

/** Whether the words before a number lead back to "pain" or "VAS" over nothing but fill words. */
function isBesidePain(scan: Scan, at: number): boolean {
  if (isWithoutMedication(scan, at)) return true;
  for (let back = at - 1; back >= at - 7; back -= 1) {
    const plain = plainAt(scan, back);
    if (plain === Plain.pain) return true;
    const mark = markOf(scan, back);
    if (mark !== 0) {
      if (
        mark === Mark.colon ||
        mark === Mark.equals ||
        mark === Mark.open ||
        mark === Mark.hyphen ||
        mark === Mark.tilde
      )
        continue;
      if (mark === Mark.slash || mark === Mark.comma) {
        const last = scan.found.at(-1);
        if (last?.value.kind === 'score' && scan.foundEnd >= back - 3) return true;
      }
      return false;
    }
    if (isFiller(scan, back)) continue;
    const last = scan.found.at(-1);
    return last?.value.kind === 'score' && plain === Plain.and && back - scan.foundEnd <= 1;
  }
  return false;
}

/** "W/o meds 8-9, w/ 7-8": a bare number right behind "without meds", and one behind "with". */
function isWithoutMedication(scan: Scan, at: number): boolean {
  if ((scan.words.medication[wordAt(scan, at - 1)] ?? 0) !== 1) return false;
  return plainAt(scan, at - 2) === Plain.without || plainAt(scan, at - 2) === Plain.out;
}

/** Whether a number without a word for pain stands in a row of scores, each behind its condition. */
function isInRow(scan: Scan, at: number, next: number): boolean {
  const mark = markOf(scan, at - 1);
  const labelled =
    mark === Mark.colon || mark === Mark.equals || plainAt(scan, at - 1) === Plain.is;
  if (!isRowWord(scan, labelled ? at - 2 : at - 1)) return false;
  const last = scan.found.at(-1);
  const isLast = last?.value.kind === 'score' && at - scan.foundEnd <= 4;
  if (isLast) return true;
  for (let ahead = next; ahead < next + 3; ahead += 1) {
    if (isRowWord(scan, ahead)) return isNumber(scan, ahead + 1) || isNumber(scan, ahead + 2);
  }
  return false;
}

/** Whether a number says what the score before it is without, or with, the medicine: "6 with meds and 9 without". */
function isOtherSide(scan: Scan, at: number, next: number): boolean {
  const last = scan.found.at(-1)?.value;
  const side = last?.kind === 'score' ? last.qualifier : undefined;
  const other =
    side === 'with-medication'
      ? 'without-medication'
      : side === 'without-medication'
        ? 'with-medication'
        : undefined;
  if (other === undefined || at - scan.foundEnd > QUALIFIER_REACH) return false;
  for (let back = at - 1; back >= scan.foundEnd; back -= 1) {
    const mark = markOf(scan, back);
    if (mark !== 0 && mark !== Mark.comma) return false;
    if (qualifierAt(scan, back, true) === other) return true;
  }
  return qualifierAfter(scan, next) === other;
}

function isFiller(scan: Scan, at: number): boolean {
  const plain = plainAt(scan, at);
  if (phaseAt(scan, at) !== undefined || phaseAt(scan, at - 1) !== undefined) return true;
  if ((scan.words.medication[wordAt(scan, at)] ?? 0) === 1) return true;
  return (
    plain === Plain.rate ||
    plain === Plain.is ||
    plain === Plain.at ||
    plain === Plain.a ||
    plain === Plain.of ||
    plain === Plain.about ||
    plain === Plain.current ||
    plain === Plain.average ||
    plain === Plain.worst ||
    plain === Plain.best ||
    plain === Plain.least ||
    plain === Plain.with ||
    plain === Plain.without ||
    plain === Plain.as ||
    plain === Plain.to ||
    plain === Plain.baseline ||
    plain === Plain.from ||
    plain === Plain.the
  );
}

/**
 * A fall from one score to another without "/10" on the first: "7 to 4", "from 8 down to 5",
 * "8 to 3/10", "4 from 8". Two scores are recorded; answers the token after, or 0.
 */
export function scorePair(scan: Scan, at: number): number {
  if (!isNumber(scan, at) || !readNumber(scan, at)) return 0;
  const first = scan.low;
  const firstEnd = scan.next;
  if (first > TOP) return 0;
  const link = skipFall(scan, firstEnd);
  const isDown = link > firstEnd;
  const backwards = plainAt(scan, link) === Plain.from;
  const arrow = backwards ? 0 : arrowEnd(scan, link);
  if (arrow === 0 && plainAt(scan, link) !== Plain.to && !backwards) return 0;
  let second = arrow > 0 ? arrow : link + 1;
  if (plainAt(scan, second) === Plain.a || plainAt(scan, second) === Plain.about) second += 1;
  if (!isNumber(scan, second) || !readAmount(scan, second)) return 0;
  const { low, high, next } = scan;
  if (high > TOP || (backwards ? low <= first : low >= first)) return 0;
  const outOf = readOutOfTen(scan, next);
  const end = outOf > 0 ? outOf : next;
  if (outOf === 0 && (isMeasured(scan, next) || !(isDown || isFallCued(scan, at)))) return 0;
  emitPair(scan, { low: first, high: first }, backwards ? 'after' : 'before', at, firstEnd);
  return emitPair(scan, { low, high }, backwards ? 'before' : 'after', second, end);
}

/** The token after "down", "dropped", "came down" at `at`: words between two scores that say the pain fell. */
function skipFall(scan: Scan, at: number): number {
  let next = at;
  while (
    next < at + 2 &&
    (plainAt(scan, next) === Plain.down ||
      plainAt(scan, next) === Plain.come ||
      plainAt(scan, next) === Plain.decrease)
  )
    next += 1;
  return next;
}

/** The token after an arrow at `at`, as one sign or typed: "→", "->", "-->", "=>"; 0 when none stands. */
function arrowEnd(scan: Scan, at: number): number {
  if (markOf(scan, at) === Mark.arrow) return at + 1;
  let next = at;
  while (
    next < at + 3 &&
    (markOf(scan, next) === Mark.hyphen || markOf(scan, next) === Mark.equals)
  )
    next += 1;
  return next > at && markOf(scan, next) === Mark.more && isGlued(scan, next) ? next + 1 : 0;
}

function emitPair(
  scan: Scan,
  range: Range,
  qualifier: ScoreQualifier,
  at: number,
  end: number,
): number {
  return emit(scan, { kind: 'score', amount: range, outOf: TOP, qualifier }, at, end);
}

/** Whether pain or a decrease is spoken of shortly before a pair of numbers. */
function isFallCued(scan: Scan, at: number): boolean {
  for (let back = at - 1; back >= at - 8 && back >= 0; back -= 1) {
    const plain = plainAt(scan, back);
    if (plain === Plain.pain || plain === Plain.decrease) return true;
    const mark = markOf(scan, back);
    if (mark === Mark.point || mark === Mark.semicolon) return false;
  }
  return false;
}

function emitScore(scan: Scan, range: Range, at: number, next: number): number {
  const value: Value = { kind: 'score', amount: range, outOf: TOP };
  const last = scan.found.at(-1);
  if (
    last?.value.kind === 'score' &&
    isFallLink(scan, scan.foundEnd, at) &&
    last.value.amount.low > range.low
  ) {
    last.value.qualifier = 'before';
    value.qualifier = 'after';
    return emit(scan, value, at, next);
  }
  const qualifier = conditionOf(scan, at, next);
  if (qualifier !== undefined) value.qualifier = qualifier;
  return emit(scan, value, at, next);
}

/** Whether nothing but "to", "down to a" or an arrow stands between two scores. */
function isFallLink(scan: Scan, from: number, at: number): boolean {
  if (arrowEnd(scan, from) === at) return true;
  if (at - from > 4 || at <= from) return false;
  for (let i = from; i < at; i += 1) {
    const plain = plainAt(scan, i);
    const isLink =
      plain === Plain.to ||
      plain === Plain.down ||
      plain === Plain.decrease ||
      (plain === Plain.a && i === at - 1);
    if (!isLink) return false;
  }
  return true;
}
