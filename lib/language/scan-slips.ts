/**
 * Letters that scanners take for others. Tried only for a word that no grammar knows, and only
 * where the result is a word that one does: "lorazeparn" is read as "lorazepam".
 * The pairs are those seen in scanned reports: rn for m, l for I or i, I for l, 1 for l or I, 0 for O.
 */
import { CharacterClass, classAt, FOLDS, isCapital } from './characters.ts';
import type { WordTable } from './word-table.ts';

const R = 0x72;
const N = 0x6e;
const M = 0x6d;
const L = 0x6c;
const I = 0x69;
const O = 0x6f;
const CAPITAL_I = 0x49;
const ZERO = 0x30;
const ONE = 0x31;
/** Shorter mixtures of digits and letters are units, levels and codes: "1x", "L10". */
const SHORTEST_MIXTURE = 4;

const candidate = new Uint16Array(64);

/**
 * Whether a word without inner capitals may hold a slip: "l" for I at its start or the other way
 * round, "rn", "gabapentln". `firstCode` is the word's first code unit as written.
 */
export function maySlip(buffer: Uint16Array, length: number, firstCode: number): boolean {
  if (length < 4) return false;
  if (buffer[0] === L || firstCode === CAPITAL_I) return true;
  for (let i = 1; i < length; i += 1) {
    if (buffer[i] === N && buffer[i - 1] === R) return true;
    if (buffer[i] === L && i + 1 < length && isBetweenConsonants(buffer, i)) return true;
  }
  return false;
}

/**
 * The id of what a scanner's slip means in the folded word `buffer[0..length)`, which is written in
 * `text` from `first` to `end`; 0 when it is no slip.
 */
export function findSlip(
  table: WordTable,
  buffer: Uint16Array,
  length: number,
  text: string,
  first: number,
  end: number,
): number {
  let suspect = buffer[0] === L || text.charCodeAt(first) === CAPITAL_I;
  let capitals = false;
  let before = 0;
  for (let i = 0; i < length; i += 1) {
    const code = buffer[i] as number;
    if (code === N && before === R) suspect = true;
    else if (code === L) {
      if (i + 1 < length && isBetweenConsonants(buffer, i)) suspect = true;
      capitals ||= hasCapitalsAroundL(text, first, end);
    }
    before = code;
  }
  if (suspect || capitals) {
    const id = findScanSlip(table, buffer, length, capitals);
    if (id !== 0) return id;
  }
  return end - first === length ? findCapitalSlip(table, text, first, end) : 0;
}

/** Whether a small "l" stands beside a capital: "SPlNE". */
function hasCapitalsAroundL(text: string, first: number, end: number): boolean {
  // Plain words have no capital behind the first letter.
  if (!isCapital(text.charCodeAt(end - 1)) && !isCapital(text.charCodeAt(first + 1))) return false;
  for (let at = first; at < end; at += 1) {
    if (text.charCodeAt(at) !== L) continue;
    if (at > first && isCapital(text.charCodeAt(at - 1))) return true;
    if (at + 1 < end && isCapital(text.charCodeAt(at + 1))) return true;
  }
  return false;
}

/**
 * The id of the word that was meant by the folded word in `buffer[0..length)`, 0 when there is none.
 * `capitalsAround` says that the word has capitals beside a small "l" ("SPlNE").
 */
function findScanSlip(
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
  const read = (code: number, at: number): number =>
    code === L && at + 1 < length && isBetweenConsonants(buffer, at) ? I : code;
  return lookUp(table, buffer, length, read, true);
}

/** 1 for letters that an "l" hardly stands between: a "y" may be a vowel, "ll" is common. */
const CONSONANTS = new Uint8Array(0x80);
for (const letter of 'bcdfghjkmnpqrstvwxz') CONSONANTS[letter.charCodeAt(0)] = 1;

/** Whether the letter at `at` of a folded word stands between two consonants: the "l" of "gabapentln". */
function isBetweenConsonants(buffer: Uint16Array, at: number): boolean {
  return (
    at > 0 &&
    CONSONANTS[buffer[at - 1] as number] === 1 &&
    CONSONANTS[buffer[at + 1] as number] === 1
  );
}

function lookUp(
  table: WordTable,
  buffer: Uint16Array,
  length: number,
  read: (code: number, at: number) => number,
  joinRn = false,
): number {
  let used = 0;
  for (let at = 0; at < length; at += 1) {
    let code = read(buffer[at] as number, at);
    if (joinRn && code === R && at + 1 < length && buffer[at + 1] === N) {
      code = M;
      at += 1;
    }
    candidate[used] = code;
    used += 1;
  }
  return table.findCodes(candidate, used);
}

/**
 * The word that was meant by a run of letters with the digits 1 and 0 among them ("Refi11",
 * "Norc0", "1umbar"), with its end; undefined when it is no word of any grammar.
 */
export function findDigitSlip(
  table: WordTable,
  text: string,
  first: number,
): { word: number; end: number } | undefined {
  const end = endOfMixture(text, first);
  if (end - first < SHORTEST_MIXTURE || end - first > candidate.length) return undefined;
  for (const one of [L, I]) {
    for (let at = first; at < end; at += 1)
      candidate[at - first] = readMixed(text.charCodeAt(at), one, at > first);
    const word = table.findCodes(candidate, end - first);
    if (word !== 0) return { word, end };
  }
  return undefined;
}

function readMixed(code: number, one: number, inside: boolean): number {
  if (code === ONE) return one;
  if (code === ZERO) return O;
  return inside && code === CAPITAL_I ? L : (FOLDS[code] as number);
}

/** Where letters and the digits 1 and 0 end; `first` where another digit stands among them. */
function endOfMixture(text: string, first: number): number {
  let at = first;
  for (; at < text.length && at - first <= candidate.length; at += 1) {
    const code = text.charCodeAt(at);
    const kind = classAt(text, at);
    if (kind === CharacterClass.digit && code !== ONE && code !== ZERO) return first;
    if (kind !== CharacterClass.digit && kind !== CharacterClass.letter) break;
  }
  return at;
}

/** The id of the word with a capital "I" for each "l" behind its first letter ("FIexeril"); 0 for none. */
function findCapitalSlip(table: WordTable, text: string, first: number, end: number): number {
  if (end - first > candidate.length) return 0;
  let slips = 0;
  for (let at = first; at < end; at += 1) {
    const code = text.charCodeAt(at);
    const slipped = code === CAPITAL_I && at > first;
    if (slipped) slips += 1;
    candidate[at - first] = slipped ? L : (FOLDS[code] as number);
  }
  return slips === 0 ? 0 : table.findCodes(candidate, end - first);
}
