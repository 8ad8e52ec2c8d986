import type { EditionStandard } from './rulebook.ts';

/** The standards on one criterion, sorted by how the rules ask for them. */
export interface StandardsInOrder {
  /** Of the chosen edition, else of the one in force that ranks first; null where there is neither. */
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
 * `chosen` is the id of a pack that the reviewer judges by: where it speaks it comes before all.
 */
export function standardsInOrder(
  entries: readonly EditionStandard[] | undefined,
  date: string,
  chosen?: string,
): StandardsInOrder {
  // ISO dates compare as they are written
  const newestFirst = (a: EditionStandard, b: EditionStandard) => {
    const [first, second] = [a.pack.guideline.inForce.from, b.pack.guideline.inForce.from];
    return first === second ? 0 : first < second ? 1 : -1;
  };
  const current = (entries ?? [])
    .filter((entry) => inForce(entry, date))
    .sort((a, b) => a.pack.guideline.rank - b.pack.guideline.rank || newestFirst(a, b));
  const past = (entries ?? []).filter((entry) => !inForce(entry, date)).sort(newestFirst);
  const governing = entries?.find(({ pack }) => pack.id === chosen) ?? current[0] ?? null;
  return {
    governing,
    others: current.filter((entry) => entry !== governing),
    notInForce: past.filter((entry) => entry !== governing),
  };
}
