/** Calendar dates as notes write them: 8-18-11, 12/2014, March 21st 2011, 12 Aug 2015, 8/12, in August. */
import type { DateValue } from '../mention.ts';
import { Gap } from '../tokens.ts';
import { isCalendarDate } from './calendar.ts';
import { digitsAt, isWhole } from './numbers.ts';
import {
  emit,
  firstCode,
  isCapitalized,
  isGlued,
  isNumberToken,
  lengthOf,
  Mark,
  markOf,
  plainAt,
  type Scan,
  wordAt,
} from './scan.ts';
import { MonthName, Plain } from './words.ts';

/** Two-digit years above this are of the last century. */
const LAST_SHORT_YEAR = 40;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

/** The date the readers left in the scan; `year` 0 when none was written. */
export function dateOf(scan: Scan): DateValue {
  const date: DateValue = { year: scan.year };
  if (scan.month > 0) date.month = scan.month;
  if (scan.month > 0 && scan.day > 0) date.day = scan.day;
  return date;
}

/** Reads a number of a date at `at`, with the letters that scanners put for its first digit ("l5"); NaN if none. */
function readPart(scan: Scan, at: number): number {
  if (isNumberToken(scan, at)) {
    scan.next = at + 1;
    return isWhole(scan, at, 4) ? digitsAt(scan, at) : Number.NaN;
  }
  if (lengthOf(scan, at) === 1 && isNumberToken(scan, at + 1) && isGlued(scan, at + 1)) {
    const code = firstCode(scan, at);
    const tens = code === 0x6c || code === 0x49 ? 10 : code === 0x4f || code === 0x6f ? 0 : -1;
    const ones = digitsAt(scan, at + 1);
    if (tens >= 0 && ones < 10 && isWhole(scan, at + 1, 1)) {
      scan.next = at + 2;
      return tens + ones;
    }
  }
  return Number.NaN;
}

/** The full year of a written one, 0 when it is none: two digits or four. */
function fullYear(value: number, digits: number): number {
  if (digits === 2) return value <= LAST_SHORT_YEAR ? 2000 + value : FIRST_YEAR + value;
  return digits === 4 && value >= FIRST_YEAR && value <= LAST_YEAR ? value : 0;
}

/** Reads a four-digit year, or "'15", at `at`; 0 when none. */
function readYear(scan: Scan, at: number): number {
  const quoted = markOf(scan, at) === Mark.apostrophe;
  const token = quoted ? at + 1 : at;
  if (!isNumberToken(scan, token) || !isWhole(scan, token, 4)) return 0;
  const length = lengthOf(scan, token);
  if (length !== 4 && !(quoted && length === 2)) return 0;
  const year = fullYear(digitsAt(scan, token), length);
  const mark = markOf(scan, token + 1);
  const goesOn = (mark === Mark.hyphen || mark === Mark.slash) && isGlued(scan, token + 2);
  if (year === 0 || (goesOn && isNumberToken(scan, token + 2))) return 0;
  scan.next = token + 1;
  return year;
}

function setDate(scan: Scan, year: number, month: number, day: number): boolean {
  scan.year = year;
  scan.month = month;
  scan.day = day;
  return day === 0 || isCalendarDate(year, month, day);
}

/** Reads a date in digits with its year at `at`: 3-21-2011, 2015-08-12, 12/2014. */
export function readNumericDate(scan: Scan, at: number): boolean {
  const before = markOf(scan, at - 1);
  if (
    (before === Mark.hyphen || before === Mark.slash) &&
    isGlued(scan, at) &&
    isNumberToken(scan, at - 2)
  )
    return false;
  const first = readPart(scan, at);
  if (Number.isNaN(first)) return false;
  const mark = scan.next;
  const separator = markOf(scan, mark);
  if (separator !== Mark.slash && separator !== Mark.hyphen && separator !== Mark.point)
    return false;
  if (!isGlued(scan, mark) || !isGlued(scan, mark + 1)) return false;
  const second = readPart(scan, mark + 1);
  if (Number.isNaN(second)) return false;
  const secondEnd = scan.next;
  if (
    markOf(scan, secondEnd) === separator &&
    isGlued(scan, secondEnd) &&
    isGlued(scan, secondEnd + 1)
  ) {
    const third = readPart(scan, secondEnd + 1);
    const length = lengthOf(scan, secondEnd + 1) + (scan.next - secondEnd - 2);
    const more = markOf(scan, scan.next);
    if (
      Number.isNaN(third) ||
      ((more === Mark.hyphen || more === Mark.slash) &&
        isGlued(scan, scan.next) &&
        isGlued(scan, scan.next + 1) &&
        isNumberToken(scan, scan.next + 1))
    )
      return false;
    if (first >= FIRST_YEAR) return setDate(scan, first, second, third) && third > 0;
    const year = fullYear(third, length);
    if (year === 0 || second === 0 || first === 0) return false;
    return first > 12 ? setDate(scan, year, second, first) : setDate(scan, year, first, second);
  }
  if (separator === Mark.point) return false;
  scan.next = secondEnd;
  if (second >= FIRST_YEAR && second <= LAST_YEAR && first >= 1 && first <= 12)
    return setDate(scan, second, first, 0);
  if (
    first >= FIRST_YEAR &&
    first <= LAST_YEAR &&
    second >= 1 &&
    second <= 12 &&
    separator === Mark.hyphen
  ) {
    return setDate(scan, first, second, 0);
  }
  return false;
}

/** The month that the name at `at` stands for, 0 when it is none or a season. */
function monthAt(scan: Scan, at: number): number {
  const word = wordAt(scan, at);
  if ((scan.words.monthName[word] ?? 0) === MonthName.season) return 0;
  return scan.words.month[word] ?? 0;
}

function isDoubtful(scan: Scan, at: number): boolean {
  return (scan.words.monthName[wordAt(scan, at)] ?? 0) === MonthName.doubtful;
}

/** Whether the number at `at` counts something ("May 10 mg", "June 3 visits") and is no day. */
function countsSomething(scan: Scan, at: number): boolean {
  const word = wordAt(scan, at);
  const { timeUnit, countUnit, doseUnit, drugUnit } = scan.words;
  if ((timeUnit[word] ?? 0) > 0 && lengthOf(scan, at) > 1) return true;
  return (
    countUnit[word] !== undefined || doseUnit[word] !== undefined || drugUnit[word] !== undefined
  );
}

/** Reads a day in words at `at`: "first", "twenty-first", "twenty one"; 0 when none. */
function readOrdinalDay(scan: Scan, at: number): number {
  const ordinal = scan.words.ordinal[wordAt(scan, at)] ?? Number.NaN;
  scan.next = at + 1;
  if (ordinal > 0) return ordinal;
  const tens = scan.words.cardinal[wordAt(scan, at)] ?? Number.NaN;
  if (tens !== 20 && tens !== 30) return 0;
  const word = wordAt(scan, at + 1);
  const ones = scan.words.ordinal[word] ?? Number.NaN;
  const unit = ones > 0 ? ones : (scan.words.cardinal[word] ?? Number.NaN);
  scan.next = at + 2;
  return unit >= 1 && unit <= 9 ? tens + unit : 0;
}

/** The date at a day in words: "twenty second of June 2017". Answers the token after, or 0. */
export function dateAtOrdinal(scan: Scan, at: number): number {
  const day = readOrdinalDay(scan, at);
  if (day === 0) return 0;
  const name = plainAt(scan, scan.next) === Plain.of ? scan.next + 1 : scan.next;
  const month = monthAt(scan, name);
  if (month === 0 || (isDoubtful(scan, name) && !isCapitalized(scan, name))) return 0;
  scan.next = name + 1;
  const year = readYear(scan, markOf(scan, name + 1) === Mark.comma ? name + 2 : name + 1);
  if (!setDate(scan, year, month, day)) return 0;
  return emit(scan, { kind: 'date', date: dateOf(scan) }, at, scan.next);
}

/** Reads a date that starts with the name of a month: "March 21st 2011", "June of 2018", "Aug. 12". */
export function readMonthDate(scan: Scan, at: number): boolean {
  const month = monthAt(scan, at);
  if (month === 0) return false;
  let next = at + 1;
  const mark = markOf(scan, next);
  if (mark === Mark.point || mark === Mark.hyphen || mark === Mark.slash) next += 1;
  else if (plainAt(scan, next) === Plain.the) next += 1;
  if (isNumberToken(scan, next) && isWhole(scan, next, 2) && !countsSomething(scan, next + 1)) {
    const day = digitsAt(scan, next);
    const short = day > 31 || day === 0;
    if (short) {
      scan.next = next + 1;
      return setDate(scan, fullYear(day, 2), month, 0);
    }
    next += 1;
    if (plainAt(scan, next) === Plain.th && isGlued(scan, next)) next += 1;
    const linked = markOf(scan, next);
    const yearAt =
      linked === Mark.comma ||
      linked === Mark.point ||
      linked === Mark.hyphen ||
      linked === Mark.slash
        ? next + 1
        : next;
    scan.next = next;
    let year = readYear(scan, yearAt);
    if (year === 0 && (linked === Mark.hyphen || linked === Mark.slash || linked === Mark.comma))
      year = readShortYear(scan, yearAt, linked === Mark.comma);
    if (year === 0) scan.next = next;
    return setDate(scan, year, month, day);
  }
  const day = readOrdinalDay(scan, next);
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

/** Reads a two-digit year behind "Aug-12-" or "Aug 12, "; 0 when none. */
function readShortYear(scan: Scan, at: number, loose: boolean): number {
  if (!isNumberToken(scan, at) || lengthOf(scan, at) !== 2 || !isWhole(scan, at, 2)) return 0;
  if (loose || !isGlued(scan, at)) return 0;
  scan.next = at + 1;
  return fullYear(digitsAt(scan, at), 2);
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
  const yearAt =
    linked === Mark.comma ||
    linked === Mark.point ||
    linked === Mark.hyphen ||
    linked === Mark.slash
      ? next + 1
      : next;
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

/** Words before or after "8/12" that make it a day: "on", "seen", "visit", "faxed". */
function isDateCue(scan: Scan, at: number): boolean {
  const plain = plainAt(scan, at);
  return (
    plain === Plain.on ||
    plain === Plain.since ||
    plain === Plain.dated ||
    plain === Plain.until ||
    plain === Plain.report ||
    plain === Plain.before ||
    plain === Plain.after ||
    plain === Plain.refill ||
    (scan.words.weekday[wordAt(scan, at)] ?? 0) > 0
  );
}

/** Whether "8/12" at `at` is meant as a day, by the words around it. */
function isCuedDay(scan: Scan, at: number, next: number, day: number): boolean {
  let before = at - 1;
  while (before > at - 4) {
    const mark = markOf(scan, before);
    const plain = plainAt(scan, before);
    if (
      mark === Mark.open ||
      mark === Mark.colon ||
      mark === Mark.point ||
      mark === Mark.slash ||
      plain === Plain.the ||
      plain === Plain.about
    )
      before -= 1;
    else break;
  }
  if (isDateCue(scan, before)) return true;
  const plain = plainAt(scan, before);
  const after = plainAt(scan, next);
  if (after === Plain.report || after === Plain.dated) return true;
  // "3/11 and 3/12", "7/30 to 8/5": a day beside a day.
  const linked =
    plain === Plain.and ||
    plain === Plain.to ||
    plain === Plain.from ||
    markOf(scan, at - 1) === Mark.comma ||
    markOf(scan, at - 1) === Mark.hyphen;
  const last = scan.found.at(-1);
  if (linked && last?.value.kind === 'date' && at - scan.foundEnd <= 1) return true;
  if (plain === Plain.by || plain === Plain.from || plain === Plain.of || plain === Plain.in)
    return day > 10;
  return day > 12 && plain !== Plain.pain && plain !== Plain.rate;
}

/** Reads "8/12" at `at` when its surroundings make it a day of the year. */
export function readMonthDay(scan: Scan, at: number): boolean {
  if (!isNumberToken(scan, at) || !isWhole(scan, at, 2)) return false;
  const mark = markOf(scan, at + 1);
  if (mark !== Mark.slash && mark !== Mark.hyphen) return false;
  if (!isGlued(scan, at + 1) || !isGlued(scan, at + 2)) return false;
  const before = markOf(scan, at - 1);
  if (
    (before === Mark.slash || before === Mark.hyphen || before === Mark.point) &&
    isGlued(scan, at)
  )
    return false;
  const month = digitsAt(scan, at);
  const day = readPart(scan, at + 2);
  const next = scan.next;
  const length = next - at - 2 === 2 ? 2 : lengthOf(scan, at + 2);
  if (Number.isNaN(day) || length > 2 || !isCalendarDate(0, month, day)) return false;
  if (
    isGlued(scan, next) &&
    (markOf(scan, next) === mark ||
      markOf(scan, next) === Mark.percent ||
      markOf(scan, next) === Mark.plus)
  )
    return false;
  if (countsSomething(scan, next) || plainAt(scan, next) === Plain.measure) return false;
  if (mark === Mark.hyphen) {
    if (!isDateCue(scan, at - 1) || day < 13) return false;
  } else {
    for (let back = at - 1; back >= at - 3; back -= 1)
      if (plainAt(scan, back) === Plain.scaleName || plainAt(scan, back) === Plain.vital)
        return false;
    if (!isCuedDay(scan, at, next, day)) return false;
  }
  scan.next = next;
  return setDate(scan, 0, month, day);
}

/** Whether a bare four-digit number at `at` is a year, by the words around it. */
function readBareYear(scan: Scan, at: number): boolean {
  if (!isNumberToken(scan, at) || lengthOf(scan, at) !== 4 || !isWhole(scan, at, 4)) return false;
  const year = digitsAt(scan, at);
  if (year < 1940 || year > 2060) return false;
  const next = markOf(scan, at + 1);
  if (
    (next === Mark.hyphen || next === Mark.slash || next === Mark.colon) &&
    isGlued(scan, at + 1) &&
    isNumberToken(scan, at + 2)
  )
    return false;
  if (countsSomething(scan, at + 1)) return false;
  const before = scan.tokens.gap[at] === Gap.tab ? Plain.in : yearCue(scan, at - 1);
  if (before === 0) return false;
  scan.next = at + 1;
  return setDate(scan, year, 0, 0);
}

function yearCue(scan: Scan, at: number): number {
  const plain = plainAt(scan, at);
  const mark = markOf(scan, at);
  const word = wordAt(scan, at);
  if (mark === Mark.open || (mark === Mark.colon && plainAt(scan, at - 1) === Plain.dated))
    return Plain.in;
  if ((scan.words.month[word] ?? 0) > 0) return Plain.in;
  if (
    plain === Plain.in ||
    plain === Plain.since ||
    plain === Plain.of ||
    plain === Plain.from ||
    plain === Plain.until ||
    plain === Plain.by ||
    plain === Plain.early ||
    plain === Plain.before ||
    plain === Plain.after ||
    plain === Plain.about ||
    plain === Plain.dated ||
    plain === Plain.report
  ) {
    return plain;
  }
  return 0;
}

/** The date at a number: with or without its year. Answers the token after, or 0. */
export function dateAtNumber(scan: Scan, at: number): number {
  if (readNumericDate(scan, at) || readDayMonthDate(scan, at) || readBareYear(scan, at)) {
    return emit(scan, { kind: 'date', date: dateOf(scan) }, at, scan.next);
  }
  return 0;
}

/** The day without a year at a number. Answers the token after, or 0. */
export function monthDayAtNumber(scan: Scan, at: number): number {
  return readMonthDay(scan, at)
    ? emit(scan, { kind: 'date', date: dateOf(scan) }, at, scan.next)
    : 0;
}

/** Whether a month's name alone is meant as one: a cue beside it, or a name that is nothing else. */
function isMonthAlone(scan: Scan, at: number): boolean {
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

/** The date that starts with a month's name. Answers the token after, or 0. */
export function dateAtMonth(scan: Scan, at: number): number {
  if (!readMonthDate(scan, at)) return 0;
  if (scan.year === 0 && scan.day === 0 && !isMonthAlone(scan, at)) return 0;
  if (scan.year === 0 && isDoubtful(scan, at) && !isCapitalized(scan, at)) return 0;
  return emit(scan, { kind: 'date', date: dateOf(scan) }, at, scan.next);
}

/** Reads any date at `at` behind "since" or "as far back as", where no cue is needed. */
export function readDateAfterSince(scan: Scan, at: number): boolean {
  if (readNumericDate(scan, at) || readDayMonthDate(scan, at) || readMonthDate(scan, at))
    return true;
  const month = scan.words.month[wordAt(scan, at)] ?? 0;
  if (month > 0) {
    const link = plainAt(scan, at + 1) === Plain.of ? at + 2 : at + 1;
    const year = readYear(scan, link);
    if (year === 0) scan.next = at + 1;
    return setDate(scan, year, month, 0);
  }
  const year = readYear(scan, at);
  if (year > 0) return setDate(scan, year, 0, 0);
  if (!isNumberToken(scan, at) || !isWhole(scan, at, 2) || markOf(scan, at + 1) !== Mark.slash)
    return false;
  const monthNumber = digitsAt(scan, at);
  const second = readPart(scan, at + 2);
  if (Number.isNaN(second)) return false;
  // "since 11/13" is a month and a year more often than a day; `settleDates` turns it where that lies ahead.
  if (monthNumber >= 1 && monthNumber <= 12 && second >= 10 && second <= LAST_SHORT_YEAR) {
    return setDate(scan, 2000 + second, monthNumber, 0);
  }
  return isCalendarDate(0, monthNumber, second) && setDate(scan, 0, monthNumber, second);
}
