/**
 * The states of an automaton. A state is a set of graph nodes, made when a text first leads to it;
 * what it leads to on a kind of symbol is worked out once and kept.
 */
import { type Alphabet, NO_KIND } from './alphabet.ts';
import { longer } from './columns.ts';
import { createFilters, type Filters, Unmade } from './filters.ts';
import { type GapLists, placeOf } from './gap-lists.ts';
import { type PhraseGraph, START } from './phrase-graph.ts';
import { createTransitions } from './transitions.ts';

/** No phrase goes on. */
export const DEAD = 0;
/** Where every phrase starts. */
export const ROOT = 1;

/**
 * A state's row in `rows`: which gaps it opens (the number of their list, 0 for none), where in
 * `endings` the patterns begin that end there (0 for none), and its filter.
 */
export const Row = { opens: 0, ending: 1, filterFrom: 2, filterMask: 3 } as const;
/** Numbers of a row, as a power of two. */
export const ROW_BITS = 2;

/** A list of gaps' row in `lists`: the most words they reach over, and a filter for what may follow them. */
export const List = { longest: 0, filterFrom: 1, filterMask: 2 } as const;
/** Numbers of such a row with one to spare, as a power of two. */
export const LIST_BITS = 2;

/** What stands behind the patterns of a state in `endings`. */
export const NO_MORE = -1;

/** What has been worked out is dropped beyond this, which only a hostile text reaches. */
const MOST_STATES = 60_000;
const FIRST_STATES = 1024;
const NONE = new Int32Array(0);

export interface Machine {
  /** The state after each symbol at the start; -1 where it has not been worked out. */
  begin: Int32Array;
  /** A `Row` for each state. */
  rows: Int32Array;
  /** The patterns that end at states, one state's after the other's, and behind each `NO_MORE`. */
  endings: Int32Array;
  /** The filters of all states and lists. */
  filters: Filters;
  /** The state after a symbol of a kind, which the state's filter has let pass. */
  next(state: number, kind: number): number;
  /** Works out the state after a symbol at the start. */
  beginWith(symbol: number): number;
  /** A `List` for each list of gaps. */
  lists: Int32Array;
  /** The state in which what follows the gaps of a list is begun, by list and distance: see `placeOf`. */
  entryAt(place: number): number;
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
  /** By place; DEAD where it has not been worked out. */
  let entries = new Int32Array(FIRST_STATES);
  /** The first number of `endings` that no state has. */
  let ended = 1;
  const filters = createFilters(graph, alphabet);

  const machine: Machine = {
    begin: new Int32Array(size),
    rows: new Int32Array(FIRST_STATES << ROW_BITS),
    filters,
    endings: new Int32Array(FIRST_STATES).fill(NO_MORE),
    next,
    beginWith(symbol) {
      const reached = alphabet.labelsOf(symbol).flatMap(graph.begin);
      const state = reached.length === 0 ? DEAD : stateOf(reached);
      machine.begin[symbol] = state;
      return state;
    },
    lists: new Int32Array(FIRST_STATES),
    entryAt,
    isFull: () => sets.length > most,
    forget,
  };
  forget();
  return machine;

  function forget(): void {
    sets = [];
    entries.fill(DEAD);
    machine.lists.fill(0);
    bySet = new Map();
    stayed = [];
    ended = 1;
    filters.clear();
    machine.begin.fill(-1);
    targets.clear();
    createState(Int32Array.of(), DEAD);
    createState(Int32Array.of(START), DEAD);
  }

  function next(state: number, kind: number): number {
    if (kind === NO_KIND) return DEAD;
    const known = targets.get(state, kind);
    if (known >= 0) return known;
    const passes = stayed[state] !== ROOT && passable.has(kind);
    const target = targetOf(state, alphabet.labelsOfKind(kind), passes);
    targets.set(state, kind, target);
    if (target === DEAD) makeFilter(state);
    return target;
  }

  /** Makes the filter of a state from which a second kind led nowhere. */
  function makeFilter(state: number): void {
    const { rows } = machine;
    const at = (state << ROW_BITS) + Row.filterFrom;
    if (rows[at] === Unmade.untried) rows[at] = Unmade.tried;
    else if (rows[at] === Unmade.tried) filters.add(sets[state] as Int32Array, rows, at);
  }

  function targetOf(state: number, labels: readonly number[], passes: boolean): number {
    const reached: number[] = [];
    for (const id of sets[state] as Int32Array) {
      const { edges } = graph.node(id);
      const before = reached.length;
      for (let i = 0; i < edges.length; i += 2) {
        // few labels, and this is the innermost loop of a first reading
        for (let l = 0; l < labels.length; l += 1)
          if (labels[l] === edges[i]) reached.push(edges[i + 1] as number);
      }
      // A hyphen or a possessive between the words of a phrase leaves it where it is.
      if (passes && reached.length === before && edges.length > 0) reached.push(id);
    }
    return reached.length === 0 ? DEAD : stateOf(reached, passes ? state : DEAD);
  }

  /** The state of a set of nodes, and of what `stayed` says of it; nothing that ended ends again. */
  function stateOf(nodes: readonly number[], passed: number = DEAD): number {
    const sorted = sortedOnce(nodes);
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
    const before = passed === DEAD ? undefined : new Set(sets[passed]);
    const accepts: number[] = [];
    const opens: number[] = [];
    let goesOn = false;
    for (const id of passed === ROOT ? NONE : set) {
      const node = graph.node(id);
      goesOn ||= node.edges.length > 0;
      if (before?.has(id)) continue;
      for (const accept of node.accepts) accepts.push(accept);
      for (const gap of node.opens) opens.push(gap);
    }
    if (goesOn) machine.rows[row + Row.filterFrom] = Unmade.untried;
    if (opens.length > 0) machine.rows[row + Row.opens] = listOf(opens);
    if (accepts.length > 0) machine.rows[row + Row.ending] = end(settle(accepts));
    return state;
  }

  /** Where in `endings` these patterns begin. */
  function end(patterns: readonly number[]): number {
    const from = ended;
    ended += patterns.length + 1;
    if (ended > machine.endings.length) machine.endings = longer(machine.endings, ended);
    machine.endings.set(patterns, from);
    machine.endings[ended - 1] = NO_MORE;
    return from;
  }

  /** The number of the list of gaps that open together. */
  function listOf(opens: readonly number[]): number {
    const list = gapLists.listOf(opens);
    const row = list << LIST_BITS;
    if (row >= machine.lists.length) machine.lists = longer(machine.lists);
    if (machine.lists[row + List.longest] === 0) {
      machine.lists[row + List.longest] = gapLists.longestOf(list);
      // Where only some of the gaps reach, less may follow than right behind them.
      filters.addExact(gapLists.tailsOf(placeOf(list, 0)), machine.lists, row + List.filterFrom);
    }
    return list;
  }

  function entryAt(place: number): number {
    if (place >= entries.length) entries = longer(entries, place + 1);
    let state = entries[place] as number;
    if (state === DEAD) {
      state = stateOf(gapLists.tailsOf(place), ROOT);
      entries[place] = state;
    }
    return state;
  }
}

/** Each number once, ascending. */
function sortedOnce(numbers: readonly number[]): Int32Array {
  const sorted = new Int32Array(numbers);
  if (sorted.length === 1) return sorted;
  sorted.sort();
  let kept = 0;
  for (let i = 0; i < sorted.length; i += 1)
    if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[kept++] = sorted[i] as number;
  return kept === sorted.length ? sorted : sorted.slice(0, kept);
}

function isSame(set: Int32Array | undefined, other: Int32Array): boolean {
  return set?.length === other.length && set.every((id, i) => id === other[i]);
}
