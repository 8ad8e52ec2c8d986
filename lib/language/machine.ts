/**
 * The states of an automaton. A state is a set of graph nodes, made when a text first leads to it;
 * what it leads to on a symbol is kept in one open-addressed table of numbers.
 */
import { type Alphabet, UNKNOWN } from './alphabet.ts';
import type { PhraseGraph } from './phrase-graph.ts';

/** No phrase goes on. */
export const DEAD = 0;
/** Where every phrase starts, and every part behind a gap. */
export const ROOT = 1;

/** What has been worked out is dropped beyond this, which only a hostile text reaches. */
const MOST_STATES = 60_000;
const FIRST_STATES = 256;
const FIRST_SLOTS = 8192;
const FILTER_BITS = 128;
const FILTER_WORDS = FILTER_BITS / 32;

export interface Machine {
  /** The state after each symbol at the start; -1 where it has not been worked out. */
  begin: Int32Array;
  /** 1 for a state at which phrases or their parts end. */
  ending: Uint8Array;
  /** For such a state pairs of what ends and the gap it stands behind (-1 for none): patterns ... */
  accepts: (Int32Array | undefined)[];
  /** ... and gaps that open. */
  opens: (Int32Array | undefined)[];
  /** The state after a symbol. */
  next(state: number, symbol: number): number;
  /** The same, worked out and kept. */
  work(state: number, symbol: number): number;
  /** Whether so much has been worked out that it is time to forget it. */
  isFull(): boolean;
  /** Drops all states but the first two. Not to be called during a walk. */
  forget(): void;
}

export function createMachine(graph: PhraseGraph, alphabet: Alphabet): Machine {
  const { size } = alphabet;
  const symbolsOfLabel = invert(alphabet.labels);
  const bits = Uint8Array.from(
    { length: size },
    (_, symbol) => Math.imul(symbol, 0x9e3779b1) >>> 25,
  );
  const starts = edgesOf(graph, graph.entries);
  const mostStates = Math.min(MOST_STATES, Math.floor(0x7fffffff / size));
  let sets: Int32Array[] = [];
  let byKey = new Map<string, number>();
  /** A bit for each symbol, folded to FILTER_BITS, that may lead on from a state: most lead nowhere. */
  let filters = new Int32Array(FIRST_STATES * FILTER_WORDS);
  /** Pairs of key (state * size + symbol, 0 for none) and target. */
  let slots = new Int32Array(FIRST_SLOTS * 2);
  let mask = FIRST_SLOTS - 1;
  let stored = 0;

  const machine: Machine = {
    begin: new Int32Array(size),
    ending: new Uint8Array(FIRST_STATES),
    accepts: [],
    opens: [],
    next,
    work,
    isFull: () => sets.length > mostStates - FIRST_STATES,
    forget,
  };
  forget();
  return machine;

  function forget(): void {
    sets = [];
    byKey = new Map();
    machine.accepts = [];
    machine.opens = [];
    machine.begin.fill(-1);
    machine.ending.fill(0);
    slots = new Int32Array(FIRST_SLOTS * 2);
    mask = FIRST_SLOTS - 1;
    stored = 0;
    stateOf([]);
    stateOf(graph.entries);
  }

  function next(state: number, symbol: number): number {
    if (symbol === UNKNOWN || leadsNowhere(state, symbol)) return DEAD;
    const key = state * size + symbol;
    let slot = slotOf(key);
    for (;;) {
      const found = slots[slot * 2] as number;
      if (found === key) return slots[slot * 2 + 1] as number;
      if (found === 0) return work(state, symbol);
      slot = (slot + 1) & mask;
    }
  }

  function slotOf(key: number): number {
    const mixed = Math.imul(key, 0x9e3779b1);
    return (mixed ^ (mixed >>> 15)) & mask;
  }

  function work(state: number, symbol: number): number {
    const target = targetOf(state, symbol);
    if (state === ROOT) machine.begin[symbol] = target;
    else store(state * size + symbol, target);
    return target;
  }

  function targetOf(state: number, symbol: number): number {
    const labels = alphabet.labels[symbol] as number[];
    if (state === ROOT) {
      const begun = labels.flatMap((label) => starts.get(label) ?? []);
      return begun.length === 0 ? DEAD : stateOf(begun);
    }
    const passes = alphabet.passable.has(symbol);
    const reached: number[] = [];
    for (const node of sets[state] as Int32Array) {
      const edges = graph.edges[node] as Map<number, number[]>;
      let onward = false;
      for (const label of labels) {
        const nodes = edges.get(label);
        if (nodes === undefined) continue;
        onward = true;
        for (const to of nodes) reached.push(to);
      }
      // A hyphen or a possessive between the words of a phrase leaves it where it is.
      if (passes && !onward && edges.size > 0) reached.push(node);
    }
    return reached.length === 0 ? DEAD : stateOf(reached, passes ? state : DEAD);
  }

  /** The state of a set of nodes; one that was only passed through ends nothing again. */
  function stateOf(nodes: readonly number[], passed: number = DEAD): number {
    const sorted = [...new Set(nodes)].sort((a, b) => a - b);
    const stayed = passed === DEAD ? [] : [...(sets[passed] as Int32Array)];
    const key = `${sorted.join(' ')}${passed === DEAD ? '' : ` after ${stayed.join(' ')}`}`;
    const known = byKey.get(key);
    if (known !== undefined) return known;
    const state = sets.length;
    byKey.set(key, state);
    sets.push(Int32Array.from(sorted));
    if (state * FILTER_WORDS >= filters.length) enlargeStates();
    const fresh = sorted.filter((node) => !stayed.includes(node));
    machine.accepts[state] = pairs(fresh, graph.accepts);
    machine.opens[state] = pairs(fresh, graph.opens);
    const ends = machine.accepts[state] !== undefined || machine.opens[state] !== undefined;
    machine.ending[state] = ends ? 1 : 0;
    fillFilter(state, sorted);
    return state;
  }

  /** What ends at nodes, each with the gap that it stands behind. */
  function pairs(
    nodes: readonly number[],
    ended: readonly (number[] | undefined)[],
  ): Int32Array | undefined {
    const found = nodes.flatMap((node) =>
      (ended[node] ?? []).flatMap((what) => [what, graph.behind[node] as number]),
    );
    return found.length === 0 ? undefined : Int32Array.from(found);
  }

  function fillFilter(state: number, nodes: readonly number[]): void {
    filters.fill(0, state * FILTER_WORDS, (state + 1) * FILTER_WORDS);
    const admit = (symbol: number): void => {
      const bit = bits[symbol] as number;
      const word = state * FILTER_WORDS + (bit >>> 5);
      filters[word] = (filters[word] as number) | (1 << (bit & 31));
    };
    for (const node of nodes) {
      const edges = graph.edges[node] as Map<number, number[]>;
      if (edges.size === 0) continue;
      for (const symbol of alphabet.passable) admit(symbol);
      for (const label of edges.keys()) {
        for (const symbol of symbolsOfLabel.get(label) ?? []) admit(symbol);
      }
    }
  }

  /** Whether a symbol surely leads nowhere from a state. */
  function leadsNowhere(state: number, symbol: number): boolean {
    const bit = bits[symbol] as number;
    return ((filters[state * FILTER_WORDS + (bit >>> 5)] as number) & (1 << (bit & 31))) === 0;
  }

  function enlargeStates(): void {
    const moreEnding = new Uint8Array(machine.ending.length * 2);
    moreEnding.set(machine.ending);
    machine.ending = moreEnding;
    const moreFilters = new Int32Array(filters.length * 2);
    moreFilters.set(filters);
    filters = moreFilters;
  }

  function store(key: number, target: number): void {
    if (stored * 2 > mask) {
      const old = slots;
      mask = mask * 2 + 1;
      slots = new Int32Array((mask + 1) * 2);
      for (let i = 0; i < old.length; i += 2) {
        if (old[i] !== 0) place(old[i] as number, old[i + 1] as number);
      }
    }
    place(key, target);
    stored += 1;
  }

  function place(key: number, target: number): void {
    let slot = slotOf(key);
    while (slots[slot * 2] !== 0) slot = (slot + 1) & mask;
    slots[slot * 2] = key;
    slots[slot * 2 + 1] = target;
  }
}

/** The symbols that satisfy each label. */
function invert(labels: readonly (readonly number[])[]): Map<number, number[]> {
  const symbols = new Map<number, number[]>();
  labels.forEach((satisfied, symbol) => {
    for (const label of satisfied) {
      const known = symbols.get(label);
      if (known === undefined) symbols.set(label, [symbol]);
      else known.push(symbol);
    }
  });
  return symbols;
}

/** All edges of some nodes, by label. */
function edgesOf(graph: PhraseGraph, nodes: readonly number[]): Map<number, number[]> {
  const all = new Map<number, number[]>();
  for (const node of nodes) {
    for (const [label, targets] of graph.edges[node] as Map<number, number[]>) {
      const known = all.get(label);
      if (known === undefined) all.set(label, [...targets]);
      else known.push(...targets);
    }
  }
  return all;
}
