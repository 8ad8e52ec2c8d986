import type { Sentence, ValueMention } from '../../language/mention.ts';
import type { Anchor } from './anchors.ts';
import { countWords } from './connecting-words.ts';
import { Cue, firstFrom } from './cues.ts';
import { type LineItem, readLine } from './line-items.ts';
import { rowsOf } from './rows.ts';
import { sameAgain } from './same-again.ts';
import { hasMarker, type Span, startsLine, trimmed, withoutMarker } from './spans.ts';
import { scheduleIn, valuesIn } from './traits.ts';
import type { Zone, ZoneText } from './zone.ts';

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
    else if (isListLine(zoneText, sentence))
      parts.push({ start: sentence.start, end: sentence.end });
    else if (hasMarker(reading.text, sentence) || startsLine(reading.text, sentence.start)) close();
  }
  close();
  return zones.filter(
    ({ parts: [first] }) => first && !cues.has(Cue.medicationList, first.start - 80, first.start),
  );
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

/** Words that may stand before a schedule which opens a line of a plan. */
const SCHEDULE_WITHIN = 2;

/**
 * A count that is asked for without naming its treatment ("would like 4 more, 1x/wk x 4"): the
 * therapy that the text named last is meant. In a plan it must be asked for, or open its line.
 * Returns its anchor and the words of the item.
 */
export function findUnnamed(
  { reading, anchors, cues }: ZoneText,
  asking: Span,
  isPlan: boolean,
): LineItem | undefined {
  const { text } = reading;
  const count: Count | undefined =
    valuesIn(reading, asking).find((one) => isCount(text, one)) ??
    scheduleIn(text, asking) ??
    sameAgain(text, asking);
  if (!count || (isPlan && !isAskedInPlan({ reading, anchors, cues }, asking, count)))
    return undefined;
  const next = anchors[firstFrom(anchors, asking.start)];
  const end = next && next.start < asking.end ? next.start : asking.end;
  if (count.start >= end) return undefined;
  if (end < asking.end && !BEFORE_NEXT.test(text.slice(count.end, end))) return undefined;
  const unit =
    count.unit ?? (count.value?.kind === 'count' ? count.value.unit.replace(/s$/, '') : '');
  const anchor = countedBefore(anchors, asking.start, unit);
  if (!anchor) return undefined;
  const cut = text.slice(count.end, end).search(/,?\s+(?:and|plus|also)\b[^,]*$/);
  return {
    anchors: [anchor],
    wording: 'asked',
    state: 'stands',
    span: trimmed(text, {
      start: asking.start,
      end: cut < 0 || end === asking.end ? end : count.end + cut,
    }),
  };
}

/** A count, or a schedule that is written without its words ("2x6"). */
type Count = Span & { value?: ValueMention['value']; unit?: string };

/** A number of visits: counted as such, "8 more", "Visits requested: 8". */
function isCount(text: string, { value, start, end }: ValueMention): boolean {
  if (value.kind === 'count') return true;
  if (value.kind !== 'number') return false;
  if (
    /(?:visits|sessions|treatments)\s*(?:requested|recommended|needed)?\s*[:=]\s*$/i.test(
      text.slice(Math.max(0, start - 40), start),
    )
  )
    return true;
  return /^\s*(?:more|additional|add'?l|further|visits?|sessions?|tx)\b/i.test(
    text.slice(end, end + 14),
  );
}

/** Visits on top of those that were had. */
const MORE = /\b(?:more|additional|add'?l|further|another|extra)\b/i;

/** Units that only injections are counted in. */
const INJECTED = new Set(['injection', 'site', 'shot']);

/** What parts a count from the next treatment: "4 more, strengthening, and an IF unit". */
const BEFORE_NEXT = /,[^,]*\b(?:and|plus|also)\b|\band\b|;|,\s*$/;

function isAskedInPlan({ reading, cues }: ZoneText, { start, end }: Span, count: Count): boolean {
  if (cues.has(Cue.ask, start, count.end)) return true;
  const { value } = count;
  const isSchedule =
    value === undefined || (value.kind === 'count' && value.schedule !== undefined);
  const more = MORE.test(reading.text.slice(Math.max(start, count.start - 14), count.end + 14));
  const before = reading.text.slice(start, count.start);
  return (
    (isSchedule || more) &&
    countWords(before) <= SCHEDULE_WITHIN &&
    !cues.has(Cue.notBefore, start, count.start) &&
    !cues.has(Cue.notAfter, count.end, end)
  );
}

/** What was named last of all that is counted so: a therapy, for injections what is injected. */
function countedBefore(
  anchors: readonly Anchor[],
  offset: number,
  unit: string,
): Anchor | undefined {
  for (let at = firstFrom(anchors, offset) - 1; at >= 0; at -= 1) {
    const anchor = anchors[at] as Anchor;
    if (!anchor.treatment || anchor.drug) continue;
    const { quantity, units } = anchor.treatment;
    if (
      quantity === (INJECTED.has(unit) ? 'injections' : 'visits') &&
      (unit === '' || units?.includes(unit) !== false)
    )
      return anchor;
  }
  return undefined;
}
