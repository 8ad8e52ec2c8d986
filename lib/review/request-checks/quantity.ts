import type { Value } from '../../language/mention.ts';
import { say } from '../../saying/said.ts';
import { documentById, sentenceAt } from '../evidence/case-index.ts';
import { countWords } from '../requests/connecting-words.ts';
import { Cue } from '../requests/cues.ts';
import { isOfLastFill } from '../requests/drug-parts.ts';
import type { IndexedDocument } from '../requests/find-requests.ts';
import type { Span } from '../requests/spans.ts';
import { unitsSaid } from '../requests/spoken-units.ts';
import { valuesIn } from '../requests/traits.ts';
import type { Evidence } from '../review.ts';
import { type CheckContext, type CheckResult, evidenceAt, ownPassages } from './check-context.ts';
import { currentStatements } from './directions.ts';
import { isEvaluation, saysOnce } from './spoken-quantity.ts';
import { FEW_WORDS, rowsAfter, toldOf } from './told-of.ts';

/** Units a topical or a liquid is packed in, and the least amount that is a pack and not a dose. */
const PACK_UNITS = /^(?:g|gm|gms|gram|grams|ml|oz|tube|tubes|bottle|box)$/i;
const SMALLEST_PACK = 10;
const SMALLEST_BOTTLE = 45;

/** Whether the request says how much of the treatment is asked for. */
export function checkQuantity(context: CheckContext): CheckResult {
  const open = openQuantity(context);
  const stated = statedParts(context);
  // A blank or "TBD" stands against numbers that are read from the words alone.
  if (stated.length === 0 && !open.every(({ quote }) => NEEDED.test(quote)))
    return { verdict: 'not-met', evidence: open };
  const all = stated.length > 0 ? stated : statedInWords(context);
  if (all.length > 0) return { verdict: 'met', evidence: all };
  const told = open.length > 0 ? [] : toldQuantity(context);
  if (told.length > 0) return { verdict: 'met', evidence: told };
  if (open.length > 0) return { verdict: 'not-met', evidence: open };
  if (context.treatment.quantity === 'own') {
    return {
      verdict: 'met',
      evidence: ownPassages(context, 'supports'),
      finding: say('finding_own_quantity'),
    };
  }
  return { verdict: 'not-documented', evidence: [] };
}

const NEEDED = /\b(?:prn|as (?:needed|necessary)|ongoing)\b/i;

/** The numbers of units, visits or injections that the request's parts hold. */
function statedParts(context: CheckContext): Evidence[] {
  const { request, treatment } = context;
  const { quantities, counts } = request.parts;
  const stated =
    treatment.quantity === 'units' && request.drug ? quantities : [...counts, ...quantities];
  return stated.slice(0, 3).map(({ passage }) => around(context, passage));
}

/** A quantity that only the words of the request tell: a pack, a number set apart, a length of time. */
function statedInWords(context: CheckContext): Evidence[] {
  const { treatment } = context;
  if (treatment.quantity === 'units') {
    const packs = valuesOf(context, isPack);
    if (packs.length > 0) return packs;
    return daysStated(context);
  }
  if (treatment.quantity === 'rental') {
    return [
      ...cuesOf(context, Cue.purchase),
      ...tickedBeside(context, Cue.purchase),
      ...valuesOf(context, (value) => value.kind === 'duration'),
    ];
  }
  const isLength = treatment.units?.some((unit) => unit === 'day' || unit === 'hour') ?? false;
  const lengths = isLength ? valuesOf(context, (value) => value.kind === 'duration') : [];
  if (lengths.length > 0) return lengths;
  return spoken(context, (words) => saysOnce(words) || (isLength && isEvaluation(words)));
}

function spoken({ request }: CheckContext, says: (words: string) => boolean): Evidence[] {
  return request.passages
    .filter(({ quote }) => says(quote))
    .map((passage) => ({ ...passage, role: 'supports' as const }));
}

function isPack(value: Value): boolean {
  if (value.kind === 'count') return true;
  if (value.kind !== 'dose' || !PACK_UNITS.test(value.unit)) return false;
  return value.amount.low >= (/^ml$/i.test(value.unit) ? SMALLEST_BOTTLE : SMALLEST_PACK);
}

/**
 * "No objection to a TENS. Thirty days rental.": a sentence that names no treatment gives the quantity of
 * the one named before it; of a drug any sentence that speaks of it now.
 */
function toldQuantity(context: CheckContext): Evidence[] {
  return context.documents.flatMap((document) => {
    const prescribed = currentStatements(context, document).find(
      ({ quantity }) => quantity && !isOfLastFill(document.reading.text, quantity.start),
    );
    if (prescribed) return [evidenceAt(document, prescribed, 'supports')];
    const row = toldOf(context, document, rowsAfter(context, document)).find((one) =>
      tellsQuantity(context, document, one),
    );
    return row ? [evidenceAt(document, row, 'supports')] : [];
  });
}

/** Whether a row that names no treatment asks for a number of what the request's is counted in. */
function tellsQuantity(
  { request, treatment }: CheckContext,
  { reading, cues }: IndexedDocument,
  row: Span,
): boolean {
  if (cues.has(Cue.visitsDone, row.start, row.end)) return false;
  const values = valuesIn(reading, row).map(({ value }) => value);
  if (treatment.quantity === 'rental')
    return (
      cues.has(Cue.purchase, row.start, row.end) && values.some(({ kind }) => kind === 'duration')
    );
  if (request.drug)
    return (
      values.some((value) => value.kind === 'quantity' && value.stated) ||
      unitsSaid(reading.text, row) !== undefined
    );
  const isFew = countWords(reading.text.slice(row.start, row.end)) <= FEW_WORDS;
  const asks = cues.has(Cue.ask, row.start, row.end) || cues.has(Cue.order, row.start, row.end);
  return (
    (isFew || asks) &&
    values.some(
      (value) =>
        value.kind === 'count' && treatment.units?.includes(value.unit.replace(/s$/, '')) === true,
    )
  );
}

/** "TBD", a blank, "as needed" where nothing else says how much or how often. */
function openQuantity(context: CheckContext): Evidence[] {
  const { frequencies, openQuantities } = context.request.parts;
  const hasSchedule = frequencies.some(({ value }) => value.perDay.high > 0);
  return openQuantities
    .filter(({ quote }) => !hasSchedule || !/^(?:prn|as (?:needed|necessary))$/i.test(quote))
    .slice(0, 3)
    .map((passage) => around(context, passage, 'opposes'));
}

function valuesOf(context: CheckContext, fits: (value: Value) => boolean): Evidence[] {
  return context.request.passages.flatMap((passage) => {
    const document = documentById(context.documents, passage.document);
    const found = document && valuesIn(document.reading, passage).some(({ value }) => fits(value));
    return found ? [{ ...passage, role: 'supports' as const }] : [];
  });
}

function cuesOf(context: CheckContext, concept: string): Evidence[] {
  return context.request.passages.flatMap((passage) => {
    const document = documentById(context.documents, passage.document);
    return document?.cues.has(concept, passage.start, passage.end)
      ? [{ ...passage, role: 'supports' as const }]
      : [];
  });
}

/** "Half a milligram at night, one month": days of supply in the place of a number of units. */
function daysStated(context: CheckContext): Evidence[] {
  return context.request.parts.supplies.slice(0, 1).map(({ passage }) => around(context, passage));
}

/** So far behind an item a form's boxes speak of it. */
const BOXES_WITHIN = 160;

/** "[x] H-wave  [ ] TENS / [ ] Rental  [x] Purchase": a ticked box behind the item. */
function tickedBeside({ request, documents }: CheckContext, concept: string): Evidence[] {
  return request.passages.flatMap((passage) => {
    const document = documentById(documents, passage.document);
    const { text } = document?.reading ?? { text: '' };
    const ticked = document?.cues
      .within(concept, passage.end, passage.end + BOXES_WITHIN)
      .find(({ start }) => TICKED.test(text.slice(start - 5, start)));
    return document && ticked ? [evidenceAt(document, ticked, 'supports')] : [];
  });
}

const TICKED = /(?:\[\s?[xX✓✔]\s?\]|☒|☑)\s?$/;

/** The request's passage that holds the words, or the sentence they stand in. */
function around(
  { request, documents }: CheckContext,
  part: { document: string; start: number; end: number },
  role: 'supports' | 'opposes' = 'supports',
): Evidence {
  const own = request.passages.find(
    (one) => one.document === part.document && one.start <= part.start && part.end <= one.end,
  );
  if (own) return { ...own, role };
  const document = documentById(documents, part.document);
  if (!document) throw new Error(`no document ${part.document}`);
  const { sentences } = document.reading;
  const sentence = sentences[sentenceAt(document.reading, part.start)];
  const isWhole = sentence && sentence.start <= part.start && part.end <= sentence.end;
  return evidenceAt(document, isWhole ? sentence : part, role);
}
