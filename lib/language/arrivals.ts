/** Where walks arrived at the end of patterns, as columns in the order of `first`, then of `last`. */
import { longer } from './columns.ts';

export interface Arrivals {
  count: number;
  /** Which patterns end there: a place in the machine's `endings`. */
  ending: Int32Array;
  /** Tokens, `last` inclusive. */
  first: Int32Array;
  last: Int32Array;
}

const FIRST_ROOM = 1024;

/** Columns without an arrival. */
export function emptyArrivals(): Arrivals {
  return {
    count: 0,
    ending: new Int32Array(FIRST_ROOM),
    first: new Int32Array(FIRST_ROOM),
    last: new Int32Array(FIRST_ROOM),
  };
}

/** Makes room for twice as many. */
export function enlargeArrivals(arrivals: Arrivals): void {
  arrivals.ending = longer(arrivals.ending);
  arrivals.first = longer(arrivals.first);
  arrivals.last = longer(arrivals.last);
}
