/**
 * Filters: which kinds of symbols may lead on from a state. Most lead nowhere, and that is told without looking far.
 * A filter is a set of bits in `words` from the number `from` on, one less than a power of two of them
 * `mask`, in which the bit of each kind is set that leads on. A few kinds share each bit, but of the most frequent
 * ones, whose numbers are low, few do.
 */
import type { Alphabet } from './alphabet.ts';
import { longer } from './columns.ts';
import type { PhraseGraph } from './phrase-graph.ts';

/** Bits of a filter for each kind that leads on: fewer pass wrongly, more need more room. */
const BITS_A_KIND = 8;
const LEAST_BITS = 32;
/** Behind a gap several words are looked at, most of them frequent ones: these have a bit of their own there. */
const LEAST_BEHIND_GAP = 2048;
const MOST_BITS = 1 << 14;

/**
 * Where the filter of a state begins that has not been made yet, and lets all pass: most states of a
 * short text are met once or twice, and a filter costs more than it spares there.
 */
export const Unmade = { untried: 1, tried: 2 } as const;
const FIRST_MADE = 3;
const ALL = -1;

export interface Filters {
  words: Int32Array;
  /**
   * Makes the filter of what leads on from nodes of the graph, and of what may be passed there; puts
   * where it begins and its mask at `row[at]` and `row[at + 1]`.
   */
  add(nodes: Iterable<number>, row: Int32Array, at: number): void;
  /** Makes the filter of what leads on from nodes behind a gap, where nothing may be passed, and puts it likewise. */
  addBehindGap(nodes: Iterable<number>, row: Int32Array, at: number): void;
  clear(): void;
  /** All numbers in use. */
  columns(): FilterColumns;
}

/** Filters to be kept in a file: most of their numbers are 0. */
export interface FilterColumns {
  /** How many numbers there are. */
  length: number;
  /** How far behind the one before it each number stands that is not 0, and these numbers. */
  steps: ArrayLike<number>;
  numbers: ArrayLike<number>;
}

/** 1 when a kind may lead on, else 0. */
export function leadsOn(words: Int32Array, from: number, mask: number, kind: number): number {
  const bit = bitOf(kind, mask);
  return ((words[from + (bit >>> 5)] as number) >>> bit) & 1;
}

function bitOf(kind: number, mask: number): number {
  return kind & mask;
}

/** No filters yet, over what leads on in a graph, or those that were kept. */
export function createFilters(
  graph: PhraseGraph,
  { kindsOf, passable }: Alphabet,
  kept?: FilterColumns,
): Filters {
  /** The first number that no filter has. The very first has no bit: nothing leads on. */
  let used = FIRST_MADE;
  const passed = [...passable];
  /** Of lists of labels, which parts have in common: see part-fronts.ts. */
  const kindsOfLabels = new Map<readonly number[], readonly number[]>();
  const filters: Filters = { words: new Int32Array(1024), add, addBehindGap, clear, columns };
  clear();
  if (kept) restore(kept);
  return filters;

  function restore({ length, steps, numbers }: FilterColumns): void {
    used = length;
    const words = new Int32Array(Math.max(length, filters.words.length));
    for (let i = 0, at = 0; i < numbers.length; i += 1) {
      at += steps[i] as number;
      words[at] = numbers[i] as number;
    }
    filters.words = words;
  }

  function columns(): FilterColumns {
    const steps: number[] = [];
    const numbers: number[] = [];
    for (let at = 0, before = 0; at < used; at += 1) {
      const number = filters.words[at] as number;
      if (number === 0) continue;
      steps.push(at - before);
      numbers.push(number);
      before = at;
    }
    return { length: used, steps: Int32Array.from(steps), numbers: Int32Array.from(numbers) };
  }

  function add(nodes: Iterable<number>, row: Int32Array, at: number): void {
    const found = kindsBehind(nodes);
    if (found.length > 0) place([...found, passed], LEAST_BITS, row, at);
  }

  function addBehindGap(nodes: Iterable<number>, row: Int32Array, at: number): void {
    place(kindsBehind(nodes), LEAST_BEHIND_GAP, row, at);
  }

  function kindsBehind(nodes: Iterable<number>): (readonly number[])[] {
    const found: (readonly number[])[] = [];
    for (const id of nodes) for (const labels of graph.labelsAt(id)) found.push(kindsOfAll(labels));
    return found;
  }

  /** The kinds of labels, each once. */
  function kindsOfAll(labels: readonly number[]): readonly number[] {
    if (labels.length === 1) return kindsOf(labels[0] as number);
    let kinds = kindsOfLabels.get(labels);
    if (kinds === undefined) {
      kinds = [...new Set(labels.flatMap(kindsOf))];
      kindsOfLabels.set(labels, kinds);
    }
    return kinds;
  }

  /** Makes a filter of at least so many bits, a power of two. */
  function place(
    found: readonly (readonly number[])[],
    least: number,
    row: Int32Array,
    at: number,
  ): void {
    const count = found.reduce((sum, kinds) => sum + kinds.length, 0);
    let bits = least;
    while (bits < count * BITS_A_KIND && bits < MOST_BITS) bits *= 2;
    row[at] = used;
    row[at + 1] = bits - 1;
    const from = used;
    used += bits >>> 5;
    if (used > filters.words.length) filters.words = longer(filters.words, used);
    for (const kinds of found) set(kinds, from, bits - 1);
  }

  function set(kinds: readonly number[], from: number, mask: number): void {
    const { words } = filters;
    for (let i = 0; i < kinds.length; i += 1) {
      const bit = bitOf(kinds[i] as number, mask);
      const at = from + (bit >>> 5);
      words[at] = (words[at] as number) | (1 << bit);
    }
  }

  function clear(): void {
    filters.words.fill(0, 0, used);
    filters.words.fill(ALL, Unmade.untried, FIRST_MADE);
    used = FIRST_MADE;
  }
}
