import { numberWritten, SMALL_NUMBER } from '../../../language/number-words.ts';
import type { IndexedDocument } from '../../evidence/case-index.ts';
import type { Span } from '../../evidence/scopes.ts';

/** Concepts of the packs: how somebody takes back what he just said, or goes over to another number. */
const CORRECTS = ['spoken-correction', 'count-rethought'];
/** "Six visits, ...": what may stand between a number, or what corrects it, and the next such word. */
const COUNTED = /^(?: (?:visits?|sessions?|treatments?|times))?[\s,.…–-]*/i;
const BETWEEN =
  /^(?:[\s,.…–-]*(?:it'?s|it is|that'?s|that is|(?:it |that |there )?(?:was|were))\b)*[\s,.…–-]*/i;
const OTHER_NUMBER = new RegExp(
  `^(${SMALL_NUMBER})\\b(?![/%:.-]?\\d|\\s?(?:%|weeks?|wks?|days?|months?|years?|hours?|minutes?|lbs?\\b|pounds?))`,
  'i',
);
const LONGEST = 80;

/** What somebody who counts puts in place of a number in the same breath; undefined where he lets it stand. */
export function correctedTo(
  { mentions, reading: { text } }: IndexedDocument,
  { end }: Span,
): { amount: number; end: number } | undefined {
  const to = end + LONGEST;
  const past = (pattern: RegExp, at: number) =>
    at + (pattern.exec(text.slice(at, to))?.[0].length ?? 0);
  const correctsAt = (at: number) =>
    CORRECTS.flatMap((concept) => mentions.of(concept, at, to)).find(({ start }) => start === at);
  let at = past(COUNTED, end);
  let cue = correctsAt(at);
  if (!cue) return undefined;
  for (; cue; cue = correctsAt(at)) at = past(BETWEEN, cue.end);
  const number = OTHER_NUMBER.exec(text.slice(at, to));
  if (!number?.[1]) return undefined;
  return { amount: numberWritten(number[1]), end: at + number[0].length };
}
