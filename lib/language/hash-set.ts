/** Words as numbers, and sets of those that tell quickly what is not in them. */

/** What a hash is multiplied by for each further letter. */
export const BASE = 0x01000193;

/** A number for the letters of a word, the same for the same letters. */
export function hashOf(word: string): number {
  let hash = 0;
  for (let i = 0; i < word.length; i += 1) hash = (Math.imul(hash, BASE) + word.charCodeAt(i)) | 0;
  return hash;
}

/** The same of code units. */
export function hashOfCodes(codes: ArrayLike<number>, length: number): number {
  let hash = 0;
  for (let i = 0; i < length; i += 1) hash = (Math.imul(hash, BASE) + (codes[i] as number)) | 0;
  return hash;
}

export interface HashSet {
  add(hash: number): void;
  /** True of all that were added, and of a few others. */
  has(hash: number): boolean;
}

/** An empty set of so many bits, given as a power of two. */
export function createHashSet(size: number): HashSet {
  const bits = new Uint8Array(1 << (size - 3));
  const bitOf = (hash: number) => Math.imul(hash, 0x9e3779b1) >>> (32 - size);
  return {
    add(hash) {
      const bit = bitOf(hash);
      bits[bit >>> 3] = (bits[bit >>> 3] as number) | (1 << (bit & 7));
    },
    has(hash) {
      const bit = bitOf(hash);
      return (((bits[bit >>> 3] as number) >>> (bit & 7)) & 1) === 1;
    },
  };
}
