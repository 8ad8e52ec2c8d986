/** What the palette can be asked for: its words, and what stands beside them. */
export interface Searchable {
  title: string;
  detail: string;
}

/**
 * How well an entry answers what was typed: every word must begin a word of it, or stand within one.
 * 0 where one does not; a title counts more than what stands beside it.
 */
export function scoreOf({ title, detail }: Searchable, typed: string): number {
  const asked = folded(typed).split(' ').filter(Boolean);
  const inTitle = folded(title);
  const inDetail = folded(detail);
  let score = 1;
  for (const word of asked) {
    const found = Math.max(4 * matchOf(inTitle, word), matchOf(inDetail, word));
    if (found === 0) return 0;
    score += found;
  }
  return score + (asked.length > 0 && inTitle.startsWith(asked.join(' ')) ? 8 : 0);
}

function matchOf(text: string, word: string): number {
  const at = text.indexOf(word);
  if (at < 0) return 0;
  return at === 0 || text.includes(` ${word}`) ? 2 : 1;
}

/** Lower case without accents, words parted by single spaces. */
function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
