/**
 * Words and their numbers. Every grammar that is compiled for one reader shares one table, so that
 * a text is looked up once, whatever the number of grammars and phrases.
 *
 * A word is stored as it is compared: lower case, without accents, straight apostrophes
 * (see `foldedWord` in characters.ts). Id 0 means "in no grammar".
 */
export interface WordTable {
  /** The id of a folded word, which is added when it is new. */
  intern(word: string): number;
  /** As `intern`, and makes its plain plural mean the same: `point` also finds "points". */
  internWithPlural(word: string): number;
  /** The id of a folded word, 0 when no grammar knows it. */
  find(word: string): number;
  /** The id for the word that stands in `buffer[0..length)` and has that `hash`; 0 when unknown. */
  findCodes(buffer: Uint16Array, length: number, hash: number): number;
  /** The folded word of an id. */
  spelling(id: number): string;
  /** The id of the singular when the word was added as a plural, else 0. */
  singular(id: number): number;
  /** The id of the plural that was added with a word, else 0. */
  plural(id: number): number;
  /** One more than the highest id. */
  readonly size: number;
}

/** Where the hash of a word starts; one step a character: `hashStep`. */
export const HASH_START = 0x811c9dc5 | 0;

/** FNV-1a over UTF-16 code units. */
export function hashStep(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
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

/** An empty table: open addressing over one pool of characters, so that a look-up allocates nothing. */
export function createWordTable(): WordTable {
  const words: string[] = [''];
  const singulars: number[] = [0];
  const plurals: number[] = [0];
  /** Pairs of hash and id; id 0 for a free slot. */
  let slots = new Int32Array(2048);
  let mask = 1023;
  let hashes = new Int32Array(512);
  let offsets = new Int32Array(512);
  let pool = new Uint16Array(8192);
  let used = 0;
  let codes = new Uint16Array(64);

  function spread(hash: number): number {
    return hash ^ (hash >>> 15);
  }

  function findCodes(buffer: Uint16Array, length: number, hash: number): number {
    for (let slot = spread(hash) & mask; ; slot = (slot + 1) & mask) {
      const id = slots[slot * 2 + 1] as number;
      if (id === 0) return 0;
      if (slots[slot * 2] === hash && isSpelled(id, buffer, length)) return id;
    }
  }

  function isSpelled(id: number, buffer: Uint16Array, length: number): boolean {
    const from = offsets[id] as number;
    if ((offsets[id + 1] as number) - from !== length) return false;
    for (let i = 0; i < length; i += 1) if (pool[from + i] !== buffer[i]) return false;
    return true;
  }

  /** Puts the code units of a word into `codes`; the result is its hash. */
  function spell(word: string): number {
    if (word.length > codes.length) codes = new Uint16Array(word.length);
    let hash = HASH_START;
    for (let i = 0; i < word.length; i += 1) {
      codes[i] = word.charCodeAt(i);
      hash = hashStep(hash, codes[i] as number);
    }
    return hash;
  }

  function insert(id: number): void {
    let slot = spread(hashes[id] as number) & mask;
    while (slots[slot * 2 + 1] !== 0) slot = (slot + 1) & mask;
    slots[slot * 2] = hashes[id] as number;
    slots[slot * 2 + 1] = id;
  }

  function grow(length: number): void {
    if (used + length > pool.length) {
      const larger = new Uint16Array(Math.max(pool.length * 2, used + length));
      larger.set(pool);
      pool = larger;
    }
    if (words.length + 2 > hashes.length) {
      const moreHashes = new Int32Array(hashes.length * 2);
      moreHashes.set(hashes);
      hashes = moreHashes;
      const moreOffsets = new Int32Array(offsets.length * 2);
      moreOffsets.set(offsets);
      offsets = moreOffsets;
    }
    if (words.length * 2 > mask) {
      mask = mask * 2 + 1;
      slots = new Int32Array((mask + 1) * 2);
      for (let id = 1; id < words.length; id += 1) insert(id);
    }
  }

  function intern(word: string): number {
    if (word === '') throw new RangeError('an empty word has no id');
    const hash = spell(word);
    const known = findCodes(codes, word.length, hash);
    if (known !== 0) return known;
    grow(word.length);
    const id = words.length;
    words.push(word);
    singulars.push(0);
    plurals.push(0);
    hashes[id] = hash;
    offsets[id] = used;
    for (let i = 0; i < word.length; i += 1) pool[used + i] = codes[i] as number;
    used += word.length;
    offsets[id + 1] = used;
    insert(id);
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
    find(word) {
      const hash = spell(word);
      return findCodes(codes, word.length, hash);
    },
    findCodes,
    spelling: (id) => words[id] ?? '',
    singular: (id) => singulars[id] ?? 0,
    plural: (id) => plurals[id] ?? 0,
    get size() {
      return words.length;
    },
  };
}
