import type { Mention, Presence } from '../../language/mention.ts';
import { isDrug } from '../../language/mentions.ts';
import { clauseOfNow } from '../evidence/bygone.ts';
import { firstFrom, type IndexedDocument } from '../evidence/case-index.ts';
import { type Span, scopeOf } from '../evidence/scopes.ts';

/** Concepts of the packs: words that say that a medicine was stopped, and that it is taken, which no bare name does. */
export const STOPPED = 'medicine-stopped';
export const TAKEN = 'medicine-taken';

/** Doses and a conjunction between two drugs of one list. */
const JOINED =
  /^(?:[\s\d./%#-]|mg|mcg|er|cr|xr|ir|la|sr|bid|tid|qid|qd|daily|prn|q\d+h|qhs|hs|po|tabs?)*(?:,|\band\b|&|\+|\bor\b)\s*$/i;

/** Letters between a drug and the words that say it is not in use. */
const NEAR = 60;

/**
 * Whether a concept stands beside a drug in its sentence, with no other drug between. `named` is the
 * offset where what is told of the drug ends, its dose with it; `presence` is how the concept is meant.
 */
export function hasBeside(
  document: IndexedDocument,
  mention: Mention,
  concept: string,
  named = mention.end,
  presence: Presence = 'affirmed',
): boolean {
  const list = document.mentions.get(concept);
  if (!list) return false;
  const { start, end } = reachOf(document, mention, named);
  for (let at = firstFrom(list, start); at < list.length; at += 1) {
    const other = list[at] as Mention;
    if (other.start >= end) break;
    if (other.end > end || other.assertion.presence !== presence) continue;
    if (!(concept === STOPPED && (isAdvised(document, other) || isYetToCome(document, other))))
      return true;
  }
  return false;
}

/** The words around a drug that speak of it and of no other. */
export function reachOf(document: IndexedDocument, mention: Mention, named = mention.end): Span {
  const drugs = document.reading.mentions.where(isDrug);
  const sentence = clauseOfNow(document, mention) ?? scopeOf(document, mention, 'sentence');
  let start = Math.max(sentence.start, mention.start - NEAR);
  let end = Math.min(sentence.end, lettersOn(document.reading.text, named));
  for (let at = firstFrom(drugs, start); at < drugs.length; at += 1) {
    const other = drugs[at] as Mention;
    if (other.start >= end) break;
    if (other.concept === mention.concept) continue;
    // "had been getting Opana ER 30 bid and Dilaudid": what is said before is said of both
    const isJoined = JOINED.test(document.reading.text.slice(other.end, mention.start));
    if (other.end <= mention.start) start = isJoined ? start : Math.max(start, other.end);
    else if (other.start >= mention.end) end = Math.min(end, other.start);
  }
  return { start, end };
}

/** The white space between the columns of a table. */
const COLUMN_GAP = /[ \t\u00a0]{2,}/g;
const LONGEST_ROW = 160;

/** So many letters on, where the white space between columns counts as one. */
function lettersOn(text: string, from: number): number {
  const row = text.slice(from, from + LONGEST_ROW);
  const gaps = [...row.matchAll(COLUMN_GAP)];
  let end = NEAR;
  for (const { index, 0: gap } of gaps) if (index < end) end += gap.length - 1;
  return from + end;
}

/** "We have asked her to stop it": said by somebody else, and not that it was done. */
const ADVISED =
  /\b(?:told|advised|asked|instructed|urged|warned|counsell?ed|encouraged|recommended)\b[^.;,]{0,24}\bto $/i;
const ADVISED_WITHIN = 40;

function isAdvised({ reading: { text } }: IndexedDocument, { start }: Mention): boolean {
  return ADVISED.test(text.slice(Math.max(0, start - ADVISED_WITHIN), start));
}

/** "Will be stopped next month": taken until then; what stands behind "Plan:" is done today. */
function isYetToCome({ reading: { text } }: IndexedDocument, { assertion }: Mention): boolean {
  return (
    assertion.time === 'planned' &&
    assertion.because.some(
      ({ axis, by, end }) => axis === 'time' && by === 'cue' && text[end] !== ':',
    )
  );
}
