import { lettersOff } from './letters-off.ts';
import type { Snippet } from './snippet.ts';

/** One letter begins too many words to be looked for. */
const SHORTEST_WORD = 2;
/** A word that was typed may have a slip from so many letters on. */
const SHORTEST_WITH_SLIP = 4;
/** Two letters swapped are two that differ. */
const LETTERS_OF_A_SLIP = 2;

/** What a word counts in the title, in what the snippet serves, and in its text. */
const FIELD_WEIGHTS = [3, 2, 1];
/** A place is a number: the snippet's, the field (two bits), and how often the word stands there (four bits). */
const FIELDS = 4;
const MOST_OFTEN = 15;
/** What only begins with the word that was typed, and what is off by a slip, counts less. */
const BEGUN = 0.375;
const SLIPPED = 0.45;
/** Of BM25+ (Lv and Zhai 2011): how soon a word that stands again counts no more, how much length counts. */
const [AGAIN, LENGTH, ONCE] = [1.2, 0.7, 0.5];

/** A word of the list: its letters, and where it stands, in order. */
interface Word {
  letters: string;
  places: number[];
}

/** A word that answers one that was typed, and how well. */
interface Answer {
  word: Word;
  weight: number;
}

/** Finds snippets of one list by the beginnings of their words, and where none has them, with slips. */
export class SnippetIndex {
  /** By the word as it is written, null for what is no word: most are written alike each time. */
  private readonly written = new Map<string, Word | null>();
  private readonly words = new Map<string, Word>();
  /** Words by their first letters. */
  private readonly begun = new Map<string, Word[]>();
  /** How many different words each snippet has, by field, and all of them together. */
  private readonly lengths: number[][] = FIELD_WEIGHTS.map(() => []);
  private readonly total = FIELD_WEIGHTS.map(() => 0);
  private size = 0;

  /** Adds the next snippet of the list. */
  add({ title, text, tags, criteria, treatments, citation }: Snippet): void {
    const cited = citation === undefined ? '' : `${citation.guideline} ${citation.edition}`;
    const serves = [...tags, ...criteria, ...treatments].join(' ');
    for (const [field, said] of [title, serves, `${text} ${cited}`].entries()) {
      this.addField(field, said);
    }
    this.size += 1;
  }

  /** What each snippet of the list scores, by its place; 0 where it does not have all the words. */
  search(query: string): Float32Array {
    const typed = query.split(BETWEEN_WORDS).flatMap((word) => plainWord(word) ?? []);
    const exact = this.scores(typed.map((word) => this.begunBy(word)));
    return exact ?? this.scores(typed.map((word) => this.likely(word))) ?? this.none();
  }

  private addField(field: number, text: string): void {
    const place = (this.size * FIELDS + field) * (MOST_OFTEN + 1);
    let length = 0;
    for (const written of text.split(BETWEEN_WORDS)) {
      const word = this.wordOf(written);
      if (word === null) continue;
      const { places } = word;
      const last = places.at(-1) ?? -1;
      if (last < place) {
        places.push(place + 1);
        length += 1;
      } else if (last < place + MOST_OFTEN) places[places.length - 1] = last + 1;
    }
    this.lengths[field]?.push(length);
    this.total[field] = (this.total[field] ?? 0) + length;
  }

  private wordOf(written: string): Word | null {
    const known = this.written.get(written);
    if (known !== undefined) return known;
    const letters = plainWord(written);
    const word = letters === null ? null : (this.words.get(letters) ?? this.newWord(letters));
    this.written.set(written, word);
    return word;
  }

  private newWord(letters: string): Word {
    const word: Word = { letters, places: [] };
    this.words.set(letters, word);
    const first = letters.slice(0, SHORTEST_WORD);
    const others = this.begun.get(first);
    if (others === undefined) this.begun.set(first, [word]);
    else others.push(word);
    return word;
  }

  private begunBy(typed: string): Answer[] {
    const near = this.begun.get(typed.slice(0, SHORTEST_WORD)) ?? [];
    return near.flatMap((word) => {
      const { letters } = word;
      if (!letters.startsWith(typed)) return [];
      const more = letters.length - typed.length;
      const weight = more === 0 ? 1 : (BEGUN * letters.length) / (letters.length + 0.3 * more);
      return [{ word, weight }];
    });
  }

  /** What begins with a word that was typed, or is off it by a slip. */
  private likely(typed: string): Answer[] {
    const answers = this.begunBy(typed);
    if (typed.length < SHORTEST_WITH_SLIP) return answers;
    const known = new Set(answers.map(({ word }) => word));
    const offOf = lettersOff(typed, LETTERS_OF_A_SLIP);
    for (const word of this.words.values()) {
      const off = offOf(word.letters);
      if (off > LETTERS_OF_A_SLIP || known.has(word)) continue;
      const { length } = word.letters;
      answers.push({ word, weight: (SLIPPED * length) / (length + off) });
    }
    return answers;
  }

  /** The scores of snippets that have an answer to each word that was typed; null where none has. */
  private scores(asked: readonly (readonly Answer[])[]): Float32Array | null {
    let scores: Float32Array | null = null;
    for (const answers of asked) {
      const more = this.none();
      for (const answer of answers) this.count(answer, more);
      if (scores !== null) {
        for (let at = 0; at < more.length; at += 1) {
          const [before = 0, now = 0] = [scores[at], more[at]];
          more[at] = before === 0 || now === 0 ? 0 : before + now;
        }
      }
      scores = more;
    }
    return scores?.some((score) => score > 0) ? scores : null;
  }

  private none(): Float32Array {
    return new Float32Array(this.size);
  }

  /** Adds to the scores of all snippets what a word counts in them. */
  private count({ word: { places }, weight }: Answer, scores: Float32Array): void {
    const having = FIELD_WEIGHTS.map(() => 0);
    for (const place of places) having[fieldOf(place)] = (having[fieldOf(place)] ?? 0) + 1;
    const factors = having.map((count, field) => {
      const rarity = Math.log(1 + (this.size - count + 0.5) / (count + 0.5));
      return weight * (FIELD_WEIGHTS[field] ?? 0) * rarity;
    });
    const usual = this.total.map((length) => Math.max(1, length) / this.size);
    for (const place of places) {
      const field = fieldOf(place);
      const at = Math.floor(place / (FIELDS * (MOST_OFTEN + 1)));
      const often = place & MOST_OFTEN;
      const length = (this.lengths[field]?.[at] ?? 0) / (usual[field] ?? 1);
      const counted =
        ONCE + (often * (AGAIN + 1)) / (often + AGAIN * (1 - LENGTH + LENGTH * length));
      scores[at] = (scores[at] ?? 0) + (factors[field] ?? 0) * counted;
    }
  }
}

const fieldOf = (place: number) => (place >> 4) & (FIELDS - 1);

const BETWEEN_WORDS = /[\s\p{P}]+/u;

/** Whether a query has a word that can be looked for. */
export function hasWord(query: string): boolean {
  return query.split(BETWEEN_WORDS).some((word) => plainWord(word) !== null);
}

/** Lower case without accents; nothing for a single letter. */
function plainWord(word: string): string | null {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.length < SHORTEST_WORD ? null : plain;
}
