/**
 * Walks over a machine's states, all that begin in one part of a text together: each goes on by one token,
 * then each by another, until none leads on. So what one walk looks up need not be there before the
 * next one asks, and memory is waited for once and not once for each. Nothing that depends on what was
 * looked up is a branch: it is written in any case, and counted if it holds.
 */
import { longer } from './columns.ts';
import { leadsOn } from './filters.ts';
import { type Machine, ROW_BITS, Row } from './machine.ts';

/** Where walks are, as columns. */
export interface Walks {
  count: number;
  state: Int32Array;
  /** Which walk it is: in the order in which they began. */
  walk: Int32Array;
  /** The token that led to the state. */
  last: Int32Array;
}

const FIRST_ROOM = 1024;

/** Columns without a walk. */
export function emptyWalks(): Walks {
  return {
    count: 0,
    state: new Int32Array(FIRST_ROOM),
    walk: new Int32Array(FIRST_ROOM),
    last: new Int32Array(FIRST_ROOM),
  };
}

/** Makes room for `least` walks. */
export function reserve(walks: Walks, least: number): void {
  if (least <= walks.state.length) return;
  walks.state = longer(walks.state, least);
  walks.walk = longer(walks.walk, least);
  walks.last = longer(walks.last, least);
}

export interface Walker {
  /**
   * Walks on from where `walks` are, none beyond `limit`, and leaves none: the states that were reached in
   * which patterns end or gaps open, walk by walk. They are valid until the next call.
   */
  walkOn(walks: Walks, kinds: Int32Array, limit: number): Walks;
}

/** A walker over a machine. */
export function createWalker(machine: Machine): Walker {
  const reached = emptyWalks();
  const inOrder = emptyWalks();
  /** By walk: how many states it reached, then where the next of them belongs. */
  let places = new Int32Array(FIRST_ROOM);

  function walkOn(walks: Walks, kinds: Int32Array, limit: number): Walks {
    const begun = walks.count;
    reached.count = 0;
    while (walks.count > 0) {
      look(walks, kinds, limit);
      goOn(walks, kinds);
    }
    return sort(begun);
  }

  /** Notes what is reached, and keeps those walks that may lead on, each a token farther. */
  function look(walks: Walks, kinds: Int32Array, limit: number): void {
    reserve(reached, reached.count + walks.count);
    const { rows } = machine;
    const { words } = machine.filters;
    const { count: all, state: states, walk: own, last: lasts } = walks;
    const { state: reachedStates, walk: reachedBy, last: reachedLasts } = reached;
    let { count } = reached;
    let kept = 0;
    for (let i = 0; i < all; i += 1) {
      const state = states[i] as number;
      const walk = own[i] as number;
      const last = lasts[i] as number;
      const row = state << ROW_BITS;
      reachedStates[count] = state;
      reachedBy[count] = walk;
      reachedLasts[count] = last;
      count += isSome((rows[row + Row.ending] as number) | (rows[row + Row.opens] as number));
      const next = last + 1;
      const from = rows[row + Row.filterFrom] as number;
      states[kept] = state;
      own[kept] = walk;
      lasts[kept] = next;
      const mask = rows[row + Row.filterMask] as number;
      kept += leadsOn(words, from, mask, kinds[next] as number) & isSome(limit - next);
    }
    reached.count = count;
    walks.count = kept;
  }

  /** Takes each walk to the state that its token leads to, and keeps those that lead to one. */
  function goOn(walks: Walks, kinds: Int32Array): void {
    const { count, state: states, walk: own, last: lasts } = walks;
    let kept = 0;
    for (let i = 0; i < count; i += 1) {
      const last = lasts[i] as number;
      const state = machine.next(states[i] as number, kinds[last] as number);
      states[kept] = state;
      own[kept] = own[i] as number;
      lasts[kept] = last;
      kept += isSome(state);
    }
    walks.count = kept;
  }

  /** What was reached, walk by walk and each from its first token on. */
  function sort(begun: number): Walks {
    const { count, state, walk, last } = reached;
    reserve(inOrder, count);
    inOrder.count = count;
    if (begun >= places.length) places = new Int32Array(begun * 2);
    places.fill(0, 0, begun + 1);
    for (let i = 0; i < count; i += 1) {
      const behind = (walk[i] as number) + 1;
      places[behind] = (places[behind] as number) + 1;
    }
    for (let w = 0; w < begun; w += 1)
      places[w + 1] = (places[w + 1] as number) + (places[w] as number);
    for (let i = 0; i < count; i += 1) {
      const own = walk[i] as number;
      const place = places[own] as number;
      places[own] = place + 1;
      inOrder.state[place] = state[i] as number;
      inOrder.walk[place] = own;
      inOrder.last[place] = last[i] as number;
    }
    return inOrder;
  }

  return { walkOn };
}

/** 1 for a number above 0, else 0, without a branch. */
export function isSome(count: number): number {
  return -count >>> 31;
}
