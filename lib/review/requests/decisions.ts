import type { Mention, Reading } from '../../language/mention.ts';
import { shares } from '../evidence/scopes.ts';
import type { Anchor } from './anchors.ts';
import { countWords } from './connecting-words.ts';
import { Cue, type CueIndex, firstFrom } from './cues.ts';
import { findDecidedClauses } from './decided-clauses.ts';
import { findReasonedItems } from './reasoned-items.ts';
import { hasMarker, lineEnd, lineStart, type Span, withoutMarker } from './spans.ts';
import type { RowText, Zone, ZoneText } from './zone.ts';

/** How far before its decision an item may begin. */
const LONGEST_ITEM = 260;
/** Words before the treatment that opens a sentence. */
const OPENS_WITHIN = 2;
/** What leads from an item to its decision: a colon, a dash, an arrow, a gap, a row of dots. */
const LINK = /(?::|\(|\s(?:-{1,2}|–|—)\s|[-=]+>|=|\||→|\t| {2,}|\.{2,}|…|_{2,})\s*$/;
/** "60 modified to 30": a number of units right before the decision. */
const COUNTED = /(?<![\d/.-])\d{1,3}\s*$/;
/** "1/2013 PT x 12 approved": an entry of a history. */
const DAY_FIRST = /^\W*(?:[A-Z ]{3,30}:\s*)?\d{1,2}[/-]\d{2,4}\b/;
/** Decisions that only a determination uses: they head items in any text. */
const ALWAYS = /upheld|overturned/i;

/**
 * Items with their decision ("Xanax 0.5mg #15 with 1 refill: Upheld", a table of items and results)
 * and conclusions ("the request for X is not medically necessary").
 */
export function findDecidedItems(zoneText: RowText, isDecision: boolean): Zone[] {
  const zones = [
    ...headedItems(zoneText, isDecision),
    ...(isDecision ? findReasonedItems(zoneText) : []),
    ...conclusions(zoneText),
    ...questions(zoneText),
    ...findDecidedClauses(zoneText, isDecision),
  ];
  const taken: Span[] = [];
  return zones.filter(({ kind, parts }) => {
    if (kind === 'decision') return true;
    const isNew = parts.every((part) => !taken.some((one) => shares(one, part)));
    if (isNew) taken.push(...parts);
    return isNew;
  });
}

const QUESTION =
  /\b(?:is|are|does|do|should|was|were|would|can|could|will)\b[^?]*\b(?:necessary|necessity|appropriate|indicated|warranted|support(?:ed)?|certif(?:y|ied)|approved?|recommend(?:ed)?|reasonable|justified|agree|meets?)\b[^?]*\?\s*$/i;

/** "Celebrex - nec?": the same in short. */
const SHORT_QUESTION =
  /\b(?:nec|med nec|necessary|appropriate|approve|certify|supported|ok|okay)\s*\?\s*$/i;

/** "Is the purchase of an H-wave unit medically necessary?": what a reviewer is asked. */
function questions({ reading, anchors }: ZoneText): Zone[] {
  return reading.sentences.flatMap((sentence) => {
    if (reading.text[sentence.end - 1] !== '?') return [];
    const anchor = anchors[firstFrom(anchors, sentence.start)];
    if (!anchor || anchor.end > sentence.end) return [];
    const words = reading.text.slice(sentence.start, sentence.end);
    if (!QUESTION.test(words) && !SHORT_QUESTION.test(words)) return [];
    return [{ kind: 'conclusion' as const, parts: [withoutMarker(reading.text, sentence)] }];
  });
}

function headedItems(rowText: RowText, isDecision: boolean): Zone[] {
  const { reading, anchors, cues, rows, isTold } = rowText;
  const { text } = reading;
  const zones: Zone[] = [];
  const isList = isDecision || listsDecisions(text, cues);
  for (const decision of cues.all(Cue.itemDecision)) {
    const words = text.slice(decision.start, decision.end);
    if (!isList && !ALWAYS.test(words) && !isLabelled(text, cues, decision)) continue;
    const row = rows[firstFrom(rows, decision.start + 1) - 1];
    if (row && isTold(row)) continue;
    const before = text.slice(Math.max(0, decision.start - 60), decision.start);
    const link = LINK.test(before) || COUNTED.test(before);
    const part = link
      ? ((isDecision && !isNumbered(text, decision.start)
          ? undefined
          : itemOfLine(reading, anchors, decision)) ?? itemBefore(text, anchors, decision.start))
      : sentenceBefore({ reading, anchors }, decision);
    const isOfDay = !LINK.test(before) && part && DAY_FIRST.test(text.slice(part.start, part.end));
    if (part && !isOfDay) zones.push({ kind: 'decision', parts: [part] });
  }
  return zones;
}

/** "DECISION: lumbar MRI - denied": a line that is labelled as one and ends in it. */
function isLabelled(text: string, cues: CueIndex, { start, end }: Mention): boolean {
  const line = lineStart(text, start);
  const label = cues.within(Cue.decisionHeading, line, start)[0];
  return (
    label !== undefined &&
    !/\w/.test(text.slice(line, label.start)) &&
    /^\s*[:-]/.test(text.slice(label.end, start)) &&
    /^[\s.]*$/.test(text.slice(end, lineEnd(text, end)))
  );
}

/** "Lumbar MRI: approve" on line after line: decisions of one day, whatever the text is titled. */
export function listsDecisions(text: string, cues: CueIndex): boolean {
  const lines = cues.all(Cue.itemDecision).filter(({ start }) => {
    const before = text.slice(Math.max(0, start - 6), start);
    return /[^\s:]: *$/.test(before) || COUNTED.test(before);
  });
  return lines.length >= LEAST_DECISIONS;
}

const LEAST_DECISIONS = 2;

/** Items that a sentence of one word decides, in texts that are no decisions themselves. */
export function findDecidedSentences({ reading, anchors, cues }: ZoneText): Zone[] {
  return cues.all(Cue.itemDecision).flatMap((decision) => {
    const part =
      sentenceBefore({ reading, anchors }, decision) ?? lineBefore({ reading, anchors }, decision);
    return part ? [{ kind: 'decision' as const, parts: [part] }] : [];
  });
}

/** "Acupuncture 6 more visits, knee. Denied.": the decision is a sentence of one word. */
function sentenceBefore(
  { reading, anchors }: Pick<ZoneText, 'reading' | 'anchors'>,
  decision: Mention,
): Span | undefined {
  const { text, sentences } = reading;
  const own = sentences[decision.sentence];
  const before = sentences[decision.sentence - 1];
  if (!own || !before || own.start !== decision.start || own.end - decision.end > 1)
    return undefined;
  const anchor = anchors[firstFrom(anchors, before.start)];
  if (!anchor || anchor.end > before.end || before.end - before.start > LONGEST_ITEM)
    return undefined;
  const words = withoutMarker(text, before);
  return countWords(text.slice(words.start, anchor.start)) <= OPENS_WITHIN ? words : undefined;
}

/** "Lumbar fusion L4-S1 - DENIED": a line that opens with the item and ends in its decision. */
function lineBefore(
  { reading, anchors }: Pick<ZoneText, 'reading' | 'anchors'>,
  decision: Mention,
): Span | undefined {
  const { text } = reading;
  if (!LINK.test(text.slice(Math.max(0, decision.start - 60), decision.start))) return undefined;
  if (!/^\W*(?:\n|$)|^\.\s/.test(text.slice(decision.end, decision.end + 40))) return undefined;
  const item = itemOfLine(reading, anchors, decision);
  const anchor = item && anchors[firstFrom(anchors, item.start)];
  if (!item || !anchor || DAY_FIRST.test(text.slice(item.start, item.end))) return undefined;
  const words = withoutMarker(text, item);
  return countWords(text.slice(words.start, anchor.start)) <= OPENS_WITHIN ? words : undefined;
}

/** What stands before a sentence that follows a decided item in its line. */
const ITEM_ENDED = /\d\.\s*$/;
const ENDED_WITHIN = 60;

/** Whether the line of the offset starts with the number of an item. */
function isNumbered(text: string, offset: number): boolean {
  const start = lineStart(text, offset);
  return hasMarker(text, { start, end: offset });
}

/** The item of a line that ends in its decision. */
function itemOfLine(
  { text, sentences }: Reading,
  anchors: readonly Anchor[],
  { start: end, sentence }: Mention,
): Span | undefined {
  // "A, 60 modified to 30. B, 90 modified to 30." in one line
  const from = sentences[sentence]?.start ?? 0;
  const before = text.slice(Math.max(0, from - ENDED_WITHIN), from);
  const start = Math.max(lineStart(text, end), ITEM_ENDED.test(before) ? from : 0);
  const anchor = anchors[firstFrom(anchors, start)];
  if (!anchor || anchor.end > end) return undefined;
  return { start, end: start + text.slice(start, end).replace(/[\s:(-]+$/, '').length };
}

/** The item that ends at a decision: from its line or the end of the last sentence. */
function itemBefore(text: string, anchors: readonly Anchor[], end: number): Span | undefined {
  const from = Math.max(0, end - LONGEST_ITEM);
  const before = text.slice(from, end);
  // A sentence's end, an empty paragraph, a closed bracket's comma or the decision of the item before.
  const cut =
    /^[\s\S]*(?:(?<!\.)[.!?]["')]?\s+(?=\S)|\n\s*\n\s*\n|[)];|(?:upheld|overturned)\b[.)]?)/i.exec(
      before,
    );
  let start = from + (cut?.[0].length ?? 0);
  const first = anchors[firstFrom(anchors, start)];
  if (!first || first.end > end) return undefined;
  // Table rows and one-line items start on the anchor's own line.
  const line = from + text.slice(from, first.start).lastIndexOf('\n') + 1;
  start = Math.max(start, line);
  return { start, end: start + text.slice(start, end).replace(/[\s:(\-–—=>|→.…_]+$/, '').length };
}

function conclusions({ reading, anchors, cues }: ZoneText): Zone[] {
  const zones: Zone[] = [];
  for (const conclusion of cues.all(Cue.conclusion)) {
    const sentence = reading.sentences[conclusion.sentence];
    if (!sentence) continue;
    let last = firstFrom(anchors, conclusion.start) - 1;
    while (
      last > 0 &&
      (anchors[last - 1] as Anchor).start >= sentence.start &&
      conclusion.start - (anchors[last - 1] as Anchor).start < 90
    )
      last -= 1;
    const anchor = anchors[last];
    if (!anchor || anchor.start < sentence.start || conclusion.start - anchor.end > 120) continue;
    const numbered = anchor.start - sentence.start < 40;
    zones.push({
      kind: 'conclusion',
      parts: [{ start: numbered ? sentence.start : anchor.start, end: conclusion.start }],
    });
  }
  return zones;
}
