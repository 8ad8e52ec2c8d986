/**
 * The gaps that stand open on a walk through a text: for each, the latest first parts of phrases,
 * with the token they began at and the token they ended at.
 */
import { GAP_MARKS } from './alphabet.ts';
import type { GapEntry } from './phrase-graph.ts';
import { markAt, TokenKind, type Tokens } from './tokens.ts';

/** First parts kept for each gap: more of them within one gap's reach are the same words again. */
const KEPT = 3;
/** What no gap may pass counts as more words than the longest gap has. */
const WALL = 16;
/** Marks between a label and its answer count as a word. */
const COUNTED = new Set([...':='].map((mark) => mark.charCodeAt(0)));
const PASSED = new Set([...GAP_MARKS].map((mark) => mark.charCodeAt(0)));

export interface OpenGaps {
  /** Opens a gap for a phrase that began at `first` and whose part ended at `last`. */
  open(gap: number, first: number, last: number): void;
  /**
   * Where the phrases began whose gap reaches to token `at`: fills `begun` and returns their number.
   * The list is valid until the next call.
   */
  reaching(gap: number, at: number): number;
  readonly begun: Int32Array;
  /** For each gap the distance up to which it may be open; beyond it, it surely is not. */
  readonly until: Int32Array;
  /** The distance of each token from the text's start, as gaps count it. */
  readonly distances: Int32Array;
}

/** No gap open. `bounds` holds the first token of each sentence: no gap passes one. */
export function createOpenGaps(
  tokens: Tokens,
  gaps: readonly GapEntry[],
  bounds: Int32Array | undefined,
): OpenGaps {
  const firsts = new Int32Array(gaps.length * KEPT).fill(-1);
  const lasts = new Int32Array(gaps.length * KEPT);
  const turns = new Uint8Array(gaps.length);
  const begun = new Int32Array(KEPT);
  const until = new Int32Array(gaps.length).fill(-1);
  const distances = measure(tokens, bounds);

  function reaching(gap: number, at: number): number {
    const { most } = gaps[gap] as GapEntry;
    let count = 0;
    for (let i = gap * KEPT; i < (gap + 1) * KEPT; i += 1) {
      const last = lasts[i] as number;
      if ((firsts[i] as number) < 0 || last >= at) continue;
      if ((distances[at] as number) - (distances[last + 1] as number) > most) continue;
      begun[count] = firsts[i] as number;
      count += 1;
    }
    return count;
  }

  return {
    begun,
    until,
    distances,
    reaching,
    open(gap, first, last) {
      const reach = (distances[last + 1] as number) + (gaps[gap] as GapEntry).most;
      if (reach > (until[gap] as number)) until[gap] = reach;
      const turn = turns[gap] as number;
      firsts[gap * KEPT + turn] = first;
      lasts[gap * KEPT + turn] = last;
      turns[gap] = (turn + 1) % KEPT;
    },
  };
}

/** Before each token: the words so far, with a wall for each mark and each sentence that ends a gap. */
function measure(tokens: Tokens, bounds: Int32Array | undefined): Int32Array {
  const distances = new Int32Array(tokens.count + 1);
  let bound = 0;
  let distance = 0;
  for (let i = 0; i < tokens.count; i += 1) {
    if (bounds !== undefined && bounds[bound] === i) {
      bound += 1;
      distance += WALL;
    }
    distances[i] = distance;
    if (tokens.kind[i] !== TokenKind.mark) distance += 1;
    else if (COUNTED.has(markAt(tokens, i))) distance += 1;
    else if (!PASSED.has(markAt(tokens, i))) distance += WALL;
  }
  distances[tokens.count] = distance;
  return distances;
}
