import type { Span } from './spans.ts';

const SAME_AGAIN =
  /\b(?:repeat(?:ing)?|another|second|third|same)\b[^.;]{0,24}\b(?:injections?|shots?)\b|\b(?:repeat|redo|do|give (?:him|her)) (?:them|these|those)(?: again| over)?\b(?=[^.;]{0,40}\b(?:x ?\d|times|right|left|both|again|over)\b)/i;

/** "Repeat the injections": words that ask for what the text is about, without naming it. */
export function sameAgain(
  text: string,
  { start, end }: Span,
): (Span & { unit: string }) | undefined {
  const found = SAME_AGAIN.exec(text.slice(start, end));
  if (!found) return undefined;
  const at = start + found.index;
  return { start: at, end: at + found[0].length, unit: 'injection' };
}
