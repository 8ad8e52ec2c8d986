/** Spans of time whose unit stands in their label: "Duration of symptoms (weeks): 10", "weeks   8". */
import { Mark } from '../marks.ts';
import { spanOf } from './durations.ts';
import { emit, endsCell, isWordToken, markOf, type Scan, timeUnitAt } from './scan.ts';

const BEHIND_LABEL: ReadonlySet<number> = new Set([
  Mark.colon,
  Mark.equals,
  Mark.asterisk,
  Mark.bar,
]);

/** The span whose amount was just read at `at`, with its unit in brackets or as a label before it. */
export function durationBehindUnit(scan: Scan, at: number): number {
  const { low, high, next, vague } = scan;
  let label = at - 1;
  while (BEHIND_LABEL.has(markOf(scan, label))) label -= 1;
  const isInBrackets = markOf(scan, label) === Mark.close && markOf(scan, label - 2) === Mark.open;
  const unit = timeUnitAt(scan, isInBrackets ? label - 1 : label);
  if (unit === 0 || vague) return 0;
  // "(weeks) 2 visits": what follows the number is what it counts
  const counts = isWordToken(scan, next) && !endsCell(scan, next);
  if (isInBrackets ? counts : !(endsCell(scan, label) && endsCell(scan, next))) return 0;
  return emit(
    scan,
    { kind: 'duration', operator: 'exactly', ...spanOf(low, high, unit) },
    at,
    next,
  );
}
