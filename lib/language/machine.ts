/**
 * The states of an automaton. A state is a set of graph nodes, made when a text first leads to it;
 * what it leads to on a kind of symbol is worked out once and kept.
 */
import { type Alphabet, NO_KIND, WALL_KIND } from './alphabet.ts';
import { longer } from './columns.ts';
import { createFilters, type FilterColumns, type Filters, Unmade } from './filters.ts';
import { type GapLists, placeOf } from './gap-lists.ts';
import { createListTable, keptLists, type ListColumns } from './list-table.ts';
import type { PhraseGraph } from './phrase-graph.ts';
import { createTransitions, type TransitionColumns } from './transitions.ts';

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

/** What has been worked out is dropped beyond this: hostile texts reach it, and no chart. */
const MOST_STATES = 80_000;
const FIRST_STATES = 1024;
/** More hyphens in a row are a line that was drawn, and no phrase goes on behind it. */
const MOST_PASSED = 4;
const NONE = new Int32Array(0);

/** Number of a state's list in which it is said how the state was reached: see `createMachine`. */
const STAYED = 0;
const FIRST_NODE = 1;

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
  /** How full it is: above 1 so much has been worked out that it is time to forget it. */
  fullness(): number;
  /** Drops all states but the first two. Not to be called during a walk. */
  forget(): void;
  columns(): MachineColumns;
}

/** All that has been worked out, to be kept in a file. */
export interface MachineColumns {
  states: ListColumns;
  begin: ArrayLike<number>;
  rows: ArrayLike<number>;
  endings: ArrayLike<number>;
  lists: ArrayLike<number>;
  /** Places and the states at which they are entered. */
  entered: ArrayLike<number>;
  entries: ArrayLike<number>;
  filters: FilterColumns;
  targets: TransitionColumns;
}

/**
 * An empty machine, or one that was kept. `settle` leaves, of patterns that end at one place, those that
 * can be chosen.
 */
export function createMachine(
  graph: PhraseGraph,
  alphabet: Alphabet,
  settle: (patterns: number[]) => number[],
  gapLists: GapLists,
  kept?: MachineColumns,
): Machine {
  const { size, passable } = alphabet;
  const targets = createTransitions(size, kept?.targets);
  const most = Math.min(MOST_STATES, targets.mostStates >> 1);
  /**
   * Each state as a list. First, for one that was only passed through, where it was passed from; ROOT for one
   * in which something is begun behind a gap, where nothing ends and nothing may be passed; else DEAD. Then
   * its nodes.
   */
  const states = createListTable(kept?.states);
  /** By place; DEAD where it has not been worked out. */
  let entries = new Int32Array(FIRST_STATES);
  /** The first number of `endings` that no state has. */
  let ended = 1;
  const filters = createFilters(graph, alphabet, kept?.filters);

  const machine: Machine = {
    begin: columnOf(kept?.begin, size),
    rows: columnOf(kept?.rows, FIRST_STATES << ROW_BITS),
    filters,
    endings: columnOf(kept?.endings, FIRST_STATES, NO_MORE),
    next,
    beginWith,
    lists: columnOf(kept?.lists, FIRST_STATES),
    entryAt,
    fullness: () => states.count / most,
    forget,
    columns,
  };
  if (kept) restore(kept);
  else forget();
  return machine;

  function restore({ endings, entered, entries: of }: MachineColumns): void {
    ended = endings.length;
    entries = new Int32Array((entered[entered.length - 1] ?? 0) + 1);
    for (let i = 0; i < entered.length; i += 1) entries[entered[i] as number] = of[i] as number;
  }

  function columns(): MachineColumns {
    for (let state = 0; state < states.count; state += 1) {
      const at = (state << ROW_BITS) + Row.filterFrom;
      const from = machine.rows[at] as number;
      if (from === Unmade.untried || from === Unmade.tried)
        filters.add(nodesOf(state), machine.rows, at);
    }
    const entered = [...entries.keys()].filter((place) => entries[place] !== DEAD);
    return {
      states: keptLists(states, true),
      begin: machine.begin,
      rows: machine.rows.slice(0, states.count << ROW_BITS),
      endings: machine.endings.slice(0, ended),
      lists: machine.lists,
      entered: Int32Array.from(entered),
      entries: Int32Array.from(entered, (place) => entries[place] as number),
      filters: filters.columns(),
      targets: targets.columns(),
    };
  }

  function forget(): void {
    states.clear();
    entries.fill(DEAD);
    machine.lists.fill(0);
    ended = 1;
    filters.clear();
    machine.begin.fill(-1);
    targets.clear();
    stateOf([]);
    stateOf([], ROOT);
  }

  function beginWith(symbol: number): number {
    const reached = alphabet.labelsOf(symbol).flatMap((label) => Array.from(graph.begin(label)));
    const state = reached.length === 0 ? DEAD : stateOf(reached);
    machine.begin[symbol] = state;
    return state;
  }

  /** The nodes of a state. */
  function nodesOf(state: number): Int32Array {
    return states.items.subarray(
      (states.starts[state] as number) + FIRST_NODE,
      states.starts[state + 1],
    );
  }

  function stayedAt(state: number): number {
    return states.items[(states.starts[state] as number) + STAYED] as number;
  }

  /** Whether a hyphen may stand here between the words of a phrase. */
  function mayPass(state: number): boolean {
    let before = stayedAt(state);
    if (before === ROOT) return false;
    let passed = 0;
    for (; before !== DEAD && passed < MOST_PASSED; before = stayedAt(before)) passed += 1;
    return passed < MOST_PASSED;
  }

  function next(state: number, kind: number): number {
    if (kind === NO_KIND || kind === WALL_KIND) return DEAD;
    const known = targets.get(state, kind);
    if (known >= 0) return known;
    const passes = passable.has(kind) && mayPass(state);
    // A hyphen or a possessive between the words of a phrase leaves it where it is.
    const reached = graph.follow(nodesOf(state), alphabet.labelsOfKind(kind), passes);
    const target = reached.length === 0 ? DEAD : stateOf(reached, passes ? state : DEAD);
    targets.set(state, kind, target);
    if (target === DEAD) makeFilter(state);
    return target;
  }

  /** Makes the filter of a state from which a second kind led nowhere. */
  function makeFilter(state: number): void {
    const { rows } = machine;
    const at = (state << ROW_BITS) + Row.filterFrom;
    if (rows[at] === Unmade.untried) rows[at] = Unmade.tried;
    else if (rows[at] === Unmade.tried) filters.add(nodesOf(state), rows, at);
  }

  /** The state of a set of nodes, and of how it was reached (see `states`); nothing that ended ends again. */
  function stateOf(nodes: readonly number[], passed: number = DEAD): number {
    const before = states.count;
    const state = states.numberOf(listOfState(nodes, passed));
    if (state === before) noteState(state, passed);
    return state;
  }

  function noteState(state: number, passed: number): void {
    const row = state << ROW_BITS;
    if (row >= machine.rows.length) machine.rows = longer(machine.rows);
    machine.rows.fill(0, row, row + (1 << ROW_BITS));
    const before = passed === DEAD ? undefined : new Set(nodesOf(passed));
    const accepts: number[] = [];
    const opens: number[] = [];
    let goesOn = false;
    for (const id of passed === ROOT ? NONE : nodesOf(state)) {
      goesOn ||= graph.goesOn(id);
      if (before?.has(id)) continue;
      const ends = graph.endsAt(id);
      for (const accept of ends.accepts) accepts.push(accept);
      for (const gap of ends.opens) opens.push(gap);
    }
    if (goesOn) machine.rows[row + Row.filterFrom] = Unmade.untried;
    if (opens.length > 0) machine.rows[row + Row.opens] = listOf(opens);
    if (accepts.length > 0) machine.rows[row + Row.ending] = end(settle(accepts));
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
      filters.addBehindGap(
        gapLists.tailsOf(placeOf(list, 0)),
        machine.lists,
        row + List.filterFrom,
      );
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

/** A column as it was kept, or one of so many numbers. */
function columnOf(kept: ArrayLike<number> | undefined, room: number, number = 0): Int32Array {
  return kept ? new Int32Array(kept) : new Int32Array(room).fill(number);
}

/** How a state was reached, and its nodes, each once, ascending. */
function listOfState(nodes: readonly number[], passed: number): Int32Array {
  const list = new Int32Array(nodes.length + FIRST_NODE);
  list[STAYED] = passed;
  list.set(nodes, FIRST_NODE);
  if (nodes.length < 2) return list;
  list.subarray(FIRST_NODE).sort();
  let kept = FIRST_NODE;
  for (let i = FIRST_NODE; i < list.length; i += 1)
    if (i === FIRST_NODE || list[i] !== list[i - 1]) list[kept++] = list[i] as number;
  return list.subarray(0, kept);
}
