import { quotePassage } from '../../case/passage.ts';
import { daysOf } from '../../language/medications/supply.ts';
import type { MedicationStatement } from '../../language/mention.ts';
import type { Anchor } from './anchors.ts';
import { firstFrom } from './cues.ts';
import type { IndexedDocument } from './find-requests.ts';
import type { RequestParts } from './found-request.ts';
import type { PlacedItem } from './gather.ts';
import { sharedRefills } from './shared-refills.ts';
import type { Span } from './spans.ts';
import { unitsSaid } from './spoken-units.ts';
import { medicationsIn, valuesIn } from './traits.ts';

/** "Last filled 6-08-2015 (#30)": what was given before. */
const LAST_FILL = /\blast (?:fill(?:ed)?|refill(?:ed)?|dispensed|rx|script)\b[^#;\n]*#?$/i;

/** Whether the number at the offset tells what was filled last. */
export function isOfLastFill(text: string, offset: number): boolean {
  return LAST_FILL.test(text.slice(Math.max(0, offset - 30), offset));
}

/** What the words and fields of a drug say: its statements first, then the labelled fields. */
export function addDrug(
  parts: RequestParts,
  document: IndexedDocument,
  placed: PlacedItem,
  span: Span,
): void {
  const head = placed.item.anchors[0] as Anchor;
  addMedication(parts, document, placed, span);
  // "Another ninety of those": the drug and its strength were named before.
  if (head.end <= span.start) addMedication(parts, document, placed, head);
}

/** What stands before, beside and below the drug, where its own words do not say it. */
export function addAroundDrug(
  parts: RequestParts,
  document: IndexedDocument,
  placed: PlacedItem,
  span: Span,
): void {
  const head = placed.item.anchors[0] as Anchor;
  addFields(parts, document, { start: Math.max(head.end, span.start), end: span.end });
  addNumberBefore(parts, document, head);
  addUnitsSaid(parts, document, span);
  addSharedRefills(parts, document, placed);
  addSupply(parts, head);
}

/** Days of supply where quantity and directions stand in fields of their own: "Sig: 1 tab bid", "Qty: 60". */
function addSupply(parts: RequestParts, { drug }: Anchor): void {
  const [quantity, frequency] = [parts.quantities[0], parts.frequencies[0]?.value.perDay];
  const take = parts.takes[0]?.value ?? { low: 1, high: 1 };
  if (!drug || !quantity || !frequency || parts.supplies.length > 0) return;
  // A pace that is left to the patient may have a most that the fields tell apart.
  if (drug.route === 'topical' || frequency.low <= 0) return;
  if (frequency.low !== frequency.high || take.low !== take.high) return;
  const units = quantity.value * (1 + (parts.refills[0]?.value ?? 0));
  const pace = take.low * frequency.low;
  const value = daysOf(units, { low: pace, high: pace });
  parts.supplies.push({ value, passage: quantity.passage });
}

function addMedication(
  parts: RequestParts,
  document: IndexedDocument,
  { item }: PlacedItem,
  span: Span,
): void {
  const ids = new Set(item.anchors.map(({ drug }) => drug?.id));
  for (const statement of medicationsIn(document.reading, span)) {
    if (ids.has(statement.drug)) addStatement(parts, document, statement);
  }
}

/** Adds what one medication statement says to the parts. */
function addStatement(
  parts: RequestParts,
  document: IndexedDocument,
  statement: MedicationStatement,
): void {
  const at = ({ start, end }: Span) => quotePassage(document.document, start, end);
  const { strength, frequency, quantity, quantityOpen, refills, take, supply } = statement;
  if (strength) {
    const { amount, unit, second } = strength;
    parts.strengths.push({
      value: { amount, unit, ...(second === undefined ? {} : { second }) },
      passage: at(strength),
    });
  }
  if (quantity && !isOfLastFill(document.reading.text, quantity.start))
    parts.quantities.push({ value: quantity.amount, passage: at(quantity) });
  if (quantityOpen) parts.openQuantities.push(at(quantityOpen));
  if (refills) parts.refills.push({ value: refills.amount, passage: at(refills) });
  if (frequency) {
    const { perDay, asNeeded } = frequency;
    parts.frequencies.push({ value: { perDay, asNeeded }, passage: at(frequency) });
  }
  if (take) parts.takes.push({ value: take, passage: at(statement) });
  if (supply?.days) parts.supplies.push({ value: supply.days, passage: at(statement) });
}

/** "Refill all x1", where the item's own words name no refills. */
function addSharedRefills(
  parts: RequestParts,
  { reading, document }: IndexedDocument,
  { zone, item }: PlacedItem,
): void {
  const sentence = reading.sentences[firstFrom(reading.sentences, item.span.start + 1) - 1];
  const shared = zone.shared ?? (sentence && sharedRefills(reading.text, sentence));
  if (!shared || parts.refills.length > 0) return;
  const passage = quotePassage(document, shared.start, shared.end);
  parts.refills.push({ value: shared.refills, passage });
}

/** "Thirty Restoril 15 mg", "Ninety (90) Norco": units in words right before the drug; digits may number a line. */
function addNumberBefore(
  parts: RequestParts,
  { reading: { text }, document }: IndexedDocument,
  { start: head }: Anchor,
): void {
  const found = UNITS_BEFORE.exec(text.slice(Math.max(0, head - 20), head));
  if (!found || parts.quantities.length > 0) return;
  const [words, word = ''] = found;
  const value = TENS[word.toLowerCase()] ?? 0;
  const start = head - words.length;
  parts.quantities.push({ value, passage: quotePassage(document, start, head) });
}

/** Units that only words tell: "at bedtime, thirty". */
function addUnitsSaid(
  parts: RequestParts,
  { reading, document }: IndexedDocument,
  span: Span,
): void {
  const found = parts.quantities.length > 0 ? undefined : unitsSaid(reading.text, span);
  if (!found || isOfLastFill(reading.text, found.start)) return;
  const { start, end, number } = found;
  parts.quantities.push({ value: number, passage: quotePassage(document, start, end) });
  const refills = REFILLS_BEHIND.exec(reading.text.slice(end, end + 6));
  if (!refills || parts.refills.length > 0) return;
  const passage = quotePassage(document, start, end + refills[0].length);
  parts.refills.push({ value: Number(refills[1]), passage });
}

/** "90/2": units with their refills. */
const REFILLS_BEHIND = /^\s?\/\s?(\d{1,2})(?![\d/])/;

const UNITS_BEFORE = /\b(thirty|forty|fifty|sixty|ninety|hundred)(?: \(\d+\))?\s+$/i;
const TENS: Readonly<Record<string, number>> = {
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  ninety: 90,
  hundred: 100,
};

/** What the fields beside and below a drug say, where its own words do not. */
function addFields(
  parts: RequestParts,
  { reading, document }: IndexedDocument,
  fields: Span,
): void {
  for (const { value, start, end } of valuesIn(reading, fields)) {
    const passage = quotePassage(document, start, end);
    if (value.kind === 'dose' && parts.strengths.length === 0) {
      const { amount, unit, second } = value;
      parts.strengths.push({
        value: { amount: amount.high, unit, ...(second === undefined ? {} : { second }) },
        passage,
      });
    } else if (value.kind === 'frequency' && parts.frequencies.length === 0) {
      const { perDay, asNeeded } = value;
      parts.frequencies.push({ value: { perDay, asNeeded }, passage });
    } else if (value.kind === 'take' && parts.takes.length === 0) {
      parts.takes.push({ value: value.amount, passage });
    } else if (value.kind === 'supply' && parts.supplies.length === 0) {
      parts.supplies.push({ value: { low: value.days, high: value.days }, passage });
    }
  }
  const fieldOf = (pattern: RegExp) => numberIn(reading.text, fields, pattern);
  const number = ({ value, start, end }: Span & { value: number }) => ({
    value,
    passage: quotePassage(document, start, end),
  });
  const strength = fieldOf(STRENGTH_FIELD);
  if (strength && parts.strengths.length === 0) {
    const { value, passage } = number(strength);
    parts.strengths.push({ value: { amount: value, unit: 'mg' }, passage });
  }
  const quantity = fieldOf(QUANTITY_FIELD) ?? fieldOf(QUANTITY_CELL);
  const isStrength = parts.strengths.some(
    ({ passage }) => quantity && passage.start >= quantity.start && passage.start < quantity.end,
  );
  if (quantity && !isStrength && parts.quantities.length === 0)
    parts.quantities.push(number(quantity));
  const refills = fieldOf(REFILL_FIELD);
  if (refills && parts.refills.length === 0) parts.refills.push(number(refills));
  const days = fieldOf(SUPPLY_FIELD);
  if (days && parts.supplies.length === 0) {
    const { value, passage } = number(days);
    parts.supplies.push({ value: { low: value, high: value }, passage });
  }
}

/** "Quantity requested: 30", "Qty30; R2", "Days supply: 30": the number of a labelled field. */
const QUANTITY_FIELD =
  /\b(?:qty|quantity|disp(?:ense)?|units|(?:number|amount|how many)(?= ?(?:requested|ordered|needed|dispensed)? ?(?:[:=]|\.{3})))(?:\s?\/\s?(?:ds|days?(?: supply)?|\d{2} days?))?(?: (?:requested|ordered|needed|dispensed))?\s{0,40}(?:#?[:=#]|- |\.{3,120})?\s{0,40}(\d{1,4})\b(?!\s*(?:mg|%))/i;
/** "Strength: 10", without its unit. */
const STRENGTH_FIELD = /\b(?:strength|dose)\s?[:=]\s?(\d{1,4}(?:\.\d{1,3})?)(?=\s|$|[;,|])/i;
/** The last cell of a row: "Lunesta 3 mg   -   30". */
const QUANTITY_CELL = /(?:\t| {2,}|\|\s*|\.{3} ?)#?(\d{2,3})\s*(?:\||$|\n|\.{3})/;
const REFILL_FIELD =
  /(?:\b[Rr]ef(?:ills?)?(?: (?:[Rr]equested|[Oo]rdered|[Aa]uthorized|[Nn]eeded))?\s{0,40}(?:[:=|]|\.{3,120})?\s{0,40}|[;,\s]R(?:F)?:?\s?)(\d{1,2})\b/;
const SUPPLY_FIELD =
  /\b(?:days?['’]? ?(?:of )?supply\s{0,40}[:=]?|supply\s?[:=])\s{0,40}(\d{1,3})\b|\b(\d{1,3})[- ]?days?['’]? (?:of )?supply\b/i;

function numberIn(
  text: string,
  { start, end }: Span,
  pattern: RegExp,
): (Span & { value: number }) | undefined {
  const found = pattern.exec(text.slice(start, end));
  if (!found) return undefined;
  const at = start + found.index;
  return { start: at, end: at + found[0].length, value: Number(found[1] ?? found[2]) };
}
