/** Percents with their operator: ">50%", "50-60 percent", "by half". */
import { amount, digitsAt, readAmount } from './numbers.ts';
import { readOperatorAfter, readOperatorBefore } from './operators.ts';
import { emit, isGlued, isNumberToken, Mark, markOf, plainAt, type Scan } from './scan.ts';
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
      const working = `${range.low}% read as >${scanned}%: scanners take ">" for "7"`;
      return emit(scan, { kind: 'percent', amount: value, operator: 'over' }, at, next, working);
    }
  }
  readOperatorBefore(scan, at);
  const { operatorStart } = scan;
  if (scan.operator === 'exactly' && readOperatorAfter(scan, next)) next = scan.next;
  return emit(
    scan,
    { kind: 'percent', amount: range, operator: scan.operator },
    operatorStart,
    next,
  );
}

/** "750%" is ">50%" with its sign misread; 0 for any other number. */
function scannedOver(value: number): number {
  const rest = value - 700;
  return value > MOST_PERCENT && rest >= 10 && rest <= MOST_PERCENT && rest % 5 === 0 ? rest : 0;
}

/** "by half", "by about half": 50 percent. */
export function percentAtBy(scan: Scan, at: number): number {
  const half =
    plainAt(scan, at + 1) === Plain.about || plainAt(scan, at + 1) === Plain.least
      ? at + 2
      : at + 1;
  if (plainAt(scan, half) !== Plain.half) return 0;
  return emit(
    scan,
    { kind: 'percent', amount: { low: 50, high: 50 }, operator: 'about' },
    at,
    half + 1,
  );
}

/** "half the pain", "half of what it was", "half as bad" at its "half"; answers the token after, or 0. */
export function percentAtHalf(scan: Scan, at: number): number {
  const next = plainAt(scan, at + 1);
  const before = plainAt(scan, at - 1);
  const part = next === Plain.of || next === Plain.the || next === Plain.as;
  if (!part && !(before === Plain.in && next === 0)) return 0;
  return emit(
    scan,
    { kind: 'percent', amount: { low: 50, high: 50 }, operator: 'about' },
    at,
    at + 1,
  );
}
