/**
 * All phrases of a reader as one automaton over tokens. From each token it walks as far as a phrase
 * goes; what a state leads to on a word is worked out once and kept, so that a text costs the same
 * however many phrases there are, and no input makes it slow.
 *
 * A phrase with a gap is walked in two: its second part only from a token that may begin it, while
 * the gap stands open.
 */
import { createAlphabet, internMarks, UNKNOWN, WALL } from './alphabet.ts';
import { createChoice, type Pattern } from './choice.ts';
import { createMachine, DEAD, ROW_BITS, Row } from './machine.ts';
import { addMatch, copyMatches, emptyMatches, insertMatch, type Matches } from './matches.ts';
import { createOpenGaps } from './open-gaps.ts';
import { createPhraseGraph } from './phrase-graph.ts';
import type { PhrasesOf } from './phrase-parts.ts';
import type { Tokens } from './tokens.ts';
import type { WordTable } from './word-table.ts';

export type { Pattern } from './choice.ts';
export type { Matches } from './matches.ts';

export interface Automaton {
  /**
   * Finds all patterns. `bounds` holds the first token of each sentence in order; no match crosses
   * one. Without bounds a match may span the whole text.
   */
  match(tokens: Tokens, bounds?: Int32Array): Matches;
}

/** Walks are taken in parts of this length: a loop that is entered often is compiled well by engines. */
const PART = 256;
/** Columns for texts of up to this many tokens are kept for the next text. */
const KEPT_ROOM = 1 << 17;
const NO_BOUNDS = new Int32Array(0);

/**
 * Compiles patterns over the words of `table`, to which it adds. Throws a PhraseError for a phrase
 * that cannot be read.
 */
export function createAutomaton(
  table: WordTable,
  patterns: readonly Pattern[],
  phrasesOf: PhrasesOf = () => undefined,
): Automaton {
  internMarks(table);
  const graph = createPhraseGraph(table, phrasesOf);
  patterns.forEach(({ phrase }, index) => {
    graph.add(phrase, index);
  });
  const alphabet = createAlphabet(table, graph.words);
  const choice = createChoice(patterns);
  const gaps = createOpenGaps(graph, alphabet);
  const machine = createMachine(graph, alphabet, choice.settle, gaps.listOf);
  /** What each token is read as, and its distance from the text's start, as gaps count it. */
  let symbols = new Int32Array(0);
  let distances = new Int32Array(0);
  /** The distance at the end of each token: before the wall of a sentence that begins behind it. */
  let ends = new Int32Array(0);
  /** What was found: from its first token on, and after what begins behind it. */
  const candidates = emptyMatches();
  const late = emptyMatches();

  function match(tokens: Tokens, bounds: Int32Array = NO_BOUNDS): Matches {
    makeRoom(tokens.count);
    alphabet.read(tokens, symbols);
    measure(tokens.count, bounds);
    gaps.startText(distances, ends);
    choice.startText();
    for (let i = 0, from = 0; from < tokens.count; i += 1) {
      while (i < bounds.length && (bounds[i] as number) <= from) i += 1;
      const limit = i < bounds.length ? (bounds[i] as number) : tokens.count;
      for (; from < limit; from = Math.min(limit, from + PART)) {
        if (machine.isFull()) machine.forget();
        walk(from, Math.min(limit, from + PART), limit);
      }
    }
    chooseAmongFound();
    return copyMatches(choice.chosen);
  }

  /** To be called where no gap is open: nothing can be found any more that begins before. */
  function chooseAmongFound(): void {
    choice.choose(candidates, late);
    candidates.count = 0;
    late.count = 0;
  }

  function makeRoom(count: number): void {
    if (symbols.length <= count || symbols.length > KEPT_ROOM) {
      symbols = new Int32Array(Math.max(count + 1, 1024));
      distances = new Int32Array(Math.max(count + 1, 1024));
      ends = new Int32Array(Math.max(count + 1, 1024));
    }
  }

  /** Before each token: the words so far, with a wall for each mark and each sentence that ends a gap. */
  function measure(count: number, bounds: Int32Array): void {
    const { weights } = alphabet;
    let bound = 0;
    let distance = 0;
    for (let i = 0; i < count; i += 1) {
      if (bound < bounds.length && bounds[bound] === i) {
        bound += 1;
        distance += WALL;
      }
      distances[i] = distance;
      distance += weights[symbols[i] as number] as number;
      ends[i] = distance;
    }
    distances[count] = distance;
  }

  /** Walks from each token in `[from, to)`, none beyond `limit`. */
  function walk(from: number, to: number, limit: number): void {
    const { begin } = machine;
    for (let first = from; first < to; first += 1) {
      const symbol = symbols[first] as number;
      if (symbol === UNKNOWN) continue;
      const distance = distances[first] as number;
      if (distance >= gaps.rearmAt && !gaps.rearm(distance)) chooseAmongFound();
      let tail = gaps.tailsFrom[symbol] as number;
      if (tail < 0) tail = gaps.findTails(symbol);
      const { armed, tails } = gaps;
      for (const end = tail + (tails[tail] as number); tail < end; tail += 2) {
        const word = tails[tail + 1] as number;
        const open = (armed[word] as number) & (tails[tail + 2] as number);
        if (open !== 0) walkBehind(word, open, first, limit);
      }
      let state = begin[symbol] as number;
      if (state < 0) state = machine.beginWith(symbol);
      for (let last = first; state !== DEAD; ) {
        const { rows, accepts } = machine;
        const row = state << ROW_BITS;
        const end = rows[row + Row.acceptsTo] as number;
        for (let i = rows[row + Row.acceptsFrom] as number; i < end; i += 1)
          addMatch(candidates, accepts[i] as number, first, last);
        const opens = rows[row + Row.opens] as number;
        if (opens !== 0) gaps.open(opens, first, last);
        last += 1;
        if (rows[row + Row.leadsOn] === 0 || last >= limit) break;
        state = machine.next(state, symbols[last] as number);
      }
    }
  }

  /** Walks from a token on behind each of the gaps `open`, bits of a `word` of those that are armed. */
  function walkBehind(word: number, open: number, from: number, limit: number): void {
    for (let bits = open; bits !== 0; bits &= bits - 1) {
      const gap = gaps.gapAt[word * 32 + 31 - Math.clz32(bits & -bits)] as number;
      const count = gaps.reaching(gap, from);
      if (count === 0) continue;
      let state = machine.next(machine.entry(gap), symbols[from] as number);
      for (let last = from; state !== DEAD; ) {
        const { rows, accepts } = machine;
        const row = state << ROW_BITS;
        const opens = rows[row + Row.opens] as number;
        const begin = rows[row + Row.acceptsFrom] as number;
        const end = rows[row + Row.acceptsTo] as number;
        for (let k = 0; k < count; k += 1) {
          const first = gaps.begun[k] as number;
          for (let i = begin; i < end; i += 1) insertMatch(late, accepts[i] as number, first, last);
          if (opens !== 0) gaps.open(opens, first, last);
        }
        last += 1;
        if (last >= limit) break;
        state = machine.next(state, symbols[last] as number);
      }
    }
  }

  return { match };
}
