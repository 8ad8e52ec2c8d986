import SearchableMap from 'minisearch/SearchableMap';
import type { Snippet } from './snippet.ts';

/** Where a word stands: the places of snippets in the list, and what it weighs in each of them. */
interface Postings {
  places: number[];
  weights: number[];
}

/** A field of a snippet: how much a word in it counts, and how many words such a field has. */
interface Field {
  boost: number;
  usualLength: number;
}

const TITLE: Field = { boost: 3, usualLength: 8 };
const SERVES: Field = { boost: 2, usualLength: 8 };
const TEXT: Field = { boost: 1, usualLength: 60 };

/** One letter begins too many words to be looked for. */
const SHORTEST_WORD = 2;
/** A word that was typed may have a slip from so many letters on. */
const SHORTEST_WITH_SLIP = 4;
/** Two letters swapped are two that differ. */
const LETTERS_OF_A_SLIP = 2;
/** What a word that only begins as typed, or differs in one letter, counts beside the word itself. */
const ONLY_BEGUN = 0.5;
const A_LETTER_OFF = 0.4;

const BETWEEN_WORDS = /[\s\p{Z}\p{P}]+/u;

/**
 * Finds snippets of one list by the beginnings of their words, and where none has them, with slips.
 * The tree of words is a library's; the scores are summed here in typed arrays, as a word like "the" is
 * in most snippets, and an object for each of them takes longer than a keystroke may.
 */
export class SnippetIndex {
  private readonly postings = new Map<string, Postings>();
  private readonly tree = new SearchableMap<Postings>();
  private size = 0;

  /** Adds the next snippet of the list. */
  add({ title, text, tags, criteria, treatments, citation }: Snippet): void {
    const cited = citation === undefined ? '' : `${citation.guideline} ${citation.edition}`;
    this.addField(TITLE, title);
    this.addField(SERVES, [...tags, ...criteria, ...treatments].join(' '));
    this.addField(TEXT, `${text} ${cited}`);
    this.size += 1;
  }

  /** What each snippet of the list scores, by its place; 0 where it does not have all the words. */
  search(query: string): Float32Array {
    const words = new Set(wordsOf(query));
    const exact = this.scoresOf(words, (word) => this.begunWith(word));
    return exact.some((score) => score > 0)
      ? exact
      : this.scoresOf(words, (word) => [...this.begunWith(word), ...this.withSlips(word)]);
  }

  private addField({ boost, usualLength }: Field, text: string): void {
    const words = wordsOf(text);
    const counts = new Map<string, number>();
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    for (const [word, count] of counts) {
      const weight = (boost * count) / (count + (0.5 + words.length / usualLength));
      this.post(word, weight);
    }
  }

  private post(word: string, weight: number): void {
    let postings = this.postings.get(word);
    if (postings === undefined) {
      postings = { places: [], weights: [] };
      this.postings.set(word, postings);
      this.tree.set(word, postings);
    }
    const last = postings.places.length - 1;
    if (postings.places[last] === this.size) {
      postings.weights[last] = (postings.weights[last] ?? 0) + weight;
    } else {
      postings.places.push(this.size);
      postings.weights.push(weight);
    }
  }

  /** The sum over the words of a query of the best that each has in a snippet. */
  private scoresOf(
    words: ReadonlySet<string>,
    found: (word: string) => Iterable<Found>,
  ): Float32Array {
    let scores: Float32Array | undefined;
    for (const word of words) {
      const ofWord = this.bestOf(found(word));
      if (scores === undefined) scores = ofWord;
      else addWhereBoth(scores, ofWord);
    }
    return scores ?? new Float32Array(this.size);
  }

  private bestOf(found: Iterable<Found>): Float32Array {
    const best = new Float32Array(this.size);
    for (const { postings, closeness } of found) {
      const { places, weights } = postings;
      const worth = closeness * Math.log(1 + this.size / places.length);
      for (let at = 0; at < places.length; at += 1) {
        const place = places[at] as number;
        const score = worth * (weights[at] as number);
        if (score > (best[place] as number)) best[place] = score;
      }
    }
    return best;
  }

  private *begunWith(typed: string): Iterable<Found> {
    for (const [word, postings] of this.tree.atPrefix(typed)) {
      const closeness = word === typed ? 1 : (ONLY_BEGUN * typed.length) / word.length;
      yield { postings, closeness };
    }
  }

  private *withSlips(typed: string): Iterable<Found> {
    if (typed.length < SHORTEST_WITH_SLIP) return;
    for (const [postings, distance] of this.tree.fuzzyGet(typed, LETTERS_OF_A_SLIP).values())
      yield { postings, closeness: A_LETTER_OFF ** distance };
  }
}

/** A word of the list that is what was typed, and how nearly: 1 is the word itself. */
interface Found {
  postings: Postings;
  closeness: number;
}

function addWhereBoth(scores: Float32Array, more: Float32Array): void {
  for (let at = 0; at < scores.length; at += 1) {
    const [one, other] = [scores[at] as number, more[at] as number];
    scores[at] = one > 0 && other > 0 ? one + other : 0;
  }
}

/** Whether a query has a word that can be looked for. */
export function hasWord(query: string): boolean {
  return wordsOf(query).length > 0;
}

/** The words of a text in lower case without accents; none of a single letter. */
function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  return plain.split(BETWEEN_WORDS).filter((word) => word.length >= SHORTEST_WORD);
}
