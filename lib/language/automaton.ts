/**
 * All phrases of a reader as one automaton over tokens. From each token it walks as far as a phrase
 * goes; what a state leads to on a word is worked out once and kept, so that a text costs the same
 * however many phrases there are, and no input makes it slow.
 */
import {
  createGraphBuilder,
  isDigits,
  Label,
  type PhraseGraph,
  type PhrasesOf,
} from './phrase-graph.ts';
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

const DEAD = 0;
const ROOT = 1;
/** What has been worked out is dropped beyond this, which only a hostile text reaches. */
const MOST_STATES = 60_000;

/** Marks that a gap may pass over, and those that stand between the words of a phrase ("-"). */
const GAP_MARKS = ',()"\'/-&+*[]%#';

/**
 * Compiles patterns over the words of `table`, to which it adds. Throws a PhraseError for a phrase
 * that cannot be read.
 */
export function createAutomaton(
  table: WordTable,
  patterns: readonly Pattern[],
  phrasesOf: PhrasesOf = () => undefined,
): Automaton {
  const numberSymbol = table.intern('= number');
  const gapMarkSymbol = table.intern('= mark');
  const otherMarkSymbol = table.intern('= other');
  for (const mark of GAP_MARKS) table.intern(mark);
  const possessive = table.intern("'s");
  const hyphen = table.find('-');
  const { graph, add } = createGraphBuilder(table, phrasesOf);
  patterns.forEach(({ phrase }, index) => {
    add(phrase, index);
  });
  const symbols = symbolsOf(table, graph);
  const exactSymbols = graph.exact;
  const groups = Int32Array.from(patterns, ({ group }) => group);
  const excepts = Uint8Array.from(patterns, ({ except }) => (except ? 1 : 0));
  const groupCount = groups.reduce((most, group) => Math.max(most, group + 1), 0);
  const states = createStates(table, graph, {
    number: numberSymbol,
    gapMark: gapMarkSymbol,
    otherMark: otherMarkSymbol,
    passable: new Set([hyphen, possessive]),
    gapMarks: new Set([...GAP_MARKS].map((mark) => table.find(mark))),
  });

  /** What the automaton reads a token as. */
  function symbolAt(tokens: Tokens, token: number): number {
    const word = tokens.word[token] as number;
    const symbol = word < symbols.length ? (symbols[word] as number) : 0;
    if (symbol > 0) return symbol;
    if (symbol < 0) return exactSymbolAt(tokens, token, -symbol);
    const kind = tokens.kind[token];
    if (kind === TokenKind.word) return 0;
    if (kind === TokenKind.number) return numberSymbol;
    return otherMarkSymbol;
  }

  function exactSymbolAt(tokens: Tokens, token: number, word: number): number {
    const start = tokens.start[token] as number;
    const length = (tokens.end[token] as number) - start;
    for (const { written, label } of exactSymbols.get(word) ?? []) {
      if (written.length === length && tokens.text.startsWith(written, start)) return label;
    }
    return word;
  }

  function match(tokens: Tokens, bounds?: Int32Array): Matches {
    const matches = createMatches();
    const groupEnds = new Int32Array(groupCount).fill(-1);
    const exceptEnds = new Int32Array(groupCount).fill(-1);
    const count = tokens.count;
    const symbolsHere = new Int32Array(count);
    for (let i = 0; i < count; i += 1) symbolsHere[i] = symbolAt(tokens, i);
    // The best end so far of each group that the walk from one token has met.
    let found = new Int32Array(16);
    let foundLast = new Int32Array(16);
    let bound = 0;
    let limit = bounds === undefined ? count : 0;
    for (let first = 0; first < count; first += 1) {
      if (bounds !== undefined) {
        while (limit <= first) {
          bound += 1;
          limit = bound < bounds.length ? (bounds[bound] as number) : count;
        }
      }
      const symbol = symbolsHere[first] as number;
      if (symbol === 0) continue;
      let state = states.next(ROOT, symbol);
      if (state === DEAD) continue;
      let met = 0;
      for (let last = first; ; ) {
        const accepts = states.accepts[state];
        if (accepts !== undefined) {
          for (let i = 0; i < accepts.length; i += 1) {
            const pattern = accepts[i] as number;
            let slot = 0;
            while (
              slot < met &&
              (groups[found[slot] as number] !== groups[pattern] ||
                excepts[found[slot] as number] !== excepts[pattern])
            ) {
              slot += 1;
            }
            if (slot === met) {
              met += 1;
              if (met > found.length) {
                found = enlarged(found);
                foundLast = enlarged(foundLast);
              }
            } else if (foundLast[slot] === last) continue;
            found[slot] = pattern;
            foundLast[slot] = last;
          }
        }
        last += 1;
        if (last >= limit) break;
        state = states.next(state, symbolsHere[last] as number);
        if (state === DEAD) break;
      }
      for (let slot = 0; slot < met; slot += 1) {
        const pattern = found[slot] as number;
        const group = groups[pattern] as number;
        if (excepts[pattern] === 1 && (exceptEnds[group] as number) < (foundLast[slot] as number)) {
          exceptEnds[group] = foundLast[slot] as number;
        }
      }
      for (let slot = 0; slot < met; slot += 1) {
        const pattern = found[slot] as number;
        const group = groups[pattern] as number;
        const last = foundLast[slot] as number;
        if (excepts[pattern] === 1 || last <= (exceptEnds[group] as number)) continue;
        if (first <= (groupEnds[group] as number)) continue;
        groupEnds[group] = last;
        addMatch(matches, pattern, first, last);
      }
    }
    return matches;
  }

  return { match };
}

/** The symbol of each word id: 0 when it is no label here, negative when its case must be looked at. */
function symbolsOf(table: WordTable, graph: PhraseGraph): Int32Array {
  const symbols = new Int32Array(table.size);
  const used = new Set<number>();
  for (const edges of graph.edges) for (const label of edges.keys()) if (label > 0) used.add(label);
  for (const word of graph.setsOf.keys()) used.add(word);
  for (const word of graph.numberWords) used.add(word);
  for (let word = 1; word < symbols.length; word += 1) {
    if (used.has(word) || used.has(table.singular(word))) symbols[word] = word;
    else if (isDigits(table.spelling(word))) symbols[word] = 0;
  }
  for (const mark of GAP_MARKS) {
    const word = table.find(mark);
    if (symbols[word] === 0) symbols[word] = word;
  }
  const possessive = table.find("'s");
  symbols[possessive] = possessive;
  for (const word of graph.exact.keys()) symbols[word] = -word;
  return symbols;
}

interface Symbols {
  number: number;
  gapMark: number;
  otherMark: number;
  /** Tokens that may stand between any two words of a phrase. */
  passable: Set<number>;
  /** Marks that a gap passes over. */
  gapMarks: Set<number>;
}

interface States {
  /** The accepted patterns of each state. */
  accepts: (Int32Array | undefined)[];
  /** The state after a symbol; DEAD when no phrase goes on. */
  next(state: number, symbol: number): number;
}

/** States are sets of graph nodes, made when a text first needs them. */
function createStates(table: WordTable, graph: PhraseGraph, special: Symbols): States {
  const accepts: (Int32Array | undefined)[] = [];
  let sets: Int32Array[] = [];
  let byKey = new Map<string, number>();
  let rootNext = new Int32Array(table.size).fill(-1);
  let keys = new Float64Array(4096);
  let targets = new Int32Array(4096);
  let stored = 0;

  function reset(): void {
    accepts.length = 0;
    sets = [];
    byKey = new Map();
    rootNext = rootNext.fill(-1);
    keys = new Float64Array(4096);
    targets = new Int32Array(4096);
    stored = 0;
    stateOf([]);
    stateOf([0]);
  }

  function stateOf(nodes: number[]): number {
    const sorted = [...new Set(nodes)].sort((a, b) => a - b);
    const key = sorted.join(' ');
    const known = byKey.get(key);
    if (known !== undefined) return known;
    const state = sets.length;
    byKey.set(key, state);
    sets.push(Int32Array.from(sorted));
    const accepted = sorted.flatMap((node) => graph.accepts[node] ?? []);
    accepts[state] = accepted.length === 0 ? undefined : Int32Array.from(new Set(accepted));
    return state;
  }

  /** All labels that a symbol satisfies. */
  function labelsOf(symbol: number): number[] {
    if (symbol === special.number) return [Label.number, Label.any];
    if (symbol === special.otherMark) return [];
    if (special.gapMarks.has(symbol)) return [symbol];
    if (symbol === 0) return [Label.any];
    const labels = [symbol, Label.any];
    let word = symbol;
    const spelling = table.spelling(symbol);
    if (spelling.startsWith('=') && spelling.length > 1) {
      word = table.find(spelling.slice(1).toLowerCase());
      labels.push(word);
    }
    const singular = table.singular(word);
    if (singular !== 0) labels.push(singular);
    for (const form of [word, singular]) labels.push(...(graph.setsOf.get(form) ?? []));
    if (graph.numberWords.has(word) || isDigits(table.spelling(word))) labels.push(Label.number);
    return labels;
  }

  function work(state: number, symbol: number): number {
    const labels = labelsOf(symbol);
    const reached: number[] = [];
    for (const node of sets[state] as Int32Array) {
      const edges = graph.edges[node] as Map<number, number[]>;
      let onward = false;
      for (const label of labels) {
        const nodes = edges.get(label);
        if (nodes === undefined) continue;
        onward = true;
        reached.push(...nodes);
      }
      // The symbols between the words of a phrase, and the marks within a gap, leave it where it is.
      const passed =
        node !== 0 &&
        !(onward && !graph.inGap.has(node)) &&
        (special.passable.has(symbol) || (graph.inGap.has(node) && special.gapMarks.has(symbol)));
      if (passed && edges.size > 0) reached.push(node);
    }
    return reached.length === 0 ? DEAD : stateOf(reached);
  }

  function slotOf(key: number): number {
    const mask = keys.length - 1;
    let slot = (Math.imul(key | 0, 0x9e3779b1) ^ Math.imul((key / 0x100000) | 0, 0x85ebca6b)) >>> 7;
    slot &= mask;
    while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  function store(key: number, target: number): void {
    if (stored * 2 > keys.length) {
      const oldKeys = keys;
      const oldTargets = targets;
      keys = new Float64Array(oldKeys.length * 2);
      targets = new Int32Array(oldKeys.length * 2);
      for (let i = 0; i < oldKeys.length; i += 1) {
        if (oldKeys[i] === 0) continue;
        const slot = slotOf(oldKeys[i] as number);
        keys[slot] = oldKeys[i] as number;
        targets[slot] = oldTargets[i] as number;
      }
    }
    const slot = slotOf(key);
    keys[slot] = key;
    targets[slot] = target;
    stored += 1;
  }

  function next(state: number, symbol: number): number {
    if (state === ROOT) {
      const known = rootNext[symbol] as number;
      if (known >= 0) return known;
      const target = work(ROOT, symbol);
      rootNext[symbol] = target;
      return target;
    }
    const key = state * 0x100000 + symbol;
    const slot = slotOf(key);
    if (keys[slot] === key) return targets[slot] as number;
    const target = work(state, symbol);
    store(key, target);
    return target;
  }

  reset();
  return {
    accepts,
    next(state, symbol) {
      if (state === ROOT && sets.length > MOST_STATES) reset();
      return next(state, symbol);
    },
  };
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

function enlarged(column: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(column.length * 2);
  larger.set(column);
  return larger;
}
