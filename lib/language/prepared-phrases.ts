/**
 * The automaton of a vocabulary and the words of its phrases, made ahead of time: to make it, and to work out
 * where common texts lead it, takes most of a start from nothing. It is made by prepare-phrases.ts and
 * holds for exactly the phrases it was made of.
 */
import type { AlikeWords } from './alike-words.ts';
import type { AutomatonColumns } from './automaton.ts';
import type { Pattern } from './choice.ts';
import type { PhrasesOf } from './phrase-parts.ts';
import type { WordColumns } from './word-table.ts';

/** Plain data, to be kept in a file: see prepared-file.ts. */
export interface PreparedPhrases {
  /** What the patterns come to, and the phrases of the concepts they name: see `digestOf`. */
  digest: string;
  /** The concepts, classes and drugs that phrases name. */
  named: string[];
  words: WordColumns;
  automaton: AutomatonColumns;
}

/** Whether it was made of these patterns. */
export function isPreparedFor(
  { digest, named }: PreparedPhrases,
  patterns: readonly Pattern[],
  phrasesOf: PhrasesOf,
  alike?: AlikeWords,
): boolean {
  return digestOf(patterns, named, phrasesOf, alike) === digest;
}

const FIRST = 0x811c9dc5;
const FACTOR = 0x01000193;
const OTHER_FACTOR = 0x85ebca6b;

/** 64 bits over patterns, the phrases of the concepts that they name, and the words that are read as others. */
export function digestOf(
  patterns: readonly Pattern[],
  named: readonly string[],
  phrasesOf: PhrasesOf,
  alike: AlikeWords = {},
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
  for (const { phrase, group, except } of patterns) {
    add(phrase);
    one = Math.imul(one ^ (group * 2 + (except ? 1 : 0)), FACTOR);
  }
  for (const id of named) {
    add(id);
    for (const phrase of phrasesOf(id) ?? []) add(phrase);
  }
  for (const [usual, others] of Object.entries(alike))
    for (const word of [usual, ...others]) add(word);
  return `${(one >>> 0).toString(16)}-${(other >>> 0).toString(16)}`;
}
