/**
 * The gaps that stand open on a walk through a text: what was begun and may go on behind other words.
 * A first part mostly opens several gaps at once, and a list of gaps that open together has a number.
 */
import type { GapEntry } from './phrase-graph.ts';

/** First parts kept for each list: more of them within one gap's reach are the same words again. */
const KEPT = 3;
const FIRST_ROOM = 64;
/** How far a gap may reach is less than this, a power of two. */
export const REACH_BITS = 4;

/**
 * What is known of an open list of gaps: the distance from the text's start that its longest gap
 * reaches to, the last token of the part that opened it, where its entries stand (see `entries` in
 * machine.ts) less the distance they count from, the first token of the phrase, and its number.
 */
export const Open = { until: 0, last: 1, entries: 2, first: 3, list: 4 } as const;
/** Numbers of an open list, as a power of two. */
export const OPEN_BITS = 3;
const STEP = 1 << OPEN_BITS;

export interface OpenGaps {
  /** The number of a list of gaps, from 1; the same for the same list. */
  listOf(gaps: readonly number[]): number;
  /** The nodes that those gaps of a list lead to which reach over so many words. */
  tailsOf(list: number, distance: number): number[];
  /** Closes all gaps. */
  closeAll(): void;
  /** Opens a list for a phrase that began at `first` and whose part ended at `last`, so far on in the text. */
  open(list: number, first: number, last: number, distance: number): void;
  /** Closes what stands at a place in `rows`; what stood last takes its place. */
  close(at: number): void;
  /** An `Open` for each list that stands open, up to `end`. */
  rows: Int32Array;
  end: number;
}

/** No open gaps of a graph's `gaps`. */
export function createOpenGaps(gaps: readonly GapEntry[]): OpenGaps {
  const numbers = new Map<string, number>();
  const lists: (readonly GapEntry[])[] = [[]];
  const longest: number[] = [0];
  /** How often each list stands open. */
  const times: number[] = [0];

  const gapsOpen: OpenGaps = {
    rows: new Int32Array(FIRST_ROOM << OPEN_BITS),
    end: 0,
    listOf(wanted) {
      const unique = [...new Set(wanted)].sort((a, b) => a - b);
      const key = unique.join(' ');
      let number = numbers.get(key);
      if (number === undefined) {
        const entries = unique.map((gap) => gaps[gap] as GapEntry);
        number = lists.push(entries) - 1;
        longest.push(Math.max(...entries.map(({ most }) => most)));
        times.push(0);
        numbers.set(key, number);
      }
      return number;
    },
    tailsOf: (list, distance) =>
      (lists[list] as readonly GapEntry[])
        .filter(({ most }) => most >= distance)
        .map(({ tail }) => tail),
    closeAll() {
      while (gapsOpen.end > 0) gapsOpen.close(0);
    },
    open(list, first, last, distance) {
      const at = placeFor(list);
      const { rows } = gapsOpen;
      rows[at + Open.until] = distance + (longest[list] as number);
      rows[at + Open.last] = last;
      rows[at + Open.entries] = (list << REACH_BITS) - distance;
      rows[at + Open.first] = first;
      rows[at + Open.list] = list;
    },
    close(at) {
      const { rows } = gapsOpen;
      const list = rows[at + Open.list] as number;
      times[list] = (times[list] as number) - 1;
      gapsOpen.end -= STEP;
      const { end } = gapsOpen;
      for (let i = 0; i <= Open.list; i += 1) rows[at + i] = rows[end + i] as number;
    },
  };
  return gapsOpen;

  /** A new place, or that of the list's opening that ended first when it stands open often. */
  function placeFor(list: number): number {
    if (times[list] === KEPT) return oldestOf(list);
    times[list] = (times[list] as number) + 1;
    const { rows, end } = gapsOpen;
    if (end === rows.length) {
      gapsOpen.rows = new Int32Array(rows.length * 2);
      gapsOpen.rows.set(rows);
    }
    gapsOpen.end = end + STEP;
    return end;
  }

  function oldestOf(list: number): number {
    const { rows, end } = gapsOpen;
    let oldest = -1;
    for (let at = 0; at < end; at += STEP) {
      if (rows[at + Open.list] !== list) continue;
      if (oldest < 0 || (rows[at + Open.last] as number) < (rows[oldest + Open.last] as number))
        oldest = at;
    }
    return oldest;
  }
}
