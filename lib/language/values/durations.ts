/** Spans of time: "more than 4 months", "x6 wks", "6-8 weeks", "a year and a half", "3 weeks ago". */
import { Mark } from '../marks.ts';
import type { Operator, Range, TimeUnit } from '../mention.ts';
import { TokenKind } from '../tokens.ts';
import { readOrdinalDay } from './date-parts.ts';
import { readAmount, readAndAHalf, readNumber } from './numbers.ts';
import { readOperatorAfter, readOperatorBefore } from './operators.ts';
import {
  emit,
  firstCode,
  frequencyAt,
  isNumberToken,
  isWordToken,
  lengthOf,
  markOf,
  plainAt,
  type Scan,
  timeUnitAt,
} from './scan.ts';
import { TIME_UNITS } from './value-lexicon.ts';
import { Plain } from './words.ts';

interface Span {
  amount: Range;
  unit: TimeUnit;
  days: Range;
}

/** `low` to `high` of a written unit, in its own unit and in days. */
export function spanOf(low: number, high: number, unitIndex: number): Span {
  const { unit, per, days } = TIME_UNITS[unitIndex - 1] as (typeof TIME_UNITS)[number];
  return {
    amount: { low: low * per, high: high * per },
    unit,
    days: { low: tidy(low * days), high: tidy(high * days) },
  };
}

/** Days without the noise of floating point, to a hundred-thousandth. */
export function tidy(days: number): number {
  return Math.round(days * 1e6) / 1e6;
}

/**
 * The index of the unit of time at `at`, 0 where none stands. `written` says that the amount is in
 * digits: only behind digits do single letters ("6w", "3 h") mean a unit.
 */
export function readUnit(scan: Scan, at: number, written: boolean): number {
  const unit = timeUnitAt(scan, at);
  if (unit === 0) return 0;
  if (lengthOf(scan, at) > 2) return unit;
  if (!written) return 0;
  // "R 5/5 L 4/5 H": a single capital is a label.
  if (lengthOf(scan, at) === 1 && firstCode(scan, at) < 0x61) return 0;
  return unit;
}

/** Where the unit of an amount that ends before `next` stands: "6 weeks", "6-week". */
function unitAfter(scan: Scan, next: number): number {
  if (markOf(scan, next) === Mark.hyphen) return next + 1;
  return skipWorking(scan, next);
}

/** "5 business days", "three consecutive days": the word before the unit is passed over. */
function skipWorking(scan: Scan, at: number): number {
  return plainAt(scan, at) === Plain.working && timeUnitAt(scan, at + 1) > 0 ? at + 1 : at;
}

/** A further part of a compound span at `at`: "1 year 3 months", "2 years and 3 months". */
function readPart(scan: Scan, at: number, unitBefore: number): number {
  const linked = markOf(scan, at) === Mark.comma || plainAt(scan, at) === Plain.and;
  const start = linked ? at + 1 : at;
  if (!isNumberToken(scan, start) && !isWordToken(scan, start)) return 0;
  if (!readNumber(scan, start) || scan.vague) return 0;
  const unit = readUnit(scan, scan.next, isNumberToken(scan, start));
  if (unit === 0 || unit === unitBefore || (linked && unit > unitBefore)) return 0;
  scan.next += 1;
  return unit;
}

/**
 * The span whose amount was just read at `at` (in `low`, `high`, `next`). Answers the token after
 * it, or 0 when no unit of time follows.
 */
export function durationAtNumber(scan: Scan, at: number): number {
  const { low, high, vague } = scan;
  const written = isNumberToken(scan, at);
  let operator: Operator | undefined;
  let unitAt = unitAfter(scan, scan.next);
  let unit = readUnit(scan, unitAt, written);
  if (unit === 0 && readOperatorAfter(scan, scan.next)) {
    operator = scan.operator;
    unitAt = scan.next;
    unit = readUnit(scan, unitAt, written);
  }
  if (unit === 0 || isRate(scan, at)) return 0;
  let next = unitAt + 1;
  // "second" behind a bare number is an ordinal unless it is a span of seconds.
  const span = spanOf(low, high, unit);
  next = extendRange(scan, span, next, unit);
  const half = readAndAHalf(scan, next);
  if (half > 0) {
    next = scan.next;
    addPart(span, half, unit);
  }
  let part = unit;
  for (let parts = 0; parts < 3; parts += 1) {
    const following = readPart(scan, next, part);
    if (following === 0) break;
    addPart(span, scan.low, following);
    next = scan.next;
    part = following;
  }
  return finish(scan, at, next, span, operator, vague);
}

/** Days that a form's label counts: "Days supply: 30", "day supply = 14". */
const MOST_DAYS_SUPPLIED = 365;

/** The span that a label in front of its number names, at "supply". Answers the token after, or 0. */
export function durationAtSupply(scan: Scan, at: number): number {
  const unit = timeUnitAt(scan, at - 1);
  // "30 day supply" was read at its number
  if (unit === 0 || TIME_UNITS[unit - 1]?.unit !== 'day' || scan.foundEnd >= at) return 0;
  let next = at + 1;
  const mark = markOf(scan, next);
  const linked = mark === Mark.colon || mark === Mark.equals || mark === Mark.hash;
  if (linked || plainAt(scan, next) === Plain.of || plainAt(scan, next) === Plain.is) next += 1;
  if (!isNumberToken(scan, next) || !readNumber(scan, next) || scan.vague) return 0;
  const { low, high, next: end } = scan;
  // "a day supply of 3 patches" counts patches
  const goesOn = isWordToken(scan, end) && scan.tokens.breaks[end] === 0;
  const isField = plainAt(scan, end) === Plain.refill || plainAt(scan, end) === Plain.quantity;
  if (low > MOST_DAYS_SUPPLIED || (goesOn && !isField)) return 0;
  return emit(
    scan,
    { kind: 'duration', operator: 'exactly', ...spanOf(low, high, unit) },
    at - 1,
    end,
  );
}

/** "6 weeks to 8 weeks": the second end has a unit of its own. */
function extendRange(scan: Scan, span: Span, next: number, unit: number): number {
  const mark = markOf(scan, next);
  const plain = plainAt(scan, next);
  if (mark !== Mark.hyphen && plain !== Plain.to && plain !== Plain.or) return next;
  if (!isNumberToken(scan, next + 1) || !readNumber(scan, next + 1)) return next;
  const second = readUnit(scan, unitAfter(scan, scan.next), true);
  if (second === 0) return next;
  const end = spanOf(scan.low, scan.high, second);
  if (end.days.low <= span.days.high) return next;
  span.amount.high =
    second === unit ? end.amount.high : tidy(end.days.high / (TIME_UNITS[unit - 1]?.days ?? 1));
  span.days.high = end.days.high;
  return unitAfter(scan, scan.next) + 1;
}

/** Adds a part in another unit: the whole is then told in the smaller of both. */
function addPart(span: Span, value: number, unitIndex: number): void {
  const { unit, days } = TIME_UNITS[unitIndex - 1] as (typeof TIME_UNITS)[number];
  span.days = {
    low: tidy(span.days.low + value * days),
    high: tidy(span.days.high + value * days),
  };
  const whole = TIME_UNITS.find((one) => one.unit === span.unit) as (typeof TIME_UNITS)[number];
  if (unit === span.unit)
    span.amount = { low: span.amount.low + value, high: span.amount.high + value };
  else if (whole.unit === 'year' && unit === 'month') {
    span.amount = { low: span.amount.low * 12 + value, high: span.amount.high * 12 + value };
    span.unit = unit;
  } else {
    const smaller = days < whole.days ? { unit, days } : whole;
    span.unit = smaller.unit;
    span.amount = {
      low: tidy(span.days.low / smaller.days),
      high: tidy(span.days.high / smaller.days),
    };
  }
}

/** Whether the amount at `at` is the second half of a rate ("every 3 months", "q 2 wks"). */
function isRate(scan: Scan, at: number): boolean {
  const before = plainAt(scan, at - 1);
  return (
    before === Plain.every || before === Plain.each || before === Plain.q || before === Plain.per
  );
}

/** Whether "over" before a span means "in the course of": "6 visits over 2 weeks". */
function isCourse(scan: Scan, over: number): boolean {
  const before = over - 1;
  if (before < 0) return false;
  if (plainAt(scan, over) !== Plain.over) return false;
  const word = scan.tokens.word[before] as number;
  return (
    scan.words.countUnit[word] !== undefined ||
    frequencyAt(scan, before) > 0 ||
    timeUnitAt(scan, before) > 0 ||
    plainAt(scan, before) === Plain.time ||
    plainAt(scan, before) === Plain.course ||
    plainAt(scan, before) === Plain.decrease ||
    scan.tokens.kind[before] === TokenKind.number
  );
}

function finish(
  scan: Scan,
  at: number,
  end: number,
  span: Span,
  operatorInside: Operator | undefined,
  vague: boolean,
): number {
  let next = end;
  const age = ageAfter(scan, next);
  if (age > 0) {
    if (span.unit === 'year') return emit(scan, { kind: 'age', years: span.amount.low }, at, age);
    return emit(scan, { kind: 'since', ago: span }, at, age);
  }
  readOperatorBefore(scan, at);
  let { operator, operatorStart } = scan;
  if (operator === 'over' && isCourse(scan, operatorStart)) {
    operator = 'exactly';
    operatorStart = at;
  }
  if (operatorInside !== undefined) operator = operatorInside;
  else if (operator === 'exactly' && readOperatorAfter(scan, next)) {
    operator = scan.operator;
    next = scan.next;
  } else if (operator === 'exactly' && vague) operator = 'about';
  if (plainAt(scan, next) === Plain.ago)
    return emit(scan, { kind: 'since', ago: span }, operatorStart, next + 1);
  return emit(scan, { kind: 'duration', ...span, operator }, operatorStart, next);
}

/** The token after "old" or "of age" behind a span; 0 when neither follows. */
function ageAfter(scan: Scan, at: number): number {
  if (plainAt(scan, at) === Plain.old) return at + 1;
  if (plainAt(scan, at) === Plain.of && plainAt(scan, at + 1) === Plain.age) return at + 2;
  return 0;
}

/** Words before an article that make "a week" a span and not a rate. */
function makesSpan(plain: number): boolean {
  return (
    plain === Plain.for ||
    plain === Plain.in ||
    plain === Plain.over ||
    plain === Plain.about ||
    plain === Plain.within ||
    plain === Plain.than ||
    plain === Plain.least ||
    plain === Plain.after ||
    plain === Plain.below ||
    plain === Plain.lasting ||
    plain === Plain.exactly
  );
}

/**
 * Spans without a number at the articles and words that start them: "for a month", "an hour and a
 * half", "half a year", "a couple of weeks", "another week", "all day", "for years".
 */
export function durationAtArticle(scan: Scan, at: number): number {
  const plain = plainAt(scan, at);
  if (plain === Plain.for) return bareDuration(scan, at);
  let next = skipWorking(scan, at + 1);
  if (plain === Plain.half) {
    if (plainAt(scan, next) === Plain.a) next = skipWorking(scan, next + 1);
    return wholeUnit(scan, at, next, 0.5);
  }
  if (plain === Plain.all || plain === Plain.another) {
    const unit = timeUnitAt(scan, next);
    if (plain === Plain.all && isPlural(scan, next)) return 0;
    return unit > 0 ? wholeUnit(scan, at, next, 1) : 0;
  }
  // The article: of a vague amount, of "half", or of one unit.
  if (plainAt(scan, next) === Plain.half) return wholeUnit(scan, at, next + 1, 0.5);
  if ((scan.words.vague[scan.tokens.word[next] ?? 0] ?? 0) > 0) {
    if (!readAmount(scan, next)) return 0;
    return durationAtNumber(scan, next);
  }
  if (timeUnitAt(scan, next) === 0 || lengthOf(scan, next) < 3) return 0;
  const half = plainAt(scan, next + 1) === Plain.and && readAndAHalf(scan, next + 1) > 0;
  const ago = plainAt(scan, next + 1) === Plain.ago;
  const orTwo = orMore(scan, at, next);
  if (orTwo > 0) return orTwo;
  if (!half && !ago && !makesSpan(plainAt(scan, at - 1))) return 0;
  return wholeUnit(scan, at, next, 1);
}

/** "a week or two", "a month or so" at its article and unit; answers the token after, or 0. */
function orMore(scan: Scan, at: number, unitAt: number): number {
  const after = unitAt + 1;
  const unit = readUnit(scan, unitAt, false);
  if (unit === 0 || plainAt(scan, after) !== Plain.or) return 0;
  if (readNumber(scan, after + 1) && scan.low === 2) {
    return finish(scan, at, scan.next, spanOf(1, 2, unit), undefined, false);
  }
  return readOperatorAfter(scan, after)
    ? finish(scan, at, after, spanOf(1, 1, unit), undefined, false)
    : 0;
}

/** The span of `value` times the unit at `unitAt`. */
function wholeUnit(scan: Scan, at: number, unitAt: number, value: number): number {
  const unit = readUnit(scan, unitAt, false);
  if (unit === 0 || isSecondOrdinal(scan, unitAt)) return 0;
  const span = spanOf(value, value, unit);
  let next = unitAt + 1;
  const half = readAndAHalf(scan, next);
  if (half > 0) {
    addPart(span, half, unit);
    next = scan.next;
  }
  return finish(scan, at, next, span, undefined, false);
}

/** "a second opinion": one second is never meant. */
export function isSecondOrdinal(scan: Scan, at: number): boolean {
  return timeUnitAt(scan, at) === 1;
}

/** "weeks" and not "week". */
export function isPlural(scan: Scan, at: number): boolean {
  const end = scan.tokens.end[at] ?? 0;
  return scan.tokens.text.charCodeAt(end - 1) === 0x73;
}

/** "for years", "for many months": at least two of the unit. */
function bareDuration(scan: Scan, at: number): number {
  const unit = timeUnitAt(scan, at + 1);
  if (unit === 0 || lengthOf(scan, at + 1) < 4 || !isPlural(scan, at + 1)) return 0;
  const span = spanOf(2, 2, unit);
  return emit(scan, { kind: 'duration', ...span, operator: 'at-least' }, at + 1, at + 2);
}

/** "now in its third month", "going on her fifth week": as long as those before, at least. */
export function durationAtOrdinal(scan: Scan, at: number): number {
  if (plainAt(scan, at - 1) !== Plain.own) return 0;
  const ordinal = readOrdinalDay(scan, at);
  if (ordinal < 2) return 0;
  const unit = timeUnitAt(scan, scan.next);
  const end = scan.next + 1;
  if (unit === 0 || lengthOf(scan, scan.next) < 4 || isPlural(scan, scan.next)) return 0;
  // "his second week of therapy", "her third month visit"
  const after = plainAt(scan, end);
  if (after === Plain.of || after === Plain.dated || after === Plain.report) return 0;
  const before = spanOf(ordinal - 1, ordinal - 1, unit);
  return emit(scan, { kind: 'duration', ...before, operator: 'at-least' }, at, end);
}
