import { longPattern } from '../../../language/long-pattern.ts';
import { numberWritten, SMALL_NUMBER } from '../../../language/number-words.ts';
import type { Span } from '../../evidence/scopes.ts';

/** "Six, no, seven", "9 visits, correction, it's 11", "ten, make that twelve". */
const CORRECTED = longPattern(
  `^(?: (?:visits?|sessions?|treatments?|times))?[\\s,.…–-]*(?:no|wait|correction|sorry|excuse me|pardon me|i mean|or rather|rather|make (?:that|it)|strike that|scratch that|actually)\\b(?:[\\s,.…–-]*(?:no|wait|sorry|actually|i mean|correction|it'?s|it is|it was|that'?s|that is|that was|make (?:that|it)|was|were|there were))*[\\s,.…–-]*(${SMALL_NUMBER})\\b(?![/%:.-]?\\d|\\s?(?:%|weeks?|wks?|days?|months?|years?|hours?|minutes?|lbs?\\b|pounds?))`,
  'i',
);
const LONGEST = 80;

/** What somebody who counts puts in place of a number in the same breath; undefined where he lets it stand. */
export function correctedTo(
  text: string,
  { end }: Span,
): { amount: number; end: number } | undefined {
  const corrected = CORRECTED.exec(text.slice(end, end + LONGEST));
  if (!corrected?.[1]) return undefined;
  return { amount: numberWritten(corrected[1]), end: end + corrected[0].length };
}
