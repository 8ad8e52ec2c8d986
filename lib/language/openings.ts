/** Where first parts of phrases opened lists of gaps, as columns in the order of `when`. */
import { longer } from './columns.ts';

export interface Openings {
  count: number;
  /** The number of the list: see gap-lists.ts. */
  list: Int32Array;
  /** The first token of the phrase, and the last of the part that opened the gaps. */
  first: Int32Array;
  last: Int32Array;
  /** The first token of the part that opened the gaps. */
  when: Int32Array;
}

const FIRST_ROOM = 1024;

/** Columns without an opening, which grow as openings are added. */
export function emptyOpenings(): Openings {
  return {
    count: 0,
    list: new Int32Array(FIRST_ROOM),
    first: new Int32Array(FIRST_ROOM),
    last: new Int32Array(FIRST_ROOM),
    when: new Int32Array(FIRST_ROOM),
  };
}

/** Adds an opening behind all of earlier or the same `when`, which are mostly all. */
export function addOpening(
  openings: Openings,
  list: number,
  first: number,
  last: number,
  when: number,
): void {
  if (openings.count === openings.list.length) enlargeOpenings(openings);
  const { list: lists, first: firsts, last: lasts, when: whens } = openings;
  let at = openings.count;
  for (; at > 0 && (whens[at - 1] as number) > when; at -= 1) {
    lists[at] = lists[at - 1] as number;
    firsts[at] = firsts[at - 1] as number;
    lasts[at] = lasts[at - 1] as number;
    whens[at] = whens[at - 1] as number;
  }
  lists[at] = list;
  firsts[at] = first;
  lasts[at] = last;
  whens[at] = when;
  openings.count += 1;
}

/** Makes room for twice as many. */
export function enlargeOpenings(openings: Openings): void {
  openings.list = longer(openings.list);
  openings.first = longer(openings.first);
  openings.last = longer(openings.last);
  openings.when = longer(openings.when);
}
