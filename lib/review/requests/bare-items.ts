import type { Sentence, Value } from '../../language/mention.ts';
import type { Anchor } from './anchors.ts';
import { countWords } from './connecting-words.ts';
import { Cue, firstFrom } from './cues.ts';
import { isUnticked, readLine } from './line-items.ts';
import { hasMarker, type Span, splitItems, startsLine, trimmed, withoutMarker } from './spans.ts';
import { isDated, scheduleIn, valuesIn } from './traits.ts';
import { type RowText, takesBack, type Zone, type ZoneText } from './zone.ts';

/**
 * Items that no heading and no word asks for: lines and sentences that open with a treatment and tell
 * nothing of it. Such a line asks where it states a supply ("Skelaxin 800 mg #30", "Chiro 2x4"), where
 * it is one of several marked lines that do so, or where it stands at the head of a worksheet.
 */

/** Words that may stand before the treatment, after a label or a list mark. */
const HEAD_WITHIN = 2;
/** Sections that tell what is taken, was done or was found. */
export const TELLING = new Set([
  'medications',
  'history',
  'family-history',
  'treatment-to-date',
  'tests',
  'guideline',
  'rationale',
]);
/** What a line tells of the past or of somebody else's care. */
const PAST_WORDS =
  /\b(?:was|were|did|went|received|had|has|been|helped|helps|failed|tried|done|completed|paid|used|neg|pos|last|prior|previous|past|since|takes|taking|took|dispensed|filled|stopped|per|by|covered|limited|authorized|approved|certified|denied|allowed|statute|guidelines?|shows?|little|nothing|lasting|approx\.?|next|reads?|reported|\d+ of \d+|\d+\/\d+ kept)\b/i;
/** Labels over what is taken, was done or was found. */
const TOLD_LABEL =
  /^\W*(?:authorized|approved|certified|current|present|home|active|past|prior|previous|tried|failed|last|hx|history|pmh|meds?|medications?|taking|takes|allerg|imaging|dx|diagnos|impression|exam|s|o|subjective|objective|uds|cures|pdmp|work|care|treatments?|tx|rx hx|to date|dispensed|goals?|survey|vendor|pt|patient)\b/i;
/** "Frequency: 2x/wk for 5 weeks", in the plan of care of the therapy that the text is about. */
const FREQUENCY = /^\W*(?:(?:treatment|therapy|visit|rx|tx) )?freq(?:uency)?\b/i;

/** Words that lead over to an item: "instead low dose ...". */
const OPENERS = /^(?:(?:instead|also|plus|and|then|today|now|only|new|just)\b[,:]?\s*)+/i;

const WORKSHEET =
  /\b(?:worksheet|work sheet|telephonic|physician advis[eo]r|peer call|UR (?:note|RN|referral|log)|utilization review)\b/i;
const HEAD_OF_WORKSHEET = 700;
/** Words after the treatment in a line that is an item and nothing else. */
const BARE_WORDS = 8;

/** A line or sentence that opens with a treatment and tells nothing of it. */
interface BareItem {
  row: Sentence;
  /** From the treatment's first words on. */
  words: Span;
  supplied: boolean;
  /** A service of a retrospective review, under its day. */
  served?: boolean;
}

/** Finds the bare items of a text outside of the zones it has already. */
export function findBareItems(zoneText: RowText, known: readonly Zone[]): Zone[] {
  const { reading, isTold } = zoneText;
  const taken = known.filter(({ carriesOn }) => !carriesOn).flatMap(({ parts }) => parts);
  const rows = zoneText.rows.flatMap((row) => clausesOf(reading.text, row));
  const items = rows.map((row) => (isTold(row) ? undefined : bareItem(zoneText, row)));
  const zones: Zone[] = [];
  for (const [at, row] of rows.entries()) {
    const item = items[at];
    if (!item || taken.some(({ start, end }) => start < row.end && row.start < end)) continue;
    const isOneOfSeveral =
      isMarked(zoneText, row) &&
      [at - 1, at + 1].some((next) => items[next] && isMarked(zoneText, items[next].row));
    const stands = isOneOfSeveral
      ? !isToldList(zoneText, rows, at)
      : headsWorksheet(zoneText, item);
    if (!item.supplied && !stands) continue;
    if (goesOnTelling(reading.text, rows[at - 1], row)) continue;
    const next = rows[at + 1];
    if (next && takesBack(zoneText, next)) continue;
    const date = reading.sections[row.section]?.date;
    const served = item.served ? { served: true } : {};
    zones.push({ kind: 'plan', parts: [item.words], ...served, ...(date ? { date } : {}) });
  }
  return zones;
}

/** "Has tried Ultram. PT x 24, acu x 8.": a sentence that goes on with what was had. */
function goesOnTelling(text: string, before: Sentence | undefined, row: Sentence): boolean {
  return (
    before !== undefined &&
    !startsLine(text, row.start) &&
    /\b(?:tried|failed|completed|received|underwent|has had|have had)\b/i.test(
      text.slice(before.start, before.end),
    )
  );
}

/** "Stop trazodone; instead doxepin 6 mg #30": clauses, but not those under one label. */
function clausesOf(text: string, row: Sentence): Sentence[] {
  const words = text.slice(row.start, row.end);
  if (/^[^:;\n]{1,30}:\s/.test(words)) return [row];
  return splitItems(text, row).map((part) => ({ ...row, ...trimmed(text, part) }));
}

/** "Care so far:" over marked lines: they tell what was had. */
function isToldList(zoneText: RowText, rows: readonly Sentence[], at: number): boolean {
  let lead = at;
  while (lead > 0 && isMarked(zoneText, rows[lead] as Sentence)) lead -= 1;
  const { start, end } = rows[lead] as Sentence;
  const words = zoneText.reading.text.slice(start, end);
  return /:\s*$/.test(words) && (TOLD_LABEL.test(words) || PAST_WORDS.test(words));
}

function isMarked({ reading }: ZoneText, row: Sentence): boolean {
  return startsLine(reading.text, row.start) && hasMarker(reading.text, row);
}

function bareItem(zoneText: ZoneText, row: Sentence): BareItem | undefined {
  const { reading, anchors, cues } = zoneText;
  const { text } = reading;
  if (TELLING.has(reading.sections[row.section]?.kind ?? '')) return undefined;
  if (isUnticked(text, row)) return undefined;
  const wasServed = isServed(text, row);
  if (!wasServed && PAST_WORDS.test(text.slice(row.start, row.end))) return undefined;
  const label = /^[^:\n]{1,30}:\s/.exec(text.slice(row.start, row.end))?.[0] ?? '';
  const named = anchors[firstFrom(anchors, row.start)];
  const ofItem = named !== undefined && named.start < row.start + label.length;
  if (!ofItem && TOLD_LABEL.test(label)) return undefined;
  if (FREQUENCY.test(label) && scheduled(zoneText, row))
    return { row, words: trimmed(text, row), supplied: true };
  const from = ofItem ? row.start : row.start + label.length;
  const marked = withoutMarker(text, trimmed(text, { start: from, end: row.end }));
  const opens = OPENERS.exec(text.slice(marked.start, marked.end))?.[0].length ?? 0;
  const words = { start: marked.start + opens, end: marked.end };
  const anchor = anchors[firstFrom(anchors, words.start)];
  if (!anchor || anchor.end > words.end) return undefined;
  if (countWords(text.slice(words.start, anchor.start)) > HEAD_WITHIN) return undefined;
  const values = valuesIn(reading, words).map(({ value }) => value);
  // A date reports what was done; beside an item of a list it may be a day of service.
  const isReport = !wasServed && isDated(reading, words) && !isMarked(zoneText, row);
  if (isReport || isTitle(text, words)) return undefined;
  if (cues.has(Cue.medicationList, row.start - 80, anchor.start)) return undefined;
  const how = { headWithin: HEAD_WITHIN, plan: !wasServed };
  const stands = readLine({ text, reading, anchors, cues }, words, how).some(
    ({ state }) => state === 'stands',
  );
  const supplied = wasServed || suppliedBy(zoneText, anchor, words, values);
  return stands ? { row, words, supplied, served: wasServed } : undefined;
}

/** "DOS 3/3/2014: urine drug screen", in a review of what was done. */
function isServed(text: string, { start, end }: Span): boolean {
  return (
    /\b(?:DOS|date of service|dates of service)\b/i.test(text.slice(start, end)) &&
    /\bretro(?:spective)?\b/i.test(text.slice(0, HEAD_OF_WORKSHEET))
  );
}

function isTitle(text: string, { start, end }: Span): boolean {
  return /\b(?:note|report|flow ?sheet)\b/i.test(text.slice(start, end));
}

/** Units of a drug, visits, injections, a schedule, a rental: what is to be supplied. */
function suppliedBy(
  zoneText: ZoneText,
  { drug, treatment }: Anchor,
  words: Span,
  values: readonly Value[],
): boolean {
  const isCounted = values.some(
    (value) =>
      (value.kind === 'quantity' && value.stated) ||
      value.kind === 'refills' ||
      (value.kind === 'count' && value.unit !== ''),
  );
  if (drug || treatment?.quantity !== 'visits') return isCounted;
  return isCounted || scheduleIn(zoneText.reading.text, words) !== undefined;
}

function scheduled({ reading }: ZoneText, span: Span): boolean {
  return valuesIn(reading, span).some(
    ({ value }) => value.kind === 'count' && value.schedule !== undefined,
  );
}

/** "RN WORKSHEET ... EMG/NCV BLE.": what a worksheet is about stands at its head. */
function headsWorksheet({ reading, anchors }: ZoneText, { row, words }: BareItem): boolean {
  const { text } = reading;
  if (row.start >= HEAD_OF_WORKSHEET || !WORKSHEET.test(text.slice(0, 300))) return false;
  const anchor = anchors[firstFrom(anchors, words.start)] as Anchor;
  const rest = text.slice(anchor.end, row.end);
  return (
    startsLine(text, row.start) &&
    words.start - row.start < 8 &&
    countWords(rest) <= BARE_WORDS &&
    !/>|\bx ?\d+\b|\bno\b/i.test(rest)
  );
}
