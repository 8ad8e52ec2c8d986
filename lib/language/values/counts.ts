/** Counts of visits, sessions and injections: "24 sessions", "9 of 12 completed", "x12", "series of 3". */
import { Mark } from '../marks.ts';
import type { Operator, Range } from '../mention.ts';
import { standingCount } from './counts-by-standing.ts';
import { readUnit } from './durations.ts';
import { digitsAt, isNumber, isWhole, readAmount, readNumber } from './numbers.ts';
import { readOperatorAfter, readOperatorBefore } from './operators.ts';
import {
  countUnitAt,
  emit,
  isGlued,
  isNumberToken,
  isWordToken,
  markOf,
  plainAt,
  type Scan,
  wordAt,
} from './scan.ts';
import { isSize, isTimes } from './schedules.ts';
import { Plain } from './words.ts';

/** Words that may stand between a number and what it counts: "6 more supervised PT visits". */
const MOST_MODIFIERS = 3;
/** "two blocks" are a walk; "two facet blocks" are injections. */
const BLOCK = 'block';
const INJECTION = 'injection';
const MOST_COUNT = 200;

/** The unit that an amount ending before `next` counts, over at most three words; leaves the end in `next`. */
function readCountUnit(scan: Scan, at: number): string | undefined {
  for (let next = at, modifiers = 0; modifiers <= MOST_MODIFIERS; next += 1) {
    const unit = countUnitAt(scan, next);
    if (unit === BLOCK && modifiers === 0) return undefined;
    if (unit !== undefined) {
      // "trigger point injections", "PT treatment sessions": the last unit word counts.
      const further = countUnitAt(scan, next + 1);
      scan.next = further === undefined ? next + 1 : next + 2;
      const counted = further ?? unit;
      return counted === BLOCK ? INJECTION : counted;
    }
    const mark = markOf(scan, next);
    if (mark === Mark.hyphen || mark === Mark.slash) continue;
    if (mark === Mark.open || mark === Mark.close) continue;
    if (!isWordToken(scan, next) || !isModifier(scan, next)) return undefined;
    modifiers += 1;
  }
  return undefined;
}

/** Words with a meaning of their own cannot stand between a number and its unit. */
function isModifier(scan: Scan, at: number): boolean {
  const plain = plainAt(scan, at);
  const word = wordAt(scan, at);
  const { timeUnit, doseUnit, drugUnit, month, frequency, drug } = scan.words;
  if (
    plain !== 0 &&
    plain !== Plain.more &&
    plain !== Plain.completed &&
    plain !== Plain.missed &&
    plain !== Plain.authorized &&
    plain !== Plain.total &&
    plain !== Plain.pre &&
    plain !== Plain.post &&
    plain !== Plain.pain &&
    plain !== Plain.point &&
    plain !== Plain.before
  )
    return false;
  if (doseUnit[word] !== undefined || drugUnit[word] !== undefined) return false;
  return (
    (timeUnit[word] ?? 0) === 0 &&
    (month[word] ?? 0) === 0 &&
    (frequency[word] ?? 0) === 0 &&
    (drug[word] ?? 0) === 0
  );
}

/** "How many visits": no number is told. */
function isAsked({ tokens: { text, start, end } }: Scan, at: number): boolean {
  return at > 0 && text.slice(start[at - 1], end[at - 1]).toLowerCase() === 'how';
}

/** A count whose amount was just read at `at`: "24 sessions", "9 of 12 completed", "8/12 visits". */
export function countAtNumber(scan: Scan, at: number): number {
  const range = { low: scan.low, high: scan.high };
  const amountEnd = scan.next;
  const vague = scan.vague;
  if (!Number.isInteger(range.low) || range.high > MOST_COUNT) return 0;
  if (vague && isAsked(scan, at)) return 0;
  const whole = wholeAfter(scan, range, amountEnd);
  if (whole > 0) {
    const of = scan.low;
    const wholeEnd = scan.next;
    const unit = readCountUnit(scan, wholeEnd);
    if (unit !== undefined && isTimeOfScore(scan, unit)) return 0;
    if (unit !== undefined && !isDayOfProcedure(scan, at, unit))
      return emit(
        scan,
        { kind: 'count', amount: range, of, unit, operator: 'exactly' },
        at,
        scan.next,
      );
    if (isDoneAfter(scan, wholeEnd))
      return emit(
        scan,
        { kind: 'count', amount: range, of, unit: 'visit', operator: 'exactly' },
        at,
        wholeEnd,
      );
    return numberedVisit(scan, range, of, at, wholeEnd);
  }
  if (plainAt(scan, amountEnd) === Plain.th) return 0;
  let operatorInside: Operator | undefined;
  let unitStart = amountEnd;
  if (readOperatorAfter(scan, amountEnd)) {
    operatorInside = scan.operator;
    unitStart = scan.next;
  }
  const unit = readCountUnit(scan, unitStart);
  if (unit === undefined) return vague ? 0 : standingCount(scan, range, at, amountEnd);
  let next = scan.next;
  readOperatorBefore(scan, at);
  let { operator } = scan;
  const { operatorStart } = scan;
  if (operatorInside !== undefined) operator = operatorInside;
  else if (operator === 'exactly' && readOperatorAfter(scan, next)) {
    operator = scan.operator;
    next = scan.next;
  } else if (operator === 'exactly' && vague) operator = 'about';
  return emit(scan, { kind: 'count', amount: range, unit, operator }, operatorStart, next);
}

/** "6/10 visit 1": a score at the first visit, and no six of ten visits. */
function isTimeOfScore(scan: Scan, unit: string): boolean {
  const { tokens, next } = scan;
  const isPlural = /s$/i.test(tokens.text.slice(tokens.start[next - 1], tokens.end[next - 1]));
  return unit === 'visit' && !isPlural && isNumber(scan, next);
}

/** A series of procedures is no longer than this. */
const LONGEST_SERIES = 6;

/** "The 3/26 shots", "8/29 TPI": the day they were given on, and no third of 26. */
export function isDayOfProcedure(scan: Scan, at: number, unit: string | undefined): boolean {
  if (unit !== 'injection' && unit !== BLOCK) return false;
  if (plainAt(scan, at - 1) === Plain.the) return true;
  return markOf(scan, at + 1) === Mark.slash && digitsAt(scan, at + 2) > LONGEST_SERIES;
}

/** "visit 12 of 12", where no span or other thing follows. Answers the token after, or 0. */
function numberedVisit(scan: Scan, range: Range, of: number, at: number, end: number): number {
  const unit = countUnitAt(scan, at - 1);
  const isOther = isWordToken(scan, end) && plainAt(scan, end) === 0;
  if (unit === undefined || unit === BLOCK || isOther || markOf(scan, at + 1) === Mark.slash)
    return 0;
  return emit(scan, { kind: 'count', amount: range, of, unit, operator: 'exactly' }, at - 1, end);
}

/** So many tokens behind the name of a therapy "#5 of 6" numbers its visits. */
const TITLE_REACH = 8;

/** "Visit # 12 of 12", "session #3 of 6" at its "#". Answers the token after, or 0. */
export function countAtHash(scan: Scan, at: number): number {
  const named = countUnitAt(scan, at - 1);
  // "Acupuncture SOAP 2/11/13 #5 of 6": in the title of a note of therapy the sign numbers a visit
  const unit = named ?? (at - scan.therapyAt <= TITLE_REACH ? 'visit' : undefined);
  if (unit === undefined || unit === BLOCK || !isNumberToken(scan, at + 1)) return 0;
  if (!isWhole(scan, at + 1, 3) || !readNumber(scan, at + 1)) return 0;
  const range = { low: scan.low, high: scan.low };
  if (wholeAfter(scan, range, scan.next) === 0 || scan.low > MOST_COUNT) return 0;
  // "visit note: dispensed 2/2/16": a day
  if (markOf(scan, scan.next) === Mark.slash) return 0;
  const of = scan.low;
  return emit(
    scan,
    { kind: 'count', amount: range, of, unit, operator: 'exactly' },
    named === undefined ? at : at - 1,
    scan.next,
  );
}

/** Reads the whole of "9 of 12" or "8/12" behind an amount into `low`; answers its token, or 0. */
function wholeAfter(scan: Scan, part: Range, at: number): number {
  const slash = markOf(scan, at) === Mark.slash && isGlued(scan, at) && isGlued(scan, at + 1);
  if (
    !slash &&
    plainAt(scan, at) !== Plain.of &&
    !(plainAt(scan, at) === Plain.out && plainAt(scan, at + 1) === Plain.of)
  )
    return 0;
  let whole = plainAt(scan, at) === Plain.out ? at + 2 : at + 1;
  if (plainAt(scan, whole) === Plain.the) whole += 1;
  if (!isNumber(scan, whole)) return 0;
  if (isNumberToken(scan, whole) && !isWhole(scan, whole, 3)) return 0;
  if (!readNumber(scan, whole) || scan.low < part.high) return 0;
  return whole;
}

/** Whether "completed", "done", "attended" or "used" follows within three words. */
function isDoneAfter(scan: Scan, at: number): boolean {
  for (let next = at; next < at + 3; next += 1) {
    if (plainAt(scan, next) === Plain.completed) return true;
    if (!isWordToken(scan, next)) return false;
  }
  return false;
}

/** "x12", "x 8", "series of 3" at the first word. Answers the token after, or 0. */
export function countAtTimes(scan: Scan, at: number): number {
  if (plainAt(scan, at) === Plain.series) {
    if (plainAt(scan, at + 1) !== Plain.of || !isNumber(scan, at + 2) || !readAmount(scan, at + 2))
      return 0;
    const range = { low: scan.low, high: scan.high };
    const end = scan.next;
    const unit = readCountUnit(scan, end);
    return emit(
      scan,
      { kind: 'count', amount: range, unit: unit ?? 'time', operator: 'exactly' },
      at,
      unit === undefined ? end : scan.next,
    );
  }
  if (!isTimes(scan, at) || plainAt(scan, at) === Plain.time) return 0;
  if (plainAt(scan, at - 1) === Plain.oriented) return 0;
  const number = at + 1;
  if (!isNumberToken(scan, number) || !isWhole(scan, number, 2) || !readAmount(scan, number))
    return 0;
  const range = { low: scan.low, high: scan.high };
  const end = scan.next;
  if (range.low === 0) return 0;
  // "x 6 wks" is a span: the number grammar reads it.
  if (readUnit(scan, end, true) > 0) return 0;
  const plain = plainAt(scan, end);
  const mark = markOf(scan, end);
  if (plain === Plain.measure || plain === Plain.x || mark === Mark.slash || mark === Mark.percent)
    return 0;
  if (scan.words.doseUnit[wordAt(scan, end)] !== undefined) return 0;
  if (isNumberToken(scan, at - 1) || isSize(scan, end)) return 0;
  const unit = readCountUnit(scan, end);
  const unitEnd = scan.next;
  const unitBefore = countUnitAt(scan, at - 1);
  const before = unitBefore === BLOCK ? INJECTION : unitBefore;
  // "PT x12" counts visits.
  const therapyUnit = at - scan.therapyAt <= 4 ? 'visit' : 'time';
  return emit(
    scan,
    { kind: 'count', amount: range, unit: unit ?? before ?? therapyUnit, operator: 'exactly' },
    at,
    unit === undefined ? end : unitEnd,
  );
}
