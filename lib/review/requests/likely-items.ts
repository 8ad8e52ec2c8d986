import type { Reading, Sentence } from '../../language/mention.ts';
import type { Anchor } from './anchors.ts';
import { TELLING } from './bare-items.ts';
import { countWords, isConditional, isHeldBack } from './connecting-words.ts';
import { Cue, type CueIndex, firstFrom } from './cues.ts';
import { lineStart, type Span, startsLine, withoutMarker } from './spans.ts';
import { mentionsIn, scheduleIn, valuesIn } from './traits.ts';
import type { RowText, Zone } from './zone.ts';

/**
 * What a text asks for where no heading and no plain word of asking tells: every place that names a
 * treatment is weighed by what speaks for a request and what speaks against, and the likely ones stand.
 */

/** A place this likely is a request where the text has no other. */
const LIKELY = 3;
const HEAD_WITHIN = 2;
const HEAD_OF_TEXT = 300;
/** How far before a treatment a word of asking still means it. */
const ASKED_WITHIN = 200;

/** Characters around a treatment within which a denial of it is disputed, and words between the two. */
const DISPUTED_WITHIN = 400;
const DENIED_BEFORE = 60;
const DENIED_WITHIN = 6;
/** "He is out of his MS Contin". */
const OUT_OF = /\bout of\s+(?:(?:his|her|my|the|their)\s+)?$/i;

/** Sections that tell, and what is said of work, where nothing is ordered. */
const TOLD = new Set([...TELLING, 'work-status']);
const PAST =
  /\b(?:was|were|did|went|received|had|has|been|helped|helps|failed|tried|done|completed|paid|used|last|prior|previous(?:ly)?|past|since (?=\d|then|last)|takes?|taking|took|dispensed|filled|stopped|ago|earlier|already|comes?|gets?|gave|before|to date|so far|s\/p|status post|history|in (?:19|20)\d\d|neg|pos|shows?|showed|covered|limited|paid|rejected|ledger|log|reported|reads)\b/gi;
const ASKS =
  /\b(?:asking|asked|asks?|requests?|requested|wants?|needs?|rfa|auth(?:orization)?|submitted|faxed|sent|seeking|order(?:ed)?|approval|approve|status|where (?:we|you|things) (?:are|stand)|script|rx|review(?:ed)?|denial|denied|appeal)\b/i;
/** All that may stand before a drug that is newly prescribed: no list's title. */
const NEWLY = /^\W*(?:new(?:ly)?|rx|script|start|begin|add)?\W*$/i;
/** How far before a sentence a guideline may be named that it goes on with. */
const GUIDELINE_WITHIN = 200;
const TITLE = /\b(?:note|report|flow ?sheet|summary)\b/i;
const SUBJECT = /^\W*(?:re|subject|regarding|in re|topic|question|issue|item|request)\b/i;
const NECESSITY =
  /\b(?:necessary|necessity|appropriate|indicated|warranted|certif\w+|approv\w+|ok)\b/i;

/** The places of a text that are likely requests, each as a zone of its own. */
export function findLikelyItems(rowText: RowText): Zone[] {
  const { anchors, rows, reading, isTold } = rowText;
  return rows.flatMap((row) => {
    if (isTold(row)) return [];
    const date = reading.sections[row.section]?.date;
    return partsByTreatment(anchors, row).flatMap(({ anchor, part }) =>
      likelihood(rowText, part, anchor) < LIKELY
        ? []
        : [{ kind: 'ask' as const, parts: [part], ...(date ? { date } : {}) }],
    );
  });
}

/** A row parted between the treatments it names, each with the words around it. */
function partsByTreatment(
  anchors: readonly Anchor[],
  row: Sentence,
): { anchor: Anchor; part: Sentence }[] {
  const parts: { anchor: Anchor; part: Sentence }[] = [];
  let start = row.start;
  for (let at = firstFrom(anchors, row.start); at < anchors.length; at += 1) {
    const anchor = anchors[at] as Anchor;
    if (anchor.end > row.end) break;
    const next = anchors[at + 1];
    const end = next && next.start < row.end ? next.start : row.end;
    if (anchor.treatment) parts.push({ anchor, part: { ...row, start, end } });
    start = anchor.end;
  }
  return parts;
}

/** What speaks for a request at the place less what speaks against it. */
function likelihood({ reading, cues }: RowText, row: Sentence, anchor: Anchor): number {
  const { text, sections } = reading;
  const sentence = text.slice(row.start, row.end);
  const before = text.slice(row.start, anchor.start);
  const has = (concept: string, from = row.start, to = row.end) => cues.has(concept, from, to);
  const { presence, subject, voice, time } = anchor.assertion;
  const words = withoutMarker(text, row);
  const label = /^[^:\n]{1,30}:/.exec(text.slice(lineStart(text, row.start), row.end))?.[0];
  let weight = label?.match(PAST) ? -3 : 0;
  if (has(Cue.ask) || has(Cue.askedAfter) || has(Cue.restated) || has(Cue.order)) weight += 2;
  else if (ASKS.test(text.slice(Math.max(0, anchor.start - ASKED_WITHIN), row.end))) weight += 1;
  const disputed = isDisputed(cues, row, anchor, text);
  if (disputed) weight += 3;
  if (OUT_OF.test(before)) weight += 2;
  if (/\?\s*$/.test(sentence) && NECESSITY.test(sentence)) weight += 2;
  if (startsLine(text, row.start) && SUBJECT.test(sentence)) weight += 2;
  const isTelling = TOLD.has(sections[row.section]?.kind ?? '') || has(Cue.medicationList);
  if (!isTelling && isPrescription({ reading }, row, anchor, before)) weight += 2;
  if (weight <= 0) return 0;
  if (isSupplied({ reading }, row, anchor)) weight += 2;
  if (isPlaced({ reading }, row)) weight += 1;
  if (countWords(text.slice(words.start, anchor.start)) <= HEAD_WITHIN) weight += 1;
  if (row.start < HEAD_OF_TEXT) weight += 1;
  if (isTelling) weight -= 3;
  const pastWords = Math.min(2, sentence.match(PAST)?.length ?? 0);
  weight -= 2 * Math.max(pastWords, time === 'past' ? 1 : 0);
  if (!disputed && (presence === 'negated' || isHeldBack(before))) weight -= 3;
  if ((!disputed && presence !== 'affirmed') || isConditional(sentence)) weight -= 2;
  if (voice === 'guideline' || voice === 'reviewer') weight -= 3;
  if (subject === 'other') weight -= 6;
  if (has(Cue.notBefore, row.start, anchor.start)) weight -= 2;
  if (has(Cue.notAfter, anchor.end, row.end)) weight -= 2;
  if (has(Cue.withdrawn) || has(Cue.retract)) weight -= 2;
  if (has(Cue.guidelineName, Math.max(0, row.start - GUIDELINE_WITHIN))) weight -= 3;
  if (/\b(?:may|might)\b/i.test(before)) weight -= 2;
  if (TITLE.test(sentence)) weight -= 3;
  if (isDated(reading, row)) weight -= 1;
  if (/^\W*\d{1,2}[/-]\d/.test(sentence)) weight -= 2;
  if (has(Cue.commentAfter, anchor.end, row.end)) weight -= 1;
  return weight;
}

/** "I don't understand the denial of her injections": what was denied is asked for again. */
function isDisputed(cues: CueIndex, row: Span, anchor: Anchor, text: string): boolean {
  const near = {
    from: Math.max(0, anchor.start - DISPUTED_WITHIN),
    to: anchor.end + DISPUTED_WITHIN,
  };
  if (!cues.has(Cue.disputes, near.from, near.to)) return false;
  return cues
    .within(Cue.disputed, Math.max(0, row.start - DENIED_BEFORE), row.end)
    .some((denied) =>
      denied.end <= anchor.start
        ? !/[.;]\s/.test(text.slice(denied.end, anchor.start)) &&
          countWords(text.slice(denied.end, anchor.start)) <= DENIED_WITHIN
        : denied.start >= anchor.end &&
          /\b(?:was|were|is|are|got|been|being)\s+(?:\w+\s+)?$/i.test(
            text.slice(anchor.end, denied.start),
          ),
    );
}

/** Whether a day is named that is not the one of a request: "ordered 3/2015". */
function isDated(reading: Reading, row: Span): boolean {
  return valuesIn(reading, row).some(
    ({ value, start }) =>
      value.kind === 'date' &&
      !/\b(?:rfa|request|denial|letter|fax\w*|dated)\s*(?:of|dated|from|on)?\s*$/i.test(
        reading.text.slice(Math.max(0, start - 20), start),
      ),
  );
}

/** "New: methocarbamol 750 mg 1 tid prn #21": a drug with all that a prescription names, at its head. */
function isPrescription(
  { reading }: Pick<RowText, 'reading'>,
  row: Span,
  { drug }: Anchor,
  before: string,
): boolean {
  if (!drug || !NEWLY.test(before)) return false;
  // A line that begins with the drug may be one of a list of what is taken.
  if (countWords(before) === 0 && startsLine(reading.text, row.start)) return false;
  const kinds = new Set(valuesIn(reading, row).map(({ value }) => value.kind));
  return kinds.has('quantity') && kinds.has('frequency');
}

/** Units of a drug, visits, injections, a schedule: what is to be supplied. */
function isSupplied({ reading }: Pick<RowText, 'reading'>, row: Span, { drug }: Anchor): boolean {
  const isCounted = valuesIn(reading, row).some(
    ({ value }) => (value.kind === 'quantity' && value.stated) || value.kind === 'count',
  );
  return isCounted || (!drug && scheduleIn(reading.text, row) !== undefined);
}

/** A side, a level or a body part. */
function isPlaced({ reading }: Pick<RowText, 'reading'>, row: Span): boolean {
  return (
    valuesIn(reading, row).some(({ value }) => value.kind === 'level' || value.kind === 'side') ||
    mentionsIn(reading, row).some(({ concept }) => concept.startsWith('body-'))
  );
}
