/** What was understood where a text holds scan slips, in the words of the reader. */
import { foldedToken, TokenKind, type Tokens } from './token-columns.ts';

/**
 * The tokens from `first` up to `end` with every slip put right: "#3O" is "#30", "lbuprofen" is
 * "ibuprofen". `spelling` gives the word that was meant by its id. Undefined where no token is a slip.
 */
export function readAs(
  tokens: Tokens,
  first: number,
  end: number,
  spelling?: (word: number) => string,
): string | undefined {
  if (!holdsSlip(tokens, first, end)) return undefined;
  let words = '';
  let slips = 0;
  for (let at = first; at < end; at += 1) {
    const start = tokens.start[at] as number;
    if (at > first && start > (tokens.end[at - 1] as number)) words += ' ';
    const isSlip = tokens.slip[at] === 1;
    const isNumber = tokens.kind[at] === TokenKind.number;
    if (isSlip && (isNumber || spelling !== undefined)) {
      words += isNumber ? foldedToken(tokens, at) : spelling?.(tokens.word[at] as number);
      slips += 1;
    } else words += tokens.text.slice(start, tokens.end[at]);
  }
  return slips > 0 ? words : undefined;
}

function holdsSlip({ slip }: Tokens, first: number, end: number): boolean {
  for (let at = first; at < end; at += 1) if (slip[at] === 1) return true;
  return false;
}
