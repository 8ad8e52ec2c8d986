/** Who gives the answer of a form, before the answer: 'Twitch .... PR-2 says "none today"'. */
import { Mark } from '../marks.ts';
import { foldedToken, markAt, TokenKind, type Tokens } from '../tokens.ts';

/** Tokens in which somebody is named who answers. */
const LONGEST_TELLER = 9;
const TELLERS = new Set(
  'per by pr pr2 note notes report reports exam chart record records file form md dr doctor treater provider pt patient claimant he she the his her of on in from dated'.split(
    ' ',
  ),
);
const TELLS = new Set(
  'says said states stated notes noted writes wrote reads reports reported'.split(' '),
);
const JOINING: ReadonlySet<number> = new Set([Mark.hyphen, Mark.slash, Mark.comma, Mark.colon]);

/** The token behind the one who answers, what he does and the quotation mark; `from` where nobody is named. */
export function behindTeller(tokens: Tokens, from: number, end: number): number {
  let at = from;
  while (at < end && markAt(tokens, at) === Mark.point) at += 1;
  if (tokens.kind[at] === TokenKind.word)
    while (at < end && at < from + LONGEST_TELLER && isOfTeller(tokens, at)) at += 1;
  return at < end && markAt(tokens, at) === Mark.quote ? at + 1 : at;
}

function isOfTeller(tokens: Tokens, at: number): boolean {
  if (tokens.kind[at] === TokenKind.number) return true;
  if (tokens.kind[at] === TokenKind.mark) return JOINING.has(markAt(tokens, at));
  const word = foldedToken(tokens, at);
  return TELLERS.has(word) || TELLS.has(word);
}
