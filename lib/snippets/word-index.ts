/** What one field of an entry says, and how much a word in it counts. */
export interface WeighedText {
  text: string;
  weight: number;
}

/** Numbers of the entries that have a word, and what the word counts in each. */
interface Places {
  entries: number[];
  weights: number[];
}

/** A word that was typed may have a slip from so many letters on. */
const SHORTEST_WITH_SLIP = 4;
/** How much less a word counts that was only begun, or typed with a slip. */
const BEGUN = 0.6;
const SLIPPED = 0.3;

/**
 * Finds entries by the beginnings of their words. Searching takes time by the words that match and
 * not by the length of the texts, so that a list of tens of thousands answers as one types.
 */
export class WordIndex {
  private readonly places = new Map<string, Places>();
  /** All words in order; undefined while entries are added. */
  private words: string[] | undefined;
  private size = 0;

  /** Adds an entry; its number is how many were added before. */
  add(fields: readonly WeighedText[]): void {
    const entry = this.size;
    this.size += 1;
    this.words = undefined;
    for (const { text, weight } of fields) {
      for (const word of wordsOf(text)) this.addWord(word, entry, weight);
    }
  }

  private addWord(word: string, entry: number, weight: number): void {
    const places = this.places.get(word);
    if (places === undefined) {
      this.places.set(word, { entries: [entry], weights: [weight] });
      return;
    }
    const last = places.entries.length - 1;
    if (places.entries[last] !== entry) {
      places.entries.push(entry);
      places.weights.push(weight);
    } else if ((places.weights[last] ?? 0) < weight) places.weights[last] = weight;
  }

  /**
   * What every entry scores, by its number; 0 where it does not have all the words. A word is had
   * when one begins with it, or, where none does anywhere, when one begins with it but for one letter.
   */
  search(query: string): Float32Array {
    const asked = [...new Set(wordsOf(query))];
    const scores = new Float32Array(this.size);
    /** How many of the words each entry has so far, in their order. */
    const has = new Uint8Array(this.size);
    for (const [number, word] of asked.entries()) {
      const best = new Float32Array(this.size);
      for (const [found, likeness] of this.alike(word)) {
        const places = this.places.get(found);
        if (places === undefined) continue;
        // A word that many entries have says little about any one of them.
        const worth = likeness * Math.log(1 + this.size / places.entries.length);
        for (let at = 0; at < places.entries.length; at += 1) {
          const entry = places.entries[at] ?? 0;
          const score = worth * (places.weights[at] ?? 0);
          if (has[entry] === number) has[entry] = number + 1;
          if (has[entry] === number + 1 && score > (best[entry] ?? 0)) best[entry] = score;
        }
      }
      for (let entry = 0; entry < this.size; entry += 1) {
        scores[entry] = has[entry] === number + 1 ? (scores[entry] ?? 0) + (best[entry] ?? 0) : 0;
      }
    }
    return scores;
  }

  /** Words of the index for one that was typed, with how like they are. */
  private alike(typed: string): [string, number][] {
    this.words ??= [...this.places.keys()].sort();
    const begun = between(this.words, typed, `${typed}\uffff`);
    if (begun.length > 0) {
      return begun.map((word) => [word, word === typed ? 1 : (BEGUN * typed.length) / word.length]);
    }
    if (typed.length < SHORTEST_WITH_SLIP) return [];
    // A slip in the first letter is rare, and looking only behind it keeps the search short.
    const first = typed.charAt(0);
    return between(this.words, first, `${first}\uffff`)
      .filter((word) => beginsButForOne(word, typed))
      .map((word) => [word, (SLIPPED * typed.length) / Math.max(typed.length, word.length)]);
  }
}

/** Lower case without accents. */
function wordsOf(text: string): string[] {
  const lower = text.toLowerCase();
  const plain = /^[\0-\x7f]*$/.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '');
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The part of a sorted list from one word up to another, which is left out. */
function between(words: readonly string[], from: string, to: string): readonly string[] {
  return words.slice(placeOf(words, from), placeOf(words, to));
}

function placeOf(words: readonly string[], wanted: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a word begins with what was typed but for one letter: another, one too many or few, or two swapped. */
function beginsButForOne(word: string, typed: string): boolean {
  let at = 0;
  while (at < typed.length && word[at] === typed[at]) at += 1;
  const rest = (from: number) => typed.slice(from);
  return (
    word.startsWith(rest(at + 1), at) ||
    word.startsWith(rest(at + 1), at + 1) ||
    word.startsWith(rest(at), at + 1) ||
    (word[at] === typed[at + 1] &&
      word[at + 1] === typed[at] &&
      word.startsWith(rest(at + 2), at + 2))
  );
}
