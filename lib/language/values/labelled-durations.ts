/** Spans of time whose unit stands in their label: "Duration of symptoms (weeks): 10". */
import { Mark } from '../marks.ts';
import { Gap } from '../tokens.ts';
import { spanOf } from './durations.ts';
import { emit, isWordToken, markOf, type Scan, timeUnitAt } from './scan.ts';

const BEHIND_LABEL: ReadonlySet<number> = new Set([
  Mark.colon,
  Mark.equals,
  Mark.asterisk,
  Mark.bar,
]);

/** The span whose amount was just read at `at`, with its unit in brackets before it. */
export function durationBehindUnit(scan: Scan, at: number): number {
  const { low, high, next, vague } = scan;
  let close = at - 1;
  while (BEHIND_LABEL.has(markOf(scan, close))) close -= 1;
  if (markOf(scan, close) !== Mark.close || markOf(scan, close - 2) !== Mark.open) return 0;
  const unit = timeUnitAt(scan, close - 1);
  // "(weeks) 2 visits": what follows the number is what it counts
  const counts = isWordToken(scan, next) && scan.tokens.breaks[next] === 0 && !isApart(scan, next);
  if (unit === 0 || vague || counts) return 0;
  return emit(
    scan,
    { kind: 'duration', operator: 'exactly', ...spanOf(low, high, unit) },
    at,
    next,
  );
}

function isApart(scan: Scan, at: number): boolean {
  return scan.tokens.gap[at] === Gap.tab;
}
