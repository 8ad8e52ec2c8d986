/** Where patterns were found, as columns; of what overlaps, which is chosen. */
import { longer } from './columns.ts';

/** Matches as columns, sorted by their first token. */
export interface Matches {
  count: number;
  /** Index of the pattern. */
  pattern: Int32Array;
  /** Tokens, `last` inclusive. */
  first: Int32Array;
  last: Int32Array;
}

const FIRST_ROOM = 1024;
/** Columns of up to so many numbers are kept from one text for the next. */
export const KEPT_ROOM = 1 << 17;

/** Columns without a match, which grow as matches are added. */
export function emptyMatches(): Matches {
  return {
    count: 0,
    pattern: new Int32Array(FIRST_ROOM),
    first: new Int32Array(FIRST_ROOM),
    last: new Int32Array(FIRST_ROOM),
  };
}

/** Drops all matches, and the room of a long text. */
export function clearMatches(matches: Matches): void {
  matches.count = 0;
  if (matches.pattern.length > KEPT_ROOM) Object.assign(matches, emptyMatches());
}

/** Adds a match behind all others. Tokens are counted from 0, `last` inclusive. */
export function addMatch(matches: Matches, pattern: number, first: number, last: number): void {
  const at = matches.count;
  if (at === matches.pattern.length) enlarge(matches);
  matches.pattern[at] = pattern;
  matches.first[at] = first;
  matches.last[at] = last;
  matches.count = at + 1;
}

/** Adds a match in the order of first tokens, then of last ones, then of patterns; it begins not far back. */
export function insertMatch(matches: Matches, pattern: number, first: number, last: number): void {
  addMatch(matches, pattern, first, last);
  let at = matches.count - 1;
  for (; at > 0 && isBehind(matches, at - 1, pattern, first, last); at -= 1) {
    matches.pattern[at] = matches.pattern[at - 1] as number;
    matches.first[at] = matches.first[at - 1] as number;
    matches.last[at] = matches.last[at - 1] as number;
  }
  matches.pattern[at] = pattern;
  matches.first[at] = first;
  matches.last[at] = last;
}

function isBehind(matches: Matches, at: number, pattern: number, first: number, last: number) {
  if (matches.first[at] !== first) return (matches.first[at] as number) > first;
  if (matches.last[at] !== last) return (matches.last[at] as number) > last;
  return (matches.pattern[at] as number) > pattern;
}

/** The same matches in columns of their own, just as long as they need be, in one piece of memory. */
export function copyMatches({ count, pattern, first, last }: Matches): Matches {
  const memory = new Int32Array(3 * count);
  memory.set(pattern.subarray(0, count));
  memory.set(first.subarray(0, count), count);
  memory.set(last.subarray(0, count), 2 * count);
  return {
    count,
    pattern: memory.subarray(0, count),
    first: memory.subarray(count, 2 * count),
    last: memory.subarray(2 * count),
  };
}

function enlarge(matches: Matches): void {
  matches.pattern = longer(matches.pattern);
  matches.first = longer(matches.first);
  matches.last = longer(matches.last);
}
