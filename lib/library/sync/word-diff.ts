import { diffComm } from 'node-diff3';

/** A run of words that both texts have, or only one. */
export interface WordRun {
  text: string;
  in: 'both' | 'first' | 'second';
}

/** What two texts have in common, word by word; joined, the runs give either text again. */
export function diffWords(first: string, second: string): WordRun[] {
  const runs: WordRun[] = [];
  const add = (words: readonly string[], where: WordRun['in']) => {
    if (words.length > 0) runs.push({ text: words.join(''), in: where });
  };
  for (const part of diffComm(wordsOf(first), wordsOf(second))) {
    if ('common' in part) add(part.common, 'both');
    else {
      add(part.buffer1, 'first');
      add(part.buffer2, 'second');
    }
  }
  return runs;
}

/** Words and the spaces between them, each by itself. */
function wordsOf(text: string): string[] {
  return text.match(/\s+|\S+/g) ?? [];
}
