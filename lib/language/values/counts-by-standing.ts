/** Numbers of visits that no unit names, by the word beside them: "10 attended, 2 missed", "6 additional (18 total)". */
import { Mark } from '../marks.ts';
import type { CountStanding, Range } from '../mention.ts';
import { emit, isWordToken, markOf, plainAt, type Scan, wordAt } from './scan.ts';
import { THERAPY_REACH } from './schedules.ts';
import { Plain } from './words.ts';

const MOST_VISITS = 52;

/**
 * A number of visits that no unit names, where therapy was spoken of: "10 attended, 2 missed",
 * "completed 6, requesting 6 more", "6 additional (18 total)". Answers the token after, or 0.
 */
export function standingCount(scan: Scan, range: Range, at: number, amountEnd: number): number {
  if (range.low < 1 || range.high > MOST_VISITS || !isCountable(scan, at, amountEnd)) return 0;
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
