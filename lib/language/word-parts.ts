/**
 * Words that go on behind a run of letters: over an apostrophe ("don't"), between dotted ("b.i.d.") and
 * slashed letters ("w/o"), and over a hyphen at a line's end.
 */
import { CharacterClass, CLASSES, classAt, FOLDS } from './characters.ts';
import { Mark } from './marks.ts';
import type { WordTable } from './word-table.ts';

const { letter: LETTER, digit: DIGIT, silent: SILENT } = CharacterClass;
const { space: SPACE, tab: TAB, lineBreak: BREAK } = CharacterClass;
const SMALL_S = 0x73;
const SMALL_W = 0x77;

/** Words of so many code units are no words of any grammar. */
export const LONGEST_WORD = 64;
/** The present word or number, folded. */
export const buffer = new Uint16Array(LONGEST_WORD);

/**
 * The present token as far as it has been read: `buffer[0..used)`, the token's end, the next offset, its
 * word id where that is known (else -1), whether a hyphen has been passed behind it, and 1 for a slip.
 */
export const reading = { used: 0, end: 0, next: 0, word: -1, hyphen: false, slip: 0 };

/** Code units that may go on with a word after a run of letters. */
export const MAY_CONTINUE = new Uint8Array(0x10000);
for (const code of [
  Mark.apostrophe,
  0x2019,
  0x2018,
  0x2bc,
  Mark.slash,
  Mark.point,
  Mark.hyphen,
  0x2010,
  0x2011,
]) {
  MAY_CONTINUE[code] = 1;
}
for (let code = 0; code < 0x10000; code += 1) if (CLASSES[code] === SILENT) MAY_CONTINUE[code] = 1;

/**
 * Goes on with a word whose first run of letters, `used` of them in `buffer`, ends at `at`, over what may
 * stand inside a word; leaves the whole in `buffer` and `reading`. `reading.word` is -1 unless the
 * word was put together over a line's end.
 */
export function continueWord(
  text: string,
  table: WordTable,
  first: number,
  at: number,
  used: number,
): void {
  reading.used = used;
  reading.word = -1;
  reading.hyphen = false;
  reading.next = at;
  reading.end = at;
  for (;;) {
    readLetters(text);
    reading.end = reading.next;
    const next = reading.next;
    if (next >= text.length) return;
    const code = FOLDS[text.charCodeAt(next)] as number;
    if (code === Mark.apostrophe) {
      // "don't" is one word; "'s" at a word's end stands for itself.
      if (classAt(text, next + 1) !== LETTER) return;
      const letter = FOLDS[text.charCodeAt(next + 1)] as number;
      if (letter === SMALL_S && classAt(text, next + 2) !== LETTER) return;
    } else if (code === Mark.slash) {
      if (!continuesOverSlash(text, next)) return;
    } else if (code === Mark.point) {
      if (!continuesOverPoint(text, first, next)) return;
      reading.next = next + 1;
      continue;
    } else {
      if (code === Mark.hyphen) readHyphen(text, table, next);
      return;
    }
    push(code);
    reading.next = next + 1;
  }
}

function push(folded: number): void {
  if (reading.used >= LONGEST_WORD) return;
  buffer[reading.used] = folded;
  reading.used += 1;
}

function readLetters(text: string): void {
  let at = reading.next;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const kind = CLASSES[code] as number;
    if (kind === LETTER) push(FOLDS[code] as number);
    else if (kind !== SILENT) break;
  }
  reading.next = at;
}

/** Slashed letters go on ("w/o", "n/v/d"); "w/fluoro" is "w/" and "fluoro". */
function continuesOverSlash(text: string, slash: number): boolean {
  const { used } = reading;
  if (used !== 1 && !(used === 3 && buffer[1] === Mark.slash)) return false;
  const after = classAt(text, slash + 2);
  if (classAt(text, slash + 1) === LETTER && after !== LETTER && after !== DIGIT) return true;
  if (used === 1 && buffer[0] === SMALL_W) {
    push(Mark.slash);
    reading.next = slash + 1;
    reading.end = slash + 1;
  }
  return false;
}

/** Dotted letters go on ("b.i.d."); the last dot is theirs. */
function continuesOverPoint(text: string, first: number, point: number): boolean {
  if (point - first !== 1 && text.charCodeAt(point - 2) !== Mark.point) return false;
  if (classAt(text, point + 1) === LETTER && classAt(text, point + 2) !== LETTER) return true;
  if (point - first > 1) {
    reading.next = point + 1;
    reading.end = point + 1;
  }
  return false;
}

/** A hyphen between letters is a gap; at a line's end the halves may be one word that a grammar knows. */
function readHyphen(text: string, table: WordTable, hyphen: number): void {
  const second = splitWordStart(text, hyphen);
  if (second < 0) {
    if (classAt(text, hyphen + 1) !== LETTER) return;
  } else {
    const { used } = reading;
    reading.next = second;
    readLetters(text);
    const joined = reading.used < LONGEST_WORD ? table.findCodes(buffer, reading.used) : 0;
    if (joined !== 0) {
      // The token covers the first half and keeps its place; the second half has been read.
      reading.word = joined;
      reading.end = reading.next;
      return;
    }
    reading.used = used;
  }
  reading.hyphen = true;
  reading.next = hyphen + 1;
}

/** The offset where the second half of a word that is split at a line's end starts; -1 when it is not. */
function splitWordStart(text: string, hyphen: number): number {
  let at = hyphen + 1;
  let breaks = 0;
  for (let steps = 0; steps < 24; steps += 1) {
    const kind = classAt(text, at);
    if (kind === BREAK) breaks += 1;
    else if (kind !== SPACE && kind !== TAB) break;
    at += 1;
  }
  return breaks > 0 && at < text.length && classAt(text, at) === LETTER ? at : -1;
}
