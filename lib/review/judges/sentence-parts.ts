import type { Span } from '../evidence/scopes.ts';
import { trimmed } from '../evidence/scopes.ts';

/** Where one thing that is told ends and the next begins. */
const BOUNDARY =
  /[;:]\s|,\s|\.\s|\s[-–—]+\s|\s(?=(?:but|while|whereas|although|though|versus|vs\.?|compared|instead|and (?:now|then|with|without|on|off|w\/))\b)/gi;

/**
 * The parts of a sentence that each tell one thing, cut at marks and contrasts, never inside one of the
 * places that hold together. Offsets are those of the text.
 */
export function partsOf(text: string, sentence: Span, whole: readonly Span[]): Span[] {
  const words = text.slice(sentence.start, sentence.end);
  const parts: Span[] = [];
  let start = sentence.start;
  for (const { index, 0: mark } of words.matchAll(BOUNDARY)) {
    const at = sentence.start + index;
    const next = at + mark.length;
    if (whole.some((place) => place.start < next && at < place.end)) continue;
    parts.push({ start, end: at });
    start = next;
  }
  parts.push({ start, end: sentence.end });
  return parts.map((part) => trimmed(text, part)).filter(({ start: from, end }) => end > from);
}
