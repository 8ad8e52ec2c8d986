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
import { createOpenGaps, type OpenGaps } from './open-gaps.ts';
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
      symbols: readSymbols(tokens, alphabet),
      gaps: createOpenGaps(tokens, graph.gaps, bounds),
      candidates: createMatches(),
      late: false,
    };
    const ends = bounds ?? new Int32Array(0);
    for (let i = 0, from = 0; from < tokens.count; i += 1) {
      while (i < ends.length && (ends[i] as number) <= from) i += 1;
      const limit = i < ends.length ? (ends[i] as number) : tokens.count;
      for (; from < limit; from = Math.min(limit, from + PART)) {
        walkFrom(walk, from, Math.min(limit, from + PART), limit);
      }
    }
    return select(walk.late ? sortByFirst(walk.candidates, tokens.count) : walk.candidates);
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
      for (let last = first; state !== DEAD; ) {
        if (machine.ending[state] === 1) endAt(walk, state, first, last);
        last += 1;
        if (last >= limit) break;
        state = machine.next(state, symbols[last] as number);
      }
    }
  }

  /** Notes the phrases that end at a state, and opens the gaps of those that go on after one. */
  function endAt(walk: Walk, state: number, first: number, last: number): void {
    const { gaps, candidates } = walk;
    const here = gaps.distances[first] as number;
    const accepts = machine.accepts[state];
    for (let i = 0; accepts !== undefined && i < accepts.length; i += 2) {
      const pattern = accepts[i] as number;
      const behind = accepts[i + 1] as number;
      if (behind < 0) {
        addMatch(candidates, pattern, first, last);
        continue;
      }
      if ((gaps.until[behind] as number) < here) continue;
      const count = gaps.reaching(behind, first);
      if (count > 0) walk.late = true;
      for (let k = 0; k < count; k += 1)
        addMatch(candidates, pattern, gaps.begun[k] as number, last);
    }
    const opens = machine.opens[state];
    for (let i = 0; opens !== undefined && i < opens.length; i += 2) {
      const gap = opens[i] as number;
      const behind = opens[i + 1] as number;
      if (behind < 0) {
        gaps.open(gap, first, last);
        continue;
      }
      if ((gaps.until[behind] as number) < here) continue;
      const count = gaps.reaching(behind, first);
      for (let k = 0; k < count; k += 1) gaps.open(gap, gaps.begun[k] as number, last);
    }
  }

  /** Of the candidates, sorted by first token, the longest of each group at each place. */
  function select(candidates: Matches): Matches {
    const matches = createMatches();
    const groupEnds = new Int32Array(groupCount).fill(-1);
    const exceptEnds = new Int32Array(groupCount).fill(-1);
    const chosen = new Int32Array(groupCount * 2).fill(-1);
    const kinds: number[] = [];
    for (let i = 0; i < candidates.count; ) {
      const first = candidates.first[i] as number;
      kinds.length = 0;
      for (; i < candidates.count && candidates.first[i] === first; i += 1) {
        const pattern = candidates.pattern[i] as number;
        const kind = (groups[pattern] as number) * 2 + (excepts[pattern] as number);
        const other = chosen[kind] as number;
        if (other < 0) kinds.push(kind);
        if (other < 0 || isLonger(candidates, i, other)) chosen[kind] = i;
      }
      for (const kind of kinds) {
        const group = kind >> 1;
        const last = candidates.last[chosen[kind] as number] as number;
        if ((kind & 1) === 1 && (exceptEnds[group] as number) < last) exceptEnds[group] = last;
      }
      for (const kind of kinds) {
        const group = kind >> 1;
        const index = chosen[kind] as number;
        chosen[kind] = -1;
        const last = candidates.last[index] as number;
        if ((kind & 1) === 1 || last <= (exceptEnds[group] as number)) continue;
        if (first <= (groupEnds[group] as number)) continue;
        groupEnds[group] = last;
        addMatch(matches, candidates.pattern[index] as number, first, last);
      }
    }
    return matches;
  }

  return { match };
}

/** Walks are taken in parts of this length: a loop that is entered often is compiled well by engines. */
const PART = 256;

/** The state of one `match`. */
interface Walk {
  /** What each token is read as. */
  symbols: Int32Array;
  gaps: OpenGaps;
  /** Everything that was found. */
  candidates: Matches;
  /** Whether something was found after what begins behind it. */
  late: boolean;
}

/** Whether candidate `i` is longer than `other`; of equals that of the earlier pattern. */
function isLonger(candidates: Matches, i: number, other: number): boolean {
  const longer = (candidates.last[i] as number) - (candidates.last[other] as number);
  return (
    longer > 0 ||
    (longer === 0 && (candidates.pattern[i] as number) < (candidates.pattern[other] as number))
  );
}

/** The same matches in the order of their first tokens: one count, one pass. */
function sortByFirst(matches: Matches, tokenCount: number): Matches {
  const places = new Int32Array(tokenCount + 1);
  const { count, pattern, first, last } = matches;
  for (let i = 0; i < count; i += 1) {
    const place = (first[i] as number) + 1;
    places[place] = (places[place] as number) + 1;
  }
  for (let i = 1; i <= tokenCount; i += 1) {
    places[i] = (places[i] as number) + (places[i - 1] as number);
  }
  const sorted: Matches = {
    count,
    pattern: new Int32Array(count),
    first: new Int32Array(count),
    last: new Int32Array(count),
  };
  for (let i = 0; i < count; i += 1) {
    const from = first[i] as number;
    const place = places[from] as number;
    places[from] = place + 1;
    sorted.pattern[place] = pattern[i] as number;
    sorted.first[place] = from;
    sorted.last[place] = last[i] as number;
  }
  return sorted;
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
