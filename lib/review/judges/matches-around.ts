/**
 * Patterns that begin in many ways are slow to look for in a long text. Most of the text holds no word that
 * they need, and that word is found much faster: they are looked for around it alone.
 */
import type { LongPattern } from '../../language/long-pattern.ts';
import type { Span } from '../evidence/scopes.ts';

/** No match reaches farther from the word it needs. */
const REACH = 160;
/** What a pattern looks at before and behind its match. */
const MARGIN = 80;

/** The stretches of a text in which what needs a word may stand. `word` finds all of its places. */
export function stretchesAround(text: string, word: RegExp): Span[] {
  const stretches: Span[] = [];
  for (const { index, 0: found } of text.matchAll(word)) {
    const start = Math.max(0, index - REACH);
    const end = Math.min(text.length, index + found.length + REACH);
    const last = stretches.at(-1);
    if (last && start <= last.end) last.end = end;
    else stretches.push({ start, end });
  }
  return stretches;
}

/** The matches of a pattern that lie wholly in such stretches, with their places in the text. */
export function matchesIn(
  text: string,
  stretches: readonly Span[],
  pattern: LongPattern,
): RegExpExecArray[] {
  return stretches.flatMap(({ start, end }) => {
    const from = Math.max(0, start - MARGIN);
    const matches = [...pattern.matchAll(text.slice(from, end + MARGIN))];
    for (const match of matches) match.index += from;
    return matches.filter(({ index, 0: found }) => index >= start && index + found.length <= end);
  });
}
