/**
 * How a word sounds, coarsely: what a typist or a recorder makes of a spoken name is written in other
 * letters, and in other parts, but sounds the same ("val e um", "sim balta", "percaset").
 *
 * Vowels are told apart in two kinds only, those like "ee" and those like "ah"; doubled letters, a silent
 * "e" at the end and an "h" that is not heard are left out. Letters are code units, and so is their sound:
 * every unknown word of a text is asked how it sounds.
 */

const Letter = {
  a: 0x61,
  c: 0x63,
  e: 0x65,
  g: 0x67,
  h: 0x68,
  j: 0x6a,
  k: 0x6b,
  s: 0x73,
  u: 0x75,
  w: 0x77,
  x: 0x78,
  z: 0x7a,
} as const;

/** By letter: how a vowel is heard, 0 for a letter that is none. */
const VOWELS = new Uint8Array(128);
for (const letter of lettersOf('eiy')) VOWELS[letter] = Letter.e;
for (const letter of lettersOf('aou')) VOWELS[letter] = Letter.a;

/** Two letters written for one sound. */
const SPELLINGS = new Map(
  Object.entries({
    ph: 'f',
    ck: 'k',
    gh: 'g',
    th: 't',
    sh: 's',
    wh: 'w',
    qu: 'kw',
    ue: 'u',
    oe: 'o',
    eu: 'u',
    ew: 'u',
  }).map(([pair, heard]) => [pairOf(...lettersOf(pair)), lettersOf(heard)]),
);
/** 1 for the second letters of these: most letters need not be looked up with the one before. */
const SECOND = new Uint8Array(128);
for (const letter of lettersOf('hkuew')) SECOND[letter] = 1;

/** Room for the letters of a word and for its sound. */
let written = new Uint16Array(32);
let spoken = new Uint16Array(64);

/** The sound of a folded word of letters: "cymbalta" and "symbalta" are the same. */
export function soundOf(word: string): string {
  const { length } = word;
  if (length > written.length) {
    written = new Uint16Array(length);
    spoken = new Uint16Array(2 * length);
  }
  for (let at = 0; at < length; at += 1) written[at] = word.charCodeAt(at);
  const heard = soundInto(spoken, written, length);
  let sound = '';
  for (let at = 0; at < heard; at += 1) sound += String.fromCharCode(spoken[at] as number);
  return sound;
}

/** Puts the sound of the first `length` letters into `sound`, which has room for two for each; its length. */
export function soundInto(sound: Uint16Array, letters: ArrayLike<number>, length: number): number {
  const end = endsSilently(letters, length) ? length - 1 : length;
  let used = 0;
  for (let at = 0; at < end; at += 1) {
    const letter = letters[at] as number;
    const next = at + 1 < end ? (letters[at + 1] as number) : 0;
    const spelling = SECOND[next] === 1 ? SPELLINGS.get(pairOf(letter, next)) : undefined;
    if (spelling !== undefined) {
      for (const heard of spelling) used = hear(sound, used, heard);
      at += 1;
    } else if (letter === Letter.x && at > 0) {
      used = hear(sound, hear(sound, used, Letter.k), Letter.s);
    } else {
      const before = at > 0 ? (letters[at - 1] as number) : 0;
      used = hear(sound, used, soundOfLetter(letter, before, next));
    }
  }
  return used;
}

/** The sound of two sounds spoken one after the other: what is doubled where they meet is heard once. */
export function joinSounds(before: string, after: string): string {
  return before !== '' && before.endsWith(after.charAt(0))
    ? before + after.slice(1)
    : before + after;
}

/** Adds a letter as it is heard, unless it is heard already; nothing for 0. */
function hear(sound: Uint16Array, used: number, letter: number): number {
  const heard = VOWELS[letter] || letter;
  if (heard === 0 || (used > 0 && sound[used - 1] === heard)) return used;
  sound[used] = heard;
  return used + 1;
}

/** How one letter is heard between two others, 0 where there is none; 0 for one that is not heard. */
function soundOfLetter(letter: number, before: number, next: number): number {
  const isSoft = VOWELS[next] === Letter.e;
  switch (letter) {
    case Letter.c:
      return isSoft ? Letter.s : Letter.k;
    case Letter.g:
      return isSoft ? Letter.j : Letter.g;
    case Letter.x:
    case Letter.z:
      return Letter.s;
    case Letter.h:
      return isAfterVowelOnly(before, next) ? 0 : Letter.h;
    case Letter.w:
      return isAfterVowelOnly(before, next) ? Letter.u : Letter.w;
    default:
      return letter;
  }
}

function isAfterVowelOnly(before: number, next: number): boolean {
  return isVowel(before) && !isVowel(next);
}

/** "axe" is heard as "ax", "code" as "cod". */
function endsSilently(letters: ArrayLike<number>, length: number): boolean {
  if (length < 3 || letters[length - 1] !== Letter.e || isVowel(letters[length - 2] as number))
    return false;
  for (let at = 0; at < length - 2; at += 1) if (isVowel(letters[at] as number)) return true;
  return false;
}

function isVowel(letter: number): boolean {
  return (VOWELS[letter] ?? 0) !== 0;
}

/** One number for two letters. */
function pairOf(first = 0, second = 0): number {
  return (first << 16) | second;
}

/** The letters of a word as code units. */
export function lettersOf(word: string): number[] {
  return word.split('').map((letter) => letter.charCodeAt(0));
}
