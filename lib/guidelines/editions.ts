import type { EditionStandard } from './rulebook.ts';

/** The standards on one criterion, sorted by how the rules ask for them. */
export interface StandardsInOrder {
  /** Of the edition in force that ranks first; null where none is in force. */
  governing: EditionStandard | null;
  /** In force as well, by rank. */
  others: EditionStandard[];
  /** Not in force on the date, newest first. */
  notInForce: EditionStandard[];
}

/** Whether an edition is in force on a date (ISO, YYYY-MM-DD). */
export function inForce(entry: EditionStandard, date: string): boolean {
  const { from, to } = entry.pack.guideline.inForce;
  return from <= date && (to === undefined || date <= to);
}

/**
 * Sorts the standards on a criterion for a date. Rank follows 8 CCR 9792.21.1: the MTUS first, then
 * ACOEM or ODG, then other guidelines. Within one rank the newer edition comes first.
 */
export function standardsInOrder(
  entries: readonly EditionStandard[] | undefined,
  date: string,
): StandardsInOrder {
  const newestFirst = (a: EditionStandard, b: EditionStandard) =>
    b.pack.guideline.inForce.from.localeCompare(a.pack.guideline.inForce.from);
  const current = (entries ?? [])
    .filter((entry) => inForce(entry, date))
    .sort((a, b) => a.pack.guideline.rank - b.pack.guideline.rank || newestFirst(a, b));
  const notInForce = (entries ?? []).filter((entry) => !inForce(entry, date)).sort(newestFirst);
  return { governing: current[0] ?? null, others: current.slice(1), notInForce };
}
