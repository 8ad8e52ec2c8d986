import type { Sentence } from '../../language/mention.ts';
import { countWords } from './connecting-words.ts';
import { Cue, firstFrom } from './cues.ts';
import { valuesIn } from './traits.ts';
import type { RowText, Zone } from './zone.ts';

/**
 * Treatments that a question names and its answer asks for: "What about the Soma? - Keep it, 350 at
 * night, 30 pills." Nothing in either of the two asks for it alone.
 */

/** Words of a question before the treatment: "and what about the". */
const NAMED_WITHIN = 5;
/** Words of a question behind it: "drug screen still?" */
const ENDS_WITHIN = 4;

/** Finds questions on one treatment that are answered by a request for it. */
export function findAnswered(rowText: RowText): Zone[] {
  const { rows } = rowText;
  return rows.flatMap((row, at): Zone[] => {
    const answer = rows[at + 1];
    if (!answer || !asksOnTreatment(rowText, row) || !agrees(rowText, answer)) return [];
    const end = goesOn(rowText, answer, rows[at + 2]) ? (rows[at + 2] as Sentence).end : answer.end;
    return [{ kind: 'ask', answered: true, parts: [{ start: row.start, end }] }];
  });
}

/** "And the Norco?": a short question that names one treatment, and does not ask of the past. */
function asksOnTreatment({ reading: { text }, anchors }: RowText, row: Sentence): boolean {
  const words = text.slice(row.start, row.end);
  if (!/\?\W*$/.test(words) || PAST.test(words)) return false;
  const first = firstFrom(anchors, row.start);
  const anchor = anchors[first];
  if (!anchor?.treatment || anchor.end > row.end) return false;
  const other = anchors[first + 1];
  if (other && other.start < row.end) return false;
  return (
    countWords(text.slice(row.start, anchor.start)) <= NAMED_WITHIN &&
    countWords(text.slice(anchor.end, row.end)) <= ENDS_WITHIN
  );
}

const PAST =
  /\b(?:did|was|were|had|has|have|ever|when|why|last|prior|previous|tried|help(?:s|ed|ing)?|taking|takes|how (?:long|often|is|are)|results?|=)\b|=/i;

/** "Yes, sent one today.", "Keep it, 30 pills.": whether an answer asks for what was named. */
function agrees({ reading, anchors, cues }: RowText, row: Sentence): boolean {
  const label = SPEAKER.exec(reading.text.slice(row.start, row.end))?.[0].length ?? 0;
  const words = reading.text.slice(row.start + label, row.end);
  if (DENIES.test(words) || /\?\W*$/.test(words) || cues.has(Cue.retract, row.start, row.end))
    return false;
  const anchor = anchors[firstFrom(anchors, row.start)];
  if (anchor && anchor.start < row.end) return false;
  return ASKS.test(words) || (AGREES.test(words) && isCounted({ reading }, row));
}

/** Who speaks: "A:", "Dr. Weiss:". */
const SPEAKER = /^\W*(?:[A-Za-z][A-Za-z.' ]{0,18}:\s*)?\W*/;
const DENIES =
  /\b(?:no|not|nope|never|none|n['’]t|off|stop(?:ped)?|cancel(?:led)?|drop(?:ped)?|denied|later|next)\b|n['’]t\b/i;
/** Words that ask by themselves. */
const ASKS =
  /^(?:(?:yes|yeah|yep|ok|okay|sure|right|correct|and|please)\b[,.!]?\s*)*(?:keep|refill|renew|continue|repeat|go ahead|add|send|order|request|want|wants|need|needs|same|that too|that one too|please|still (?:want|need)|one month|sent one)\b/i;
const AGREES =
  /^(?:yes|yeah|yep|ok|okay|sure|right|correct|please|\d|one|two|three|four|six|eight|ten|twelve|thirty|sixty|ninety)\b/i;

function isCounted({ reading }: Pick<RowText, 'reading'>, row: Sentence): boolean {
  return valuesIn(reading, row).some(
    ({ value }) =>
      value.kind === 'quantity' ||
      value.kind === 'count' ||
      value.kind === 'frequency' ||
      value.kind === 'dose' ||
      value.kind === 'refills',
  );
}

/** "Keep it. 350 at night, 30 pills.": the next words of the same speaker tell how much. */
function goesOn(rowText: RowText, answer: Sentence, next: Sentence | undefined): boolean {
  if (!next || next.paragraph !== answer.paragraph) return false;
  const { text } = rowText.reading;
  const words = text.slice(next.start, next.end);
  const anchor = rowText.anchors[firstFrom(rowText.anchors, next.start)];
  if ((anchor && anchor.start < next.end) || /\?\W*$/.test(words) || DENIES.test(words))
    return false;
  return !/^\W*[A-Za-z][A-Za-z.' ]{0,18}:/.test(words) && isCounted(rowText, next);
}
