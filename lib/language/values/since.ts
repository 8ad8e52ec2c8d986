/** Spans that last until now, by when they began: "since 2010", "since last summer", "last year". */
import { dateOf } from './date-parts.ts';
import { readDateAfterSince } from './dates.ts';
import { isPlural, isSecondOrdinal, readUnit, spanOf } from './durations.ts';
import { readAmount } from './numbers.ts';
import { emit, isNumberToken, lengthOf, plainAt, type Scan, timeUnitAt } from './scan.ts';
import { TIME_UNITS } from './value-lexicon.ts';
import { Plain } from './words.ts';

/** "since 2010", "since at least 1-16-14", "since last summer", "as far back as June 17, 2015". */
export function sinceAtWord(scan: Scan, at: number): number {
  let next = at + 1;
  let first = at;
  if (plainAt(scan, at) === Plain.far) {
    if (plainAt(scan, at + 1) !== Plain.back || plainAt(scan, at + 2) !== Plain.as) return 0;
    if (plainAt(scan, at - 1) === Plain.as) first = at - 1;
    next = at + 3;
  }
  for (let skipped = 0; skipped < 4; skipped += 1) {
    const plain = plainAt(scan, next);
    const passed =
      plain === Plain.at ||
      plain === Plain.least ||
      plain === Plain.about ||
      plain === Plain.early ||
      plain === Plain.the ||
      plain === Plain.last ||
      plain === Plain.in ||
      plain === Plain.dated ||
      plain === Plain.of ||
      plain === Plain.before;
    if (!passed) break;
    next += 1;
  }
  if (readDateAfterSince(scan, next))
    return emit(scan, { kind: 'since', from: dateOf(scan) }, first, scan.next);
  if (isWeekday(scan, next)) return sinceWeekday(scan, first, next);
  if (plainAt(scan, next - 1) === Plain.last) return lastUnit(scan, first, next);
  // "since 3 weeks", "since a week ago".
  if (!readAmount(scan, next)) return 0;
  const unit = readUnit(scan, scan.next, isNumberToken(scan, next));
  if (unit === 0) return 0;
  const ago = spanOf(scan.low, scan.high, unit);
  const end = plainAt(scan, scan.next + 1) === Plain.ago ? scan.next + 2 : scan.next + 1;
  return emit(scan, { kind: 'since', ago }, first, end);
}

/** "last year", "the past month", "last summer": about one unit ago, or the month last passed. */
export function sinceAtLast(scan: Scan, at: number): number {
  const month = scan.words.month[scan.tokens.word[at + 1] ?? 0] ?? 0;
  if (month > 0 && readDateAfterSince(scan, at + 1)) {
    return emit(scan, { kind: 'since', from: dateOf(scan) }, at, scan.next);
  }
  return isWeekday(scan, at + 1) ? sinceWeekday(scan, at, at + 1) : lastUnit(scan, at, at + 1);
}

function isWeekday(scan: Scan, at: number): boolean {
  return (scan.words.weekday[scan.tokens.word[at] ?? 0] ?? 0) > 0 && lengthOf(scan, at) > 2;
}

/** "since Thursday", "last Tuesday": a day of this week or of the one before. */
function sinceWeekday(scan: Scan, first: number, at: number): number {
  const ago = spanOf(1, MOST_DAYS_TO_WEEKDAY, DAY);
  return emit(scan, { kind: 'since', ago }, first, at + 1);
}

const MOST_DAYS_TO_WEEKDAY = 13;
const DAY = 1 + TIME_UNITS.findIndex(({ unit }) => unit === 'day');

function lastUnit(scan: Scan, first: number, unitAt: number): number {
  const unit = timeUnitAt(scan, unitAt);
  if (
    unit === 0 ||
    lengthOf(scan, unitAt) < 2 ||
    isPlural(scan, unitAt) ||
    isSecondOrdinal(scan, unitAt)
  )
    return 0;
  return emit(scan, { kind: 'since', ago: spanOf(1, 1, unit) }, first, unitAt + 1);
}
