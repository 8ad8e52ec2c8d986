/**
 * Which of the patterns that were found count: in each group the longest at each place, none that
 * starts inside a chosen one, and none that an exception covers.
 */
import type { Arrivals } from './arrivals.ts';
import { NO_MORE } from './machine.ts';
import { addMatch, emptyMatches, type Matches } from './matches.ts';

/** One phrase to look for. Of the phrases of one group the longest wins at each place. */
export interface Pattern {
  phrase: string;
  /** Groups are counted from 0; a match hides those of its group that start inside it. */
  group: number;
  /** True for a phrase that means something else: it hides the matches of its group that it covers. */
  except?: boolean;
}

export interface Choice {
  /** Of patterns that end at one place, begun at one place, those that can be chosen. */
  settle(patterns: readonly number[]): number[];
  /** Forgets what was chosen in another text. */
  startText(): void;
  /**
   * Chooses among the patterns that end at arrivals (`endings`: see machine.ts) and late matches, each
   * sorted by first token and all behind those of earlier calls, and adds what it chose to `chosen`.
   */
  choose(arrivals: Arrivals, endings: Int32Array, late: Matches): void;
  readonly chosen: Matches;
}

const NONE = 0x7fffffff;
/** A gap at the end of a phrase that is no alternation as a whole. */
const TRAILING_GAP = /\.\.(\d+)\s*$/;

/** How many words more an exception covers behind its last: "(wife|husband) says ..8". */
function coveredBehind({ phrase, except }: Pattern): number {
  if (!except || !TRAILING_GAP.test(phrase) || isAlternation(phrase)) return 0;
  return Number(TRAILING_GAP.exec(phrase)?.[1]);
}

function isAlternation(phrase: string): boolean {
  let depth = 0;
  for (const mark of phrase) {
    if (mark === '(') depth += 1;
    else if (mark === ')') depth -= 1;
    else if (mark === '|' && depth === 0) return true;
  }
  return false;
}

/**
 * A choice among matches of `patterns`, which are told by their indices. `reach` answers the last of
 * so many words behind a token, within its sentence.
 */
export function createChoice(
  patterns: readonly Pattern[],
  reach: (last: number, words: number) => number = (last) => last,
): Choice {
  /** Twice the group, and one more for an exception. */
  const kinds = Int32Array.from(patterns, ({ group, except }) => group * 2 + (except ? 1 : 0));
  const behind = Int32Array.from(patterns, coveredBehind);
  const groupCount = patterns.reduce((most, { group }) => Math.max(most, group + 1), 0);
  /** By kind, the last token of what counts so far: of a group, and of its exceptions beside it. */
  const ends = new Int32Array(groupCount * 2);
  /** For each kind the longest candidate at the present place: its last token and its pattern. */
  const longest = new Int32Array(groupCount * 2).fill(-1);
  const winners = new Int32Array(groupCount * 2);
  /** Kinds that have a candidate there. */
  const present = new Int32Array(groupCount * 2);
  let presentCount = 0;
  const chosen = emptyMatches();

  function settle(ending: readonly number[]): number[] {
    const best = new Map<number, number>();
    for (const pattern of ending) {
      const kind = kinds[pattern] as number;
      const other = best.get(kind);
      if (other === undefined || isBefore(pattern, other)) best.set(kind, pattern);
    }
    const hidden = (kind: number) => (kind & 1) === 0 && best.has(kind | 1);
    return [...best]
      .flatMap(([kind, pattern]) => (hidden(kind) ? [] : [pattern]))
      .sort((a, b) => a - b);
  }

  /** Of two that end at one place, the one that covers more behind it, else the earlier. */
  function isBefore(one: number, other: number): boolean {
    const [own, others] = [behind[one] as number, behind[other] as number];
    return own === others ? one < other : own > others;
  }

  /** The last token that a pattern covers. */
  function coveredTo(pattern: number, last: number): number {
    const words = behind[pattern] as number;
    return words === 0 ? last : reach(last, words);
  }

  function startText(): void {
    chosen.count = 0;
    ends.fill(-1);
  }

  function choose(arrivals: Arrivals, endings: Int32Array, late: Matches): void {
    const { count, ending, first: firsts, last: lasts } = arrivals;
    let i = 0;
    let k = 0;
    while (i < count || k < late.count) {
      const next = i < count ? (firsts[i] as number) : NONE;
      const nextLate = k < late.count ? (late.first[k] as number) : NONE;
      const first = Math.min(next, nextLate);
      if (next < nextLate && (i + 1 === count || firsts[i + 1] !== next)) {
        takeSettled(endings, ending[i] as number, next, lasts[i] as number);
        i += 1;
        continue;
      }
      for (; i < count && firsts[i] === first; i += 1) {
        const last = lasts[i] as number;
        for (let e = ending[i] as number; endings[e] !== NO_MORE; e += 1)
          compare(endings[e] as number, last);
      }
      for (; k < late.count && late.first[k] === first; k += 1)
        compare(late.pattern[k] as number, late.last[k] as number);
      settlePlace(first);
    }
  }

  /** Chooses among the patterns of one arrival, which are settled. */
  function takeSettled(endings: Int32Array, from: number, first: number, last: number): void {
    for (let e = from; endings[e] !== NO_MORE; e += 1) {
      const pattern = endings[e] as number;
      const kind = kinds[pattern] as number;
      if ((kind & 1) === 1) ends[kind] = Math.max(ends[kind] as number, coveredTo(pattern, last));
      else if (last > (ends[kind | 1] as number) && first > (ends[kind] as number)) {
        ends[kind] = last;
        addMatch(chosen, pattern, first, last);
      }
    }
  }

  /** Keeps a candidate that is longer than the other of its kind; of equals the earlier pattern. */
  function compare(pattern: number, end: number): void {
    const kind = kinds[pattern] as number;
    const last = coveredTo(pattern, end);
    const other = longest[kind] as number;
    if (other < 0) {
      present[presentCount] = kind;
      presentCount += 1;
    }
    if (last > other || (last === other && pattern < (winners[kind] as number))) {
      longest[kind] = last;
      winners[kind] = pattern;
    }
  }

  /** Chooses among those that begin at `first`. */
  function settlePlace(first: number): void {
    for (let p = 0; p < presentCount; p += 1) {
      const kind = present[p] as number;
      if ((kind & 1) === 0) continue;
      const last = longest[kind] as number;
      if ((ends[kind] as number) < last) ends[kind] = last;
    }
    for (let p = 0; p < presentCount; p += 1) {
      const kind = present[p] as number;
      const last = longest[kind] as number;
      longest[kind] = -1;
      if ((kind & 1) === 1 || last <= (ends[kind | 1] as number)) continue;
      if (first <= (ends[kind] as number)) continue;
      ends[kind] = last;
      addMatch(chosen, winners[kind] as number, first, last);
    }
    presentCount = 0;
  }

  return { settle, startText, choose, chosen };
}
