/** Calendar dates as notes write them, in digits or with the name of a month: one door for each kind of first token. */
import { Mark } from '../marks.ts';
import { isCalendarDate } from './calendar.ts';
import {
  dateOf,
  isDoubtful,
  LAST_SHORT_YEAR,
  monthAt,
  readOrdinalDay,
  readPart,
  readSeason,
  readYear,
  setDate,
  setSeason,
} from './date-parts.ts';
import { isMonthAlone, readDayMonthDate, readMonthDate } from './month-name-dates.ts';
import { digitsAt, isWhole } from './numbers.ts';
import { readBareYear, readMonthDay, readNumericDate } from './numeric-dates.ts';
import { emit, isCapitalized, isNumberToken, markOf, plainAt, type Scan } from './scan.ts';
import { Plain } from './words.ts';

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

/** The date that starts with a month's name. Answers the token after, or 0. */
export function dateAtMonth(scan: Scan, at: number): number {
  if (readSeasonDate(scan, at))
    return emit(scan, { kind: 'date', date: dateOf(scan) }, at, scan.next);
  if (!readMonthDate(scan, at)) return 0;
  if (scan.year === 0 && scan.day === 0 && !isMonthAlone(scan, at)) return 0;
  if (scan.year === 0 && isDoubtful(scan, at) && !isCapitalized(scan, at)) return 0;
  return emit(scan, { kind: 'date', date: dateOf(scan) }, at, scan.next);
}

/** Reads "summer of 2014", "this winter", "around Christmas": a season needs its year or a word that cues it. */
function readSeasonDate(scan: Scan, at: number): boolean {
  const month = readSeason(scan, at);
  if (month === 0) return false;
  const end = scan.next;
  // "the fall of 2014" is an accident as often
  const isFall = plainAt(scan, at) === Plain.fall;
  const linked = plainAt(scan, end) === Plain.of;
  const year = readYear(scan, linked ? end + 1 : end);
  if (year > 0 && !(isFall && linked)) return setSeason(scan, at, year, month);
  scan.next = end;
  return !isFall && isCued(scan, at) && setSeason(scan, at, 0, month);
}

function isCued(scan: Scan, at: number): boolean {
  const cue = plainAt(scan, at - 1) === Plain.the ? at - 2 : at - 1;
  const plain = plainAt(scan, cue);
  return (
    plain === Plain.in ||
    plain === Plain.about ||
    plain === Plain.before ||
    plain === Plain.after ||
    plain === Plain.over ||
    plain === Plain.from ||
    plain === Plain.early ||
    plain === Plain.dated ||
    (plain === Plain.this && isThis(scan, cue))
  );
}

/** Whether the word at `at` is "this", and neither "next" nor "coming". */
function isThis({ tokens }: Scan, at: number): boolean {
  return /^this$/i.test(tokens.text.slice(tokens.start[at], tokens.end[at]));
}

/** The date at a day in words: "twenty second of June 2017". Answers the token after, or 0. */
export function dateAtOrdinal(scan: Scan, at: number): number {
  if (!readOrdinalDate(scan, at)) return 0;
  return emit(scan, { kind: 'date', date: dateOf(scan) }, at, scan.next);
}

function readOrdinalDate(scan: Scan, at: number): boolean {
  const day = readOrdinalDay(scan, at);
  if (day === 0) return false;
  const name = plainAt(scan, scan.next) === Plain.of ? scan.next + 1 : scan.next;
  const month = monthAt(scan, name);
  if (month === 0 || (isDoubtful(scan, name) && !isCapitalized(scan, name))) return false;
  scan.next = name + 1;
  const year = readYear(scan, markOf(scan, name + 1) === Mark.comma ? name + 2 : name + 1);
  if (year === 0) scan.next = name + 1;
  return setDate(scan, year, month, day);
}

/** Reads any date at `at` behind "since" or "as far back as", where no cue is needed. */
export function readDateAfterSince(scan: Scan, at: number): boolean {
  if (readNumericDate(scan, at) || readDayMonthDate(scan, at) || readMonthDate(scan, at))
    return true;
  if (readOrdinalDate(scan, plainAt(scan, at) === Plain.the ? at + 1 : at)) return true;
  const month = readSeason(scan, at);
  if (month > 0) {
    const end = scan.next;
    const year = readYear(scan, plainAt(scan, end) === Plain.of ? end + 1 : end);
    // "since the fall" is since an accident
    const isThe = plainAt(scan, at - 1) === Plain.the;
    if (year === 0 && isThe && plainAt(scan, at) === Plain.fall) return false;
    if (year === 0) scan.next = end;
    return setSeason(scan, at, year, month);
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
