/** What stands between two parts of a statement. */

/** Longer text is not looked at. */
const LONGEST_WORDS = 44;
const TAKING = [
  ...'he she they the pt patient is was takes take taking took uses use using currently now'.split(
    ' ',
  ),
  ...'to be used taken may can should please continue continues still usually up'.split(' '),
  ...'sig it this dose at apply applies applied wear wears place prescribed given only i ii one two'.split(
    ' ',
  ),
  ...'dosing dosage directions instructions frequency schedule label rx po orally by mouth'.split(
    ' ',
  ),
  ...'tab tabs tablet tablets cap caps capsule capsules pill pills patch'.split(' '),
];

/** Whether words say no more than that something is taken: "He takes", "currently taking", "at". */
export function onlyTakes(words: string): boolean {
  if (words.length > LONGEST_WORDS) return false;
  return words
    .toLowerCase()
    .split(/[^a-z]+/)
    .every((word) => word === '' || TAKING.includes(word));
}

/** The number of words of letters between two places. */
export function wordsBetween(text: string, from: number, to: number): number {
  let words = 0;
  let inside = false;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at) | 0x20;
    const isLetter = code >= 0x61 && code <= 0x7a;
    if (isLetter && !inside) words += 1;
    inside = isLetter;
  }
  return words;
}

/** The length of a text with runs of white space counted once. */
export function squeezed(text: string): number {
  let length = 0;
  let space = false;
  for (let i = 0; i < text.length; i += 1) {
    const isSpace = text.charCodeAt(i) <= 0x20;
    if (!isSpace || !space) length += 1;
    space = isSpace;
  }
  return length;
}
