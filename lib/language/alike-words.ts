/**
 * Words that say the same as a more usual one: wherever a phrase has "relief", "alleviation" will do. So the
 * phrases need not spell out what few writers write, and the graph of phrases is none the larger for it.
 */
import type { PhraseWords } from './phrase-parts.ts';
import type { WordTable } from './word-table.ts';

/** By the word that phrases use, the words that are read as it too, and as their plain plurals. */
export type AlikeWords = Readonly<Record<string, readonly string[]>>;

/** Lets words stand for what others mean, when all phrases were built. */
export function addAlike(table: WordTable, { setsOf }: PhraseWords, alike: AlikeWords): void {
  for (const [usual, others] of Object.entries(alike)) {
    const meant = table.find(usual);
    if (meant === 0) continue;
    const labels = [meant, ...(setsOf.get(meant) ?? [])];
    for (const other of others) {
      const word = table.internWithPlural(other);
      setsOf.set(word, [...new Set([...(setsOf.get(word) ?? []), ...labels])]);
    }
  }
}
