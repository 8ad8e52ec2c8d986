import type { Mention } from '../../language/mention.ts';
import type { Anchor } from './anchors.ts';
import { countWords } from './connecting-words.ts';
import { Cue, firstFrom } from './cues.ts';
import { type Span, withoutMarker } from './spans.ts';
import type { Zone, ZoneText } from './zone.ts';

/** How far before its decision an item may begin. */
const LONGEST_ITEM = 260;
/** Words before the treatment that opens a sentence. */
const OPENS_WITHIN = 2;
/** What leads from an item to its decision: a colon, a dash, an arrow, a gap, a row of dots. */
const LINK = /(?::|\(|\s(?:-{1,2}|–|—)\s|[-=]+>|=|\||→|\t| {2,}|\.{2,}|…|_{2,})\s*$/;
/** Decisions that only a determination uses: they head items in any text. */
const ALWAYS = /upheld|overturned/i;

/**
 * Items with their decision ("Xanax 0.5mg #15 with 1 refill: Upheld", a table of items and results)
 * and conclusions ("the request for X is not medically necessary").
 */
export function findDecidedItems(zoneText: ZoneText, isDecision: boolean): Zone[] {
  return [...headedItems(zoneText, isDecision), ...conclusions(zoneText)];
}

function headedItems({ reading, anchors, cues }: ZoneText, isDecision: boolean): Zone[] {
  const { text } = reading;
  const zones: Zone[] = [];
  for (const decision of cues.all(Cue.itemDecision)) {
    const words = text.slice(decision.start, decision.end);
    if (!isDecision && !ALWAYS.test(words)) continue;
    const link = LINK.test(text.slice(Math.max(0, decision.start - 60), decision.start));
    const part = link
      ? itemBefore(text, anchors, decision.start)
      : sentenceBefore({ reading, anchors }, decision);
    if (part) zones.push({ kind: 'decision', parts: [part] });
  }
  return zones;
}

/** Items that a sentence of one word decides, in texts that are no decisions themselves. */
export function findDecidedSentences({ reading, anchors, cues }: ZoneText): Zone[] {
  return cues.all(Cue.itemDecision).flatMap((decision) => {
    const part = sentenceBefore({ reading, anchors }, decision);
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

/** The item that ends at a decision: from its line or the end of the last sentence. */
function itemBefore(text: string, anchors: readonly Anchor[], end: number): Span | undefined {
  const from = Math.max(0, end - LONGEST_ITEM);
  const before = text.slice(from, end);
  // A sentence's end, an empty paragraph, a closed bracket's comma or the decision of the item before.
  const cut =
    /^[\s\S]*(?:(?<!\.)[.!?]["')]?\s+(?=\S)|\n\s*\n\s*\n|[)];|(?:upheld|overturned)\b[.)]?)/i.exec(before);
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
