/**
 * Words as numbers: a word of up to fifteen plain characters is three numbers of five characters each,
 * six bits a character, so that a word is looked up and compared without its letters. Two words are the
 * same if and only if their three numbers are.
 */
import { CharacterClass, CLASSES, FOLDS } from './characters.ts';

/** The most characters of a word that packs, and of each of its three numbers. */
export const MOST_PACKED = 15;
export const PACK = 5;
export const PACK_BITS = 6;

const PACKABLE = 'abcdefghijklmnopqrstuvwxyz0123456789\'/-.%#,()"&*+<>=:;_?![]~@$';
/** What a letter that does not pack counts as: no word that is stored holds it. */
export const OTHER_LETTER = 63;

/** The six bits of each folded code unit; 0 for one that does not pack. */
const BITS = new Uint8Array(0x10000);
for (let i = 0; i < PACKABLE.length; i += 1) BITS[PACKABLE.charCodeAt(i)] = i + 1;

/** The bits of each letter as it is compared, `OTHER_LETTER` for one that does not pack, 0 for what is no letter. */
export const LETTER_BITS = new Uint8Array(0x10000);
for (let code = 0; code < 0x10000; code += 1) {
  if (CLASSES[code] === CharacterClass.letter)
    LETTER_BITS[code] = (BITS[FOLDS[code] as number] as number) || OTHER_LETTER;
}
/** What is added to a digit's code unit for its bits. */
export const DIGIT_BITS = (BITS[0x30] as number) - 0x30;

/** Words in open addressing: four numbers a slot, the three of a word and its id, 0 in a free slot. */
export interface PackedWords {
  slots: Int32Array;
  /** One less than the number of slots, a power of two. */
  mask: number;
  count: number;
}

const FIRST_SLOTS = 512;

/** An empty table with room for so many words. */
export function createPackedWords(room = 0): PackedWords {
  let slots = FIRST_SLOTS;
  while (slots <= room * 2) slots *= 2;
  return { slots: new Int32Array(slots * 4), mask: slots - 1, count: 0 };
}

function hashOf(first: number, second: number, third: number): number {
  const hash =
    Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b) ^ Math.imul(third, 0xc2b2ae35);
  return hash ^ (hash >>> 15);
}

/** The id of the word of three numbers; 0 when there is none. */
export function findPacked(
  slots: Int32Array,
  mask: number,
  first: number,
  second: number,
  third: number,
): number {
  for (let slot = hashOf(first, second, third) & mask; ; slot = (slot + 1) & mask) {
    const at = slot << 2;
    const id = slots[at + 3] as number;
    if (id === 0) return 0;
    if (slots[at] === first && slots[at + 1] === second && slots[at + 2] === third) return id;
  }
}

/** The three numbers of the word packed last. */
export const packed = { first: 0, second: 0, third: 0 };

/** The number of a word of one folded code unit; one that does not pack is its own negative. */
export function packOne(code: number): number {
  return (BITS[code] as number) || -code;
}

/** Packs the folded word `codes[0..length)` into `packed`; whether it packs. */
export function pack(codes: ArrayLike<number>, length: number): boolean {
  if (length > MOST_PACKED) return false;
  packed.second = 0;
  packed.third = 0;
  if (length === 1) {
    packed.first = packOne(codes[0] as number);
    return true;
  }
  packed.first = packPart(codes, 0, Math.min(PACK, length));
  if (length > PACK) packed.second = packPart(codes, PACK, Math.min(2 * PACK, length));
  if (length > 2 * PACK) packed.third = packPart(codes, 2 * PACK, length);
  return packed.first >= 0 && packed.second >= 0 && packed.third >= 0;
}

/** The number of some of a word's characters; -1 when one of them does not pack. */
function packPart(codes: ArrayLike<number>, from: number, to: number): number {
  let bits = 0;
  for (let i = from; i < to; i += 1) {
    const own = BITS[codes[i] as number] as number;
    if (own === 0) return -1;
    bits = (bits << PACK_BITS) | own;
  }
  return bits;
}

/** Adds the word in `packed`, which is not in the table. */
export function addPacked(words: PackedWords, id: number): void {
  if (words.count * 2 > words.mask) enlarge(words);
  place(words, packed.first, packed.second, packed.third, id);
  words.count += 1;
}

function place(
  { slots, mask }: PackedWords,
  first: number,
  second: number,
  third: number,
  id: number,
): void {
  let slot = hashOf(first, second, third) & mask;
  while (slots[(slot << 2) + 3] !== 0) slot = (slot + 1) & mask;
  const at = slot << 2;
  slots[at] = first;
  slots[at + 1] = second;
  slots[at + 2] = third;
  slots[at + 3] = id;
}

function enlarge(words: PackedWords): void {
  const old = words.slots;
  words.slots = new Int32Array(old.length * 2);
  words.mask = words.mask * 2 + 1;
  for (let at = 0; at < old.length; at += 4) {
    if (old[at + 3] === 0) continue;
    place(
      words,
      old[at] as number,
      old[at + 1] as number,
      old[at + 2] as number,
      old[at + 3] as number,
    );
  }
}
