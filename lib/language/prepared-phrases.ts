/**
 * Phrases as parts, read ahead of time: to parse them and look up their words takes a third of a start
 * from nothing. They are written by prepare-phrases.ts and hold for exactly the phrases they were made of.
 */
import type { Pattern } from './choice.ts';
import {
  createPartMaker,
  type Part,
  type PartBuilder,
  type PhrasesOf,
  type PhraseWords,
} from './phrase-parts.ts';
import type { WordTable } from './word-table.ts';

/** Plain data, to be kept as JSON. */
export interface PreparedPhrases {
  /** What the phrases come to, and those of the concepts they name: see `digestOf`. */
  digest: string;
  /** The concepts, classes and drugs that phrases name. */
  named: string[];
  /** The words of the table, by id from 1. */
  words: string[];
  /** Ids of those whose plain plural means the same. */
  withPlural: number[];
  /**
   * One part after the other: its kind, its value, how many parts it has, and how far before it each of
   * them stands, in parts.
   */
  parts: number[];
  /** The part of each phrase, in the order of the phrases; the same phrase is there once. */
  roots: number[];
  /** `PhraseWords`, as lists of pairs. */
  sets: [word: number, labels: number[]][];
  exact: [word: number, forms: { written: string; label: number }[]][];
  numberWords: number[];
}

/**
 * A builder of what was prepared, whose words go into `table`, in which are only those that every
 * automaton has. Undefined where it was made of other phrases.
 */
export function preparedBuilder(
  prepared: PreparedPhrases,
  table: WordTable,
  patterns: readonly Pattern[],
  phrasesOf: PhrasesOf,
): PartBuilder | undefined {
  const phrases = phrasesOnce(patterns);
  if (digestOf(phrases, prepared.named, phrasesOf) !== prepared.digest) return undefined;
  const { words, withPlural, sets, exact, numberWords } = prepared;
  for (const word of words) table.intern(word);
  for (const id of withPlural) table.internWithPlural(words[id - 1] as string);
  const { create, behind } = createPartMaker();
  const parts = restored(prepared.parts, create);
  const rootOf = new Map(phrases.map((phrase, at) => [phrase, prepared.roots[at] as number]));
  const phraseWords: PhraseWords = {
    setsOf: new Map(sets),
    exact: new Map(exact),
    numberWords: new Set(numberWords),
  };
  return {
    build: (source) => parts[rootOf.get(source) as number] as Part,
    behind,
    words: phraseWords,
  };
}

function restored(
  numbers: readonly number[],
  create: (kind: number, value: number, parts: readonly Part[]) => Part,
): Part[] {
  const made: Part[] = [];
  for (let at = 0; at < numbers.length; ) {
    const count = numbers[at + 2] as number;
    const inner: Part[] = [];
    for (let i = at + 3; i < at + 3 + count; i += 1)
      inner.push(made[made.length - (numbers[i] as number)] as Part);
    made.push(create(numbers[at] as number, numbers[at + 1] as number, inner));
    at += 3 + count;
  }
  return made;
}

/** The phrases of patterns in their order, each once. */
export function phrasesOnce(patterns: readonly Pattern[]): string[] {
  return [...new Set(patterns.map(({ phrase }) => phrase))];
}

const FIRST = 0x811c9dc5;
const FACTOR = 0x01000193;
const OTHER_FACTOR = 0x85ebca6b;

/** 64 bits over phrases, and over the phrases of the concepts that they name. */
export function digestOf(
  phrases: readonly string[],
  named: readonly string[],
  phrasesOf: PhrasesOf,
): string {
  let one = FIRST;
  let other = 0;
  const add = (text: string) => {
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      one = Math.imul(one ^ code, FACTOR);
      other = Math.imul(other ^ code, OTHER_FACTOR) ^ (other >>> 13);
    }
    // where one text ends is told apart too
    one = Math.imul(one ^ text.length, FACTOR);
  };
  for (const phrase of phrases) add(phrase);
  for (const id of named) {
    add(id);
    for (const phrase of phrasesOf(id) ?? []) add(phrase);
  }
  return `${(one >>> 0).toString(16)}-${(other >>> 0).toString(16)}`;
}
