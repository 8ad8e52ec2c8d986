/** Gaps that open together: a first part mostly opens several at once, and each such list has a number. */
import { createListTable, keptLists, type ListColumns, type ListTable } from './list-table.ts';

/** How far a gap may reach is less than this, a power of two. */
const REACH_BITS = 4;

/** One number for a list and so many words behind its start. */
export function placeOf(list: number, distance: number): number {
  return (list << REACH_BITS) + distance;
}

export interface GapLists {
  /** The number of a list of gaps, from 1; the same for the same list. */
  listOf(gaps: readonly number[]): number;
  /** The nodes that those gaps of a list lead to which reach over so many words, by its `placeOf`. */
  tailsOf(place: number): number[];
  /** The most words that a list's gaps reach over. */
  longestOf(list: number): number;
  columns(): ListColumns;
}

/** No lists yet of a graph's `gaps`, or those that were kept. */
export function createGapLists(gaps: ListTable, kept?: ListColumns): GapLists {
  const lists = createListTable(kept);
  if (!kept) lists.numberOf([]);

  const mostOf = (gap: number) => gaps.items[gaps.starts[gap] as number] as number;
  const tailOf = (gap: number) => gaps.items[(gaps.starts[gap] as number) + 1] as number;

  return {
    listOf: (wanted) => lists.numberOf([...new Set(wanted)].sort((a, b) => a - b)),
    tailsOf(place) {
      const distance = place & ((1 << REACH_BITS) - 1);
      const tails: number[] = [];
      for (const gap of lists.list(place >> REACH_BITS))
        if (mostOf(gap) >= distance) tails.push(tailOf(gap));
      return tails;
    },
    longestOf: (list) => Math.max(...Array.from(lists.list(list), mostOf)),
    columns: () => keptLists(lists),
  };
}
