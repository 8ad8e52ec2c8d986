import type { JudgedCriterion } from '../../lib/review/judgements.ts';

/** How many judgements of the reviewer's own stand on criteria. */
export function ownCount(criteria: readonly JudgedCriterion[]): number {
  return criteria.reduce(
    (sum, { correction, dismissed = [] }) =>
      sum + dismissed.length + (correction === undefined ? 0 : 1),
    0,
  );
}
