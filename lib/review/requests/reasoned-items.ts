import type { Sentence } from '../../language/mention.ts';
import { countWords } from './connecting-words.ts';
import { Cue, firstFrom } from './cues.ts';
import { lineEnd, startsLine, withoutMarker } from './spans.ts';
import type { RowText, Zone } from './zone.ts';

/** An item is no longer than this, and its treatment opens it but for so many words. */
const LONGEST_ITEM = 140;
const OPENS_WITHIN = 1;

/**
 * Items of a decision that stand as headings over their reasons: "Xanax 0.25 mg #30", and below it
 * "Claims administrator guideline: none. Rationale: ...".
 */
export function findReasonedItems({ reading, anchors, cues, rows }: RowText): Zone[] {
  const { text } = reading;
  const isReason = (row: Sentence | undefined) =>
    row !== undefined &&
    startsLine(text, row.start) &&
    [Cue.guidelineAdministrator, Cue.rationale].some((cue) => {
      const label = cues.within(cue, row.start, row.end)[0];
      return label?.start === row.start && /^[^.;\n]{0,30}:/.test(text.slice(label.end, row.end));
    });
  return rows.flatMap((row, at) => {
    if (!startsLine(text, row.start) || row.end - row.start > LONGEST_ITEM) return [];
    if (row.end < lineEnd(text, row.start) || !isReason(rows[at + 1])) return [];
    const words = withoutMarker(text, row);
    const anchor = anchors[firstFrom(anchors, words.start)];
    if (!anchor || anchor.end > words.end) return [];
    if (countWords(text.slice(words.start, anchor.start)) > OPENS_WITHIN) return [];
    return [{ kind: 'decision' as const, parts: [words] }];
  });
}
