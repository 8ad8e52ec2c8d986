/**
 * A choice that a form prints behind its label, to be circled: "Numbness: Y / N", "yes (no)",
 * "Y / N circled". Nothing marked is no answer.
 */
import { Mark } from '../marks.ts';
import { foldedToken, Gap, markAt, type Tokens } from '../tokens.ts';

/** What was chosen, and the tokens that say it, `last` inclusive. */
export interface Choice {
  answer: 'yes' | 'no' | 'open';
  first: number;
  last: number;
}

const OPENERS = new Set([0x28, 0x5b, 0x2a, 0x5f]);
const CLOSERS = new Set([0x29, 0x5d, 0x2a, 0x5f]);
const YES = new Set(['yes', 'y']);
const NO = new Set(['no', 'n']);
/** Choices that are one word, as "y/n" is. */
const WHOLE = new Set(['y/n', 'n/y', 'yes/no', 'no/yes']);
const PARTED: ReadonlySet<number> = new Set([Mark.slash, Mark.bar]);
/** "->", "=", ":": what stands between a choice and its answer. */
const LEADS_ON: ReadonlySet<number> = new Set([
  Mark.hyphen,
  Mark.more,
  Mark.equals,
  Mark.colon,
  Mark.arrow,
]);
const LONGEST_ARROW = 3;
const CIRCLED = new Set(['circled', 'checked', 'marked', 'selected']);

interface Option {
  answer: 'yes' | 'no';
  first: number;
  last: number;
  marked: boolean;
}

/** The choice that starts behind token `last` of a label, in the sentence that ends before `b`. */
export function readChoice(tokens: Tokens, last: number, b: number): Choice | undefined {
  let at = last + 1;
  // words that hold the first of what is to be chosen: "referral: Y" of "referral: Y / N"
  if (optionAt(tokens, last, b) && PARTED.has(markAt(tokens, at)) && optionAt(tokens, at + 1, b))
    at = last;
  while (at < b && (markAt(tokens, at) === Mark.colon || markAt(tokens, at) === Mark.question))
    at += 1;
  if (at >= b) return undefined;
  if (WHOLE.has(foldedToken(tokens, at))) return { answer: 'open', first: at, last: at };
  const one = optionAt(tokens, at, b);
  if (one === undefined) return undefined;
  let middle = one.last + 1;
  if (PARTED.has(markAt(tokens, middle))) middle += 1;
  const two = optionAt(tokens, middle, b);
  if (two === undefined && isLetterAlone(tokens, one, last, b))
    return { answer: one.answer, first: one.first, last: one.last };
  if (two === undefined || one.answer === two.answer) return undefined;
  const after = two.last + 1;
  if (after < b && CIRCLED.has(foldedToken(tokens, after)))
    return { answer: two.answer, first: two.first, last: after };
  if (!endsChoice(tokens, after, b)) return undefined;
  const written = writtenBehind(tokens, after, b);
  if (written) return { answer: written.answer, first: written.first, last: written.last };
  if (one.marked !== two.marked) {
    const { answer, first, last: end } = one.marked ? one : two;
    return { answer, first, last: end };
  }
  return { answer: 'open', first: one.first, last: two.last };
}

/** "Y / N -> N", "yes/no: no": what is written behind a choice instead of a mark. */
function writtenBehind(tokens: Tokens, from: number, b: number): Option | undefined {
  let at = from;
  while (at < b && at < from + LONGEST_ARROW && LEADS_ON.has(markAt(tokens, at))) at += 1;
  const option = at > from ? optionAt(tokens, at, b) : undefined;
  return option && endsChoice(tokens, option.last + 1, b) ? option : undefined;
}

/** "yes" or "no", bare or between brackets, stars or underscores. */
function optionAt(tokens: Tokens, token: number, b: number): Option | undefined {
  const open = OPENERS.has(markAt(tokens, token));
  const at = open ? token + 1 : token;
  if (at >= b) return undefined;
  const word = foldedToken(tokens, at);
  const answer = YES.has(word) ? 'yes' : NO.has(word) ? 'no' : undefined;
  if (answer === undefined) return undefined;
  if (!open) return { answer, first: at, last: at, marked: false };
  if (at + 1 >= b || !CLOSERS.has(markAt(tokens, at + 1))) return undefined;
  return { answer, first: token, last: at + 1, marked: true };
}

/** "Fever N. Weight loss N, cancer Y": the capital letter right behind a question, and nothing more of its clause. */
function isLetterAlone(tokens: Tokens, { first, last }: Option, label: number, b: number): boolean {
  if (first !== label + 1 || last !== first) return false;
  const written = tokens.text.slice(tokens.start[first], tokens.end[first]);
  return (written === 'N' || written === 'Y') && endsChoice(tokens, last + 1, b);
}

/** Whether nothing of the same clause follows the choice. */
function endsChoice(tokens: Tokens, token: number, b: number): boolean {
  return token >= b || tokens.gap[token] === Gap.tab || markAt(tokens, token) !== 0;
}
