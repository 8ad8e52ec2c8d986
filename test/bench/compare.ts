import type { Measure } from './measure.ts';

/** How a figure of this run stands to the one that was stored. */
export interface Comparison {
  id: string;
  /** the figure itself, or its ratio to what it is held against */
  before: number;
  now: number;
  /** by what factor it is worse; below 1 it is better */
  worse: number;
  tolerance: number;
  isRegression: boolean;
}

/** Noise of a machine that others use as well. */
const TOLERANCE = 1.5;

/**
 * Compares a run with a stored one, by what does not depend on the machine: figures that are the same
 * everywhere as they are, times as ratios to a time of the same run. A stored figure that is missing
 * now, or no number, is a regression.
 */
export function compare(stored: readonly Measure[], fresh: readonly Measure[]): Comparison[] {
  return stored.flatMap((measure) => {
    const before = comparable(measure, stored);
    if (before === undefined) return [];
    const again = fresh.find(({ id }) => id === measure.id);
    const now = (again && comparable({ ...measure, value: again.value }, fresh)) ?? Number.NaN;
    const worse = measure.moreIsBetter ? before / now : now / before;
    const tolerance = measure.tolerance ?? TOLERANCE;
    // Asked this way round so that what is no number is a regression.
    const isFine = worse <= tolerance || now === before;
    return [{ id: measure.id, before, now, worse, tolerance, isRegression: !isFine }];
  });
}

/** The figure, or its ratio; undefined for one that is not compared. */
function comparable({ value, against }: Measure, run: readonly Measure[]): number | undefined {
  if (against === undefined) return undefined;
  if (against === 'as-is') return value;
  const baseline = run.find(({ id }) => id === against)?.value;
  return baseline === undefined || baseline === 0 ? Number.NaN : value / baseline;
}
