/** Questions that are told with their answers: "Asked about flares she said there have been none." */
import { Mark } from '../marks.ts';
import { foldedToken, markAt, type Tokens } from '../tokens.ts';
import { answerIn } from './answer-words.ts';
import type { FormAnswer } from './forms.ts';

/** What opens a sentence that tells what was asked; the word asked about comes within a few words. */
const OPENINGS =
  'asked about|asked regarding|asked whether|asked if|questioned about|queried about|when asked|as to|as for'.split(
    '|',
  );
/** Words that open such a sentence. */
export const ASKED_WORDS: readonly string[] = [
  ...new Set(OPENINGS.map((words) => words.split(' ')[0] as string)),
];
const OPENS: ReadonlySet<string> = new Set(OPENINGS);
/** Behind one of these, as behind a comma, stands the answer. */
const SAYS: ReadonlySet<string> = new Set(
  'said says answered answers replied replies reports reported states stated tells told'.split(' '),
);
const SPEAKERS: ReadonlySet<string> = new Set(
  'he she they patient pt claimant worker husband wife'.split(' '),
);
/** The most words from the opening to what is asked about, and from that to the answer. */
const ASKED_REACH = 10;

/** What is said of mention tokens `[first, last]` in a sentence `[a, b)` that tells of a question. */
export function readAskedAbout(
  tokens: Tokens,
  answerWords: ReadonlySet<number>,
  a: number,
  b: number,
  first: number,
  last: number,
): FormAnswer | undefined {
  if (first <= a || first - a > ASKED_REACH || !opens(tokens, a)) return undefined;
  for (let i = last + 1; i < b && i <= last + ASKED_REACH; i += 1) {
    if (SAYS.has(foldedToken(tokens, i))) return answerIn(tokens, answerWords, i + 1, b, b);
    if (markAt(tokens, i) !== Mark.comma) continue;
    const isSpoken = SPEAKERS.has(foldedToken(tokens, i + 1));
    const answer = answerIn(tokens, answerWords, i + 1, b, b);
    if (answer !== undefined || !isSpoken) return answer;
  }
  return undefined;
}

function opens(tokens: Tokens, a: number): boolean {
  return OPENS.has(`${foldedToken(tokens, a)} ${foldedToken(tokens, a + 1)}`);
}
