/**
 * What a UTF-16 code unit is to the tokenizer, and what it is compared as: two tables over all
 * code units, so that the tokenizer needs no regular expression.
 */

/** Classes of code units. */
export const CharacterClass = {
  mark: 0,
  letter: 1,
  digit: 2,
  space: 3,
  tab: 4,
  lineBreak: 5,
  /** Combining marks, soft hyphens, joiners: part of the word before, without weight. */
  silent: 6,
} as const;

const LATIN_END = 0x250;
const COMBINING = /[\u0300-\u036f]/g;

/** The class of each code unit. */
export const CLASSES = new Uint8Array(0x10000);
/** What each code unit is compared as: lower case, no accent, straight quotes and hyphens. */
export const FOLDS = new Uint16Array(0x10000);

for (let code = 0; code < 0x10000; code += 1) {
  CLASSES[code] = code < LATIN_END ? latinClass(code) : classBeyondLatin(code);
  FOLDS[code] = code < LATIN_END ? latinFold(code) : foldBeyondLatin(code);
}

function latinClass(code: number): number {
  if (code >= 0x30 && code <= 0x39) return CharacterClass.digit;
  if (code === 0x09) return CharacterClass.tab;
  if ((code >= 0x0a && code <= 0x0d) || code === 0x85) return CharacterClass.lineBreak;
  if (code <= 0x20 || code === 0x7f || code === 0xa0) return CharacterClass.space;
  if (code === 0xad) return CharacterClass.silent;
  // The ordinal signs are letters to Unicode, and degree signs in scans.
  if (code === 0xaa || code === 0xba) return CharacterClass.mark;
  return code === 0xb5 || /\p{L}/u.test(String.fromCharCode(code))
    ? CharacterClass.letter
    : CharacterClass.mark;
}

function latinFold(code: number): number {
  // The micro sign is written for "u" in doses: µg as ug.
  if (code === 0xb5) return 0x75;
  const bare = String.fromCharCode(code).normalize('NFD').replace(COMBINING, '').toLowerCase();
  return bare.length === 1 ? bare.charCodeAt(0) : code;
}

function classBeyondLatin(code: number): number {
  if (code <= 0x36f) return code >= 0x300 ? CharacterClass.silent : CharacterClass.letter;
  if (code < 0x2000) return code === 0x1680 ? CharacterClass.space : CharacterClass.letter;
  if (code <= 0x200a || code === 0x202f || code === 0x205f || code === 0x3000)
    return CharacterClass.space;
  if (code === 0x2028 || code === 0x2029) return CharacterClass.lineBreak;
  if (code <= 0x200f || code === 0x2060 || code === 0xfeff) return CharacterClass.silent;
  if (code >= 0xfe00 && code <= 0xfe0f) return CharacterClass.silent;
  if (code < 0x2c00) return CharacterClass.mark;
  if (code < 0x2e00 || (code >= 0x3040 && code < 0xd800)) return CharacterClass.letter;
  if ((code >= 0xf900 && code < 0xfe00) || (code >= 0xfe70 && code < 0xff00))
    return CharacterClass.letter;
  return CharacterClass.mark;
}

function foldBeyondLatin(code: number): number {
  if (code === 0x2018 || code === 0x2019 || code === 0x201b || code === 0x2bc || code === 0x2032)
    return 0x27;
  if ((code >= 0x2010 && code <= 0x2015) || code === 0x2212) return 0x2d;
  if (code >= 0x201c && code <= 0x201e) return 0x22;
  // Greek and Cyrillic have case; one code unit stays one code unit there.
  if (code >= 0x370 && code < 0x530) return String.fromCharCode(code).toLowerCase().charCodeAt(0);
  return code;
}

/** The class of the code unit at `at`; a mark beyond the text. */
export function classAt(text: string, at: number): number {
  return at >= 0 && at < text.length
    ? (CLASSES[text.charCodeAt(at)] as number)
    : CharacterClass.mark;
}

/** Whether a code unit is a capital letter of ASCII. */
export function isCapital(code: number): boolean {
  return code >= 0x41 && code <= 0x5a;
}
