/**
 * Sounds as numbers that can be spoken one after the other. Whether words together may sound like a known one
 * is told without putting their sounds together as text, which only those that may are worth.
 */

import { BASE, createHashSet, hashOf, hashOfCodes } from '../hash-set.ts';

/** The print of a sound: see sound.ts. */
export interface SoundPrint {
  length: number;
  /** Code units of its first and last letter, 0 for a sound without one. */
  first: number;
  last: number;
  /** A number for the whole, the same for the same sound, and one for what is behind the first letter. */
  hash: number;
  rest: number;
}

/** A letter stands for two sounds at most, and parts of a word are short. */
const LONGEST = 64;
/** The base to the power of the index. */
const POWERS = new Int32Array(LONGEST).fill(1);
for (let i = 1; i < LONGEST; i += 1) POWERS[i] = Math.imul(POWERS[i - 1] as number, BASE);

const SILENCE: SoundPrint = { length: 0, first: 0, last: 0, hash: 0, rest: 0 };

/** The print of a sound of less than 64 letters, the first `length` of `sound`. */
export function printOf(sound: ArrayLike<number>, length: number): SoundPrint {
  if (length === 0) return SILENCE;
  const first = sound[0] as number;
  const hash = hashOfCodes(sound, length);
  // what is behind the first letter: the whole without it
  const rest = (hash - Math.imul(first, POWERS[length - 1] as number)) | 0;
  return { length, first, last: sound[length - 1] as number, hash, rest };
}

/** What is spoken so far. */
export type Speech = Pick<SoundPrint, 'length' | 'last' | 'hash'>;

/** Begins anew. */
export function hush(spoken: Speech): void {
  spoken.length = 0;
  spoken.last = 0;
  spoken.hash = 0;
}

/** Speaks `next` behind what is spoken so far, as `joinSounds` joins sounds. */
export function speak(spoken: Speech, next: SoundPrint): void {
  if (next.length === 0) return;
  const isOnce = spoken.length > 0 && spoken.last === next.first;
  const added = isOnce ? next.length - 1 : next.length;
  spoken.hash =
    (Math.imul(spoken.hash, POWERS[added] as number) + (isOnce ? next.rest : next.hash)) | 0;
  spoken.last = next.last;
  spoken.length += added;
}

/** Bits of a set of hashes, as powers of two: of those that are not in it hardly any may pass wrongly. */
const SOUND_BITS = 21;
const PIECE_BITS = 23;

/** A part shorter than this may stand within any sound. */
const SHORTEST_PIECE = 3;

/** Tells whether a sound may stand within one of some sounds. */
export function createPieceSet(
  sounds: Iterable<string>,
): (piece: Pick<Speech, 'length' | 'hash'>) => boolean {
  const hashes = createHashSet(PIECE_BITS);
  for (const sound of sounds) {
    for (let from = 0; from + SHORTEST_PIECE <= sound.length; from += 1) {
      let hash = 0;
      for (let end = from; end < sound.length; end += 1) {
        hash = (Math.imul(hash, BASE) + sound.charCodeAt(end)) | 0;
        if (end - from + 1 >= SHORTEST_PIECE) hashes.add(hash);
      }
    }
  }
  return ({ length, hash }) => length < SHORTEST_PIECE || hashes.has(hash);
}

/** Tells by its hash whether a word or a sound may be one of some. */
export function createPrintSet(words: Iterable<string>): (hash: number) => boolean {
  const hashes = createHashSet(SOUND_BITS);
  for (const word of words) hashes.add(hashOf(word));
  return hashes.has;
}

/**
 * The letters but the first without which a word may be in a set, by their places; `length` for the whole
 * word. Most words have none.
 */
export function missingFrom(
  has: (hash: number) => boolean,
  letters: ArrayLike<number>,
  length: number,
): readonly number[] {
  const whole = hashOfCodes(letters, length);
  let places: number[] | undefined;
  if (has(whole)) places = [length];
  let before = letters[0] as number;
  // what stands behind a letter: the whole without what stands up to it
  let upTo = before;
  for (let at = 1; at < length; at += 1) {
    const power = POWERS[length - at - 1] as number;
    upTo = (Math.imul(upTo, BASE) + (letters[at] as number)) | 0;
    const after = (whole - Math.imul(upTo, power)) | 0;
    if (has((Math.imul(before, power) + after) | 0)) {
      places ??= [];
      places.push(at);
    }
    before = upTo;
  }
  return places ?? NONE;
}

const NONE: readonly number[] = [];
