/**
 * What an automaton reads tokens as: small numbers, one for each word that some phrase uses, and one
 * for all other words, numbers and marks. Each stands for the labels it satisfies in the graph.
 */
import { isDigits, Label, type PhraseGraph } from './phrase-graph.ts';
import type { WordTable } from './word-table.ts';

/** Symbols with a fixed meaning: a word of no phrase, such a number, such a mark. */
export const UNKNOWN = 0;
export const NUMBER = 1;
export const OTHER_MARK = 2;

/** Marks that a gap may pass over. */
export const GAP_MARKS = ',()"\'/-&+*[]%#';
export const POSSESSIVE = "'s";

export interface Alphabet {
  /** Number of symbols. */
  size: number;
  /** Symbol of each word id; 0 when no phrase uses it, negative when its case must be looked at. */
  symbolOf: Int32Array;
  /** For such a symbol, the forms in their own case. */
  variants: Map<number, { written: string; symbol: number }[]>;
  /** The labels each symbol satisfies. */
  labels: number[][];
  /** Symbols that may stand between any two words of a phrase. */
  passable: Set<number>;
  /** Symbols of marks that a gap passes over. */
  gapMarks: Set<number>;
}

/** The alphabet of a graph whose words are in `table`. */
export function createAlphabet(table: WordTable, graph: PhraseGraph): Alphabet {
  const symbolOf = new Int32Array(table.size);
  const labels: number[][] = [[], [Label.number], []];
  const used = usedWords(graph);
  for (let word = 1; word < symbolOf.length; word += 1) {
    const singular = table.singular(word);
    if (!used.has(word) && !used.has(singular)) continue;
    symbolOf[word] = labels.length;
    labels.push(labelsOf(table, graph, word, singular));
  }
  const marks = [...GAP_MARKS].map((mark) => {
    const word = table.find(mark);
    if (symbolOf[word] === 0) {
      symbolOf[word] = labels.length;
      labels.push([word]);
    } else labels[symbolOf[word] as number] = [word];
    return symbolOf[word] as number;
  });
  const possessive = table.find(POSSESSIVE);
  if (symbolOf[possessive] === 0) {
    symbolOf[possessive] = labels.length;
    labels.push([possessive]);
  }
  const passable = new Set([symbolOf[table.find('-')] as number, symbolOf[possessive] as number]);
  const variants = exactVariants(table, graph, symbolOf, labels);
  return { size: labels.length, symbolOf, variants, labels, passable, gapMarks: new Set(marks) };
}

function usedWords(graph: PhraseGraph): Set<number> {
  const used = new Set<number>([
    ...graph.setsOf.keys(),
    ...graph.numberWords,
    ...graph.exact.keys(),
  ]);
  for (const edges of graph.edges) for (const label of edges.keys()) if (label > 0) used.add(label);
  return used;
}

function labelsOf(table: WordTable, graph: PhraseGraph, word: number, singular: number): number[] {
  const labels = [word];
  if (singular !== 0) labels.push(singular);
  for (const form of [word, singular]) labels.push(...(graph.setsOf.get(form) ?? []));
  if (graph.numberWords.has(word) || isDigits(table.spelling(word))) labels.push(Label.number);
  return labels;
}

/** Gives each form in its own case a symbol that satisfies what the word does, and the form itself. */
function exactVariants(
  table: WordTable,
  graph: PhraseGraph,
  symbolOf: Int32Array,
  labels: number[][],
): Alphabet['variants'] {
  const variants: Alphabet['variants'] = new Map();
  for (const [word, forms] of graph.exact) {
    const symbol = symbolOf[word] as number;
    const own = labels[symbol] ?? labelsOf(table, graph, word, 0);
    variants.set(
      symbol,
      forms.map(({ written, label }) => {
        labels.push([...own, label]);
        return { written, symbol: labels.length - 1 };
      }),
    );
    symbolOf[word] = -symbol;
  }
  return variants;
}
