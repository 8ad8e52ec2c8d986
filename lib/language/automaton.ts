/**
 * All phrases of a reader as one automaton over tokens. From each token it walks as far as a phrase
 * goes; what a state leads to on a word is worked out once and kept, so that a text costs the same
 * however many phrases there are, and no input makes it slow.
 */
import {
  type Alphabet,
  createAlphabet,
  GAP_MARKS,
  NUMBER,
  OTHER_MARK,
  POSSESSIVE,
} from './alphabet.ts';
import { createMachine, DEAD, ROOT } from './machine.ts';
import { createGraphBuilder, type PhrasesOf } from './phrase-graph.ts';
import { TokenKind, type Tokens } from './tokens.ts';
import type { WordTable } from './word-table.ts';

/** One phrase to look for. Of the phrases of one group the longest wins at each place. */
export interface Pattern {
  phrase: string;
  /** Groups are counted from 0; a match hides those of its group that start inside it. */
  group: number;
  /** True for a phrase that means something else: it hides the matches of its group that it covers. */
  except?: boolean;
}

/** Matches as columns, sorted by their first token. */
export interface Matches {
  count: number;
  /** Index of the pattern. */
  pattern: Int32Array;
  /** Tokens, `last` inclusive. */
  first: Int32Array;
  last: Int32Array;
}

export interface Automaton {
  /**
   * Finds all patterns. `bounds` holds the first token of each sentence in order; no match crosses
   * one. Without bounds a match may span the whole text.
   */
  match(tokens: Tokens, bounds?: Int32Array): Matches;
}

/**
 * Compiles patterns over the words of `table`, to which it adds. Throws a PhraseError for a phrase
 * that cannot be read.
 */
export function createAutomaton(
  table: WordTable,
  patterns: readonly Pattern[],
  phrasesOf: PhrasesOf = () => undefined,
): Automaton {
  for (const mark of [...GAP_MARKS, POSSESSIVE]) table.intern(mark);
  const { graph, add } = createGraphBuilder(table, phrasesOf);
  patterns.forEach(({ phrase }, index) => {
    add(phrase, index);
  });
  const alphabet = createAlphabet(table, graph);
  const machine = createMachine(graph, alphabet);
  const groups = Int32Array.from(patterns, ({ group }) => group);
  const excepts = Uint8Array.from(patterns, ({ except }) => (except ? 1 : 0));
  const groupCount = groups.reduce((most, group) => Math.max(most, group + 1), 0);

  function match(tokens: Tokens, bounds?: Int32Array): Matches {
    const walk: Walk = {
      tokens,
      symbols: readSymbols(tokens, alphabet),
      matches: createMatches(),
      groupEnds: new Int32Array(groupCount).fill(-1),
      exceptEnds: new Int32Array(groupCount).fill(-1),
      found: new Int32Array(groupCount * 2 + 2),
      foundLast: new Int32Array(groupCount * 2 + 2),
    };
    const ends = bounds ?? new Int32Array(0);
    for (let i = 0, from = 0; from < tokens.count; i += 1) {
      // Sentences, or parts of them: a loop that is entered often is compiled well by engines.
      while (i < ends.length && (ends[i] as number) <= from) i += 1;
      const limit = i < ends.length ? (ends[i] as number) : tokens.count;
      for (; from < limit; from = Math.min(limit, from + PART)) {
        walkFrom(walk, from, Math.min(limit, from + PART), limit);
      }
    }
    return walk.matches;
  }

  /** Walks from each token in `[from, to)`, none beyond `limit`. */
  function walkFrom(walk: Walk, from: number, to: number, limit: number): void {
    const { symbols } = walk;
    if (machine.isFull()) machine.forget();
    for (let first = from; first < to; first += 1) {
      const symbol = symbols[first] as number;
      if (symbol === 0) continue;
      let state = machine.begin[symbol] as number;
      if (state < 0) state = machine.work(ROOT, symbol);
      if (state === DEAD) continue;
      let met = 0;
      for (let last = first; ; ) {
        if (machine.accepting[state] === 1)
          met = collect(walk, machine.accepts[state] as Int32Array, met, last);
        last += 1;
        if (last >= limit) break;
        state = machine.next(state, symbols[last] as number);
        if (state === DEAD) break;
      }
      if (met > 0) keep(walk, first, met);
    }
  }

  /** Notes what a state accepts at `last`: the longest of each group. Returns how many are noted. */
  function collect(walk: Walk, accepts: Int32Array, met: number, last: number): number {
    const { found, foundLast } = walk;
    let count = met;
    for (let i = 0; i < accepts.length; i += 1) {
      const pattern = accepts[i] as number;
      const kin = (groups[pattern] as number) * 2 + (excepts[pattern] as number);
      let slot = 0;
      while (slot < count) {
        const other = found[slot] as number;
        if ((groups[other] as number) * 2 + (excepts[other] as number) === kin) break;
        slot += 1;
      }
      if (slot === count) count += 1;
      else if (foundLast[slot] === last) continue;
      found[slot] = pattern;
      foundLast[slot] = last;
    }
    return count;
  }

  /** Adds what was noted for a walk from `first`, unless something else of its group covers it. */
  function keep(walk: Walk, first: number, met: number): void {
    const { found, foundLast, groupEnds, exceptEnds } = walk;
    for (let slot = 0; slot < met; slot += 1) {
      const pattern = found[slot] as number;
      const group = groups[pattern] as number;
      const last = foundLast[slot] as number;
      if (excepts[pattern] === 1 && (exceptEnds[group] as number) < last) exceptEnds[group] = last;
    }
    for (let slot = 0; slot < met; slot += 1) {
      const pattern = found[slot] as number;
      const group = groups[pattern] as number;
      const last = foundLast[slot] as number;
      if (excepts[pattern] === 1 || last <= (exceptEnds[group] as number)) continue;
      if (first <= (groupEnds[group] as number)) continue;
      groupEnds[group] = last;
      addMatch(walk.matches, pattern, first, last);
    }
  }

  return { match };
}

const PART = 256;

/** The state of one `match`. */
interface Walk {
  tokens: Tokens;
  /** What each token is read as. */
  symbols: Int32Array;
  matches: Matches;
  /** Last token of the last match of each group, and of its exceptions. */
  groupEnds: Int32Array;
  exceptEnds: Int32Array;
  /** Patterns met on the walk from one token, with their last tokens. */
  found: Int32Array;
  foundLast: Int32Array;
}

/** What each token is read as. */
function readSymbols(tokens: Tokens, alphabet: Alphabet): Int32Array {
  const { count, word, kind } = tokens;
  const { symbolOf } = alphabet;
  const symbols = new Int32Array(count);
  const known = symbolOf.length;
  for (let i = 0; i < count; i += 1) {
    const id = word[i] as number;
    const symbol = id < known ? (symbolOf[id] as number) : 0;
    if (symbol > 0) symbols[i] = symbol;
    else if (symbol < 0) symbols[i] = exactSymbol(tokens, i, alphabet, -symbol);
    else if (kind[i] !== TokenKind.word)
      symbols[i] = kind[i] === TokenKind.number ? NUMBER : OTHER_MARK;
  }
  return symbols;
}

/** A word some phrase wants in its own case: the symbol of that case when the token has it. */
function exactSymbol(tokens: Tokens, token: number, alphabet: Alphabet, symbol: number): number {
  const start = tokens.start[token] as number;
  const length = (tokens.end[token] as number) - start;
  for (const variant of alphabet.variants.get(symbol) ?? []) {
    if (variant.written.length === length && tokens.text.startsWith(variant.written, start)) {
      return variant.symbol;
    }
  }
  return symbol;
}

function createMatches(): Matches {
  return {
    count: 0,
    pattern: new Int32Array(64),
    first: new Int32Array(64),
    last: new Int32Array(64),
  };
}

function addMatch(matches: Matches, pattern: number, first: number, last: number): void {
  if (matches.count === matches.pattern.length) {
    matches.pattern = enlarged(matches.pattern);
    matches.first = enlarged(matches.first);
    matches.last = enlarged(matches.last);
  }
  matches.pattern[matches.count] = pattern;
  matches.first[matches.count] = first;
  matches.last[matches.count] = last;
  matches.count += 1;
}

function enlarged(column: Int32Array): Int32Array {
  const larger = new Int32Array(column.length * 2);
  larger.set(column);
  return larger;
}
