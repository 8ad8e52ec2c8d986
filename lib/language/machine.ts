/**
 * The states of an automaton. A state is a set of graph nodes, made when a text first leads to it;
 * what it leads to on a symbol is worked out once and kept.
 */
import { type Alphabet, UNKNOWN } from './alphabet.ts';
import { createPairTable } from './pair-table.ts';
import { type PhraseGraph, START } from './phrase-graph.ts';

/** No phrase goes on. */
export const DEAD = 0;
/** Where every phrase starts. */
export const ROOT = 1;

/** What a state does, as bits. */
export const Does = { accept: 1, open: 2, leadOn: 4 } as const;

/** What has been worked out is dropped beyond this, which only a hostile text reaches. */
const MOST_STATES = 60_000;
const FIRST_STATES = 1024;
const FILTER_BITS = 128;
const FILTER_WORDS = FILTER_BITS / 32;

export interface Machine {
  /** The state after each symbol at the start; -1 where it has not been worked out. */
  begin: Int32Array;
  /** For each state bits of `Does`. */
  does: Uint8Array;
  /** The patterns that end at states, one state's after the other's ... */
  accepts: Int32Array;
  /** ... and where in them those of a state begin; those of the next begin where its own end. */
  acceptsFrom: Int32Array;
  /** The number of the gaps' list that a state which opens gaps opens. */
  opens: Int32Array;
  /** The state after a symbol. */
  next(state: number, symbol: number): number;
  /** Works out the state after a symbol at the start. */
  beginWith(symbol: number): number;
  /** The state in which what follows a gap is begun. */
  entry(gap: number): number;
  /** Whether so much has been worked out that it is time to forget it. */
  isFull(): boolean;
  /** Drops all states but the first two. Not to be called during a walk. */
  forget(): void;
}

/**
 * An empty machine. `settle` leaves, of patterns that end at one place, those that can be chosen;
 * `listOf` gives the same list of gaps the same number.
 */
export function createMachine(
  graph: PhraseGraph,
  alphabet: Alphabet,
  settle: (patterns: number[]) => number[],
  listOf: (gaps: number[]) => number,
): Machine {
  const { size, passable } = alphabet;
  const bits = Uint8Array.from(
    { length: size },
    (_, symbol) => Math.imul(symbol, 0x9e3779b1) >>> 25,
  );
  const targets = createPairTable();
  let sets: Int32Array[] = [];
  let entries: number[] = [];
  /** States by a hash of their sets. */
  let bySet = new Map<number, number[]>();
  /** For a state that was only passed through, where it was passed from; else DEAD. */
  let stayed: number[] = [];
  /** A bit for each symbol, folded to FILTER_BITS, that may lead on from a state: most lead nowhere. */
  let filters = new Int32Array(FIRST_STATES * FILTER_WORDS);

  const machine: Machine = {
    begin: new Int32Array(size),
    does: new Uint8Array(FIRST_STATES),
    accepts: new Int32Array(FIRST_STATES),
    acceptsFrom: new Int32Array(FIRST_STATES),
    opens: new Int32Array(FIRST_STATES),
    next,
    beginWith(symbol) {
      const state = targetOf(ROOT, symbol);
      machine.begin[symbol] = state;
      return state;
    },
    entry(gap) {
      entries[gap] ??= stateOf([(graph.gaps[gap] as { tail: number }).tail]);
      return entries[gap] as number;
    },
    isFull: () => sets.length > MOST_STATES,
    forget,
  };
  forget();
  return machine;

  function forget(): void {
    sets = [];
    entries = [];
    bySet = new Map();
    stayed = [];
    machine.begin.fill(-1);
    machine.begin[UNKNOWN] = DEAD;
    targets.clear();
    createState(Int32Array.of(), DEAD);
    createState(Int32Array.of(START), DEAD);
  }

  function next(state: number, symbol: number): number {
    const bit = bits[symbol] as number;
    const filter = filters[state * FILTER_WORDS + (bit >>> 5)] as number;
    return (filter & (1 << (bit & 31))) === 0 ? DEAD : lookUp(state, symbol);
  }

  function lookUp(state: number, symbol: number): number {
    if (symbol === UNKNOWN) return DEAD;
    const known = targets.get(state, symbol);
    if (known >= 0) return known;
    const target = targetOf(state, symbol);
    targets.set(state, symbol, target);
    return target;
  }

  function targetOf(state: number, symbol: number): number {
    const labels = alphabet.labelsOf(symbol);
    const passes = state !== ROOT && passable.has(symbol);
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

  /** The state of a set of nodes; one that was only passed through ends nothing again. */
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
    if (state + 1 >= machine.does.length) enlarge();
    const before = new Set(passed === DEAD ? [] : sets[passed]);
    const accepts: number[] = [];
    const opens: number[] = [];
    let leadsOn = 0;
    filters.fill(0, state * FILTER_WORDS, (state + 1) * FILTER_WORDS);
    for (const id of set) {
      // The start is asked by `begin`, not by its filter.
      if (id === START) continue;
      const node = graph.node(id);
      if (!before.has(id)) {
        for (const accept of node.accepts) accepts.push(accept);
        for (const gap of node.opens) opens.push(gap);
      }
      if (node.edges.size === 0) continue;
      leadsOn = Does.leadOn;
      for (const label of node.edges.keys())
        for (const symbol of alphabet.symbolsOf(label)) admit(state, symbol);
    }
    if (leadsOn !== 0) for (const symbol of passable) admit(state, symbol);
    keepAccepts(state, settle(accepts));
    machine.opens[state] = opens.length === 0 ? 0 : listOf(opens);
    machine.does[state] =
      leadsOn | (accepts.length > 0 ? Does.accept : 0) | (opens.length > 0 ? Does.open : 0);
    return state;
  }

  function keepAccepts(state: number, patterns: readonly number[]): void {
    const from = machine.acceptsFrom[state] as number;
    const to = from + patterns.length;
    while (to > machine.accepts.length) machine.accepts = longer(machine.accepts);
    machine.accepts.set(patterns, from);
    machine.acceptsFrom[state + 1] = to;
  }

  function admit(state: number, symbol: number): void {
    const bit = bits[symbol] as number;
    const word = state * FILTER_WORDS + (bit >>> 5);
    filters[word] = (filters[word] as number) | (1 << (bit & 31));
  }

  function enlarge(): void {
    const moreDoes = new Uint8Array(machine.does.length * 2);
    moreDoes.set(machine.does);
    machine.does = moreDoes;
    machine.opens = longer(machine.opens);
    machine.acceptsFrom = longer(machine.acceptsFrom);
    filters = longer(filters);
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
