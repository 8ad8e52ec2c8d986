import type { Sentence } from '../../language/mention.ts';
import { PAST } from './asking.ts';
import { countWords } from './connecting-words.ts';
import { Cue, firstFrom } from './cues.ts';
import type { Span } from './spans.ts';
import { valuesIn } from './traits.ts';
import type { ZoneText } from './zone.ts';

/**
 * What a review or letter says that another paper asks for ("the form has #90", "UR denied ..."),
 * or what a later word puts right: "Lunesta should be 1 mg".
 */
export function restatedPart(zoneText: ZoneText, sentence: Sentence): Span | undefined {
  const { cues, anchors } = zoneText;
  const corrected = correctedPart(zoneText, sentence);
  if (corrected) return corrected;
  const first = anchors[firstFrom(anchors, sentence.start)];
  const opens =
    first !== undefined &&
    first.end <= sentence.end &&
    countWords(zoneText.reading.text.slice(sentence.start, first.start)) <= 2;
  // "Lyrica: they have no quantity on the script either."
  if (opens && cues.has(Cue.openQuantity, first.end, sentence.end))
    return { start: sentence.start, end: sentence.end };
  const restated = cues.within(Cue.restated, sentence.start, sentence.end)[0];
  const named = restated && anchors[firstFrom(anchors, restated.end)];
  if (named && named.end <= sentence.end) return { start: restated.end, end: sentence.end };
  return orderTold(zoneText, sentence);
}

/** Words between an order and what it is for. */
const ORDERED_WITHIN = 3;

/** "Today I wrote for six visits of therapy", "the note orders an MRI": an order told within a sentence. */
function orderTold({ reading, cues, anchors }: ZoneText, sentence: Sentence): Span | undefined {
  const kind = reading.sections[sentence.section]?.kind;
  if (PAST.has(kind ?? '') || kind === 'rationale') return undefined;
  return cues
    .within(Cue.orderTold, sentence.start, sentence.end)
    .map(({ end }) => ({ end, anchor: anchors[firstFrom(anchors, end)] }))
    .flatMap(({ end, anchor }): Span[] =>
      anchor &&
      anchor.end <= sentence.end &&
      anchor.assertion.time !== 'past' &&
      anchor.assertion.presence === 'affirmed' &&
      anchor.assertion.subject === 'patient' &&
      countWords(reading.text.slice(end, anchor.start)) <= ORDERED_WITHIN
        ? [{ start: end, end: sentence.end }]
        : [],
    )[0];
}

/** Words between a treatment and the word that corrects what was asked. */
const CORRECTED_WITHIN = 10;
/** "Not" corrects where a number or a side follows it. */
const NOT_SO =
  /^not\s+(?:the\s+)?(?:#?\d|one|two|three|four|five|six|eight|ten|left|right|both|bilateral)\b/i;

function correctedPart(
  { reading, cues, anchors }: ZoneText,
  { start, end, section }: Sentence,
): Span | undefined {
  const kind = reading.sections[section]?.kind;
  if (kind === 'guideline' || kind === 'rationale' || kind === 'history') return undefined;
  const anchor = anchors[firstFrom(anchors, start)];
  if (!anchor || anchor.end > end) return undefined;
  const { text } = reading;
  const cue = cues
    .within(Cue.correction, start, end)
    .find((one) => one.end - one.start > 3 || NOT_SO.test(text.slice(one.start, one.start + 24)));
  if (!cue) return undefined;
  const [from, to] = cue.start < anchor.start ? [cue.end, anchor.start] : [anchor.end, cue.start];
  if (countWords(text.slice(from, to)) > CORRECTED_WITHIN) return undefined;
  const says = valuesIn(reading, { start, end }).some(({ value }) =>
    ['quantity', 'dose', 'count', 'side', 'level', 'frequency'].includes(value.kind),
  );
  return says ? { start: Math.min(cue.start, anchor.start), end } : undefined;
}
