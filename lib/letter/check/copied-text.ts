import type { Span } from '../../review/requests/spans.ts';
import { say } from '../../saying/said.ts';
import type { LetterCheck, LetterContext } from './letter-context.ts';
import { claimed, LETTER, type LetterFinding } from './letter-finding.ts';
import type { LetterItem } from './read-letter.ts';

/** Words in a row that are no chance. */
const SHINGLE = 8;
/** A rationale of which this share stands in another one was not written for its own item. */
const SHARE = 0.4;
/** Less text than this is a phrase of the trade. */
const FEWEST_WORDS = 40;

interface Word extends Span {
  word: string;
}

/** The share of a rationale that is repeated, word for word, from another item of the letter. */
export const copiedText: LetterCheck = ({ letter }: LetterContext) => {
  const { text } = letter.document.reading;
  const rationales = letter.items.map((item) => ({ item, words: wordsOf(text, item) }));
  return rationales.flatMap(({ item, words }, at): LetterFinding[] => {
    if (words.length < FEWEST_WORDS) return [];
    for (const before of rationales.slice(0, at)) {
      const copied = repeated(words, before.words);
      const share = copied.filter(Boolean).length / words.length;
      if (share < SHARE) continue;
      const run = longestRun(copied);
      const start = words[run.from]?.start ?? 0;
      const end = words[run.to]?.end ?? start;
      return [
        {
          id: 'letter/copied-text',
          reason: say('remark_copied', Math.round(share * 100), item.label, before.item.label),
          evidence: [
            claimed(
              { document: LETTER, start, end, quote: text.slice(start, end) },
              say('remark_longest_stretch'),
            ),
          ],
        },
      ];
    }
    return [];
  });
};

function wordsOf(text: string, { sentences }: LetterItem): Word[] {
  return sentences.flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
      word: match[0].toLowerCase(),
      start: start + match.index,
      end: start + match.index + match[0].length,
    })),
  );
}

/** Which words stand in a row of words that the other text has too. */
function repeated(words: readonly Word[], other: readonly Word[]): boolean[] {
  const known = new Set<string>();
  for (let at = 0; at + SHINGLE <= other.length; at += 1) known.add(shingle(other, at));
  const copied = new Array<boolean>(words.length).fill(false);
  for (let at = 0; at + SHINGLE <= words.length; at += 1) {
    if (known.has(shingle(words, at))) copied.fill(true, at, at + SHINGLE);
  }
  return copied;
}

function shingle(words: readonly Word[], at: number): string {
  return words
    .slice(at, at + SHINGLE)
    .map(({ word }) => word)
    .join(' ');
}

function longestRun(copied: readonly boolean[]): { from: number; to: number } {
  let best = { from: 0, to: -1 };
  let from = -1;
  for (let at = 0; at <= copied.length; at += 1) {
    if (copied[at]) {
      if (from < 0) from = at;
    } else if (from >= 0) {
      if (at - 1 - from > best.to - best.from) best = { from, to: at - 1 };
      from = -1;
    }
  }
  return best;
}
