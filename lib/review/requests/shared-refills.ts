import type { Span } from './spans.ts';

const ALL = '(?:all|each|both|everything|every one|the above|above|meds|medications|same)';
const COUNT = String.raw`(?:x|times|with|w\/|for)?\s*(\d|one|two|three|four|five|six)`;
const SHARED = [
  /\brefills?(?: ok| okay| approved| authorized)?\s*[x×]\s*(\d)\s*:/i,
  new RegExp(String.raw`\b(?:rf|refills?|renew)\s+${ALL}\b[^.;\d\n]{0,16}?\s*${COUNT}\b`, 'i'),
  new RegExp(String.raw`\b${ALL}\b[^.;\d\n]{0,24}?\b(?:rf|refills?)\s*${COUNT}\b(?!\s*\/)`, 'i'),
  new RegExp(String.raw`\b${ALL}\b[^.;\d\n]{0,16}?\s${COUNT}\s*(?:rf|refills?)\b`, 'i'),
];
const WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six'];

/** "Rf all x1", "continue meds, refill x3", "all with 2 refills": refills of every item named. */
export function sharedRefills(
  text: string,
  { start, end }: Span,
): (Span & { refills: number }) | undefined {
  const words = text.slice(start, end);
  for (const pattern of SHARED) {
    const found = pattern.exec(words);
    const count = found?.[1]?.toLowerCase();
    if (!found || count === undefined) continue;
    const refills = WORDS.includes(count) ? WORDS.indexOf(count) : Number(count);
    const at = start + found.index;
    return { start: at, end: at + found[0].length, refills };
  }
  return undefined;
}
