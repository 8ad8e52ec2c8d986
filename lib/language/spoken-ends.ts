import { TokenKind, type Tokens } from './tokens.ts';
import type { WordTable } from './word-table.ts';

/** Marks said aloud that nobody writes as words so often, and so many of them make a text one that was heard. */
const SPOKEN_MARKS = ['comma', 'period'];
const FEWEST = 3;

/**
 * Tells where a sentence ends in a text that holds its marks as they were dictated: "no weakness
 * period plan colon". Nothing for a text that has points of its own.
 */
export function createSpokenEnds(
  table: WordTable,
): (tokens: Tokens) => ((token: number) => boolean) | undefined {
  const [comma, period] = SPOKEN_MARKS.map((word) => table.intern(word));
  return (tokens) => {
    const said = { comma: 0, period: 0 };
    for (let at = 0; at < tokens.count; at += 1) {
      if (tokens.kind[at] !== TokenKind.word) continue;
      if (tokens.word[at] === comma) said.comma += 1;
      else if (tokens.word[at] === period) said.period += 1;
    }
    if (said.period < FEWEST || said.comma + said.period < 2 * FEWEST) return undefined;
    return (token) => tokens.word[token] === period;
  };
}
