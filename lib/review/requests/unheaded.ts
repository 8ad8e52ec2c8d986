import type { Sentence } from '../../language/mention.ts';
import type { Anchor } from './anchors.ts';
import { countWords } from './connecting-words.ts';
import { Cue, firstFrom } from './cues.ts';
import { readLine } from './line-items.ts';
import { rowsOf } from './rows.ts';
import { hasMarker, type Span, startsLine, trimmed, withoutMarker } from './spans.ts';
import { valuesIn } from './traits.ts';
import type { Zone, ZoneText } from './zones.ts';

/** Words that may stand before the treatment in a numbered line that no heading explains. */
const HEAD_WITHIN = 2;

/**
 * Numbered lines that each name a treatment, under no heading: the list of a worksheet. Looked for
 * only where a text has no other request.
 */
export function findUnheadedLists(zoneText: ZoneText): Zone[] {
  const { reading, cues } = zoneText;
  const zones: Zone[] = [];
  let parts: Span[] = [];
  const close = () => {
    if (parts.length > 1) zones.push({ kind: 'list', parts });
    parts = [];
  };
  for (const sentence of rowsOf(reading, zoneText.anchors)) {
    const kind = reading.sections[sentence.section]?.kind;
    if (kind === 'medications' || kind === 'history' || kind === 'tests') close();
    else if (isListLine(zoneText, sentence)) parts.push({ start: sentence.start, end: sentence.end });
    else if (hasMarker(reading.text, sentence) || startsLine(reading.text, sentence.start)) close();
  }
  close();
  return zones.filter(({ parts: [first] }) => first && !cues.has(Cue.medicationList, first.start - 80, first.start));
}

function isListLine({ reading, anchors, cues }: ZoneText, sentence: Sentence): boolean {
  const { text } = reading;
  if (!startsLine(text, sentence.start) || !hasMarker(text, sentence)) return false;
  const words = withoutMarker(text, trimmed(text, sentence));
  const anchor = anchors[firstFrom(anchors, words.start)];
  if (!anchor || anchor.end > words.end) return false;
  if (countWords(text.slice(words.start, anchor.start)) > HEAD_WITHIN) return false;
  return readLine({ text, anchors, cues }, sentence, { headWithin: HEAD_WITHIN, plan: true }).some(
    ({ state }) => state === 'stands',
  );
}

/**
 * A count that is asked for without naming its treatment ("would like 4 more, 1x/wk x 4"): the
 * therapy that the text named last is meant. Returns its anchor and the words of the item.
 */
export function findUnnamed({ reading, anchors }: ZoneText, asking: Span): { anchor: Anchor; span: Span } | undefined {
  const { text } = reading;
  const count = valuesIn(reading, asking).find(({ value }) => value.kind === 'count');
  if (!count) return undefined;
  const next = anchors[firstFrom(anchors, asking.start)];
  const end = next && next.start < asking.end ? next.start : asking.end;
  if (count.start >= end) return undefined;
  if (end < asking.end && !/,[^,]*\b(?:and|plus|also)\b|\band\b|;/.test(text.slice(count.end, end))) return undefined;
  for (let at = firstFrom(anchors, asking.start) - 1; at >= 0; at -= 1) {
    const anchor = anchors[at] as Anchor;
    if (anchor.treatment?.quantity === 'visits' && !anchor.drug) {
      const cut = text.slice(count.end, end).search(/,?\s+(?:and|plus|also)\b[^,]*$/);
      return { anchor, span: trimmed(text, { start: asking.start, end: cut < 0 ? end : count.end + cut }) };
    }
  }
  return undefined;
}
