/**
 * The states of an automaton. A state is a set of graph nodes, made when a text first leads to it;
 * what it leads to on a symbol is worked out once and kept.
 */
import { type Alphabet, UNKNOWN } from './alphabet.ts';
import { type GapLists, REACH_BITS } from './gap-lists.ts';
import { type PhraseGraph, START } from './phrase-graph.ts';
import { createTransitions } from './transitions.ts';

/** No phrase goes on. */
export const DEAD = 0;
/** Where every phrase starts. */
export const ROOT = 1;

/**
 * A state's row in `rows`: which gaps it opens (the number of their list, 0 for none), where in
 * `accepts` the patterns that end there begin and end, and its filter: see `mayLeadOn`.
 */
export const Row = {
  opens: 0,
  acceptsFrom: 1,
  acceptsTo: 2,
  filterFrom: 3,
  filterMask: 4,
} as const;
/** Numbers of a row with some to spare, as a power of two. */
export const ROW_BITS = 3;

/** What has been worked out is dropped beyond this, which only a hostile text reaches. */
const MOST_STATES = 60_000;
const FIRST_STATES = 1024;
/** Bits of a filter for each symbol that leads on: fewer pass wrongly, more need more room. */
const BITS_A_SYMBOL = 16;
const LEAST_BITS = 32;
const MOST_BITS = 1 << 16;

/**
 * Whether a symbol may lead on from a state: most lead nowhere, and that is told without looking far.
 * The filter of a state is a set of bits in `filters` from the number `from` on, one less than a power of
 * two of them `mask`, in which the bit of each symbol is set that leads on; a few others share these bits.
 */
export function mayLeadOn(
  filters: Int32Array,
  from: number,
  mask: number,
  symbol: number,
): boolean {
  const bit = filterBit(symbol, mask);
  return ((filters[from + (bit >>> 5)] as number) & (1 << bit)) !== 0;
}

function filterBit(symbol: number, mask: number): number {
  return (Math.imul(symbol, 0x9e3779b1) >>> 16) & mask;
}

export interface Machine {
  /** The state after each symbol at the start; -1 where it has not been worked out. */
  begin: Int32Array;
  /** A `Row` for each state. */
  rows: Int32Array;
  /** The patterns that end at states, one state's after the other's. */
  accepts: Int32Array;
  /** The filters of all states: see `mayLeadOn`. */
  filters: Int32Array;
  /** The state after a symbol, which its filter has let pass. */
  next(state: number, symbol: number): number;
  /** Works out the state after a symbol at the start. */
  beginWith(symbol: number): number;
  /**
   * The state in which what follows the gaps of a list is begun, so many words behind their start, at
   * `(list << REACH_BITS) + distance`; DEAD where it has not been worked out.
   */
  entries: Int32Array;
  /** Works out an entry. */
  enter(at: number): number;
  /** Whether so much has been worked out that it is time to forget it. */
  isFull(): boolean;
  /** Drops all states but the first two. Not to be called during a walk. */
  forget(): void;
}

/** An empty machine. `settle` leaves, of patterns that end at one place, those that can be chosen. */
export function createMachine(
  graph: PhraseGraph,
  alphabet: Alphabet,
  settle: (patterns: number[]) => number[],
  gapLists: GapLists,
): Machine {
  const { size, passable } = alphabet;
  const targets = createTransitions(size);
  const most = Math.min(MOST_STATES, targets.mostStates >> 1);
  let sets: Int32Array[] = [];
  /** States by a hash of their sets. */
  let bySet = new Map<number, number[]>();
  /**
   * For a state that was only passed through, where it was passed from; ROOT for one in which something
   * is begun behind a gap, where nothing ends and nothing may be passed; else DEAD.
   */
  let stayed: number[] = [];
  let accepted = 0;
  /** The first number of `filters` that no state has. The very first has no bit: nothing leads on. */
  let filtered = 1;

  const machine: Machine = {
    begin: new Int32Array(size),
    rows: new Int32Array(FIRST_STATES << ROW_BITS),
    filters: new Int32Array(FIRST_STATES),
    accepts: new Int32Array(FIRST_STATES),
    next,
    beginWith(symbol) {
      const state = targetOf(ROOT, symbol);
      machine.begin[symbol] = state;
      return state;
    },
    entries: new Int32Array(FIRST_STATES),
    enter(at) {
      const distance = at & ((1 << REACH_BITS) - 1);
      const state = stateOf(gapLists.tailsOf(at >> REACH_BITS, distance), ROOT);
      machine.entries[at] = state;
      // Only the nearest entry of a list is asked: it lets pass what any other does.
      if (distance === 0 && machine.rows[(state << ROW_BITS) + Row.filterMask] === 0) admit(state);
      return state;
    },
    isFull: () => sets.length > most,
    forget,
  };
  forget();
  return machine;

  function forget(): void {
    sets = [];
    machine.entries.fill(DEAD);
    bySet = new Map();
    stayed = [];
    accepted = 0;
    machine.filters.fill(0, 0, filtered);
    filtered = 1;
    machine.begin.fill(-1);
    machine.begin[UNKNOWN] = DEAD;
    targets.clear();
    createState(Int32Array.of(), DEAD);
    createState(Int32Array.of(START), DEAD);
  }

  function next(state: number, symbol: number): number {
    if (symbol === UNKNOWN) return DEAD;
    const known = targets.get(state, symbol);
    if (known >= 0) return known;
    const target = targetOf(state, symbol);
    targets.set(state, symbol, target);
    return target;
  }

  function targetOf(state: number, symbol: number): number {
    const labels = alphabet.labelsOf(symbol);
    const passes = state !== ROOT && stayed[state] !== ROOT && passable.has(symbol);
    const reached: number[] = [];
    for (const id of sets[state] as Int32Array) {
      const { edges } = graph.node(id);
      let onward = false;
      for (const label of labels) {
        const nodes = edges.get(label);
        if (nodes === undefined) continue;
        onward = true;
        for (const to of nodes) reached.push(to);
      }
      // A hyphen or a possessive between the words of a phrase leaves it where it is.
      if (passes && !onward && edges.size > 0) reached.push(id);
    }
    return reached.length === 0 ? DEAD : stateOf(reached, passes ? state : DEAD);
  }

  /** The state of a set of nodes, and of what `stayed` says of it; nothing that ended ends again. */
  function stateOf(nodes: readonly number[], passed: number = DEAD): number {
    const sorted = Int32Array.from(nodes.length === 1 ? nodes : new Set(nodes)).sort();
    let hash = passed;
    for (const id of sorted) hash = Math.imul(hash ^ id, 0x01000193);
    const alike = bySet.get(hash);
    const known = alike?.find((state) => stayed[state] === passed && isSame(sets[state], sorted));
    if (known !== undefined) return known;
    const state = createState(sorted, passed);
    if (alike === undefined) bySet.set(hash, [state]);
    else alike.push(state);
    return state;
  }

  function createState(set: Int32Array, passed: number): number {
    const state = sets.push(set) - 1;
    stayed.push(passed);
    const row = state << ROW_BITS;
    if (row >= machine.rows.length) machine.rows = longer(machine.rows);
    machine.rows.fill(0, row, row + (1 << ROW_BITS));
    const before = new Set(passed === DEAD ? [] : sets[passed]);
    const accepts: number[] = [];
    const opens: number[] = [];
    for (const id of passed === ROOT ? [] : set) {
      if (before.has(id)) continue;
      const node = graph.node(id);
      for (const accept of node.accepts) accepts.push(accept);
      for (const gap of node.opens) opens.push(gap);
    }
    if (passed !== ROOT) admit(state);
    if (opens.length > 0) {
      const list = gapLists.listOf(opens);
      machine.rows[row + Row.opens] = list;
      if ((list + 1) << REACH_BITS > machine.entries.length)
        machine.entries = longer(machine.entries);
    }
    machine.rows[row + Row.acceptsFrom] = accepted;
    for (const pattern of settle(accepts)) {
      if (accepted === machine.accepts.length) machine.accepts = longer(machine.accepts);
      machine.accepts[accepted] = pattern;
      accepted += 1;
    }
    machine.rows[row + Row.acceptsTo] = accepted;
    return state;
  }

  /** Makes the filter of a state. */
  function admit(state: number): void {
    const symbols: number[] = [];
    for (const id of sets[state] as Int32Array) {
      // The start is asked by `begin`, not by its filter.
      if (id === START) continue;
      for (const label of graph.node(id).edges.keys())
        for (const symbol of alphabet.symbolsOf(label)) symbols.push(symbol);
    }
    if (symbols.length === 0) return;
    if (stayed[state] !== ROOT) symbols.push(...passable);
    const row = state << ROW_BITS;
    let bits = LEAST_BITS;
    while (bits < symbols.length * BITS_A_SYMBOL && bits < MOST_BITS) bits *= 2;
    const from = filtered;
    filtered += bits >>> 5;
    while (filtered > machine.filters.length) machine.filters = longer(machine.filters);
    machine.rows[row + Row.filterFrom] = from;
    machine.rows[row + Row.filterMask] = bits - 1;
    for (const symbol of symbols) {
      const bit = filterBit(symbol, bits - 1);
      const at = from + (bit >>> 5);
      machine.filters[at] = (machine.filters[at] as number) | (1 << bit);
    }
  }
}

function longer(column: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(column.length * 2);
  larger.set(column);
  return larger;
}

function isSame(set: Int32Array | undefined, other: Int32Array): boolean {
  return set?.length === other.length && set.every((id, i) => id === other[i]);
}
