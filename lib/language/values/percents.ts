/** Percents with their operator: ">50%", "50-60 percent", "by half". */
import { Mark } from '../marks.ts';
import type { PercentOf, ValueMention } from '../mention.ts';
import { amount, digitsAt, readAmount } from './numbers.ts';
import { readOperatorAfter, readOperatorBefore } from './operators.ts';
import {
  emit,
  endsCell,
  isGlued,
  isNumberToken,
  markOf,
  plainAt,
  type Scan,
  wordAt,
} from './scan.ts';
import { Plain } from './words.ts';

const MOST_PERCENT = 100;
/** A greater number before "%" is a code. */
const HIGHEST = 1000;

function percentSign(scan: Scan, at: number): number {
  if (markOf(scan, at) === Mark.percent || plainAt(scan, at) === Plain.percent) return at + 1;
  // "per cent".
  if (
    plainAt(scan, at) === Plain.per &&
    scan.tokens.text.startsWith('cent', scan.tokens.start[at + 1])
  )
    return at + 2;
  return 0;
}

/** The percent whose amount was just read at `at`; answers the token after, or 0. */
export function percentAtNumber(scan: Scan, at: number): number {
  let next = percentSign(scan, scan.next);
  if (next === 0) return 0;
  const range = amount(scan);
  // "%20" and the like in addresses of pages.
  if (range.high > HIGHEST || (isGlued(scan, next) && isNumberToken(scan, next))) return 0;
  if (range.low === range.high && isNumberToken(scan, at)) {
    // "50% to 60%", "50%-60%".
    const link = markOf(scan, next) === Mark.hyphen || plainAt(scan, next) === Plain.to;
    if (link && isNumberToken(scan, next + 1) && readAmount(scan, next + 1)) {
      const end = percentSign(scan, scan.next);
      if (end > 0 && scan.low > range.low) {
        range.high = scan.high;
        next = end;
      }
    }
    const scanned = scannedOver(digitsAt(scan, at));
    if (scanned > 0 && range.high === range.low) {
      const value = { low: scanned, high: scanned };
      // scanners take ">" for "7"
      return emit(scan, { kind: 'percent', amount: value, operator: 'over' }, at, next);
    }
  }
  readOperatorBefore(scan, at);
  const { operatorStart } = scan;
  if (scan.operator === 'exactly' && readOperatorAfter(scan, next)) next = scan.next;
  const { operator } = scan;
  const of = measureOf(scan, operatorStart, next);
  return emit(
    scan,
    { kind: 'percent', amount: range, operator, ...(of !== undefined && { of }) },
    operatorStart,
    next,
  );
}

/** Words of a label that may stand between its percent sign and its colon. */
const LABEL_WORDS = 6;

/** "Percent relief with medication: 55", "% relief   60": the label says what the number is. */
function isLabelled(scan: Scan, at: number): boolean {
  const mark = markOf(scan, at - 1);
  const isFilledIn =
    scan.words.measure[wordAt(scan, at - 1)] !== undefined && endsCell(scan, scan.next);
  if (mark !== Mark.colon && mark !== Mark.equals && !isFilledIn) return false;
  if (scan.low > MOST_PERCENT || markOf(scan, scan.next) === Mark.slash) return false;
  for (let back = at - 2; back >= at - 2 - LABEL_WORDS; back -= 1) {
    if (percentSign(scan, back) > 0) return !isNumberToken(scan, back - 1) || endsCell(scan, back);
    if (isNumberToken(scan, back)) return false;
  }
  return false;
}

/** The percent that a label before the amount just read at `at` makes of it; answers the token after, or 0. */
export function percentAtLabel(scan: Scan, at: number): number {
  if (!isLabelled(scan, at)) return 0;
  const value = { low: scan.low, high: scan.high };
  return emit(scan, { kind: 'percent', amount: value, operator: 'exactly' }, at, scan.next);
}

/** How far from a percent the word for what it measures may stand. */
const MEASURE_REACH = 7;

/** What a percent measures: the nearest such word behind it in its clause, else before it. */
function measureOf(scan: Scan, first: number, next: number): PercentOf | undefined {
  for (let at = next; at < next + MEASURE_REACH; at += 1) {
    if (endsPhrase(scan, at)) break;
    const measure = scan.words.measure[wordAt(scan, at)];
    if (measure !== undefined) return refined(scan, at, measure);
  }
  for (let at = first - 1; at >= first - MEASURE_REACH && at >= scan.foundEnd; at -= 1) {
    if (markOf(scan, at) === Mark.point || markOf(scan, at) === Mark.semicolon) break;
    const measure = scan.words.measure[wordAt(scan, at)];
    if (measure !== undefined) return measure;
  }
  return undefined;
}

/** "relief of spasm", "relief of numbness": what follows says more than the relief. */
function refined(scan: Scan, at: number, measure: PercentOf): PercentOf {
  if (measure !== 'pain') return measure;
  for (let next = at + 1; next <= at + 3 && !endsPhrase(scan, next); next += 1) {
    const further = scan.words.measure[wordAt(scan, next)];
    if (further !== undefined) return further === 'medication' ? measure : further;
  }
  return measure;
}

function endsPhrase(scan: Scan, at: number): boolean {
  const plain = plainAt(scan, at);
  if (plain === Plain.and || plain === Plain.with || plain === Plain.for || plain === Plain.after)
    return true;
  return isNumberToken(scan, at) || (markOf(scan, at) !== 0 && markOf(scan, at) !== Mark.hyphen);
}

/** So many characters behind a percent what it says may still be told how long it lasted. */
const LASTING_REACH = 90;
const LASTING =
  /(?:\b(?:for|x|over|of|last(?:ed|ing|s)?|held|persist(?:ed|ing)|sustained|up to|another|about|approximately|first|following|the|next)|×)\s*$/i;
const UNTIL = /\b(?:until|till|til|through)(?:\s+(?:about|the|early|mid|late|end|of))*\s*$/i;
const CLAUSE_END = /[.;\n]\s|\bthen\b|\bfollowed by\b/i;

const LINKS =
  /^\s*(?:(?:and|which|that|this|it|lasting|lasted|for|about|up|to|over|x|until|till|approximately)\s*)*$/i;

/** Whether a comma parts a percent from a clause of its own: "50 % relief, off work for 6 weeks". */
function startsAnother(between: string): boolean {
  const comma = between.lastIndexOf(',');
  return comma >= 0 && !LINKS.test(between.slice(comma + 1));
}

/** Adds to percents how long or until when they held: "70 % relief for 8 weeks", "until June". Changes `values`. */
export function addLasting(text: string, values: readonly ValueMention[]): void {
  for (let i = 0; i < values.length; i += 1) {
    const { value, end } = values[i] as ValueMention;
    if (value.kind !== 'percent') continue;
    for (let j = i + 1; j < values.length; j += 1) {
      const next = values[j] as ValueMention;
      const between = text.slice(end, next.start);
      if (between.length > LASTING_REACH || next.value.kind === 'percent') break;
      if (CLAUSE_END.test(between) || startsAnother(between)) break;
      if (next.value.kind === 'duration' && LASTING.test(between)) {
        value.lasted = { days: next.value.days, operator: next.value.operator };
        break;
      }
      if (next.value.kind === 'date' && UNTIL.test(between)) {
        value.lasted = { until: next.value.date };
        break;
      }
    }
  }
}

/** "750%" is ">50%" with its sign misread; 0 for any other number. */
function scannedOver(value: number): number {
  const rest = value - 700;
  return value > MOST_PERCENT && rest >= 10 && rest <= MOST_PERCENT && rest % 5 === 0 ? rest : 0;
}

/** "by half", "by about half": 50 percent. */
export function percentAtBy(scan: Scan, at: number): number {
  const first = plainAt(scan, at + 1);
  const isCompared = plainAt(scan, at + 2) === Plain.than;
  const half = isCompared
    ? at + 3
    : first === Plain.about || first === Plain.least
      ? at + 2
      : at + 1;
  return plainAt(scan, half) === Plain.half ? emitHalf(scan, at, half) : 0;
}

/** "half the pain", "half of what it was", "half as bad" at its "half"; answers the token after, or 0. */
export function percentAtHalf(scan: Scan, at: number): number {
  const next = plainAt(scan, at + 1);
  const before = plainAt(scan, at - 1);
  const part = next === Plain.of || next === Plain.the || next === Plain.as;
  if (!part && !(before === Plain.in && next === 0)) return 0;
  return emitHalf(scan, at, at);
}

/** "More than half" is over 50 percent, "half" is about that. */
function emitHalf(scan: Scan, at: number, half: number): number {
  readOperatorBefore(scan, half);
  const { operator } = scan;
  const isSided = operator === 'over' || operator === 'under';
  return emit(
    scan,
    {
      kind: 'percent',
      amount: { low: 50, high: 50 },
      operator: isSided ? operator : 'about',
    },
    at,
    half + 1,
  );
}
