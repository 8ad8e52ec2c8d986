import { diffIndices } from 'node-diff3';

/** A run of words that both texts have, or only one. */
export interface WordRun {
  text: string;
  in: 'both' | 'first' | 'second';
}

/**
 * What two texts have in common, word by word; joined, the runs give either text again. Spaces count
 * for nothing when words are matched, or texts of many words would be found alike in their spaces.
 */
export function diffWords(first: string, second: string): WordRun[] {
  const [mine, theirs] = [wordsOf(first), wordsOf(second)];
  const runs: WordRun[] = [];
  const add = (text: string, where: WordRun['in']) => {
    const last = runs.at(-1);
    if (last?.in === where) last.text += text;
    else if (text !== '') runs.push({ text, in: where });
  };
  const addSame = (one = '', other = '') => {
    if (one === other) return add(one, 'both');
    add(one.trimEnd(), 'both');
    add(one.slice(one.trimEnd().length), 'first');
    add(other.slice(other.trimEnd().length), 'second');
  };
  let [at, there] = [0, 0];
  const bare = (words: readonly string[]) => words.map((word) => word.trim());
  for (const { buffer1, buffer2 } of diffIndices(bare(mine), bare(theirs))) {
    while (at < buffer1[0]) addSame(mine[at++], theirs[there++]);
    at = buffer1[0] + buffer1[1];
    there = buffer2[0] + buffer2[1];
    add(mine.slice(buffer1[0], at).join(''), 'first');
    add(theirs.slice(buffer2[0], there).join(''), 'second');
  }
  while (at < mine.length) addSame(mine[at++], theirs[there++]);
  return runs;
}

/** Slots, words and signs, each with the space behind it. */
function wordsOf(text: string): string[] {
  return text.match(/\{\{[^}]*\}\}\s*|[\p{L}\p{N}]+\s*|[^\p{L}\p{N}\s]\s*|\s+/gu) ?? [];
}
