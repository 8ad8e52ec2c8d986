/**
 * How a word sounds, coarsely: what a typist or a recorder makes of a spoken name is written in other
 * letters, and in other parts, but sounds the same ("val e um", "sim balta", "percaset").
 *
 * Vowels are told apart in two kinds only, those like "ee" and those like "ah"; doubled letters, a silent
 * "e" at the end and an "h" that is not heard are left out.
 */

const FRONT = 'eiy';
const BACK = 'aou';
const VOWELS = FRONT + BACK;
/** Letters written for one sound, by the first of them. */
const SPELLINGS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  p: { h: 'f' },
  c: { k: 'k' },
  g: { h: 'g' },
  t: { h: 't' },
  s: { h: 's' },
  w: { h: 'w' },
  q: { u: 'kw' },
  u: { e: 'u' },
  o: { e: 'o' },
  e: { u: 'u', w: 'u' },
};

/** The sound of a folded word of letters: "cymbalta" and "symbalta" are the same. */
export function soundOf(word: string): string {
  const spoken = withoutSilentEnd(word);
  let sound = '';
  let last = '';
  for (let at = 0; at < spoken.length; ) {
    const heard = SPELLINGS[spoken.charAt(at)]?.[spoken.charAt(at + 1)];
    const letters = heard ?? soundsOfLetter(spoken, at);
    for (let i = 0; i < letters.length; i += 1) {
      const letter = kindOf(letters.charAt(i));
      if (letter !== last) sound += letter;
      last = letter;
    }
    at += heard === undefined ? 1 : 2;
  }
  return sound;
}

/** Vowels are of two kinds; every other letter is its own. */
function kindOf(letter: string): string {
  if (FRONT.includes(letter)) return 'e';
  return BACK.includes(letter) ? 'a' : letter;
}

/** The sound of two sounds spoken one after the other: what is doubled where they meet is heard once. */
export function joinSounds(before: string, after: string): string {
  return before !== '' && before.endsWith(after.charAt(0))
    ? before + after.slice(1)
    : before + after;
}

function soundsOfLetter(word: string, at: number): string {
  const letter = word.charAt(at);
  const next = word.charAt(at + 1);
  const isSoft = next !== '' && FRONT.includes(next);
  if (letter === 'c') return isSoft ? 's' : 'k';
  if (letter === 'g') return isSoft ? 'j' : 'g';
  if (letter === 'x') return at === 0 ? 's' : 'ks';
  if (letter === 'z') return 's';
  const afterVowel = at > 0 && VOWELS.includes(word.charAt(at - 1));
  const beforeVowel = next !== '' && VOWELS.includes(next);
  if (letter === 'h') return afterVowel && !beforeVowel ? '' : 'h';
  if (letter === 'w') return afterVowel && !beforeVowel ? 'u' : 'w';
  return letter;
}

/** "axe" is heard as "ax", "code" as "cod". */
function withoutSilentEnd(word: string): string {
  const isSilent =
    word.length > 2 && word.endsWith('e') && !VOWELS.includes(word.charAt(word.length - 2));
  const rest = word.slice(0, -1);
  return isSilent && [...rest].some((letter) => VOWELS.includes(letter)) ? rest : word;
}
