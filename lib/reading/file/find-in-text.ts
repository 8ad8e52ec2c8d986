/**
 * The places of a term in a text, whatever the case, the white space between its words, and
 * hyphens at line ends within them.
 */
export function findInText(term: string, text: string): { start: number; end: number }[] {
  const words = term.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const pattern = words.map((word) => [...word].map(escaped).join('(?:-\\n)?')).join('[\\s-]+');
  const found: { start: number; end: number }[] = [];
  for (const match of text.matchAll(new RegExp(pattern, 'giu'))) {
    found.push({ start: match.index, end: match.index + match[0].length });
    if (found.length >= mostFound) break;
  }
  return found;
}

const mostFound = 5_000;

function escaped(character: string): string {
  return /[\\^$.*+?()[\]{}|/]/.test(character) ? `\\${character}` : character;
}
