/** Who speaks, before what is said: "MA: any numbness?", "Pt - No.", "She said no", "A. Never." */
import { Mark } from '../marks.ts';
import { foldedToken, Gap, markAt, TokenKind, type Tokens } from '../tokens.ts';

/** The most words of who speaks: "the pt", "patient's wife". */
const LONGEST_NAME = 3;

const SPEAKERS = new Set(
  'q a question answer ans reply pt patient claimant worker iw ee he she they i ma rn lvn np pa md dr doctor nurse adjuster caller staff provider wife husband spouse daughter son mother interpreter interp'.split(
    ' ',
  ),
);
const SAYING = new Set(
  'says said states stated reports reported answers answered replies replied responds responded'.split(
    ' ',
  ),
);

/**
 * The token behind the speaker's label at `from`; `from` itself where no speaker is named there. Looks
 * at tokens before `to` only.
 */
export function behindSpeaker(tokens: Tokens, from: number, to: number): number {
  for (let at = from; at < to && at < from + LONGEST_NAME; at += 1) {
    if (tokens.kind[at] !== TokenKind.word) return from;
    if (!SPEAKERS.has(foldedToken(tokens, at))) continue;
    const after = at + 1;
    if (after >= to) return from;
    const mark = markAt(tokens, after);
    if (mark === Mark.colon || mark === Mark.point || mark === Mark.hyphen) return after + 1;
    if (tokens.gap[after] === Gap.tab) return after;
    if (SAYING.has(foldedToken(tokens, after))) return behindComma(tokens, after + 1, to);
  }
  return from;
}

function behindComma(tokens: Tokens, from: number, to: number): number {
  const mark = from < to ? markAt(tokens, from) : 0;
  return mark === Mark.comma || mark === Mark.colon ? from + 1 : from;
}
