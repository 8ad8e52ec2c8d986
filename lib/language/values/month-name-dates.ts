/** Dates with the name of a month: March 21st 2011, 12 Aug 2015, 2019-sep-1, in August. */
import { Mark } from '../marks.ts';
import {
  countsSomething,
  fullYear,
  isDoubtful,
  monthAt,
  readOrdinalDay,
  readShortYear,
  readSpokenDay,
  readYear,
  setDate,
} from './date-parts.ts';
import { digitsAt, isWhole } from './numbers.ts';
import {
  isCapitalized,
  isGlued,
  isNumberToken,
  lengthOf,
  markOf,
  plainAt,
  type Scan,
} from './scan.ts';
import { Plain } from './words.ts';

/** Reads a date that starts with the name of a month: "March 21st 2011", "June of 2018", "Aug. 12". */
export function readMonthDate(scan: Scan, at: number): boolean {
  const month = monthAt(scan, at);
  if (month === 0) return false;
  let next = at + 1;
  const mark = markOf(scan, next);
  if (mark === Mark.point || mark === Mark.hyphen || mark === Mark.slash) next += 1;
  else if (plainAt(scan, next) === Plain.the) next += 1;
  // "in May 8 visits", and "the May 8 visit"
  const isDay = plainAt(scan, at - 1) === Plain.the;
  const isCount =
    (!isDay && countsSomething(scan, next + 1)) || markOf(scan, next + 1) === Mark.percent;
  // "in November. 60 % better": the number begins the next sentence
  const isNext = mark === Mark.point && digitsAt(scan, next) > 31;
  if (isNumberToken(scan, next) && isWhole(scan, next, 2) && !isCount && !isNext) {
    const day = digitsAt(scan, next);
    const short = day > 31 || day === 0;
    if (short) {
      scan.next = next + 1;
      return setDate(scan, fullYear(day, 2), month, 0);
    }
    next += 1;
    if (plainAt(scan, next) === Plain.th && isGlued(scan, next)) next += 1;
    const linked = markOf(scan, next);
    const yearAt = linksYear(linked) ? next + 1 : next;
    scan.next = next;
    let year = readYear(scan, yearAt);
    if (year === 0 && (linked === Mark.hyphen || linked === Mark.slash || linked === Mark.comma))
      year = readShortYear(scan, yearAt, linked === Mark.comma);
    if (year === 0) scan.next = next;
    return setDate(scan, year, month, day);
  }
  const isOn = plainAt(scan, at - 1) === Plain.on;
  const day = readOrdinalDay(scan, next) || readSpokenDay(scan, next, isOn);
  if (day > 0) {
    const end = scan.next;
    const year = readYear(scan, markOf(scan, end) === Mark.comma ? end + 1 : end);
    if (year === 0) scan.next = end;
    return setDate(scan, year, month, day);
  }
  if (markOf(scan, at + 1) === Mark.comma || plainAt(scan, at + 1) === Plain.of) next = at + 2;
  const year = readYear(scan, next);
  if (year > 0) return setDate(scan, year, month, 0);
  scan.next = at + 1;
  return setDate(scan, 0, month, 0);
}

/** Reads "12 Aug 2015", "22 of June", "5-Dec-13" at a number. */
export function readDayMonthDate(scan: Scan, at: number): boolean {
  if (!isNumberToken(scan, at)) return false;
  if (isWhole(scan, at, 4) && lengthOf(scan, at) === 4) return readYearMonthDay(scan, at);
  if (!isWhole(scan, at, 2)) return false;
  const day = digitsAt(scan, at);
  if (day < 1 || day > 31) return false;
  let next = at + 1;
  if (plainAt(scan, next) === Plain.th && isGlued(scan, next)) next += 1;
  if (plainAt(scan, next) === Plain.of) next += 1;
  const mark = markOf(scan, next);
  if (mark === Mark.hyphen || mark === Mark.point || mark === Mark.slash) next += 1;
  const month = monthAt(scan, next);
  if (month === 0) return false;
  const name = next;
  next += 1;
  const linked = markOf(scan, next);
  const yearAt = linksYear(linked) ? next + 1 : next;
  let year = readYear(scan, yearAt);
  if (year === 0)
    year = readShortYear(scan, yearAt, linked !== Mark.hyphen && linked !== Mark.slash);
  if (year === 0) {
    // "4 Dec lumbar strength": without a year a doubtful name is no month.
    if (isDoubtful(scan, name) || !isCapitalized(scan, name)) return false;
    // "8/10 Nov visit": the number may belong to what stands before.
    const before = markOf(scan, at - 1);
    if (before === Mark.slash || before === Mark.hash) return false;
    scan.next = next;
  }
  return setDate(scan, year, month, day);
}

/** Whether a mark may stand between a day and its year. */
function linksYear(mark: number): boolean {
  return mark === Mark.comma || mark === Mark.point || mark === Mark.hyphen || mark === Mark.slash;
}

/** Reads "2019-sep-1" at its year. */
function readYearMonthDay(scan: Scan, at: number): boolean {
  const year = fullYear(digitsAt(scan, at), 4);
  const mark = markOf(scan, at + 1);
  const month = monthAt(scan, at + 2);
  if (year === 0 || month === 0 || (mark !== Mark.hyphen && mark !== Mark.slash)) return false;
  const day = markOf(scan, at + 3) === mark ? at + 4 : at + 3;
  if (!isNumberToken(scan, day) || !isWhole(scan, day, 2)) return false;
  scan.next = day + 1;
  return setDate(scan, year, month, digitsAt(scan, day));
}

/** Whether a month's name alone is meant as one: a cue beside it, or a name that is nothing else. */
export function isMonthAlone(scan: Scan, at: number): boolean {
  const plain = plainAt(scan, at - 1);
  const cued =
    plain === Plain.in ||
    plain === Plain.since ||
    plain === Plain.of ||
    plain === Plain.from ||
    plain === Plain.until ||
    plain === Plain.by ||
    plain === Plain.early ||
    plain === Plain.last ||
    plain === Plain.this ||
    plain === Plain.after ||
    plain === Plain.before ||
    plain === Plain.about ||
    plain === Plain.on ||
    plainAt(scan, at + 1) === Plain.report;
  if (isDoubtful(scan, at)) return cued && isCapitalized(scan, at) && lengthOf(scan, at) > 2;
  return cued || isCapitalized(scan, at);
}
