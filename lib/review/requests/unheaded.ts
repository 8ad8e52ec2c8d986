import type { Reading, Sentence, ValueMention } from '../../language/mention.ts';
import type { Anchor } from './anchors.ts';
import { countWords } from './connecting-words.ts';
import { Cue, firstFrom } from './cues.ts';
import { type LineItem, readLine } from './line-items.ts';
import { moreOfIt } from './more-of-it.ts';
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

/** The lines of a worksheet's head: what it is about stands there without a heading. */
const WORKSHEET =
  /\b(?:worksheet|work sheet|telephonic|physician advis[eo]r|peer call|UR (?:note|RN|referral|log)|utilization review)\b/i;
const HEAD_OF_WORKSHEET = 700;
const BARE_WORDS = 8;

/** "RN WORKSHEET ... EMG/NCV BLE.": lines at the head of a worksheet that are items and nothing else. */
export function findWorksheetLines(zoneText: ZoneText): Zone[] {
  const { reading } = zoneText;
  const { text } = reading;
  if (!WORKSHEET.test(text.slice(0, 300))) return [];
  const parts = rowsOf(reading, zoneText.anchors)
    .filter(({ start }) => start < HEAD_OF_WORKSHEET)
    .filter((row) => isBareItem(zoneText, row))
    .map(({ start, end }) => ({ start, end }));
  return parts.length > 0 ? [{ kind: 'list', parts }] : [];
}

function isBareItem(
  { reading, anchors, cues }: ZoneText,
  { start, end, section }: Sentence,
): boolean {
  const { text } = reading;
  const kind = reading.sections[section]?.kind;
  if (kind === 'history' || kind === 'medications' || kind === 'treatment-to-date') return false;
  const words = withoutMarker(text, trimmed(text, { start, end }));
  const anchor = anchors[firstFrom(anchors, words.start)];
  if (!anchor || anchor.end > end || !startsLine(text, start)) return false;
  if (countWords(text.slice(words.start, anchor.start)) > HEAD_WITHIN) return false;
  const rest = text.slice(anchor.end, end);
  if (
    countWords(rest) > BARE_WORDS ||
    />/.test(rest) ||
    /:/.test(text.slice(words.start, anchor.start))
  )
    return false;
  if (
    /\b(?:x ?\d+|was|were|had|has|helped|done|neg|pos|paid|shows?|since|last|prior|no)\b/i.test(
      rest,
    )
  )
    return false;
  const isDated = valuesIn(reading, { start, end }).some(({ value }) => value.kind === 'date');
  return (
    !isDated &&
    readLine({ text, anchors, cues }, { start, end }, { headWithin: HEAD_WITHIN, plan: true }).some(
      ({ state }) => state === 'stands',
    )
  );
}

/** What a line tells of the past or of somebody else's care. */
const PAST_WORDS =
  /\b(?:was|were|had|has|been|helped|failed|tried|done|completed|paid|used|neg|pos|last|prior|previous|past|since|takes|taking|took|dispensed|stopped|per|by|covered|limited|authorized|approved|allowed|statute|guidelines?|\d+ of \d+)\b/i;
/** Labels over what is taken, was done or was found. */
const TOLD_LABEL =
  /^\W*(?:authorized|approved|certified|current|present|home|active|past|prior|previous|tried|failed|last|hx|history|pmh|meds?|medications?|taking|takes|allerg|imaging|dx|diagnos|impression|exam|s|o|subjective|objective|uds|cures|pdmp|work|care|treatments?|tx|rx hx|to date|dispensed)\b/i;

/** "Frequency: 2x/wk for 5 weeks", in the plan of care of the therapy that the text is about. */
const FREQUENCY = /^\W*(?:(?:treatment|therapy|visit|rx|tx) )?freq(?:uency)?\b/i;

function isScheduled(reading: Reading, span: Span): boolean {
  return valuesIn(reading, span).some(
    ({ value }) => value.kind === 'count' && value.schedule !== undefined,
  );
}

/**
 * Lines that name a treatment with its quantity, under no heading that says what they are. Looked for
 * only where a text asks for nothing else.
 */
export function findCountedLines(zoneText: ZoneText): Zone[] {
  const { reading, anchors, cues } = zoneText;
  const { text } = reading;
  const parts = rowsOf(reading, anchors).flatMap((row) => {
    const kind = reading.sections[row.section]?.kind;
    if (
      kind === 'medications' ||
      kind === 'history' ||
      kind === 'tests' ||
      kind === 'treatment-to-date'
    )
      return [];
    if (!startsLine(text, row.start) || PAST_WORDS.test(text.slice(row.start, row.end))) return [];
    const label = /^[^:\n]{1,30}:\s/.exec(text.slice(row.start, row.end))?.[0] ?? '';
    if (TOLD_LABEL.test(label)) return [];
    if (FREQUENCY.test(label) && isScheduled(reading, row)) return [trimmed(text, row)];
    const words = withoutMarker(
      text,
      trimmed(text, { start: row.start + label.length, end: row.end }),
    );
    const anchor = anchors[firstFrom(anchors, words.start)];
    if (!anchor || anchor.end > words.end) return [];
    if (countWords(text.slice(words.start, anchor.start)) > HEAD_WITHIN) return [];
    const values = valuesIn(reading, words).map(({ value }) => value);
    const isCounted = values.some(
      (value) =>
        (value.kind === 'quantity' && value.stated) ||
        (value.kind === 'count' && value.unit !== ''),
    );
    const isTitle = /\b(?:note|report)\b/i.test(text.slice(words.start, words.end));
    if (!isCounted || isTitle || values.some(({ kind }) => kind === 'date')) return [];
    return cues.has(Cue.medicationList, row.start, anchor.start) ? [] : [words];
  });
  return parts.length > 0 ? [{ kind: 'plan', parts }] : [];
}

/** "Another ninety", "number sixty": units as they are spoken. */
const SPOKEN_UNITS =
  /\b(?:another|number)\s+(?:\d{2,3}|thirty|forty|sixty|ninety|(?:one |a )?hundred)\b/i;
const DENIED = /\b(?:not|no|never|nor|without|\w+n['’]t)\b/i;
/** How far back the drug that "it" means may be named. */
const NAMED_WITHIN = 400;

/** "Refilled it, #60", "gave him another ninety of those": the drug named last is asked for. */
export function findUnnamedDrug(
  { reading, anchors, cues }: ZoneText,
  { start, end }: Span,
): LineItem | undefined {
  const { text } = reading;
  const next = anchors[firstFrom(anchors, start)];
  if (next && next.start < end) return undefined;
  const cue = [Cue.given, Cue.order, Cue.ask, Cue.refillMark]
    .flatMap((concept) => cues.within(concept, start, end))
    .sort((a, b) => a.start - b.start)[0];
  if (!cue || DENIED.test(text.slice(start, cue.start))) return undefined;
  const isCounted =
    valuesIn(reading, { start: cue.start, end }).some(
      ({ value }) => value.kind === 'quantity' && value.stated,
    ) || SPOKEN_UNITS.test(text.slice(cue.start, end));
  const last = anchors[firstFrom(anchors, start) - 1];
  if (!isCounted || !last?.drug || start - last.end > NAMED_WITHIN) return undefined;
  if (last.assertion.presence === 'negated' || /\n\s*\n/.test(text.slice(last.end, start)))
    return undefined;
  return {
    anchors: [last],
    wording: 'ordered',
    state: 'stands',
    span: trimmed(text, { start: cue.start, end }),
  };
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
    moreOfIt(text, asking) ??
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
const BEFORE_NEXT =
  /,[^,]*\b(?:and|plus|also)\b|\band\b|;|,\s*$|^\s*(?:to|so|because|while|in order)\b/;

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
