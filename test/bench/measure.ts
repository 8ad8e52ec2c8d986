/** What a bench aims at: at most, or at least, so much. */
export type Goal = { most: number } | { least: number };

/** One figure of a bench. */
export interface Measure {
  /** unique over all parts, as `review/20 KB` */
  id: string;
  value: number;
  unit: string;
  goal?: Goal;
  /**
   * What it is held against when it is compared with an earlier run: `as-is` for what is the same on
   * every machine (sizes, ratios), or the id of a measure of the same run that a faster machine
   * makes better too. Without it the figure is only shown.
   */
  against?: 'as-is' | string;
  /** By what factor it may be worse than the earlier run's; noise is smaller than that. */
  tolerance?: number;
  /** more is better, as for megabytes a second */
  moreIsBetter?: boolean;
}

/** A part of the bench: measures that are made together. */
export interface BenchPart {
  name: string;
  title: string;
  measure(): Promise<Measure[]> | Measure[];
}

/** Whether a figure meets its goal; one that is no number does not. Undefined without a goal. */
export function isMet({ value, goal }: Measure): boolean | undefined {
  if (goal === undefined) return undefined;
  if (!Number.isFinite(value)) return false;
  return 'most' in goal ? value <= goal.most : value >= goal.least;
}

/** A figure to three digits that count, as it is written for people. */
export function written(value: number): string {
  if (!Number.isFinite(value)) return 'not measured';
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString('en-US', { maximumFractionDigits: digits });
}

/** A goal as it is written for people. */
export function writtenGoal(goal: Goal | undefined): string {
  if (goal === undefined) return '';
  return 'most' in goal ? `≤ ${written(goal.most)}` : `≥ ${written(goal.least)}`;
}
