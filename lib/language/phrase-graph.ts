/**
 * Phrases as one graph over word ids: what the automaton walks. A node has edges by label; a label
 * is a word id, a set of words, or any number.
 *
 * A gap is no part of the graph: it parts a phrase in two. The first part ends by opening the gap,
 * the second starts at an entry of its own and counts only where the gap is open. So the graph has
 * few states, however many gaps there are.
 */
import { LONGEST_GAP, type Phrase, PhraseError, parsePhrase } from './phrase.ts';
import { foldedToken, TokenKind, tokenize, tokenText } from './tokens.ts';
import { createWordTable, type WordTable } from './word-table.ts';

/** Labels that are no word ids. Sets of words count down from `firstSet`. */
export const Label = { number: -1, firstSet: -2 } as const;

/** Number words that fill a number slot; their values are the business of whoever reads values. */
const NUMBER_WORDS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred couple dozen several';

/** Where a phrase goes on after other words. */
export interface GapEntry {
  /** The most words in the gap. */
  most: number;
}

export interface PhraseGraph {
  /** Edges of each node, label to targets. Node 0 is the start of every phrase. */
  edges: Map<number, number[]>[];
  /** What ends at each node: numbers the caller gave to `add`. */
  accepts: (number[] | undefined)[];
  /** Gaps that open at each node. */
  opens: (number[] | undefined)[];
  /** The gap that a node stands behind, -1 for a node of a first part. */
  behind: number[];
  gaps: GapEntry[];
  /** The start, and where the parts behind gaps start. */
  entries: number[];
  /** Sets that a word belongs to, as labels. */
  setsOf: Map<number, number[]>;
  /** Words that have exact-case variants: lower-case id to written form and label. */
  exact: Map<number, { written: string; label: number }[]>;
  /** Ids of words that are numbers. */
  numberWords: Set<number>;
}

export interface GraphBuilder {
  graph: PhraseGraph;
  /** Adds a phrase that ends in `accept`. Throws a PhraseError when it cannot be read or expanded. */
  add(source: string, accept: number): void;
}

/** Finds the phrases of a concept, `class:<id>` or `drug:<id>`; undefined when there is none. */
export type PhrasesOf = (id: string) => readonly string[] | undefined;

const DEEPEST_CONCEPT = 8;
const MOST_NODES = 2_000_000;
const scratch = createWordTable();

/** The words of a literal as the word table stores them. */
export function literalWords(text: string): string[] {
  if (/^[a-z]+$/.test(text)) return [text];
  const tokens = tokenize(text, scratch);
  const words: string[] = [];
  for (let i = 0; i < tokens.count; i += 1) words.push(foldedToken(tokens, i));
  return words;
}

/** An empty graph whose words go into `table`. `phrasesOf` resolves `{concept-id}`. */
export function createGraphBuilder(table: WordTable, phrasesOf: PhrasesOf): GraphBuilder {
  const graph: PhraseGraph = {
    edges: [new Map()],
    accepts: [undefined],
    opens: [undefined],
    behind: [-1],
    gaps: [],
    entries: [0],
    setsOf: new Map(),
    exact: new Map(),
    numberWords: new Set(NUMBER_WORDS.split(' ').map((word) => table.intern(word))),
  };
  const wordSets = new Map<string, { label: number; rest: Phrase[] }>();
  /** Phrases share their words: each literal is looked up once. */
  const labelsOf = new Map<string, number[]>();
  /** Where the gap before an entry opens. */
  const origins = new Map<number, number[]>();
  let nextSet: number = Label.firstSet;

  function createNode(behind: number): number {
    graph.edges.push(new Map());
    graph.accepts.push(undefined);
    graph.opens.push(undefined);
    graph.behind.push(behind);
    if (graph.edges.length > MOST_NODES)
      throw new RangeError('the phrases are too many for one reader');
    return graph.edges.length - 1;
  }

  function behindOf(node: number): number {
    return graph.behind[node] as number;
  }

  function link(from: number, label: number, to: number): void {
    const edges = graph.edges[from] as Map<number, number[]>;
    const targets = edges.get(label);
    if (targets === undefined) edges.set(label, [to]);
    else if (!targets.includes(to)) targets.push(to);
  }

  /**
   * Links `ends` over one edge with `label` to a node for each gap they stand behind: to `target`
   * where it stands behind the same, or else to a new one.
   */
  function step(ends: readonly number[], label: number, target = -1): number[] {
    // Nearly always one end: no table needed, and packs open faster.
    if (ends.length === 1) {
      const end = ends[0] as number;
      const behind = behindOf(end);
      const node = target >= 0 && behindOf(target) === behind ? target : createNode(behind);
      link(end, label, node);
      return [node];
    }
    const reached = new Map<number, number>();
    for (const end of ends) {
      const behind = behindOf(end);
      let node = reached.get(behind);
      if (node === undefined) {
        node = target >= 0 && behindOf(target) === behind ? target : createNode(behind);
        reached.set(behind, node);
      }
      link(end, label, node);
    }
    return [...reached.values()];
  }

  /** One edge after the other; the last leads to `target` where one is given. */
  function chain(labels: readonly number[], ends: readonly number[], target?: number): number[] {
    let reached = ends;
    for (let i = 0; i < labels.length; i += 1) {
      reached = step(reached, labels[i] as number, i === labels.length - 1 ? target : undefined);
    }
    return [...reached];
  }

  function wordLabels(text: string): number[] {
    const known = labelsOf.get(text);
    if (known !== undefined) return known;
    const labels = literalWords(text).map((word) => table.internWithPlural(word));
    labelsOf.set(text, labels);
    return labels;
  }

  /** Letters in their own case; what has no case ("4" of "=L4") is compared as it is. */
  function exactLabels(text: string): number[] {
    const tokens = tokenize(text, scratch);
    return Array.from({ length: tokens.count }, (_, token) => {
      const id = table.intern(foldedToken(tokens, token));
      const isWord = tokens.kind[token] === TokenKind.word;
      return isWord ? exactLabel(id, tokenText(tokens, token)) : id;
    });
  }

  function exactLabel(id: number, written: string): number {
    const variants = graph.exact.get(id) ?? [];
    const known = variants.find((variant) => variant.written === written);
    if (known !== undefined) return known.label;
    const label = table.intern(`=${written}`);
    graph.exact.set(id, [...variants, { written, label }]);
    return label;
  }

  /** Opens a gap at `ends`; what follows starts at its entry. */
  function addGap(most: number, ends: readonly number[]): number[] {
    // Right behind another gap, what may stand between left out, both are one longer gap.
    const joined = ends.flatMap((end) => {
      const origin = origins.get(end);
      const before = graph.gaps[behindOf(end)]?.most;
      return origin && before ? addGap(Math.min(LONGEST_GAP, before + most), origin) : [];
    });
    const words = ends.filter((end) => !origins.has(end));
    if (words.length === 0) return joined;
    const gap = graph.gaps.length;
    graph.gaps.push({ most });
    for (const end of words) {
      // A gap at a phrase's start has no meaning.
      if (end === 0) return [0];
      const opens = graph.opens[end];
      if (opens === undefined) graph.opens[end] = [gap];
      else opens.push(gap);
    }
    const entry = createNode(gap);
    graph.entries.push(entry);
    origins.set(entry, words);
    return [entry, ...joined];
  }

  /** One edge for all one-word phrases of a concept, however many there are, and the others one by one. */
  function wordSet(id: string, source: string): { label: number; rest: Phrase[] } {
    const known = wordSets.get(id);
    if (known !== undefined) return known;
    const phrases = phrasesOf(id);
    if (phrases === undefined)
      throw new PhraseError(`there is no concept "${id}"`, source, source.indexOf(`{${id}`));
    const set = { label: nextSet, rest: [] as Phrase[] };
    nextSet -= 1;
    for (const phrase of phrases.map(parsePhrase)) {
      const words = phrase.kind === 'words' ? literalWords(phrase.text) : [];
      if (words.length !== 1) {
        set.rest.push(phrase);
        continue;
      }
      const word = table.internWithPlural(words[0] as string);
      graph.setsOf.set(word, [...(graph.setsOf.get(word) ?? []), set.label]);
    }
    wordSets.set(id, set);
    return set;
  }

  function meetingOf(ends: readonly number[], target: number | undefined): number {
    return target ?? createNode(behindOf(ends[0] as number));
  }

  /**
   * Adds a phrase behind `ends`. All ways through it lead to `target` where one is given: the ways
   * through alternatives meet there, so that what follows them is one and the same.
   */
  function expand(
    phrase: Phrase,
    ends: readonly number[],
    depth: number,
    source: string,
    target?: number,
  ): number[] {
    switch (phrase.kind) {
      case 'words':
        return chain(wordLabels(phrase.text), ends, target);
      case 'exact':
        return chain(exactLabels(phrase.text), ends, target);
      case 'number':
        return step(ends, Label.number, target);
      case 'gap':
        return addGap(phrase.most, [...ends]);
      case 'optional':
        return union(ends, expand(phrase.item, ends, depth, source, target));
      case 'choice': {
        const meeting = meetingOf(ends, target);
        const ways = phrase.options.map((option) => expand(option, ends, depth, source, meeting));
        return union(...ways);
      }
      case 'sequence': {
        let reached = [...ends];
        phrase.items.forEach((item, i) => {
          const last = i === phrase.items.length - 1;
          reached = expand(item, reached, depth, source, last ? target : undefined);
        });
        return reached;
      }
      case 'concept': {
        if (depth >= DEEPEST_CONCEPT)
          throw new PhraseError(`{${phrase.id}} leads back to itself`, source, 0);
        const { label, rest } = wordSet(phrase.id, source);
        const meeting = meetingOf(ends, target);
        const ways = rest.map((other) => expand(other, ends, depth + 1, source, meeting));
        return union(step(ends, label, meeting), ...ways);
      }
    }
  }

  return {
    graph,
    add(source, pattern) {
      for (const end of expand(parsePhrase(source), [0], 0, source)) accept(end, pattern, source);
    },
  };

  function accept(end: number, pattern: number, source: string): void {
    if (end === 0) throw new PhraseError('it matches nothing at all', source, 0);
    // A gap at a phrase's end has no meaning.
    const origin = origins.get(end);
    if (origin !== undefined) {
      for (const node of origin) accept(node, pattern, source);
      return;
    }
    const accepts = graph.accepts[end];
    if (accepts === undefined) graph.accepts[end] = [pattern];
    else if (!accepts.includes(pattern)) accepts.push(pattern);
  }
}

function union(...ways: readonly (readonly number[])[]): number[] {
  const all: number[] = [];
  for (const way of ways) for (const end of way) if (!all.includes(end)) all.push(end);
  return all;
}

/** Whether a stored word is written in digits. */
export function isDigits(word: string): boolean {
  const code = word.charCodeAt(0);
  return code >= 0x30 && code <= 0x39;
}
