/**
 * The second walk, over what follows the gaps of phrases: from each place where gaps opened on over the
 * words that they may span. Few of these are words that what follows may begin with, and that is told
 * by a glance at a filter.
 */
import { type GapLists, REACH_BITS } from './gap-lists.ts';
import { DEAD, type Machine, mayLeadOn, ROW_BITS, Row } from './machine.ts';
import { insertMatch, type Matches } from './matches.ts';
import { addOpening, emptyOpenings, type Openings } from './openings.ts';

export interface GapWalk {
  /** Where gaps opened, to be added to: what is not yet looked behind. */
  opened: Openings;
  /**
   * Looks behind all that opened, and forgets it: no farther than `limit`. `symbols` is what the tokens
   * are read as.
   */
  finish(symbols: Int32Array, limit: number): void;
}

/** Of one list of gaps so many openings are looked behind at a token: more are the same words again. */
const KEPT = 3;
/** Of a list's openings at hand: the latest, the oldest that is kept, and how many are kept. */
const Turn = { latest: 0, oldest: 1, kept: 2 } as const;
/** Numbers of a turn with one to spare, as a power of two. */
const TURN_BITS = 2;
/** The most tokens a gap may span, marks counted that are no words of it. */
const FARTHEST = 512;

/** A walk whose matches go into `late`. `weights`: as how many words of a gap each symbol counts. */
export function createGapWalk(
  machine: Machine,
  lists: GapLists,
  weights: Uint8Array,
  late: Matches,
): GapWalk {
  /** For each list a `Turn`; by opening the one after it of its list. */
  let turns = new Int32Array(1024);
  let after = new Int32Array(1024);
  /** By opening: the token up to which it is looked behind. */
  let stops = new Int32Array(1024);
  /** What opened behind other gaps. */
  let nested = emptyOpenings();
  const walk: GapWalk = { opened: emptyOpenings(), finish };
  return walk;

  function finish(symbols: Int32Array, limit: number): void {
    while (walk.opened.count > 0) {
      const { opened } = walk;
      setStops(opened, limit);
      for (let i = 0; i < opened.count; i += 1) lookBehind(opened, i, symbols, limit);
      opened.count = 0;
      walk.opened = nested;
      nested = opened;
    }
  }

  /** An opening is looked behind until as many others of its list have opened as are kept. */
  function setStops({ count, list, last, when }: Openings, limit: number): void {
    if (count > stops.length) {
      after = new Int32Array(count * 2);
      stops = new Int32Array(count * 2);
    }
    for (let i = 0; i < count; i += 1) {
      const own = list[i] as number;
      const turn = own << TURN_BITS;
      if (turn >= turns.length) turns = longer(turns, turn);
      stops[i] = Math.min(limit - 1, (last[i] as number) + FARTHEST);
      const latest = turns[turn + Turn.latest] as number;
      const isFirst = latest >= i || list[latest] !== own;
      turns[turn + Turn.latest] = i;
      // What a list had in an earlier part of the text is of no account.
      if (isFirst) {
        turns[turn + Turn.oldest] = i;
        turns[turn + Turn.kept] = 1;
        continue;
      }
      after[latest] = i;
      if (turns[turn + Turn.kept] === KEPT) {
        const oldest = turns[turn + Turn.oldest] as number;
        stops[oldest] = Math.min(stops[oldest] as number, when[i] as number);
        turns[turn + Turn.oldest] = after[oldest] as number;
      } else turns[turn + Turn.kept] = (turns[turn + Turn.kept] as number) + 1;
    }
  }

  /** Goes on behind an opening from each token that what follows may begin with. */
  function lookBehind(opened: Openings, index: number, symbols: Int32Array, limit: number): void {
    const list = opened.list[index] as number;
    const stop = stops[index] as number;
    const most = lists.longestOf(list);
    const nearest = entryOf(list, 0);
    const row = nearest << ROW_BITS;
    const from = machine.rows[row + Row.filterFrom] as number;
    const mask = machine.rows[row + Row.filterMask] as number;
    let distance = 0;
    for (let at = (opened.last[index] as number) + 1; at <= stop && distance <= most; at += 1) {
      const symbol = symbols[at] as number;
      if (mayLeadOn(machine.filters, from, mask, symbol)) {
        const state = machine.next(entryOf(list, distance), symbol);
        if (state !== DEAD) walkOn(state, opened.first[index] as number, at, symbols, limit);
      }
      distance += weights[symbol] as number;
    }
  }

  function entryOf(list: number, distance: number): number {
    const place = (list << REACH_BITS) + distance;
    const entry = machine.entries[place] as number;
    return entry === DEAD ? machine.enter(place) : entry;
  }

  /** Walks on from a state that token `at` leads to, for a phrase that began at `first`. */
  function walkOn(
    entered: number,
    first: number,
    at: number,
    symbols: Int32Array,
    limit: number,
  ): void {
    let state = entered;
    for (let last = at; state !== DEAD; ) {
      const { rows, accepts, filters } = machine;
      const row = state << ROW_BITS;
      const end = rows[row + Row.acceptsTo] as number;
      for (let i = rows[row + Row.acceptsFrom] as number; i < end; i += 1)
        insertMatch(late, accepts[i] as number, first, last);
      const opens = rows[row + Row.opens] as number;
      if (opens !== 0) addOpening(nested, opens, first, last, at);
      last += 1;
      if (last >= limit) break;
      const next = symbols[last] as number;
      const from = rows[row + Row.filterFrom] as number;
      if (!mayLeadOn(filters, from, rows[row + Row.filterMask] as number, next)) break;
      state = machine.next(state, next);
    }
  }
}

function longer(column: Int32Array, least: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * least);
  larger.set(column);
  return larger;
}
