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
import { createMachine, DEAD, FILTER_STEP, ROW_BITS, Row } from './machine.ts';
import { addMatch, copyMatches, emptyMatches, insertMatch, type Matches } from './matches.ts';
import { createOpenGaps, OPEN_BITS, Open } from './open-gaps.ts';
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
/** So many candidates are waited for before there is a choice among them. */
const MANY = 256;
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
  const { weights } = alphabet;
  const choice = createChoice(patterns);
  const gaps = createOpenGaps(graph.gaps);
  const machine = createMachine(graph, alphabet, choice.settle, gaps);
  /** What each token is read as, and its distance from the text's start, as gaps count it. */
  let symbols = new Int32Array(0);
  let distances = new Int32Array(0);
  /** What was found: from its first token on, and after what begins behind it. */
  const candidates = emptyMatches();
  const late = emptyMatches();

  function match(tokens: Tokens, bounds: Int32Array = NO_BOUNDS): Matches {
    makeRoom(tokens.count);
    alphabet.read(tokens, symbols);
    measure(tokens.count, bounds);
    gaps.closeAll();
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
    }
  }

  /** Before each token: the words so far, with a wall for each mark and each sentence that ends a gap. */
  function measure(count: number, bounds: Int32Array): void {
    let bound = 0;
    let distance = 0;
    for (let i = 0; i < count; i += 1) {
      if (bound < bounds.length && bounds[bound] === i) {
        bound += 1;
        distance += WALL;
      }
      distances[i] = distance;
      distance += weights[symbols[i] as number] as number;
    }
    distances[count] = distance;
  }

  /** The distance at a token's end: before the wall of a sentence that begins behind it. */
  function distanceBehind(token: number): number {
    return (distances[token] as number) + (weights[symbols[token] as number] as number);
  }

  /** Walks from each token in `[from, to)`, none beyond `limit`. */
  function walk(from: number, to: number, limit: number): void {
    const { begin, bits } = machine;
    let { rows, filters, accepts } = machine;
    for (let first = from; first < to; first += 1) {
      const symbol = symbols[first] as number;
      if (symbol === UNKNOWN) continue;
      if (gaps.end > 0) follow(symbol, first, limit);
      else if (candidates.count >= MANY) chooseAmongFound();
      let state = begin[symbol] as number;
      if (state < 0) state = machine.beginWith(symbol);
      for (let last = first; state !== DEAD; ) {
        if (rows !== machine.rows || accepts !== machine.accepts)
          ({ rows, filters, accepts } = machine);
        const row = state << ROW_BITS;
        const end = rows[row + Row.acceptsTo] as number;
        for (let i = rows[row + Row.acceptsFrom] as number; i < end; i += 1)
          addMatch(candidates, accepts[i] as number, first, last);
        const opens = rows[row + Row.opens] as number;
        if (opens !== 0) gaps.open(opens, first, last, distanceBehind(last));
        last += 1;
        if (last >= limit) break;
        const next = symbols[last] as number;
        const bit = bits[next] as number;
        const filter = filters[(state << FILTER_STEP) + (bit >>> 5)] as number;
        if ((filter & (1 << (bit & 31))) === 0) break;
        state = machine.next(state, next);
      }
    }
  }

  /** Goes on from the token `at`, read as `symbol`, behind the gaps that stand open there. */
  function follow(symbol: number, at: number, limit: number): void {
    const distance = distances[at] as number;
    const bit = machine.bits[symbol] as number;
    const word = bit >>> 5;
    const mask = 1 << (bit & 31);
    let { rows } = gaps;
    let { entries, filters } = machine;
    for (let row = 0; row < gaps.end; ) {
      if ((rows[row + Open.until] as number) < distance) {
        gaps.close(row);
        continue;
      }
      if ((rows[row + Open.last] as number) < at) {
        const place = (rows[row + Open.entries] as number) + distance;
        let entry = entries[place] as number;
        if (entry === DEAD) {
          entry = machine.enter(place);
          ({ filters } = machine);
        }
        if (((filters[(entry << FILTER_STEP) + word] as number) & mask) !== 0) {
          const state = machine.next(entry, symbol);
          if (state !== DEAD) walkBehind(state, rows[row + Open.first] as number, at, limit);
          ({ rows } = gaps);
          ({ entries, filters } = machine);
        }
      }
      row += 1 << OPEN_BITS;
    }
  }

  /** Walks on from a state that token `from` leads to, for a phrase that began at `first`. */
  function walkBehind(entered: number, first: number, from: number, limit: number): void {
    let state = entered;
    for (let last = from; state !== DEAD; ) {
      const { rows, accepts, filters, bits } = machine;
      const row = state << ROW_BITS;
      const end = rows[row + Row.acceptsTo] as number;
      for (let i = rows[row + Row.acceptsFrom] as number; i < end; i += 1)
        insertMatch(late, accepts[i] as number, first, last);
      const opens = rows[row + Row.opens] as number;
      if (opens !== 0) gaps.open(opens, first, last, distanceBehind(last));
      last += 1;
      if (last >= limit) break;
      const next = symbols[last] as number;
      const bit = bits[next] as number;
      const filter = filters[(state << FILTER_STEP) + (bit >>> 5)] as number;
      if ((filter & (1 << (bit & 31))) === 0) break;
      state = machine.next(state, next);
    }
  }

  return { match };
}
