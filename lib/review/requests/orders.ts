import type { Mention, Sentence } from '../../language/mention.ts';
import type { Anchor } from './anchors.ts';
import { countWords, isHad, isHeldBack } from './connecting-words.ts';
import { Cue, firstFrom } from './cues.ts';
import { type Span, startsLine, withoutMarker } from './spans.ts';
import { isDated, scheduleIn, valuesIn } from './traits.ts';
import { SPOKEN_UNITS } from './unheaded.ts';
import type { ZoneText } from './zone.ts';

/** Sections that tell what was done or found; no line of theirs orders anything. */
const PAST = new Set(['history', 'family-history', 'treatment-to-date', 'tests', 'guideline']);
/** Words of a label's line before the treatment, and of a line before its word of asking. */
const LABELLED_WITHIN = 6;
/** How far before its quotation a request may be spoken of. */
const QUOTED_AFTER = 200;
const ASKED_WITHIN = 12;
/** "Procedure: ..." over a report of what was done, within so many characters. */
const REPORT_WITHIN = 1500;
const REPORT =
  /\b(?:an(?:a)?esthesia|complications|estimated blood loss|EBL|post-? ?op(?:erative)? d(?:iagnosis|x)|informed consent|specimens?)\b\s*:/i;

/** A slip that books a procedure says so in its head. */
const BOOKING =
  /\b(?:schedul(?:e|ing|er)|booking|posting (?:slip|sheet|form)|pre-?auth\w*|reservation|pending auth\w*|awaiting auth\w*|auth(?:orization)? (?:pending|needed|requested))\b/i;
const BOOKED_WITHIN = 400;

/** "Procedure: XLIF L3-4", "DME - TENS, 30 days", "PT script 2x6": a label that orders what it holds. */
export function labelledOrder(
  { reading, cues, anchors }: ZoneText,
  sentence: Sentence,
): Span | undefined {
  if (PAST.has(reading.sections[sentence.section]?.kind ?? '')) return undefined;
  const { text } = reading;
  const words = withoutMarker(text, sentence);
  const label = cues
    .within(Cue.orderLabel, sentence.start, sentence.end)
    .find(({ start }) => start === words.start || startsLine(text, start));
  if (!label || label.start > words.start + 2) return undefined;
  const inLabel = anchors[firstFrom(anchors, label.start)];
  if (inLabel && inLabel.end <= label.end) {
    const rest = { start: label.end, end: sentence.end };
    const isOrder =
      scheduleIn(text, rest) !== undefined || hasCount({ reading, cues, anchors }, rest);
    return isOrder ? { start: label.start, end: sentence.end } : undefined;
  }
  const mark = /^\s*(?:\([^)]{0,40}\)\s*)?(?:[:?]|\s-{1,2}>?|\s–)\s*/.exec(
    text.slice(label.end, label.end + 60),
  );
  if (!mark || isReported(text, label)) return undefined;
  const start = label.end + mark[0].length;
  const anchor = anchors[firstFrom(anchors, start)];
  if (!anchor || anchor.end > sentence.end || isHad(text.slice(start, anchor.start)))
    return undefined;
  return countWords(text.slice(start, anchor.start)) <= LABELLED_WITHIN
    ? { start, end: sentence.end }
    : undefined;
}

/** "Procedure:" above what a report of it tells; a slip that books it has its anesthesia too. */
function isReported(text: string, label: Span): boolean {
  return (
    REPORT.test(text.slice(label.end, label.end + REPORT_WITHIN)) &&
    !BOOKING.test(text.slice(Math.max(0, label.start - BOOKED_WITHIN), label.start))
  );
}

/** "C-spine MRI req.", "Chiropractic 10 visits ordered": the last word of a clause asks. */
export function askedAtEnd(
  { reading, cues, anchors }: ZoneText,
  { start, end, section }: Sentence,
): Span | undefined {
  if (PAST.has(reading.sections[section]?.kind ?? '')) return undefined;
  const { text } = reading;
  const words = withoutMarker(text, { start, end });
  const anchor = anchors[firstFrom(anchors, words.start)];
  if (!anchor || anchor.end > end) return undefined;
  if (countWords(text.slice(words.start, anchor.start)) > ASKED_WITHIN) return undefined;
  const cue = cues
    .within(Cue.askedAtEnd, anchor.end, end)
    .find((one) => endsClause(text, one, end));
  if (!cue || isDated(reading, { start, end })) return undefined;
  const between = text.slice(anchor.end, cue.start);
  const isPast = /\b(?:was|were|had|been|has|have|not|no|never|previously|already|last)\b/i;
  if (isPast.test(text.slice(words.start, cue.start)) || countWords(between) > ASKED_WITHIN)
    return undefined;
  return { start: words.start, end };
}

/** 'Rcvd RFA. "Lunesta 2 mg / Celebrex 200 mg"': the words of a request that was just spoken of. */
export function quotedOrder(
  { reading, cues, anchors }: ZoneText,
  before: Sentence | undefined,
  sentence: Sentence,
): Span | undefined {
  const { text } = reading;
  const quote = /["“]/.exec(text.slice(sentence.start, sentence.end));
  if (!quote) return undefined;
  const start = sentence.start + quote.index + 1;
  const anchor = anchors[firstFrom(anchors, start)];
  if (!anchor || anchor.end > sentence.end) return undefined;
  if (countWords(text.slice(start, anchor.start)) > 2) return undefined;
  const from =
    before && before.paragraph === sentence.paragraph
      ? Math.max(before.start, sentence.start - QUOTED_AFTER)
      : sentence.start;
  const isRequest = [Cue.listHeading, Cue.ask, Cue.refillMark].some((concept) =>
    cues.has(concept, from, start),
  );
  const isPast = /\b(?:last|previous|prior|earlier|denied|was|were|had)\b/i;
  if (!isRequest || isPast.test(text.slice(from, start))) return undefined;
  const close = /["”]/.exec(text.slice(anchor.end, sentence.end));
  return { start, end: close ? anchor.end + close.index : sentence.end };
}

/** Whether nothing of weight follows the word in its sentence. */
function endsClause(text: string, { end }: Mention, limit: number): boolean {
  return /^\s*(?:[.;,)!]|$)/.test(text.slice(end, limit));
}

/** "He will continue on tramadol 50 mg, #90": what is carried on is asked for with its quantity. */
export function carriedOnPart(zoneText: ZoneText, sentence: Sentence): Span | undefined {
  const { reading, cues, anchors } = zoneText;
  const kind = reading.sections[sentence.section]?.kind ?? '';
  if (PAST.has(kind)) return undefined;
  for (const cue of cues.within(Cue.carryOn, sentence.start, sentence.end)) {
    // A list of medicines may end in an order: "Continue Valium 10 mg tid #90."
    if (kind === 'medications' && cue.start > sentence.start) continue;
    const anchor = anchors[firstFrom(anchors, cue.end)];
    if (!anchor?.drug || anchor.end > sentence.end) continue;
    const { text } = reading;
    if (countWords(text.slice(cue.end, anchor.start)) > 3) continue;
    if (isHeldBack(text.slice(Math.max(sentence.start, cue.start - 24), cue.start))) continue;
    if (namesQuantity(zoneText, anchor, sentence)) return { start: cue.start, end: sentence.end };
  }
  return undefined;
}

function namesQuantity({ reading }: ZoneText, { end }: Anchor, sentence: Span): boolean {
  return (
    valuesIn(reading, { start: end, end: sentence.end }).some(
      ({ value }) => value.kind === 'quantity',
    ) || SPOKEN_UNITS.test(reading.text.slice(end, sentence.end))
  );
}

function hasCount({ reading }: ZoneText, span: Span): boolean {
  return valuesIn(reading, span).some(({ value }) => value.kind === 'count');
}
