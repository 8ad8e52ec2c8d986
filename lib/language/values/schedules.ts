/** Schedules of visits, with their weeks and as a rate alone: "2x6", "2x/wk x 6 wks", "three times a week for 4 weeks". */
import { Mark } from '../marks.ts';
import type { Range } from '../mention.ts';
import { readUnit, tidy } from './durations.ts';
import { emitFrequency } from './frequencies.ts';
import { readAmount } from './numbers.ts';
import {
  countUnitAt,
  emit,
  frequencyAt,
  isGlued,
  isNumberToken,
  isWordToken,
  markOf,
  plainAt,
  type Scan,
  timeUnitAt,
  wordAt,
} from './scan.ts';
import { TIME_UNITS } from './value-lexicon.ts';
import { Landmark, Plain } from './words.ts';

const MOST_TIMES_A_WEEK = 7;
const MOST_WEEKS = 52;
/** So many tokens behind a word for therapy a bare number may still count its visits: "2x6", "10 attended". */
export const THERAPY_REACH = 24;
const WEEKS_A_MONTH = 30 / 7;

/** Whether "x", "times" or "×" stands at `at`. */
export function isTimes(scan: Scan, at: number): boolean {
  const plain = plainAt(scan, at);
  return plain === Plain.x || plain === Plain.time || markOf(scan, at) === Mark.times;
}

/** The unit of time index of a week or a month at `at`, 0 for any other. */
function weekAt(scan: Scan, at: number): number {
  const unit = timeUnitAt(scan, at);
  const name = unit > 0 ? TIME_UNITS[unit - 1]?.unit : undefined;
  return name === 'week' || name === 'month' ? unit : 0;
}

/**
 * Reads "x/wk", "times a week", "weekly", "visits per week" at `at` and leaves in `next` the token
 * after. Answers how many weeks one round lasts, 0 when there is no such rate.
 */
function readRate(scan: Scan, at: number): number {
  let next = at;
  const timesWord = isTimes(scan, next);
  if (timesWord) next += 1;
  else if (countUnitAt(scan, next) !== undefined || timeUnitAt(scan, next) === 4) next += 1;
  const plain = plainAt(scan, next);
  const linked =
    plain === Plain.a ||
    plain === Plain.per ||
    plain === Plain.each ||
    plain === Plain.every ||
    markOf(scan, next) === Mark.slash;
  if (linked) next += 1;
  else if (!timesWord && frequencyAt(scan, next) === 0) return 0;
  const unit = weekAt(scan, next);
  if (unit > 0) {
    // "2 x 6 weeks" has its number first, so that a bare unit behind "x" is a rate: "3 x week".
    scan.next = next + 1;
    return (TIME_UNITS[unit - 1]?.days ?? 7) / 7;
  }
  const frequency = frequencyAt(scan, next);
  if (frequency > 0 && frequency < 1 && (timesWord || at === next)) {
    scan.next = next + 1;
    return 1 / (frequency * 7);
  }
  return 0;
}

/** Reads "x 6 wks", "for four weeks", "x 6" at `at` into `low` and `high` in weeks; `next` behind it. */
function readWeeks(scan: Scan, at: number): boolean {
  let next = at;
  const mark = markOf(scan, next);
  if (mark === Mark.comma || mark === Mark.slash) next += 1;
  const plain = plainAt(scan, next);
  const timesWord = isTimes(scan, next);
  const linked = timesWord || plain === Plain.for || plain === Plain.over || plain === Plain.in;
  if (!linked) return false;
  next += 1;
  if (plainAt(scan, next) === Plain.a || plainAt(scan, next) === Plain.the) next += 1;
  if (!readAmount(scan, next) || scan.vague) return false;
  const { low, high } = scan;
  const unitAt = markOf(scan, scan.next) === Mark.hyphen ? scan.next + 1 : scan.next;
  const unit = readUnit(scan, unitAt, true);
  const name = unit > 0 ? TIME_UNITS[unit - 1]?.unit : undefined;
  if (name === 'week' || name === 'month') {
    const weeks = name === 'month' ? WEEKS_A_MONTH : 1;
    scan.low = tidy(low * weeks);
    scan.high = tidy(high * weeks);
    scan.next = unitAt + 1;
    return true;
  }
  if (unit > 0 || !timesWord || high > MOST_WEEKS) return false;
  scan.low = low;
  scan.high = high;
  return true;
}

function emitSchedule(
  scan: Scan,
  perWeek: Range,
  weeks: Range,
  first: number,
  end: number,
): number {
  const visits = {
    low: Math.round(perWeek.low * weeks.low),
    high: Math.round(perWeek.high * weeks.high),
  };
  const unit = countUnitAt(scan, end) ?? 'visit';
  const last = countUnitAt(scan, end) === undefined ? end : end + 1;
  return emit(
    scan,
    { kind: 'count', amount: visits, unit, operator: 'exactly', schedule: { perWeek, weeks } },
    first,
    last,
  );
}

/**
 * The schedule whose first amount was just read at `at` ("2x/wk x 6 wks", "2x6"), or the rate alone.
 * Answers the token after, or 0.
 */
export function scheduleAtNumber(scan: Scan, at: number): number {
  const perWeek = { low: scan.low, high: scan.high };
  const amountEnd = scan.next;
  if (scan.vague || perWeek.low <= 0 || !Number.isInteger(perWeek.low)) return 0;
  return scheduleOf(scan, perWeek, at, amountEnd) || crossSchedule(scan, perWeek, at, amountEnd);
}

function scheduleOf(scan: Scan, times: Range, at: number, amountEnd: number): number {
  const weeksARound = readRate(scan, amountEnd);
  if (weeksARound === 0) return 0;
  const rateEnd = scan.next;
  const perWeek = { low: tidy(times.low / weeksARound), high: tidy(times.high / weeksARound) };
  if (perWeek.high > MOST_TIMES_A_WEEK * 3) return 0;
  if (readWeeks(scan, rateEnd))
    return emitSchedule(scan, perWeek, { low: scan.low, high: scan.high }, at, scan.next);
  return emitFrequency(scan, { low: perWeek.low / 7, high: perWeek.high / 7 }, at, rateEnd);
}

/** "4x4s", "6 x 16-mm": sizes of dressings and implants. */
export function isSize(scan: Scan, next: number): boolean {
  if (isWordToken(scan, next) && isGlued(scan, next) && timeUnitAt(scan, next) === 0) return true;
  return markOf(scan, next) === Mark.hyphen && plainAt(scan, next + 1) === Plain.measure;
}

/** Whether a word for therapy stands shortly before a place or right behind it. */
function isTherapyNear(scan: Scan, at: number, next: number): boolean {
  if (at - scan.therapyAt <= THERAPY_REACH) return true;
  for (let ahead = next; ahead < next + 5; ahead += 1) {
    if (scan.words.landmark[wordAt(scan, ahead)] === Landmark.therapy) return true;
  }
  return false;
}

/** "2x6", "2 x 4", "2 x 6 weeks": times a week by weeks. Not "2 x 2 cm" and not "3 x 10 reps". */
function crossSchedule(scan: Scan, perWeek: Range, at: number, amountEnd: number): number {
  if (
    !isNumberToken(scan, at) ||
    perWeek.high > MOST_TIMES_A_WEEK ||
    plainAt(scan, at - 1) === Plain.x
  )
    return 0;
  if (plainAt(scan, amountEnd) !== Plain.x && markOf(scan, amountEnd) !== Mark.times) return 0;
  const second = amountEnd + 1;
  if (
    !isNumberToken(scan, second) ||
    !readAmount(scan, second) ||
    scan.high > 26 ||
    !Number.isInteger(scan.low)
  )
    return 0;
  const weeks = { low: scan.low, high: scan.high };
  const next = scan.next;
  const plain = plainAt(scan, next);
  if (isSize(scan, next)) return 0;
  if (
    plain === Plain.measure ||
    plain === Plain.repetition ||
    plain === Plain.x ||
    markOf(scan, next) === Mark.times
  )
    return 0;
  const mark = markOf(scan, next);
  if ((mark === Mark.slash || mark === Mark.percent) && isGlued(scan, next)) return 0;
  if (
    scan.words.doseUnit[wordAt(scan, next)] !== undefined ||
    scan.words.drugUnit[wordAt(scan, next)] !== undefined
  )
    return 0;
  const unit = readUnit(scan, next, true);
  const name = unit > 0 ? TIME_UNITS[unit - 1]?.unit : undefined;
  if (unit > 0 && name !== 'week') return 0;
  if (unit === 0 && !isTherapyNear(scan, at, next)) return 0;
  return emitSchedule(scan, perWeek, weeks, at, unit > 0 ? next + 1 : next);
}

/** "twice a week for four weeks", "once weekly x 8" at its first word. Answers the token after, or 0. */
export function scheduleAtTimes(scan: Scan, at: number): number {
  const times = scan.words.times[wordAt(scan, at)] ?? 0;
  if (times === 0) return 0;
  let weeksARound = 0;
  const plain = plainAt(scan, at + 1);
  const linked =
    plain === Plain.a ||
    plain === Plain.per ||
    plain === Plain.each ||
    plain === Plain.every ||
    markOf(scan, at + 1) === Mark.slash;
  const unitAt = linked ? at + 2 : at + 1;
  const unit = weekAt(scan, unitAt);
  if (unit > 0) weeksARound = (TIME_UNITS[unit - 1]?.days ?? 7) / 7;
  else if (!linked && frequencyAt(scan, unitAt) > 0 && frequencyAt(scan, unitAt) < 1) {
    weeksARound = 1 / (7 * frequencyAt(scan, unitAt));
  } else if (
    linked &&
    timeUnitAt(scan, unitAt) > 0 &&
    TIME_UNITS[timeUnitAt(scan, unitAt) - 1]?.unit === 'year'
  ) {
    weeksARound = 365 / 7;
  }
  if (weeksARound === 0) return 0;
  const perWeek = { low: tidy(times / weeksARound), high: tidy(times / weeksARound) };
  if (readWeeks(scan, unitAt + 1))
    return emitSchedule(scan, perWeek, { low: scan.low, high: scan.high }, at, scan.next);
  return emitFrequency(scan, { low: perWeek.low / 7, high: perWeek.high / 7 }, at, unitAt + 1);
}

/** "weekly x 6" at a frequency word: one a week. Answers the token after, or 0. */
export function scheduleAtFrequency(scan: Scan, at: number): number {
  const frequency = frequencyAt(scan, at);
  if (frequency === 0 || frequency >= 1 || frequency < 1 / 30) return 0;
  const perWeek = tidy(frequency * 7);
  if (!isTimes(scan, at + 1) || !readWeeks(scan, at + 1)) return 0;
  return emitSchedule(
    scan,
    { low: perWeek, high: perWeek },
    { low: scan.low, high: scan.high },
    at,
    scan.next,
  );
}
