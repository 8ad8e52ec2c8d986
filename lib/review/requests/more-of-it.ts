import { longPattern } from '../../language/long-pattern.ts';
import { numberWords } from '../../language/number-words.ts';
import type { Span } from './spans.ts';

const WORDS = [...numberWords(1, 12), 'dozen'];
/** What a word of the list counts. */
const amountOf = (word: string) => (word === 'dozen' ? 12 : WORDS.indexOf(word) + 1);
const MORE = longPattern(
  `\\b(${WORDS.join('|')}|\\d{1,2})\\s+(?:more|additional|add'?l|further)\\b(?!\\s+(?:weeks?|months?|days?|years?|tablets?|pills?|sets?|rounds?|series))|\\b(?:another|an additional|a further|(?<!\\b(?:finish|complet|complete|us|use|attend)(?:e?s|ing|ed)? )(?:the|his|her|these|those) (?:remaining|other|last|final|unused|leftover))\\s+(${WORDS.join('|')}|\\d{1,2})\\b(?!\\s+(?:weeks?|months?|days?|years?|tablets?|pills?|sets?|rounds?|series))|\\s\\+\\s?(\\d{1,2})(?![\\d/.%])`,
  'i',
);

/** "Six more", "another 4", "PT +6": a number of what the text is about, with its place. */
export function moreOfIt(
  text: string,
  { start, end }: Span,
): (Span & { number: number }) | undefined {
  const found = MORE.exec(text.slice(start, end));
  const written = (found?.[1] ?? found?.[2] ?? found?.[3])?.toLowerCase();
  if (!found || !written) return undefined;
  const at = start + found.index;
  const number = WORDS.includes(written) ? amountOf(written) : Number(written);
  return { start: at, end: at + found[0].length, number };
}
