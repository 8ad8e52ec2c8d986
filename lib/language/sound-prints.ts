/**
 * Sounds as numbers that can be spoken one after the other. Whether words together may sound like a known one
 * is told without putting their sounds together as text, which only those that may are worth.
 */

import { BASE, createHashSet, hashOf } from './hash-set.ts';

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

/** The print of a sound of less than 64 letters. */
export function printOf(sound: string): SoundPrint {
  const { length } = sound;
  if (length === 0) return SILENCE;
  return {
    length,
    first: sound.charCodeAt(0),
    last: sound.charCodeAt(length - 1),
    hash: hashOf(sound),
    rest: hashOf(sound, 1),
  };
}

/** What is spoken so far. */
export type Speech = Pick<SoundPrint, 'length' | 'last' | 'hash'>;

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

/** Bits of a set of hashes, as powers of two: few of those that are not in it pass wrongly. */
const SOUND_BITS = 18;
const PIECE_BITS = 20;

/** A part shorter than this may stand within any sound. */
const SHORTEST_PIECE = 3;

/** Tells whether a sound may stand within one of some sounds. */
export function createPieceSet(sounds: Iterable<string>): (piece: SoundPrint) => boolean {
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

/** Tells whether what is spoken may be one of some sounds. */
export function createPrintSet(
  sounds: Iterable<string>,
): (spoken: Pick<Speech, 'hash'>) => boolean {
  const hashes = createHashSet(SOUND_BITS);
  for (const sound of sounds) hashes.add(hashOf(sound));
  return ({ hash }) => hashes.has(hash);
}

/** A word, and the word without each of its letters but the first, as far as it may be in a set. */
export function restsAmong(word: string, has: (spoken: Pick<Speech, 'hash'>) => boolean): string[] {
  const whole = { hash: hashOf(word) };
  const rests = has(whole) ? [word] : [];
  let before = word.charCodeAt(0);
  // what stands behind a letter: the whole without what stands up to it
  let upTo = before;
  for (let at = 1; at < word.length; at += 1) {
    const behind = word.length - at - 1;
    const power = POWERS[behind] as number;
    upTo = (Math.imul(upTo, BASE) + word.charCodeAt(at)) | 0;
    const after = (whole.hash - Math.imul(upTo, power)) | 0;
    if (has({ hash: (Math.imul(before, power) + after) | 0 }))
      rests.push(word.slice(0, at) + word.slice(at + 1));
    before = upTo;
  }
  return rests;
}
