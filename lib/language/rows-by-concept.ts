/**
 * What was found in a text, concept by concept. Where it stands is kept beside it: what is looked for by
 * halving, and mostly not found, should not be looked up through the tokens.
 */
import type { MentionSource } from './mentions.ts';

/** Rows sorted by concept, and by place; those of concept `c` are `row[from[c]]` up to `row[from[c + 1]]`. */
export interface RowsByConcept {
  from: Int32Array;
  row: Int32Array;
  /** Where in the text what stands in a row begins and ends, in the order of `row`. */
  start: Int32Array;
  end: Int32Array;
}

/** The rows of what was found in a text, over so many concepts. */
export function groupRows(
  { tokens, phrases, places }: Pick<MentionSource, 'tokens' | 'phrases' | 'places'>,
  concepts: number,
): RowsByConcept {
  const { conceptOf } = phrases;
  const { phrase, first, last } = places;
  const from = new Int32Array(concepts + 1);
  for (let i = 0; i < phrase.length; i += 1) {
    const next = (conceptOf[phrase[i] as number] as number) + 1;
    from[next] = (from[next] as number) + 1;
  }
  for (let c = 0; c < concepts; c += 1) from[c + 1] = (from[c + 1] as number) + (from[c] as number);
  const row = new Int32Array(phrase.length);
  const start = new Int32Array(phrase.length);
  const end = new Int32Array(phrase.length);
  const free = from.slice();
  for (let i = 0; i < phrase.length; i += 1) {
    const concept = conceptOf[phrase[i] as number] as number;
    const at = free[concept] as number;
    row[at] = i;
    start[at] = tokens.start[first[i] as number] as number;
    end[at] = tokens.end[last[i] as number] as number;
    free[concept] = at + 1;
  }
  return { from, row, start, end };
}
