/**
 * Letters that scanners take for others. Tried only for a word that no grammar knows, and only
 * where the result is a word that one does: "lorazeparn" is read as "lorazepam".
 * The pairs are those seen in scanned reports: rn for m, l for I, I for l.
 */
import { HASH_START, hashStep, type WordTable } from './word-table.ts';

const R = 0x72;
const N = 0x6e;
const M = 0x6d;
const L = 0x6c;
const I = 0x69;

const candidate = new Uint16Array(64);

/**
 * The id of the word that was meant by the folded word in `buffer[0..length)`, 0 when there is none.
 * `capitalsAround` says that the word has capitals beside a small "l" ("SPlNE").
 */
export function findScanSlip(
  table: WordTable,
  buffer: Uint16Array,
  length: number,
  capitalsAround: boolean,
): number {
  if (length < 2 || length > candidate.length) return 0;
  if (capitalsAround) {
    const id = lookUp(table, buffer, length, (code) => (code === L ? I : code));
    if (id !== 0) return id;
  }
  if (length < 4) return 0;
  if (buffer[0] === L || buffer[0] === I) {
    const first = buffer[0] === L ? I : L;
    const id = lookUp(table, buffer, length, (code, at) => (at === 0 ? first : code));
    if (id !== 0) return id;
  }
  return lookUp(table, buffer, length, (code) => code, true);
}

function lookUp(
  table: WordTable,
  buffer: Uint16Array,
  length: number,
  read: (code: number, at: number) => number,
  joinRn = false,
): number {
  let hash = HASH_START;
  let used = 0;
  for (let at = 0; at < length; at += 1) {
    let code = read(buffer[at] as number, at);
    if (joinRn && code === R && at + 1 < length && buffer[at + 1] === N) {
      code = M;
      at += 1;
    }
    candidate[used] = code;
    hash = hashStep(hash, code);
    used += 1;
  }
  return table.findCodes(candidate, used, hash);
}
