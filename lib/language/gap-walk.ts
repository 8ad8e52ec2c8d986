/**
 * The second walk, over what follows the gaps of phrases: from each place where gaps opened on over the
 * words that they may span. Few of these are words that what follows may begin with, and that is told
 * by a glance at a filter.
 */
import { longer } from './columns.ts';
import { leadsOn } from './filters.ts';
import { placeOf } from './gap-lists.ts';
import { LIST_BITS, List, type Machine, NO_MORE, ROW_BITS, Row } from './machine.ts';
import { insertMatch, type Matches } from './matches.ts';
import { addOpening, emptyOpenings, type Openings } from './openings.ts';
import { emptyWalks, isSome, reserve, type Walker, type Walks } from './walk.ts';

export interface GapWalk {
  /** Where gaps opened, to be added to: what is not yet looked behind. */
  opened: Openings;
  /**
   * Looks behind all that opened, and forgets it: no farther than `limit`. `kinds` are those of
   * the tokens.
   */
  finish(kinds: Int32Array, limit: number): void;
}

/** Of one list of gaps so many openings are looked behind at a token: more are the same words again. */
const KEPT = 3;
/** The most tokens a gap may span, marks counted that are no words of it. */
const FARTHEST = 512;
/** Behind every token. */
const NEVER = 0x7fffffff;
/** Room for a list's next openings, with one to spare, as a power of two. */
const TURN_BITS = 2;

/** A walk whose matches go into `late`. `weights`: as how many words of a gap each kind counts. */
export function createGapWalk(
  machine: Machine,
  walker: Walker,
  weights: Uint8Array,
  late: Matches,
): GapWalk {
  /** By list: where its next openings are, the nearest first, as many as are kept. */
  let turns = new Int32Array(1024 << TURN_BITS).fill(NEVER);
  /** By opening: the token up to which it is looked behind. */
  let stops = new Int32Array(1024);
  const walks = emptyWalks();
  /** By token that what follows an opening may begin with, then by walk: the opening, and the token. */
  let openings = new Int32Array(1024);
  let tokens = new Int32Array(1024);
  /** By such a token: in which state it is met, as the place of an entry. */
  let places = new Int32Array(1024);
  /** What opened behind other gaps. */
  let nested = emptyOpenings();
  const walk: GapWalk = { opened: emptyOpenings(), finish };
  return walk;

  function finish(kinds: Int32Array, limit: number): void {
    while (walk.opened.count > 0) {
      const { opened } = walk;
      setStops(opened, limit);
      lookBehind(opened, kinds, limit);
      opened.count = 0;
      walk.opened = nested;
      nested = opened;
    }
  }

  /** An opening is looked behind until as many others of its list have opened as are kept. */
  function setStops({ count, list, last, when }: Openings, limit: number): void {
    if (count > stops.length) stops = new Int32Array(count * 2);
    const room = (machine.lists.length >> LIST_BITS) << TURN_BITS;
    if (turns.length < room) {
      const before = turns.length;
      turns = longer(turns, room);
      turns.fill(NEVER, before);
    }
    for (let i = count - 1; i >= 0; i -= 1) {
      const turn = (list[i] as number) << TURN_BITS;
      const farthest = Math.min(limit - 1, (last[i] as number) + FARTHEST);
      stops[i] = Math.min(farthest, turns[turn + KEPT - 1] as number);
      turns[turn + 2] = turns[turn + 1] as number;
      turns[turn + 1] = turns[turn] as number;
      turns[turn] = when[i] as number;
    }
    for (let i = 0; i < count; i += 1) {
      const turn = (list[i] as number) << TURN_BITS;
      turns[turn] = NEVER;
      turns[turn + 1] = NEVER;
      turns[turn + 2] = NEVER;
    }
  }

  /** Goes on behind openings from each token that what follows may begin with. */
  function lookBehind(opened: Openings, kinds: Int32Array, limit: number): void {
    begin(glance(opened, kinds), kinds);
    note(walker.walkOn(walks, kinds, limit), opened);
  }

  /** Finds the tokens that what follows may begin with; how many. */
  function glance(opened: Openings, kinds: Int32Array): number {
    const { count, list: lists, last: lasts } = opened;
    const { lists: rows } = machine;
    const { words } = machine.filters;
    let seen = 0;
    for (let i = 0; i < count; i += 1) {
      const list = lists[i] as number;
      const row = list << LIST_BITS;
      const from = rows[row + List.filterFrom] as number;
      const mask = rows[row + List.filterMask] as number;
      const most = rows[row + List.longest] as number;
      const stop = stops[i] as number;
      let at = (lasts[i] as number) + 1;
      if (seen + stop - at >= places.length) enlarge(seen + stop - at + 1);
      for (let distance = 0; at <= stop && distance <= most; at += 1) {
        const kind = kinds[at] as number;
        openings[seen] = i;
        places[seen] = placeOf(list, distance);
        tokens[seen] = at;
        seen += leadsOn(words, from, mask, kind);
        distance += weights[kind] as number;
      }
    }
    return seen;
  }

  /** Begins a walk at each token that what follows does begin with. */
  function begin(seen: number, kinds: Int32Array): void {
    reserve(walks, seen);
    const { state: states, walk: own, last: lasts } = walks;
    let begun = 0;
    for (let i = 0; i < seen; i += 1) {
      const at = tokens[i] as number;
      const state = machine.next(machine.entryAt(places[i] as number), kinds[at] as number);
      states[begun] = state;
      own[begun] = begun;
      lasts[begun] = at;
      openings[begun] = openings[i] as number;
      tokens[begun] = at;
      begun += isSome(state);
    }
    walks.count = begun;
  }

  /** Notes where patterns end and where other gaps open. */
  function note(
    { count, state: states, walk: own, last: lasts }: Walks,
    { first: firsts }: Openings,
  ) {
    const { rows, endings } = machine;
    for (let i = 0; i < count; i += 1) {
      const row = (states[i] as number) << ROW_BITS;
      const walk = own[i] as number;
      const first = firsts[openings[walk] as number] as number;
      const last = lasts[i] as number;
      for (let e = rows[row + Row.ending] as number; endings[e] !== NO_MORE; e += 1)
        insertMatch(late, endings[e] as number, first, last);
      const opens = rows[row + Row.opens] as number;
      if (opens !== 0) addOpening(nested, opens, first, last, tokens[walk] as number);
    }
  }

  function enlarge(least: number): void {
    openings = longer(openings, least);
    places = longer(places, least);
    tokens = longer(tokens, least);
  }
}
