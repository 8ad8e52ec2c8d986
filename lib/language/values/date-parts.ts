/** The parts of a written date, which its grammars share: years, months, days, and what is none of them. */
import { Mark } from '../marks.ts';
import type { DateValue } from '../mention.ts';
import { isCalendarDate } from './calendar.ts';
import { cardinalAt, digitsAt, isWhole } from './numbers.ts';
import {
  firstCode,
  isGlued,
  isNumberToken,
  lengthOf,
  markOf,
  plainAt,
  type Scan,
  timeUnitAt,
  wordAt,
} from './scan.ts';
import { MONTHS_OF_SEASON, TIME_UNITS } from './value-lexicon.ts';
import { MonthName, Plain } from './words.ts';

/** Two-digit years above this are of the last century. */
export const LAST_SHORT_YEAR = 40;
const LAST_DAY = 31;
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2100;

/** The date the readers left in the scan; `year` 0 when none was written. */
export function dateOf(scan: Scan): DateValue {
  const date: DateValue = { year: scan.year };
  if (scan.month > 0) date.month = scan.month;
  if (scan.month > 0 && scan.day > 0) date.day = scan.day;
  if (scan.months > 0) date.months = scan.months;
  return date;
}

/** Leaves a date in the scan, 0 for a part not written; answers whether such a day exists. */
export function setDate(scan: Scan, year: number, month: number, day: number): boolean {
  scan.year = year;
  scan.month = month;
  scan.day = day;
  scan.months = 0;
  return day === 0 || isCalendarDate(year, month, day);
}

/** Reads a number of a date at `at`, with the letters that scanners put for its first digit ("l5"); NaN if none. */
export function readPart(scan: Scan, at: number): number {
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
export function fullYear(value: number, digits: number): number {
  if (digits === 2) return value <= LAST_SHORT_YEAR ? 2000 + value : FIRST_YEAR + value;
  return digits === 4 && value >= FIRST_YEAR && value <= LAST_YEAR ? value : 0;
}

/** Reads a four-digit year, "'15", or one that is spoken, at `at`; 0 when none. */
export function readYear(scan: Scan, at: number): number {
  return readWrittenYear(scan, at) || readSpokenYear(scan, at);
}

/** "twenty fifteen", "nineteen ninety eight", "two thousand and nine". */
function readSpokenYear(scan: Scan, at: number): number {
  const century = cardinalAt(scan, at);
  if (century === 2 && cardinalAt(scan, at + 1) === 1000) {
    const link = plainAt(scan, at + 2) === Plain.and ? at + 3 : at + 2;
    const years = cardinalAt(scan, link);
    if (!(years >= 1 && years <= LAST_SHORT_YEAR)) return 0;
    return 2000 + readTens(scan, link, years);
  }
  if (century !== 19 && century !== 20) return 0;
  const years = cardinalAt(scan, at + 1);
  if (!(years >= 10 && years < 100)) return 0;
  return century * 100 + readTens(scan, at + 1, years);
}

/** The tens at `at` with the ones behind them. */
function readTens(scan: Scan, at: number, tens: number): number {
  const ones = cardinalAt(scan, at + 1);
  const both = tens >= 20 && tens % 10 === 0 && ones >= 1 && ones <= 9;
  scan.next = both ? at + 2 : at + 1;
  return both ? tens + ones : tens;
}

function readWrittenYear(scan: Scan, at: number): number {
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

/** Reads a two-digit year behind "Aug-12-" or "Aug 12, "; 0 when none. */
export function readShortYear(scan: Scan, at: number, loose: boolean): number {
  if (!isNumberToken(scan, at) || lengthOf(scan, at) !== 2 || !isWhole(scan, at, 2)) return 0;
  if (loose || !isGlued(scan, at)) return 0;
  scan.next = at + 1;
  return fullYear(digitsAt(scan, at), 2);
}

/** Reads a day in words at `at`: "first", "twenty-first", "twenty one"; 0 when none. */
export function readOrdinalDay(scan: Scan, at: number): number {
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

/**
 * Reads a day that is spoken as a number at `at`: "march nine twenty seventeen", "on may twenty one";
 * 0 when the number is of something else, or a year.
 */
export function readSpokenDay(scan: Scan, at: number, isOn: boolean): number {
  if (readSpokenYear(scan, at) > 0) return 0;
  const first = scan.words.cardinal[wordAt(scan, at)] ?? Number.NaN;
  if (!(first >= 1 && first <= LAST_DAY)) return 0;
  const day = readTens(scan, at, first);
  const end = scan.next;
  const isYear = readSpokenYear(scan, end) > 0;
  scan.next = end;
  if (day > LAST_DAY || countsSomething(scan, end)) return 0;
  const mark = markOf(scan, end);
  const isEnd = mark === Mark.point || mark === Mark.comma || mark === Mark.semicolon;
  return isOn || isYear || isEnd ? day : 0;
}

/** The month that the name at `at` stands for, 0 when it is none, a season or a holiday. */
export function monthAt(scan: Scan, at: number): number {
  const word = wordAt(scan, at);
  if ((scan.words.monthName[word] ?? 0) >= MonthName.season) return 0;
  return scan.words.month[word] ?? 0;
}

/** The month of the holiday that is named by the year it begins. */
const NEW_YEAR = 1;

/** Reads the month of a season or a holiday at `at`: "summer", "Christmas", "Labor Day"; 0 when none. */
export function readSeason(scan: Scan, at: number): number {
  const word = wordAt(scan, at);
  const name = scan.words.monthName[word] ?? 0;
  if (name < MonthName.season) return 0;
  scan.next = at + 1;
  if (name === MonthName.holiday) {
    const holiday = scan.words.month[word] === NEW_YEAR ? 'year' : 'day';
    if (TIME_UNITS[timeUnitAt(scan, at + 1) - 1]?.unit !== holiday) return 0;
    scan.next = at + 2;
  }
  return scan.words.month[word] ?? 0;
}

/** Leaves the date of the season or holiday named at `at` in the scan. */
export function setSeason(scan: Scan, at: number, year: number, month: number): boolean {
  const isSeason = scan.words.monthName[wordAt(scan, at)] === MonthName.season;
  const exists = setDate(scan, year, month, 0);
  scan.months = isSeason ? MONTHS_OF_SEASON : 0;
  return exists;
}

/** Whether the month's name at `at` is a word of its own too: "may", "march". */
export function isDoubtful(scan: Scan, at: number): boolean {
  return (scan.words.monthName[wordAt(scan, at)] ?? 0) === MonthName.doubtful;
}

/** Whether the number at `at` counts something ("May 10 mg", "June 3 visits") and is no day. */
export function countsSomething(scan: Scan, at: number): boolean {
  const word = wordAt(scan, at);
  const { timeUnit, countUnit, doseUnit, drugUnit } = scan.words;
  if ((timeUnit[word] ?? 0) > 0 && lengthOf(scan, at) > 1) return true;
  return (
    countUnit[word] !== undefined || doseUnit[word] !== undefined || drugUnit[word] !== undefined
  );
}
