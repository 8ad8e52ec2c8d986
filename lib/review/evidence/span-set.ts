import { firstFrom } from './case-index.ts';
import type { Span } from './scopes.ts';

/** Stretches of one text, asked in logarithmic time whether a place shares a character with one. */
export interface SpanSet {
  touches(place: Span): boolean;
}

/** The set of `spans`, in any order, overlapping or not. */
export function createSpanSet(spans: readonly Span[]): SpanSet {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  /** The farthest end of each span and all before it. */
  const ends = new Int32Array(sorted.length);
  let farthest = 0;
  sorted.forEach(({ end }, at) => {
    farthest = Math.max(farthest, end);
    ends[at] = farthest;
  });
  return {
    touches({ start, end }) {
      const before = firstFrom(sorted, end) - 1;
      return before >= 0 && (ends[before] as number) > start;
    },
  };
}
