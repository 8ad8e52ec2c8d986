import { say } from '../../saying/said.ts';
import type { LetterCheck } from './letter-context.ts';
import { claimed } from './letter-finding.ts';
import { quoteLetter } from './read-letter.ts';
import { statementsOf } from './statements.ts';
import { isSame, namedBy, namesWithin } from './treatment-named.ts';

/** A conclusion that speaks of another treatment than the item it stands under. */
export const otherItem: LetterCheck = ({ letter }) =>
  letter.items.flatMap((item) =>
    statementsOf(letter, item).flatMap(({ kind, sentence, subject, span }) => {
      if (kind !== 'conclusion') return [];
      const { document } = letter;
      const named = namesWithin(document.anchors, { start: sentence.start, end: span.end });
      // "X is denied because Y failed" and "without Y, X is denied" speak of X.
      if (named.some((anchor) => isSame(namedBy(anchor), item.named))) {
        if (
          isSame(namedBy(subject), item.named) ||
          !isAskedAlone(document.reading.text, subject.start)
        )
          return [];
      }
      const words = document.reading.text.slice(subject.start, subject.end);
      return [
        {
          id: 'letter/other-item' as const,
          reason: say('remark_other_item', words, item.label),
          evidence: [
            claimed(quoteLetter(document, sentence)),
            ...item.headings
              .slice(0, 1)
              .map((heading) =>
                claimed(quoteLetter(document, heading), say('remark_stands_under')),
              ),
          ],
        },
      ];
    }),
  );

/** "The request for X": X is what is decided on, whatever else the sentence names. */
function isAskedAlone(text: string, start: number): boolean {
  return /\b(?:requests? for|necessity (?:of|for))\s+(?:the |a |an |one |\d+ )?(?:additional |requested )?$/i.test(
    text.slice(Math.max(0, start - 50), start),
  );
}
