/**
 * What an automaton reads tokens as: symbols, small numbers, one for each word that a phrase may use, and
 * one for all other words, numbers and marks. Each stands for the labels it satisfies in the graph.
 * Behind a phrase's start many symbols mean the same, as the drugs of a class do: they are of one kind.
 */
import { CharacterClass, classAt } from './characters.ts';
import FREQUENT_WORDS from './frequent-words.json' with { type: 'json' };
import { createListTable, keptLists, type ListColumns } from './list-table.ts';
import { isDigits, Label, type PhraseWords } from './phrase-parts.ts';
import { TokenKind, type Tokens } from './tokens.ts';
import type { WordTable } from './word-table.ts';

/** Symbols with a fixed meaning: a word of no phrase, such a number, such a mark. */
const UNKNOWN = 0;
const NUMBER = 1;
const OTHER_MARK = 2;
const FIRST_WORD = 3;
/** What is no symbol: the kind of the token tells it, or the case of its letters. */
const BY_KIND = -1;
const BY_CASE = -2;
const SYMBOL_OF_KIND = new Uint8Array(4);
SYMBOL_OF_KIND[TokenKind.word] = UNKNOWN;
SYMBOL_OF_KIND[TokenKind.number] = NUMBER;
SYMBOL_OF_KIND[TokenKind.mark] = OTHER_MARK;

/** Marks that a gap may pass over. */
const GAP_MARKS = ',()"\'/-&+*[]%#';
/** Marks between a label and its answer count as a word. */
const COUNTED_MARKS = ':=';
const POSSESSIVE = "'s";
/** What no gap may pass counts as more words than the longest gap has. */
export const WALL = 16;

export interface Alphabet {
  /** Number of symbols; there are fewer kinds. */
  size: number;
  /** By kind: as how many words of a gap it counts. */
  weights: Uint8Array;
  /** Kinds that may stand between any two words of a phrase. */
  passable: ReadonlySet<number>;
  /** The labels a symbol satisfies. */
  labelsOf(symbol: number): readonly number[];
  /** Those of them that all symbols of a kind satisfy, behind a phrase's start. */
  labelsOfKind(kind: number): ArrayLike<number>;
  /** The kinds that satisfy a label there. */
  kindsOf(label: number): readonly number[];
  /** Fills `symbols` and `kinds` with what each token is read as, and a wall before each token of `bounds`. */
  read(tokens: Tokens, bounds: Int32Array, symbols: Int32Array, kinds: Int32Array): void;
  /** The kinds of all symbols. */
  columns(): KindColumns;
}

/** Kinds to be kept in a file. */
export interface KindColumns {
  /** By symbol. */
  kinds: ArrayLike<number>;
  /** By kind, what its symbols have in common: the weight, 1 for what may be passed, the labels. */
  alike: ListColumns;
}

/** Where in what a kind's symbols have in common the labels begin. */
const ALIKE_LABELS = 2;

/** The kinds of words that no phrase goes on with, and of marks that neither phrase nor gap passes. */
export const NO_KIND = 0;
export const WALL_KIND = 1;

/**
 * Marks, and the words that make up most of a text, the most frequent first. They get the lowest numbers, so that
 * what is looked up for most tokens lies close together.
 */
const USUAL = [...GAP_MARKS, ...COUNTED_MARKS, POSSESSIVE, ...FREQUENT_WORDS];

/** Adds the words to `table` that every alphabet has. */
export function internUsual(table: WordTable): void {
  for (const word of USUAL) table.intern(word);
}

/**
 * The alphabet of a graph, whose words and the usual ones are in `table`; `onward`: the labels of the graph that
 * stand behind others. What was kept of the kinds need not be found again.
 */
export function createAlphabet(
  table: WordTable,
  words: PhraseWords,
  onward: ReadonlySet<number>,
  kept?: KindColumns,
): Alphabet {
  const known = table.size;
  /** For words whose case must be looked at, the symbols of their forms in their own case. */
  const variants = new Map<number, { written: string; symbol: number }[]>();
  /** For the symbol of each such form, its label, and the word it is a form of. */
  const forms: { word: number; label: number }[] = [];
  /** By label, the symbol of the form that alone satisfies it. */
  const formOf = new Map<number, number>();
  for (const [word, written] of words.exact) {
    variants.set(
      word,
      written.map((form) => {
        const symbol = FIRST_WORD + known + forms.push({ word, label: form.label }) - 1;
        formOf.set(form.label, symbol);
        return { written: form.written, symbol };
      }),
    );
  }
  /** By word, as far as the token's form does not matter, the symbol; else `BY_KIND` or `BY_CASE`. */
  const symbolOf = new Int32Array(known);
  for (let word = 0; word < known; word += 1) symbolOf[word] = word + FIRST_WORD;
  symbolOf[0] = BY_KIND;
  for (const word of variants.keys()) symbolOf[word] = BY_CASE;
  const size = FIRST_WORD + known + forms.length;
  let members: Map<number, number[]> | undefined;
  const mayPass = new Set(['-', POSSESSIVE].map((mark) => table.find(mark) + FIRST_WORD));
  /** By symbol its kind, -1 before it is asked for. */
  const kindOf = new Int32Array(size).fill(-1);
  /** By kind, what its symbols have in common: see `KindColumns`. */
  const alike = createListTable(kept?.alike);
  const weights = new Uint8Array(size);
  const passable = new Set<number>();
  const kindsByLabel = new Map<number, readonly number[]>();
  if (kept) {
    kindOf.set(kept.kinds);
    for (let kind = 0; kind < alike.count; kind += 1) note(kind);
  } else {
    for (const symbol of [UNKNOWN, OTHER_MARK, NUMBER]) findKind(symbol);
    for (const word of USUAL) findKind(table.find(word) + FIRST_WORD);
  }

  function labelsOf(symbol: number): readonly number[] {
    if (symbol < FIRST_WORD) return symbol === NUMBER ? [Label.number] : [];
    const word = symbol - FIRST_WORD;
    if (word < known) return labelsOfWord(word);
    const form = forms[word - known] as { word: number; label: number };
    return [...labelsOfWord(form.word), form.label];
  }

  function labelsOfWord(word: number): number[] {
    if (word === 0) return [];
    const found = [word];
    const singular = table.singular(word);
    if (singular !== 0) found.push(singular);
    for (const set of words.setsOf.get(word) ?? []) found.push(set);
    for (const set of words.setsOf.get(singular) ?? []) found.push(set);
    if (words.numberWords.has(word) || isDigits(table.spelling(word))) found.push(Label.number);
    return found;
  }

  /** Words count one, marks that a gap passes nothing, any other mark is a wall. */
  function weightOf(symbol: number): number {
    if (symbol === OTHER_MARK) return WALL;
    const word = symbol - FIRST_WORD;
    const spelling = word >= 0 && word < known ? table.spelling(word) : '';
    if (spelling.length !== 1 || classAt(spelling, 0) !== CharacterClass.mark) return 1;
    if (COUNTED_MARKS.includes(spelling)) return 1;
    return GAP_MARKS.includes(spelling) ? 0 : WALL;
  }

  /** The kind of a symbol: that of others with the same labels behind a phrase's start and the same weight. */
  function findKind(symbol: number): number {
    const own = labelsOf(symbol).filter((label) => onward.has(label));
    const kind = alike.numberOf([weightOf(symbol), mayPass.has(symbol) ? 1 : 0, ...own]);
    note(kind);
    kindOf[symbol] = kind;
    return kind;
  }

  function note(kind: number): void {
    const at = alike.starts[kind] as number;
    weights[kind] = alike.items[at] as number;
    if (alike.items[at + 1] === 1) passable.add(kind);
  }

  function kindsOf(label: number): readonly number[] {
    let found = kindsByLabel.get(label);
    if (found === undefined) {
      const symbols = label === Label.number ? symbolsOfNumbers() : symbolsOfWords(label);
      const kinds = new Set<number>();
      for (const symbol of symbols) {
        const kind = kindOf[symbol] as number;
        kinds.add(kind < 0 ? findKind(symbol) : kind);
      }
      found = [...kinds];
      kindsByLabel.set(label, found);
    }
    return found;
  }

  /** Those of a word and of what is read as it, or the words of a set, of their plurals, and of their forms in their own case. */
  function symbolsOfWords(wanted: number): number[] {
    members ??= membersOf(words);
    const found: number[] = [];
    const others = members.get(wanted) ?? [];
    for (const word of wanted > 0 ? [wanted, ...others] : others) {
      addSymbols(word, found);
      const many = table.plural(word);
      if (table.singular(many) === word) addSymbols(many, found);
    }
    const form = formOf.get(wanted);
    if (form !== undefined) found.push(form);
    return found;
  }

  function symbolsOfNumbers(): number[] {
    const found: number[] = [NUMBER];
    for (let word = 1; word < known; word += 1)
      if (words.numberWords.has(word) || isDigits(table.spelling(word))) addSymbols(word, found);
    return found;
  }

  function addSymbols(word: number, found: number[]): void {
    found.push(word + FIRST_WORD);
    for (const { symbol } of variants.get(word) ?? []) found.push(symbol);
  }

  return {
    size,
    weights,
    passable,
    labelsOf,
    labelsOfKind: (kind) =>
      alike.items.subarray((alike.starts[kind] as number) + ALIKE_LABELS, alike.starts[kind + 1]),
    kindsOf,
    read(tokens, bounds, symbols, kinds) {
      const { count, word, kind } = tokens;
      for (let walls = 0, i = 0; i < count; i += 1) {
        for (; walls < bounds.length && bounds[walls] === i; walls += 1) {
          symbols[i + walls] = OTHER_MARK;
          kinds[i + walls] = WALL_KIND;
        }
        const id = word[i] as number;
        let symbol = symbolOf[id < known ? id : 0] as number;
        if (symbol === BY_KIND) symbol = SYMBOL_OF_KIND[kind[i] as number] as number;
        else if (symbol === BY_CASE) symbol = readCased(tokens, i, id);
        symbols[i + walls] = symbol;
        const of = kindOf[symbol] as number;
        kinds[i + walls] = of < 0 ? findKind(symbol) : of;
      }
    },
    columns,
  };

  function columns(): KindColumns {
    for (let symbol = 0; symbol < size; symbol += 1)
      if ((kindOf[symbol] as number) < 0) findKind(symbol);
    return { kinds: kindOf, alike: keptLists(alike) };
  }

  /** A word some phrase wants in its own case: the symbol of that case when the token has it. */
  function readCased(tokens: Tokens, token: number, word: number): number {
    const start = tokens.start[token] as number;
    const end = tokens.end[token] as number;
    // letters that were said one by one are written with blanks: "P T"
    const spelt = tokens.slip[token] === 1 ? tokens.text.slice(start, end).replaceAll(' ', '') : '';
    for (const { written, symbol } of variants.get(word) ?? []) {
      if (written === spelt) return symbol;
      if (written.length === end - start && tokens.text.startsWith(written, start)) return symbol;
    }
    return word + FIRST_WORD;
  }
}

/** The words of each set, and those that are read as another. */
function membersOf({ setsOf }: PhraseWords): Map<number, number[]> {
  const members = new Map<number, number[]>();
  for (const [word, sets] of setsOf) {
    for (const set of sets) {
      const known = members.get(set);
      if (known === undefined) members.set(set, [word]);
      else known.push(word);
    }
  }
  return members;
}
