/** How words begin and end: what is neither of any word is no part of one that was split in two. */
import { BASE, createHashSet } from '../hash-set.ts';
import type { WordTable } from '../word-table.ts';

/** Bits of the set, as a power of two. */
const END_BITS = 22;

/** Tells by their hash whether letters may be those that a word of the table, as it is now, begins or ends with. */
export function createEndSet(table: WordTable): (hash: number) => boolean {
  const hashes = createHashSet(END_BITS);
  for (let word = 1; word < table.size; word += 1) {
    const spelling = table.spelling(word);
    addEnds(spelling);
    // the table finds "wouldnt" too
    if (spelling.includes("'")) addEnds(spelling.replace("'", ''));
  }
  return hashes.has;

  function addEnds(word: string): void {
    let begin = 0;
    let end = 0;
    let power = 1;
    for (let at = 0, last = word.length - 1; last >= 0; at += 1, last -= 1) {
      begin = (Math.imul(begin, BASE) + word.charCodeAt(at)) | 0;
      end = (Math.imul(word.charCodeAt(last), power) + end) | 0;
      power = Math.imul(power, BASE);
      hashes.add(begin);
      hashes.add(end);
    }
  }
}
