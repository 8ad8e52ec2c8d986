/**
 * Phrases with their words looked up: a tree of parts. A word, a number and a concept are each a
 * label; a concept is built once, however many phrases name it.
 */
import { say } from '../saying/said.ts';
import { createListTable, type ListTable } from './list-table.ts';
import { type Phrase, PhraseError, parsePhrase } from './phrase.ts';
import { foldedToken, TokenKind, tokenize, tokenText } from './tokens.ts';
import { createWordTable, type WordTable } from './word-table.ts';

/** Labels that are no word ids. Sets of words count down from `firstSet`. */
export const Label = { number: -1, firstSet: -2 } as const;

export const PartKind = { label: 0, gap: 1, sequence: 2, choice: 3, optional: 4 } as const;

/**
 * A part is a list in a table: its kind, and what it is of. A label is of that, a gap of its most words, a
 * sequence of its first part and of what follows it, a choice of its ways, and what is optional of one part.
 */
export interface PartBuilder {
  parts: ListTable;
  /** The part of a phrase. Throws a PhraseError when it cannot be read or names a concept that does not exist. */
  build(source: string): number;
  words: PhraseWords;
}

/** What the labels of all phrases that were built mean. */
export interface PhraseWords {
  /** Sets that a word belongs to, and words that it is read as too, as labels. */
  setsOf: Map<number, number[]>;
  /** Words that have exact-case variants: lower-case id to written form and label. */
  exact: Map<number, { written: string; label: number }[]>;
  /** Ids of words that are numbers. */
  numberWords: Set<number>;
}

/** Finds the phrases of a concept, `class:<id>` or `drug:<id>`; undefined when there is none. */
export type PhrasesOf = (id: string) => readonly string[] | undefined;

/** Number words that fill a number slot; their values are the business of whoever reads values. */
const NUMBER_WORDS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred couple dozen several';

/** A box of a phrase stands for a box of any form: "[x]" for "(x)" and "☒" too. */
const TICKED = ['[x]', '(x)', '☒', '☑', '✓', '✔'];
const EMPTY = ['[ ]', '( )', '☐', '□'];
const scratch = createWordTable();

/** The words of a literal as the word table stores them. */
export function literalWords(text: string): string[] {
  if (/^[A-Za-z]+$/.test(text)) return [text.toLowerCase()];
  const tokens = tokenize(text, scratch);
  return Array.from({ length: tokens.count }, (_, token) => foldedToken(tokens, token));
}

/** Builds phrases whose words go into `table`. `phrasesOf` resolves `{concept-id}`. */
export function createPartBuilder(table: WordTable, phrasesOf: PhrasesOf): PartBuilder {
  const words: PhraseWords = {
    setsOf: new Map(),
    exact: new Map(),
    numberWords: new Set(NUMBER_WORDS.split(' ').map((word) => table.intern(word))),
  };
  const parts = createListTable();
  const literals = new Map<string, number>();
  const concepts = new Map<string, number | undefined>();
  let nextSet: number = Label.firstSet;

  function labelled(label: number): number {
    return parts.numberOf([PartKind.label, label]);
  }

  function sequence(items: readonly number[]): number {
    return items.reduceRight((behind, first) => parts.numberOf([PartKind.sequence, first, behind]));
  }

  function literal(text: string): number {
    const known = literals.get(text);
    if (known !== undefined) return known;
    const part = sequence(literalWords(text).map((word) => labelled(table.internWithPlural(word))));
    literals.set(text, part);
    return part;
  }

  /** Letters in their own case; what has no case ("4" of "=L4") is compared as it is. */
  function exact(text: string): number {
    const tokens = tokenize(text, scratch);
    return sequence(
      Array.from({ length: tokens.count }, (_, token) => {
        const id = table.intern(foldedToken(tokens, token));
        const isWord = tokens.kind[token] === TokenKind.word;
        return labelled(isWord ? exactLabel(id, tokenText(tokens, token)) : id);
      }),
    );
  }

  function exactLabel(id: number, written: string): number {
    const variants = words.exact.get(id) ?? [];
    const known = variants.find((variant) => variant.written === written);
    if (known !== undefined) return known.label;
    const label = table.intern(`=${written}`);
    words.exact.set(id, [...variants, { written, label }]);
    return label;
  }

  /** One label for all one-word phrases of a concept, however many there are, or one of the others. */
  function concept(id: string, source: string): number {
    const known = concepts.get(id);
    if (known !== undefined) return known;
    if (concepts.has(id)) throw new PhraseError(say('reason_phrase_circle', id), 0);
    const phrases = phrasesOf(id);
    if (phrases === undefined)
      throw new PhraseError(say('reason_no_concept', id), source.indexOf(`{${id}`));
    concepts.set(id, undefined);
    const set = nextSet;
    nextSet -= 1;
    const ways = [labelled(set)];
    for (const phrase of phrases) {
      const tree = parsePhrase(phrase);
      const part = convert(tree, phrase);
      const [kind, label] = parts.list(part) as unknown as [number, number];
      if (tree.kind !== 'words' || kind !== PartKind.label) ways.push(part);
      else {
        const sets = words.setsOf.get(label);
        if (sets === undefined) words.setsOf.set(label, [set]);
        else sets.push(set);
      }
    }
    const part = parts.numberOf([PartKind.choice, ...ways]);
    concepts.set(id, part);
    return part;
  }

  function box(signs: readonly string[]): number {
    return parts.numberOf([PartKind.choice, ...signs.map(literal)]);
  }

  function sequenceParts(items: readonly Phrase[], source: string): number[] {
    const isMark = (item: Phrase | undefined, mark: string) =>
      item?.kind === 'words' && item.text === mark;
    if (!items.some((item) => isMark(item, '['))) return items.map((item) => convert(item, source));
    return items.flatMap((item, at): number[] => {
      if (isMark(item, '[') && isMark(items[at + 1], ']')) return [box(EMPTY)];
      if (isMark(item, ']') && isMark(items[at - 1], '[')) return [];
      return [convert(item, source)];
    });
  }

  function convert(phrase: Phrase, source: string): number {
    switch (phrase.kind) {
      case 'words':
        return phrase.text === '[x]' || phrase.text === '[X]' ? box(TICKED) : literal(phrase.text);
      case 'exact':
        return exact(phrase.text);
      case 'number':
        return labelled(Label.number);
      case 'gap':
        return parts.numberOf([PartKind.gap, phrase.most]);
      case 'optional':
        return parts.numberOf([PartKind.optional, convert(phrase.item, source)]);
      case 'choice': {
        const options = phrase.options.map((option) => convert(option, source));
        return parts.numberOf([PartKind.choice, ...options]);
      }
      case 'sequence':
        return sequence(sequenceParts(phrase.items, source));
      case 'concept':
        return concept(phrase.id, source);
    }
  }

  return { parts, build: (source) => convert(parsePhrase(source), source), words };
}

/** Whether a stored word is written in digits. */
export function isDigits(word: string): boolean {
  const code = word.charCodeAt(0);
  return code >= 0x30 && code <= 0x39;
}
