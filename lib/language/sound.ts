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
/** Two letters written for one sound. */
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['ph', 'f'],
  ['ck', 'k'],
  ['gh', 'g'],
  ['th', 't'],
  ['sh', 's'],
  ['wh', 'w'],
  ['qu', 'kw'],
  ['ue', 'u'],
  ['oe', 'o'],
  ['eu', 'u'],
  ['ew', 'u'],
]);
/** The second letters of these: most letters need not be looked up with the one before. */
const SECOND = 'hkuew';

/** The sound of a folded word of letters: "cymbalta" and "symbalta" are the same. */
export function soundOf(word: string): string {
  const spoken = withoutSilentEnd(word);
  let sound = '';
  for (let at = 0; at < spoken.length; at += 1) {
    const isSecond = at + 1 < spoken.length && SECOND.includes(spoken.charAt(at + 1));
    const spelling = isSecond ? SPELLINGS.get(spoken.slice(at, at + 2)) : undefined;
    const heard = spelling ?? soundsOfLetter(spoken, at);
    for (let i = 0; i < heard.length; i += 1) sound = joined(sound, heard.charAt(i));
    if (spelling !== undefined) at += 1;
  }
  return sound;
}

/** The sound of two sounds spoken one after the other: what is doubled where they meet is heard once. */
export function joinSounds(before: string, after: string): string {
  return before !== '' && before.endsWith(after.charAt(0))
    ? before + after.slice(1)
    : before + after;
}

function joined(sound: string, letter: string): string {
  const heard = FRONT.includes(letter) ? 'e' : BACK.includes(letter) ? 'a' : letter;
  return joinSounds(sound, heard);
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
  if (!isSilent) return word;
  const rest = word.slice(0, -1);
  return [...rest].some((letter) => VOWELS.includes(letter)) ? rest : word;
}
