/** Visits, sessions and injections, and the schedules they follow: "2x6", "three times a week for 4 weeks". */
import type { CountStanding, Operator, Range } from '../mention.ts';
import { readUnit, tidy } from './durations.ts';
import { emitFrequency } from './frequencies.ts';
import { isNumber, isWhole, readAmount, readNumber } from './numbers.ts';
import { readOperatorAfter, readOperatorBefore } from './operators.ts';
import {
  emit,
  frequencyAt,
  isGlued,
  isNumberToken,
  isWordToken,
  Mark,
  markOf,
  plainAt,
  type Scan,
  timeUnitAt,
  wordAt,
} from './scan.ts';
import { TIME_UNITS } from './value-lexicon.ts';
import { Landmark, Plain } from './words.ts';

/** Words that may stand between a number and what it counts: "6 more supervised PT visits". */
const MOST_MODIFIERS = 3;
const MOST_TIMES_A_WEEK = 7;
/** "two blocks" are a walk; "two facet blocks" are injections. */
const BLOCK = 'block';
const INJECTION = 'injection';
const MOST_WEEKS = 52;
/** How far behind a word for therapy "2x6" is still a schedule. */
const THERAPY_REACH = 24;
const MOST_COUNT = 200;
const WEEKS_A_MONTH = 30 / 7;

function isTimes(scan: Scan, at: number): boolean {
  const plain = plainAt(scan, at);
  return plain === Plain.x || plain === Plain.time || markOf(scan, at) === Mark.times;
}

function countUnitAt(scan: Scan, at: number): string | undefined {
  return scan.words.countUnit[wordAt(scan, at)];
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
function isSize(scan: Scan, next: number): boolean {
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

/** A count whose amount was just read at `at`: "24 sessions", "9 of 12 completed", "8/12 visits". */
export function countAtNumber(scan: Scan, at: number): number {
  const range = { low: scan.low, high: scan.high };
  const amountEnd = scan.next;
  const vague = scan.vague;
  if (!Number.isInteger(range.low) || range.high > MOST_COUNT) return 0;
  const whole = wholeAfter(scan, range, amountEnd);
  if (whole > 0) {
    const of = scan.low;
    const wholeEnd = scan.next;
    const unit = readCountUnit(scan, wholeEnd);
    if (unit !== undefined)
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

/** What a word beside a number says has become of the visits it counts. */
function standingAt(scan: Scan, at: number): CountStanding | undefined {
  switch (plainAt(scan, at)) {
    case Plain.completed:
      return 'attended';
    case Plain.missed:
      return 'missed';
    case Plain.authorized:
      return 'authorized';
    case Plain.more:
      return 'more';
    case Plain.total:
      return 'total';
    default:
      return undefined;
  }
}

/**
 * A number of visits that no unit names, where therapy was spoken of: "10 attended, 2 missed",
 * "completed 6, requesting 6 more", "6 additional (18 total)". Answers the token after, or 0.
 */
function standingCount(scan: Scan, range: Range, at: number, amountEnd: number): number {
  if (range.low < 1 || range.high > MOST_WEEKS || !isCountable(scan, at, amountEnd)) return 0;
  const isBesideCount = scan.found.at(-1)?.value.kind === 'count' && at - scan.foundEnd <= 4;
  if (!isBesideCount && at - scan.therapyAt > THERAPY_REACH) return 0;
  const behind = standingAt(scan, amountEnd);
  const before =
    plainAt(scan, at - 1) === Plain.of ? standingAt(scan, at - 2) : standingAt(scan, at - 1);
  // "more than 6": the word belongs to another number.
  const isBehind = behind !== undefined && !isCountedWord(scan, amountEnd + 1);
  const isBefore =
    before !== undefined &&
    before !== 'more' &&
    (before !== 'authorized' || scan.foundEnd < at - 1);
  if (!isBehind && !isBefore) return 0;
  const standing = isBehind ? behind : (before as CountStanding);
  const next = isBehind ? amountEnd + 1 : amountEnd;
  const value = {
    kind: 'count',
    amount: range,
    unit: 'visit',
    operator: 'exactly',
    standing,
  } as const;
  return emit(scan, value, at, next);
}

/** Whether what is counted is named, and is no visit: "6 more days", "6 more than". */
function isCountedWord(scan: Scan, at: number): boolean {
  return isWordToken(scan, at) && (plainAt(scan, at) === 0 || plainAt(scan, at) === Plain.than);
}

/** Whether a number can count visits: no code, list number, date, measure or span. */
function isCountable(scan: Scan, at: number, next: number): boolean {
  const word = wordAt(scan, next);
  const { timeUnit, doseUnit, drugUnit, month, frequency, drug } = scan.words;
  const mark = markOf(scan, next);
  const before = markOf(scan, at - 1);
  // The number of the next item of a list.
  if ((scan.tokens.breaks[at] as number) > 0) return false;
  if (before === Mark.hash || before === Mark.slash || before === Mark.hyphen) return false;
  if (mark === Mark.slash || mark === Mark.hyphen || mark === Mark.percent || mark === Mark.colon)
    return false;
  if ((timeUnit[word] ?? 0) > 0 || (month[word] ?? 0) > 0 || (frequency[word] ?? 0) > 0)
    return false;
  if (doseUnit[word] !== undefined || drugUnit[word] !== undefined || (drug[word] ?? 0) > 0)
    return false;
  return !(isWordToken(scan, next) && plainAt(scan, next) === 0);
}

/** "visit 12 of 12", where no span or other thing follows. Answers the token after, or 0. */
function numberedVisit(scan: Scan, range: Range, of: number, at: number, end: number): number {
  const unit = countUnitAt(scan, at - 1);
  const isOther = isWordToken(scan, end) && plainAt(scan, end) === 0;
  if (unit === undefined || unit === BLOCK || isOther || markOf(scan, at + 1) === Mark.slash)
    return 0;
  return emit(scan, { kind: 'count', amount: range, of, unit, operator: 'exactly' }, at - 1, end);
}

/** "Visit # 12 of 12", "session #3 of 6" at its "#". Answers the token after, or 0. */
export function countAtHash(scan: Scan, at: number): number {
  const unit = countUnitAt(scan, at - 1);
  if (unit === undefined || unit === BLOCK || !isNumberToken(scan, at + 1)) return 0;
  if (!isWhole(scan, at + 1, 3) || !readNumber(scan, at + 1)) return 0;
  const range = { low: scan.low, high: scan.low };
  if (wholeAfter(scan, range, scan.next) === 0 || scan.low > MOST_COUNT) return 0;
  const of = scan.low;
  return emit(
    scan,
    { kind: 'count', amount: range, of, unit, operator: 'exactly' },
    at - 1,
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
