/**
 * Words and their numbers. Every grammar that is compiled for one reader shares one table, so that
 * a text is looked up once, whatever the number of grammars and phrases.
 */
import { DENIED_VERBS } from './denied-verbs.ts';
import { createHashSet, hashOf, hashOfCodes } from './hash-set.ts';
import {
  addPacked,
  createPackedWords,
  findPacked,
  MOST_PACKED,
  type PackedWords,
  pack,
  packed,
} from './packed-words.ts';

/**
 * A word is stored as it is compared: lower case, without accents, straight apostrophes
 * (see `FOLDS` in characters.ts). Id 0 means "in no grammar".
 */
export interface WordTable {
  /** The id of a folded word, which is added when it is new. */
  intern(word: string): number;
  /** As `intern`, and makes its plain plural mean the same: `point` also finds "points". */
  internWithPlural(word: string): number;
  /** The id of a folded word, 0 when no grammar knows it. */
  find(word: string): number;
  /** The id for the folded word that stands in `buffer[0..length)`; 0 when unknown. */
  findCodes(buffer: Uint16Array, length: number): number;
  /** The short words, to be looked up without their letters: see packed-words.ts. */
  readonly packed: Readonly<PackedWords>;
  /** The folded word of an id. */
  spelling(id: number): string;
  /** The id of the singular when the word was added as a plural, else 0. */
  singular(id: number): number;
  /** The id of the plural that was added with a word, else 0. */
  plural(id: number): number;
  /** One more than the highest id. */
  readonly size: number;
  columns(): WordColumns;
}

/** Words to be kept in a file. */
export interface WordColumns {
  /** All words, by id from 1, with blanks between. */
  spellings: string;
  /** By id, that of the singular and that of the plural, or 0. */
  singulars: ArrayLike<number>;
  plurals: ArrayLike<number>;
}

/** The usual English plural; empty for words too short to have one. */
export function plural(word: string): string {
  const last = word.charCodeAt(word.length - 1);
  if (word.length < 3 || last < SMALL_A || last > SMALL_Z) return '';
  const before = word.charCodeAt(word.length - 2);
  if (last === SMALL_S || last === SMALL_X || last === SMALL_Z) return `${word}es`;
  if (last === SMALL_H && (before === SMALL_C || before === SMALL_S)) return `${word}es`;
  if (last === SMALL_Y && !'aeiou'.includes(word.charAt(word.length - 2)))
    return `${word.slice(0, -1)}ies`;
  return `${word}s`;
}

const SMALL_A = 0x61;
const SMALL_C = 0x63;
const SMALL_H = 0x68;
const SMALL_S = 0x73;
const SMALL_X = 0x78;
const SMALL_Y = 0x79;
const SMALL_Z = 0x7a;

/** Denials as typists write them in a hurry: "didnt" is "didn't". */
const WITHOUT_APOSTROPHE: ReadonlyMap<string, string> = new Map(
  DENIED_VERBS.map((verb) => [verb.replace("'", ''), verb]),
);

/** Bits of the set of words that do not pack, as a power of two. */
const LONG_BITS = 14;

/** An empty table, or one of words that were kept. */
export function createWordTable(kept?: WordColumns): WordTable {
  const words: string[] = kept ? ['', ...kept.spellings.split(' ')] : [''];
  const singulars: number[] = Array.from(kept?.singulars ?? [0]);
  const plurals: number[] = Array.from(kept?.plurals ?? [0]);
  const short = createPackedWords(words.length);
  /** Those that are too long to be packed, or hold other characters. */
  const long = new Map<string, number>();
  /** Most others that are asked for are none of those. */
  const mayBeLong = createHashSet(LONG_BITS);
  const codes = new Uint16Array(MOST_PACKED);
  for (let id = 1; id < words.length; id += 1) add(words[id] as string, id);

  /** Whether a word can be packed, which it then is. */
  function isPacked(word: string): boolean {
    const { length } = word;
    if (length > MOST_PACKED) return false;
    for (let i = 0; i < length; i += 1) codes[i] = word.charCodeAt(i);
    return pack(codes, length);
  }

  function find(word: string): number {
    if (word === '') return 0;
    if (!isPacked(word)) return long.get(word) ?? 0;
    return findPacked(short.slots, short.mask, packed.first, packed.second, packed.third);
  }

  function add(word: string, id: number): void {
    if (isPacked(word)) addPacked(short, id);
    else {
      long.set(word, id);
      mayBeLong.add(hashOf(word));
    }
    const typed = word.endsWith("n't") ? word.replace("'", '') : word;
    if (WITHOUT_APOSTROPHE.has(typed) && typed !== word) add(typed, id);
  }

  function intern(written: string): number {
    if (written === '') throw new RangeError('an empty word has no id');
    const word = WITHOUT_APOSTROPHE.get(written) ?? written;
    const known = find(word);
    if (known !== 0) return known;
    const id = words.push(word) - 1;
    singulars.push(0);
    plurals.push(0);
    add(word, id);
    return id;
  }

  return {
    intern,
    internWithPlural(word) {
      const id = intern(word);
      const many = plural(word);
      if (many !== '' && plurals[id] === 0) {
        plurals[id] = intern(many);
        singulars[plurals[id]] = id;
      }
      return id;
    },
    find,
    findCodes(buffer, length) {
      if (pack(buffer, length))
        return findPacked(short.slots, short.mask, packed.first, packed.second, packed.third);
      if (!mayBeLong.has(hashOfCodes(buffer, length))) return 0;
      return long.get(String.fromCharCode(...buffer.subarray(0, length))) ?? 0;
    },
    packed: short,
    spelling: (id) => words[id] ?? '',
    singular: (id) => singulars[id] ?? 0,
    plural: (id) => plurals[id] ?? 0,
    get size() {
      return words.length;
    },
    columns: () => ({
      spellings: words.slice(1).join(' '),
      singulars: Int32Array.from(singulars),
      plurals: Int32Array.from(plurals),
    }),
  };
}
