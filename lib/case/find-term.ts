/**
 * The places of a term in a text, in order, as UTF-16 offsets: whatever the case and the white
 * space between its words, with a hyphen between them, or within one at a line's end. An absence
 * that a reviewer searches again must not rest on how a line was broken.
 */
export function* findTerm(term: string, text: string): Generator<{ start: number; end: number }> {
  const words = term.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return;
  const spelled = words.map((word) => [...word].map(escapedForPattern).join('(?:-\\n)?'));
  for (const match of text.matchAll(new RegExp(spelled.join('[\\s-]+'), 'giu'))) {
    yield { start: match.index, end: match.index + match[0].length };
  }
}

/** Words as a pattern finds them as they are written; a `-` is none outside of a class. */
export function escapedForPattern(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
