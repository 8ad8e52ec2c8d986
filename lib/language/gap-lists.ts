/** Gaps that open together: a first part mostly opens several at once, and each such list has a number. */
import type { GapEntry } from './phrase-graph.ts';

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
}

/** No lists yet of a graph's `gaps`. */
export function createGapLists(gaps: readonly GapEntry[]): GapLists {
  const numbers = new Map<string, number>();
  const lists: (readonly GapEntry[])[] = [[]];
  const longest: number[] = [0];
  return {
    listOf(wanted) {
      const unique = [...new Set(wanted)].sort((a, b) => a - b);
      const key = unique.join(' ');
      let number = numbers.get(key);
      if (number === undefined) {
        const entries = unique.map((gap) => gaps[gap] as GapEntry);
        number = lists.push(entries) - 1;
        longest.push(Math.max(...entries.map(({ most }) => most)));
        numbers.set(key, number);
      }
      return number;
    },
    tailsOf(place) {
      const distance = place & ((1 << REACH_BITS) - 1);
      return (lists[place >> REACH_BITS] as readonly GapEntry[])
        .filter(({ most }) => most >= distance)
        .map(({ tail }) => tail);
    },
    longestOf: (list) => longest[list] as number,
  };
}
