/** How often: "bid", "q4-6h prn", "every other day", "twice a week", "up to 5 a day", "at bedtime". */
import { Mark } from '../marks.ts';
import type { Range } from '../mention.ts';
import { Gap } from '../tokens.ts';
import { readOrdinalDay } from './date-parts.ts';
import { readUnit, tidy } from './durations.ts';
import { digitsAt, isNumber, readAmount } from './numbers.ts';
import { readOperatorBefore } from './operators.ts';
import {
  emit,
  frequencyAt,
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

/** How far behind a drug's name words like "at night" still say when it is taken. */
const SIG_REACH = 14;

/** Hours that "q8" without its unit can mean. */
const HOURS_A_DAY = 24;
const HOURS_OF_SIG = [2, 3, 4, 6, 8, 12, 24, 48, 72];

/** The token after "prn" or "as needed" at `at`, or `at` itself. */
export function skipAsNeeded(scan: Scan, at: number): number {
  const mark = markOf(scan, at);
  const passed = mark === Mark.comma || mark === Mark.open || mark === Mark.point;
  const start = passed ? at + 1 : at;
  const plain = plainAt(scan, start);
  if (plain === Plain.prn) return start + 1;
  if (plain === Plain.as && plainAt(scan, start + 1) === Plain.needed) return start + 2;
  return at;
}

/** Records a frequency, with "as needed" where it follows. Answers the token after. */
export function emitFrequency(
  scan: Scan,
  perDay: Range,
  first: number,
  end: number,
  asNeeded = false,
): number {
  const next = skipAsNeeded(scan, end);
  const value = { low: tidy(perDay.low), high: tidy(perDay.high) };
  const needed = asNeeded || next > end || plainAt(scan, first - 1) === Plain.prn;
  return emit(scan, { kind: 'frequency', perDay: value, asNeeded: needed }, first, next);
}

/** Times a day of one time each `count` units. */
function perDayOf(count: number, unit: number): number {
  const days = (TIME_UNITS[unit - 1]?.days ?? 1) * count;
  return days > 0 ? 1 / days : 0;
}

/** The frequency that starts with a word; answers the token after, or 0. */
export function frequencyAtWord(scan: Scan, at: number): number {
  const plain = plainAt(scan, at);
  // "q.4h", "q. 8 hours".
  if (plain === Plain.q)
    return everyAmount(scan, at, markOf(scan, at + 1) === Mark.point ? at + 2 : at + 1, true);
  if (plain === Plain.every || plain === Plain.each)
    return atEachMeal(scan, at) || everyAmount(scan, at, at + 1, false);
  if (plain === Plain.bedtime) {
    const first = plainAt(scan, at - 1) === Plain.at ? at - 1 : at;
    return nearDrug(scan, at, SIG_REACH)
      ? emitFrequency(scan, { low: 1, high: 1 }, first, at + 1)
      : 0;
  }
  if (plain === Plain.night) {
    // "Zanaflex at night", but not "on Zanaflex, pain worse at night".
    const taken = nearDrug(scan, at, SIG_REACH) && scan.painAt < scan.drugAt;
    if (!taken) return 0;
    if (plainAt(scan, at - 1) === Plain.at) return emitFrequency(scan, once(1), at - 1, at + 1);
    // "one in the night"
    return atDayTime(scan, at);
  }
  if (plain === Plain.dayTime) return atDayTime(scan, at);
  if (plain === Plain.alternate) {
    const unit = timeUnitAt(scan, at + 1);
    return unit > 0 ? emitFrequency(scan, once(perDayOf(2, unit)), at, at + 2) : 0;
  }
  const low = frequencyAt(scan, at);
  if (low === 0 || plainAt(scan, at + 1) === Plain.living) return 0;
  const link = secondFrequency(scan, at + 1);
  if (link > 0) {
    const high = frequencyAt(scan, link);
    return emitFrequency(
      scan,
      { low: Math.min(low, high), high: Math.max(low, high) },
      at,
      link + 1,
    );
  }
  // "daily at bedtime", "qd hs".
  const next =
    plainAt(scan, at + 1) === Plain.at && plainAt(scan, at + 2) === Plain.bedtime ? at + 3 : at + 1;
  return emitFrequency(scan, { low, high: low }, at, next);
}

const DAY_TIME_LINKS: readonly number[] = [
  Plain.in,
  Plain.at,
  Plain.with,
  Plain.on,
  Plain.after,
  Plain.before,
];

/** The token after "in the morning", "at noon", "with dinner", "am" at `at`; 0 when none stands. */
export function dayTimeAfter(scan: Scan, at: number): number {
  const plain = plainAt(scan, at);
  const linked = DAY_TIME_LINKS.includes(plain);
  let next = linked ? at + 1 : at;
  if (linked && plainAt(scan, next) === Plain.the) next += 1;
  const isDayTime = plainAt(scan, next) === Plain.dayTime;
  return isDayTime || (linked && plainAt(scan, next) === Plain.night) ? next + 1 : 0;
}

/** "1 in the morning", "300 mg at noon": one time a day, right behind what is taken. */
function atDayTime(scan: Scan, at: number): number {
  const times = dayTimesFrom(scan, at);
  if (times > 0) return times;
  for (let first = Math.max(at - 2, scan.foundEnd); first <= at; first += 1) {
    if (first !== scan.foundEnd || dayTimeAfter(scan, first) !== at + 1) continue;
    const kind = scan.found.at(-1)?.value.kind;
    // "at 6 am" is a time of the clock.
    const isTaken = kind === 'take' || kind === 'dose' || (kind === 'number' && first < at);
    return isTaken && nearDrug(scan, at, SIG_REACH * 2)
      ? emitFrequency(scan, once(1), first, at + 1)
      : 0;
  }
  return 0;
}

/** "Morning and evening", "AM/PM" as a part of its own: so many times a day. Answers the token after, or 0. */
function dayTimesFrom(scan: Scan, at: number): number {
  const opens = at === scan.foundEnd || markOf(scan, at - 1) === Mark.comma;
  if (!opens || !nearDrug(scan, at, SIG_REACH)) return 0;
  let times = 1;
  let next = at + 1;
  for (let second = afterLink(scan, next); second > 0; second = afterLink(scan, next)) {
    if (plainAt(scan, second) !== Plain.dayTime && plainAt(scan, second) !== Plain.night) break;
    times += 1;
    next = second + 1;
  }
  return times > 1 ? emitFrequency(scan, once(times), at, next) : 0;
}

/** The token behind "and", ",", ", and" or "/" at `at`; 0 when none stands. */
function afterLink(scan: Scan, at: number): number {
  const mark = markOf(scan, at);
  const next = mark === Mark.comma || mark === Mark.slash ? at + 1 : at;
  const second = plainAt(scan, next) === Plain.and ? next + 1 : next;
  return second > at ? second : 0;
}

/** The token of the second frequency of "bid-tid", "bid to tid", "bid/tid"; 0 when there is none. */
function secondFrequency(scan: Scan, at: number): number {
  const plain = plainAt(scan, at);
  const mark = markOf(scan, at);
  const linked =
    plain === Plain.to || plain === Plain.or || mark === Mark.slash || mark === Mark.hyphen;
  const second = linked ? at + 1 : scan.tokens.gap[at] === Gap.hyphen ? at : 0;
  if (second === 0 || second >= scan.tokens.count) return 0;
  return frequencyAt(scan, second) > 0 ? second : 0;
}

/** Reads "third", "6th" at `at`; 0 when none. */
function readOrdinal(scan: Scan, at: number): number {
  if (!isNumberToken(scan, at) || plainAt(scan, at + 1) !== Plain.th)
    return readOrdinalDay(scan, at);
  scan.next = at + 2;
  return digitsAt(scan, at);
}

const MEALS_A_DAY = 3;

/** "Two with each meal", but not "tid with each meal". */
function atEachMeal(scan: Scan, at: number): number {
  const first = DAY_TIME_LINKS.includes(plainAt(scan, at - 1)) ? at - 1 : at;
  const { value } = scan.found.at(-1) ?? {};
  const isSaid = value?.kind === 'frequency' && scan.foundEnd >= first - 1;
  const isOfDrug = nearDrug(scan, at, SIG_REACH) && scan.painAt < scan.drugAt;
  const isTaken = isOfDrug && plainAt(scan, at + 1) === Plain.meal;
  return isTaken && !isSaid ? emitFrequency(scan, once(MEALS_A_DAY), first, at + 2) : 0;
}

/** "q6h", "q 4-6 hours", "every 6 hours", "every other day", "every night", "q am". */
function everyAmount(scan: Scan, at: number, next: number, abbreviated: boolean): number {
  if (plainAt(scan, next) === Plain.other) {
    const unit = timeUnitAt(scan, next + 1);
    return unit > 0 ? emitFrequency(scan, once(perDayOf(2, unit)), at, next + 2) : 0;
  }
  // "every third day", "every 6th hour"
  const ordinal = readOrdinal(scan, next);
  const ofOrdinal = ordinal > 1 ? timeUnitAt(scan, scan.next) : 0;
  if (ofOrdinal > 0)
    return emitFrequency(scan, once(perDayOf(ordinal, ofOrdinal)), at, scan.next + 1);
  if (!abbreviated && scan.words.weekday[wordAt(scan, next)] === 1 && nearDrug(scan, at, SIG_REACH))
    return emitFrequency(scan, once(1 / 7), at, next + 1);
  if (isNumber(scan, next) && readAmount(scan, next)) {
    const { low, high } = scan;
    if (low <= 0) return 0;
    let end = markOf(scan, scan.next) === Mark.hyphen ? scan.next + 1 : scan.next;
    const unit = readUnit(scan, end, true) || capitalUnit(scan, end);
    if (unit > 0) {
      end += 1;
      return emitFrequency(scan, { low: perDayOf(high, unit), high: perDayOf(low, unit) }, at, end);
    }
    if (!abbreviated || !HOURS_OF_SIG.includes(low) || !HOURS_OF_SIG.includes(high)) return 0;
    return emitFrequency(scan, { low: 24 / high, high: 24 / low }, at, scan.next);
  }
  const unit = timeUnitAt(scan, next);
  if (unit > 0) return emitFrequency(scan, once(perDayOf(1, unit)), at, next + 1);
  const frequency = frequencyAt(scan, next);
  if (frequency > 0) return emitFrequency(scan, once(frequency), at, next + 1);
  const plain = plainAt(scan, next);
  const isDayTime = plain === Plain.dayTime || plain === Plain.bedtime;
  return isDayTime && (abbreviated || nearDrug(scan, at, SIG_REACH))
    ? emitFrequency(scan, once(1), at, next + 1)
    : 0;
}

function once(perDay: number): Range {
  return { low: perDay, high: perDay };
}

/** "Q 8 H": capitals are units behind "q". */
function capitalUnit(scan: Scan, at: number): number {
  return timeUnitAt(scan, at);
}

/**
 * "4 a day", "5/day", "3 times a day", "2x daily", "one tablet a day" whose amount was just read at
 * `at`. Weekly rates are the business of schedules. Answers the token after, or 0.
 */
export function frequencyAtNumber(scan: Scan, at: number): number {
  const { low, high } = scan;
  if (scan.vague || high > 24) return 0;
  let next = scan.next;
  const plain = plainAt(scan, next);
  const mark = markOf(scan, next);
  const timesWord = plain === Plain.x || plain === Plain.time || mark === Mark.times;
  if (timesWord || scan.words.drugUnit[wordAt(scan, next)] !== undefined) next += 1;
  const end = dayAfter(scan, next, timesWord);
  if (end === 0) return 0;
  readOperatorBefore(scan, at);
  const atMost = scan.operator === 'at-most';
  const first = atMost ? scan.operatorStart : at;
  const last = emitFrequency(
    scan,
    { low: atMost ? Math.min(1, low) : low, high },
    first,
    end,
    atMost,
  );
  const value = scan.found.at(-1)?.value;
  if (atMost && value?.kind === 'frequency') value.atMost = timesWord ? 'times' : 'units';
  return last;
}

/** The token after "a day", "per day", "/day", "daily" or "a night" at `at`; 0 when none stands. */
function dayAfter(scan: Scan, at: number, timesWord: boolean): number {
  const plain = plainAt(scan, at);
  const mark = markOf(scan, at);
  if (plain === Plain.a || plain === Plain.per || plain === Plain.each || mark === Mark.slash) {
    return isDay(scan, at + 1) ? at + 2 : afterDayOfHours(scan, at + 1);
  }
  if (plain === Plain.in) {
    const article = plainAt(scan, at + 1);
    const ofOneDay = (article === Plain.a || article === Plain.the) && isDay(scan, at + 2);
    return ofOneDay ? at + 3 : afterDayOfHours(scan, at + 1);
  }
  if (plain === Plain.every && isDay(scan, at + 1)) return at + 2;
  if (timesWord && (frequencyAt(scan, at) === 1 || isDay(scan, at))) return at + 1;
  return 0;
}

/** The token after "24 hours" at `at`; 0 when it does not stand there. */
function afterDayOfHours(scan: Scan, at: number): number {
  if (!isNumberToken(scan, at) || digitsAt(scan, at) !== HOURS_A_DAY) return 0;
  const unitAt = markOf(scan, at + 1) === Mark.hyphen ? at + 2 : at + 1;
  const unit = timeUnitAt(scan, unitAt);
  return unit > 0 && TIME_UNITS[unit - 1]?.unit === 'hour' ? unitAt + 1 : 0;
}

function isDay(scan: Scan, at: number): boolean {
  const unit = timeUnitAt(scan, at);
  return unit > 0 && TIME_UNITS[unit - 1]?.unit === 'day';
}

/** "twice a day", "once daily", "twice nightly" at its first word; answers the token after, or 0. */
export function frequencyAtTimes(scan: Scan, at: number): number {
  const times = scan.words.times[wordAt(scan, at)] ?? 0;
  if (times === 0 || isNumberToken(scan, at)) return 0;
  const end = dayAfter(scan, at + 1, true);
  if (end > 0) return emitFrequency(scan, once(times), at, end);
  if (plainAt(scan, at + 1) === Plain.at && plainAt(scan, at + 2) === Plain.bedtime) {
    return emitFrequency(scan, once(times), at, at + 3);
  }
  return 0;
}

/**
 * "12 hours on, 12 off", "12h on/12h off", "on 12 h, off 12 h": a patch is put on anew when both have
 * passed. Answers the token after, or 0.
 */
export function frequencyOnAndOff(scan: Scan, at: number): number {
  const { low: on, high, vague } = scan;
  if (vague || on !== high || !nearDrug(scan, at, SIG_REACH * 2)) return 0;
  let next = skipHours(scan, scan.next);
  const isLed = plainAt(scan, at - 1) === Plain.on;
  if (isLed) {
    next = plainAt(scan, skipJoint(scan, next)) === Plain.off ? skipJoint(scan, next) + 1 : 0;
  } else {
    next = plainAt(scan, next) === Plain.on ? skipJoint(scan, next + 1) : 0;
  }
  if (next === 0 || !isNumber(scan, next) || !readAmount(scan, next)) return 0;
  const hours = on + scan.low;
  next = skipHours(scan, scan.next);
  if (hours > HOURS_A_DAY || hours <= 0) return 0;
  if (isLed) return emitFrequency(scan, once(HOURS_A_DAY / hours), at - 1, next);
  if (plainAt(scan, next) !== Plain.off) return 0;
  return emitFrequency(scan, once(HOURS_A_DAY / hours), at, next + 1);
}

/** The token behind a comma, a slash or "and". */
function skipJoint(scan: Scan, at: number): number {
  const mark = markOf(scan, at);
  return mark === Mark.slash || mark === Mark.comma || plainAt(scan, at) === Plain.and
    ? at + 1
    : at;
}

function skipHours(scan: Scan, at: number): number {
  const unit = timeUnitAt(scan, at);
  return unit > 0 && TIME_UNITS[unit - 1]?.unit === 'hour' ? at + 1 : at;
}
