import MiniSearch, { type SearchOptions, type SearchResult } from 'minisearch';
import type { Snippet } from './snippet.ts';

/** The words of a snippet by the field they stand in; `id` is its place in the list. */
interface Entry {
  id: number;
  title: string;
  serves: string;
  text: string;
}

/** One letter begins too many words to be looked for. */
const SHORTEST_WORD = 2;
/** A word that was typed may have a slip from so many letters on. */
const SHORTEST_WITH_SLIP = 4;
/** Two letters swapped are two that differ. */
const LETTERS_OF_A_SLIP = 2;

const WORDS: SearchOptions = { combineWith: 'AND', prefix: true, boost: { title: 3, serves: 2 } };
const WITH_SLIPS: SearchOptions = {
  ...WORDS,
  fuzzy: (word) => (word.length >= SHORTEST_WITH_SLIP ? LETTERS_OF_A_SLIP : false),
};

/** Finds snippets of one list by the beginnings of their words, and where none has them, with slips. */
export class SnippetIndex {
  private readonly words = new MiniSearch<Entry>({
    fields: ['title', 'serves', 'text'],
    processTerm: plainWord,
  });
  private size = 0;

  /** Adds the next snippet of the list. */
  add({ title, text, tags, criteria, treatments, citation }: Snippet): void {
    const cited = citation === undefined ? '' : `${citation.guideline} ${citation.edition}`;
    const serves = [...tags, ...criteria, ...treatments].join(' ');
    this.words.add({ id: this.size, title, serves, text: `${text} ${cited}` });
    this.size += 1;
  }

  /** What each snippet of the list scores, by its place; 0 where it does not have all the words. */
  search(query: string): Float32Array {
    const scores = new Float32Array(this.size);
    if (!this.scoreBy(query, WORDS, scores)) this.scoreBy(query, WITH_SLIPS, scores);
    return scores;
  }

  /** Fills in the scores; false where nothing is found. */
  private scoreBy(query: string, options: SearchOptions, scores: Float32Array): boolean {
    let isFound = false;
    // Taken where results are filtered, and none is kept: to sort them all takes longer than to find them.
    const filter = ({ id, score }: SearchResult) => {
      scores[id as number] = score;
      isFound = true;
      return false;
    };
    this.words.search(query, { ...options, filter });
    return isFound;
  }
}

/** Whether a query has a word that can be looked for. */
export function hasWord(query: string): boolean {
  return query.split(/[\s\p{P}]+/u).some((word) => plainWord(word) !== null);
}

/** Lower case without accents; nothing for a single letter. */
function plainWord(word: string): string | null {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.length < SHORTEST_WORD ? null : plain;
}
