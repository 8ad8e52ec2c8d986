/**
 * All phrases of a reader as one automaton over tokens. From each token it walks as far as a phrase
 * goes; what a state leads to on a word is worked out once and kept, so that a text costs the same
 * however many phrases there are, and no input makes it slow.
 *
 * A phrase with a gap is walked in two: where its first part ends is noted, and what follows the gap is
 * looked for when this part of the text has been walked (see gap-walk.ts).
 */
import { type AlikeWords, addAlike } from './alike-words.ts';
import { createAlphabet, internUsual, type KindColumns, WALL } from './alphabet.ts';
import { emptyArrivals, enlargeArrivals } from './arrivals.ts';
import { createChoice, type Pattern } from './choice.ts';
import { createGapLists } from './gap-lists.ts';
import { createGapWalk } from './gap-walk.ts';
import { createListTable, keptLists, type ListColumns, type ListTable } from './list-table.ts';
import { createMachine, type MachineColumns, ROW_BITS, Row } from './machine.ts';
import { clearMatches, copyMatches, emptyMatches, KEPT_ROOM, type Matches } from './matches.ts';
import { enlargeOpenings } from './openings.ts';
import { createPhraseGraph, type GraphColumns, type PhraseGraph } from './phrase-graph.ts';
import {
  createPartBuilder,
  type PartBuilder,
  type PhrasesOf,
  type PhraseWords,
} from './phrase-parts.ts';
import type { Tokens } from './tokens.ts';
import { createWalker, emptyWalks, isSome, reserve, type Walks } from './walk.ts';
import type { WordTable } from './word-table.ts';

export type { Pattern } from './choice.ts';
export type { Matches } from './matches.ts';

export interface Automaton {
  /**
   * Finds all patterns. `bounds` holds the first token of each sentence in order; no match crosses
   * one. Without bounds a match may span the whole text.
   */
  match(tokens: Tokens, bounds?: Int32Array): Matches;
  /** How full it is of what texts have led to: above 1 that is forgotten. */
  fullness(): number;
  /** The automaton with all that texts have led to so far. */
  columns(): AutomatonColumns;
}

/** An automaton to be kept in a file. It is only good for the patterns and the words it was made of. */
export interface AutomatonColumns {
  /** `PhraseWords`, as lists of pairs. */
  sets: [word: number, labels: number[]][];
  exact: [word: number, forms: { written: string; label: number }[]][];
  numberWords: number[];
  parts: ListColumns;
  graph: GraphColumns;
  kinds: KindColumns;
  gapLists: ListColumns;
  machine: MachineColumns;
}

/** Walks are taken in parts of this length, which are whole sentences or end where mostly no gap can be open. */
const PART = 256;
const LONGEST_PART = 512;
/** So many arrivals are waited for before there is a choice among them. */
const MANY = 256;
const NO_BOUNDS = new Int32Array(0);

/**
 * Compiles patterns over the words of `table`, to which it adds. Throws a PhraseError for a phrase that
 * cannot be read. With what was kept of an automaton of the same patterns, whose words are in `table` and no
 * others, nothing need be compiled.
 */
export function createAutomaton(
  table: WordTable,
  patterns: readonly Pattern[],
  phrasesOf: PhrasesOf = () => undefined,
  kept?: AutomatonColumns,
  alike: AlikeWords = {},
): Automaton {
  internUsual(table);
  const { parts, words, graph } = kept
    ? restore(kept)
    : compile(createPartBuilder(table, phrasesOf), patterns);
  if (!kept) addAlike(table, words, alike);
  const alphabet = createAlphabet(table, words, graph.onward, kept?.kinds);
  const { weights } = alphabet;
  const choice = createChoice(patterns, lastOf);
  const gapLists = createGapLists(graph.gaps, kept?.gapLists);
  const machine = createMachine(graph, alphabet, choice.settle, gapLists, kept?.machine);
  /** What was found: from its first token on, and after what begins behind it. */
  const arrivals = emptyArrivals();
  const late = emptyMatches();
  const walker = createWalker(machine);
  const gaps = createGapWalk(machine, walker, weights, late);
  const walks = emptyWalks();
  /** By walk: its first token. */
  const firsts = new Int32Array(LONGEST_PART);
  /** What each token is read as, and before each sentence a wall. */
  let symbols = new Int32Array(0);
  let kinds = new Int32Array(0);
  /** Tokens of the text, walls counted. */
  let ended = 0;

  function match(tokens: Tokens, bounds: Int32Array = NO_BOUNDS): Matches {
    const length = tokens.count + bounds.length;
    if (symbols.length <= length) {
      symbols = new Int32Array(Math.max(length + 1, 1024));
      kinds = new Int32Array(symbols.length);
    }
    alphabet.read(tokens, bounds, symbols, kinds);
    ended = length;
    choice.startText();
    let wall = 0;
    for (let from = 0; from < length; ) {
      if (machine.fullness() > 1) {
        chooseAmongFound();
        machine.forget();
      }
      let to = from;
      for (; to < length && wallAt(bounds, wall, length) - from <= PART; wall += 1)
        to = Math.min(length, wallAt(bounds, wall, length) + 1);
      if (to === from) to = partEnd(from, length);
      walk(from, to, length);
      gaps.finish(kinds, length);
      if (arrivals.count >= MANY) chooseAmongFound();
      from = to;
    }
    chooseAmongFound();
    const found = withoutWalls(copyMatches(choice.chosen), bounds);
    forgetText();
    return found;
  }

  /** A long text's columns are more than its reading, and are not needed while that is judged. */
  function forgetText(): void {
    clearMatches(choice.chosen);
    if (symbols.length <= KEPT_ROOM) return;
    symbols = new Int32Array(0);
    kinds = new Int32Array(0);
  }

  /** The last of so many words behind a token; none beyond a wall. */
  function lastOf(token: number, words: number): number {
    let at = token;
    for (let left = words; at + 1 < ended; at += 1) {
      const weight = weights[kinds[at + 1] as number] as number;
      left -= weight;
      if (weight === WALL || left < 0) break;
    }
    return at;
  }

  function chooseAmongFound(): void {
    choice.choose(arrivals, machine.endings, late);
    arrivals.count = 0;
    late.count = 0;
  }

  /** The end of the next part of a long sentence: before a token that no gap passes, where there is one. */
  function partEnd(from: number, length: number): number {
    const most = Math.min(length, from + LONGEST_PART);
    let to = Math.min(length, from + PART);
    while (to < most && weights[kinds[to] as number] !== WALL) to += 1;
    return to;
  }

  /** Walks from each token in `[from, to)`, none beyond `limit`. */
  function walk(from: number, to: number, limit: number): void {
    const { begin } = machine;
    reserve(walks, to - from);
    const { state: states, walk: own, last: lasts } = walks;
    let begun = 0;
    for (let at = from; at < to; at += 1) {
      const symbol = symbols[at] as number;
      let state = begin[symbol] as number;
      if (state < 0) state = machine.beginWith(symbol);
      states[begun] = state;
      own[begun] = begun;
      lasts[begun] = at;
      firsts[begun] = at;
      begun += isSome(state);
    }
    walks.count = begun;
    note(walker.walkOn(walks, kinds, limit));
  }

  /** Notes where patterns end and where gaps open. */
  function note({ count, state: states, walk: own, last: lasts }: Walks): void {
    const { rows } = machine;
    const { opened } = gaps;
    while (arrivals.count + count > arrivals.first.length) enlargeArrivals(arrivals);
    while (count > opened.first.length) enlargeOpenings(opened);
    let arrived = arrivals.count;
    let opens = 0;
    for (let i = 0; i < count; i += 1) {
      const row = (states[i] as number) << ROW_BITS;
      const first = firsts[own[i] as number] as number;
      const last = lasts[i] as number;
      const ending = rows[row + Row.ending] as number;
      arrivals.ending[arrived] = ending;
      arrivals.first[arrived] = first;
      arrivals.last[arrived] = last;
      arrived += isSome(ending);
      const list = rows[row + Row.opens] as number;
      opened.list[opens] = list;
      opened.first[opens] = first;
      opened.last[opens] = last;
      opened.when[opens] = first;
      opens += isSome(list);
    }
    arrivals.count = arrived;
    opened.count = opens;
  }

  return {
    match,
    fullness: machine.fullness,
    columns: () => ({
      sets: [...words.setsOf],
      exact: [...words.exact],
      numberWords: [...words.numberWords],
      parts: keptLists(parts),
      graph: graph.columns(),
      kinds: alphabet.columns(),
      gapLists: gapLists.columns(),
      machine: machine.columns(),
    }),
  };
}

/** Where the wall before a sentence is, each being one more place than the tokens have; behind the last, `length`. */
function wallAt(bounds: Int32Array, sentence: number, length: number): number {
  return sentence < bounds.length ? (bounds[sentence] as number) + sentence : length;
}

/** Matches by places as matches by tokens. Changes them. */
function withoutWalls(matches: Matches, bounds: Int32Array): Matches {
  if (bounds.length === 0) return matches;
  const { count, first, last } = matches;
  let walls = 0;
  for (let i = 0; i < count; i += 1) {
    while (walls < bounds.length && (bounds[walls] as number) + walls < (first[i] as number))
      walls += 1;
    first[i] = (first[i] as number) - walls;
    last[i] = (last[i] as number) - walls;
  }
  return matches;
}

/** What is walked over: phrases as a graph of parts, and what their words mean. */
interface Compiled {
  parts: ListTable;
  words: PhraseWords;
  graph: PhraseGraph;
}

function compile({ parts, words, build }: PartBuilder, patterns: readonly Pattern[]): Compiled {
  const graph = createPhraseGraph(parts);
  patterns.forEach(({ phrase }, index) => {
    graph.add(build(phrase), index, phrase);
  });
  return { parts, words, graph };
}

function restore(kept: AutomatonColumns): Compiled {
  const parts = createListTable(kept.parts);
  const words = {
    setsOf: new Map(kept.sets),
    exact: new Map(kept.exact),
    numberWords: new Set(kept.numberWords),
  };
  return { parts, words, graph: createPhraseGraph(parts, kept.graph) };
}
