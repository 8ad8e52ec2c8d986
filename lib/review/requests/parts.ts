import { type QuotedPassage, quotePassage } from '../../case/passage.ts';
import type { MedicationStatement, Range, Value } from '../../language/mention.ts';
import type { Anchor } from './anchors.ts';
import { Cue } from './cues.ts';
import { spanWithDetails } from './details-below.ts';
import type { IndexedDocument } from './find-requests.ts';
import type { RequestParts, StatedPart } from './found-request.ts';
import type { PlacedItem } from './gather.ts';
import type { LineItem } from './line-items.ts';
import { moreOfIt } from './more-of-it.ts';
import { sharedRefills } from './shared-refills.ts';
import type { Span } from './spans.ts';
import { isBodyPart, medicationsIn, mentionsIn, scheduleIn, valuesIn } from './traits.ts';

/** How far before an item the first cells of its row are looked for. */
const ROW_WITHIN = 200;
const SIDES = {
  'request-side-left': 'left',
  'request-side-right': 'right',
  'request-side-both': 'bilateral',
} as const;

/** Everything the passages of one request state about it, part by part. */
export function collectParts(
  items: readonly PlacedItem[],
  documents: readonly IndexedDocument[],
): RequestParts {
  const parts = noParts();
  for (const placed of items) {
    const own = partsOf(placed, documents[placed.document] as IndexedDocument);
    for (const name of Object.keys(own) as (keyof typeof own)[]) {
      for (const part of own[name]) (parts[name] as (typeof part)[]).push(part);
    }
  }
  const days = parts.supplies[0]?.value;
  return days ? { ...parts, requestedDays: days } : parts;
}

type PartLists = Omit<RequestParts, 'requestedDays'>;

function noParts(): PartLists {
  return {
    strengths: [],
    quantities: [],
    openQuantities: [],
    refills: [],
    frequencies: [],
    takes: [],
    supplies: [],
    counts: [],
    sides: [],
    levels: [],
    bodyParts: [],
  };
}

/** What one passage states. */
function partsOf(placed: PlacedItem, document: IndexedDocument): PartLists {
  const parts = noParts();
  const span = spanWithDetails(document, placed.item);
  const head = placed.item.anchors[0] as Anchor;
  if (head.drug) addMedication(parts, document, placed, span);
  // "Another ninety of those": the drug and its strength were named before.
  if (head.drug && head.end <= span.start) addMedication(parts, document, placed, head);
  addValues(parts, document, placed, span);
  if (head.drug)
    addFields(parts, document, { start: Math.max(head.end, span.start), end: span.end });
  if (head.drug) addNumberBefore(parts, document, head);
  if (head.drug) addSharedRefills(parts, document, placed);
  addPlaces(parts, document, placed, span);
  return parts;
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
export function addStatement(
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
  if (quantity) parts.quantities.push({ value: quantity.amount, passage: at(quantity) });
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
  const sentence = reading.sentences.find(
    ({ start, end }) => start <= item.span.start && item.span.start < end,
  );
  const shared = zone.shared ?? (sentence && sharedRefills(reading.text, sentence));
  if (!shared || parts.refills.length > 0) return;
  const passage = quotePassage(document, shared.start, shared.end);
  parts.refills.push({ value: shared.refills, passage });
}

/** "Thirty Restoril 15 mg": units named right before the drug. */
function addNumberBefore(
  parts: RequestParts,
  { reading, document }: IndexedDocument,
  { start: head }: Anchor,
): void {
  if (parts.quantities.length > 0) return;
  for (const { value, start, end } of valuesIn(reading, { start: head - 12, end: head })) {
    const isBeside = /^\s*$/.test(reading.text.slice(end, head));
    if (value.kind === 'number' && isBeside && value.amount.low >= FEWEST_UNITS)
      parts.quantities.push({
        value: value.amount.high,
        passage: quotePassage(document, start, end),
      });
  }
}

/** A smaller number before a drug numbers a line. */
const FEWEST_UNITS = 10;

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
  const quantity = fieldOf(QUANTITY_FIELD);
  if (quantity && parts.quantities.length === 0) parts.quantities.push(number(quantity));
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
  /\b(?:qty|quantity|disp(?:ense)?|units)(?: (?:requested|ordered|needed|dispensed))?\s*[:=#]?\s*(\d{1,4})\b(?!\s*(?:mg|%))/i;
const REFILL_FIELD =
  /(?:\b[Rr]efills?(?: (?:[Rr]equested|[Oo]rdered|[Aa]uthorized|[Nn]eeded))?\s*[:=]?\s*|[;,\s]R(?:F)?:?\s?)(\d{1,2})\b/;
const SUPPLY_FIELD = /\bdays?['’]? ?(?:of )?supply\s*[:=]?\s*(\d{1,3})\b/i;

function numberIn(
  text: string,
  { start, end }: Span,
  pattern: RegExp,
): (Span & { value: number }) | undefined {
  const found = pattern.exec(text.slice(start, end));
  if (!found) return undefined;
  const at = start + found.index;
  return { start: at, end: at + found[0].length, value: Number(found[1]) };
}

function addValues(
  parts: RequestParts,
  document: IndexedDocument,
  { item }: PlacedItem,
  span: Span,
): void {
  const head = item.anchors[0] as Anchor;
  const counted = new Set(parts.quantities.map(({ passage }) => passage.start));
  for (const { value, start, end } of valuesIn(document.reading, span)) {
    const passage = quotePassage(document.document, start, end);
    if (value.kind === 'count' && !head.drug && isCountOf(head, value))
      parts.counts.push({ value, passage });
    else if (value.kind === 'quantity' && !value.stated) addOpen(parts, passage);
    else if (value.kind === 'quantity' && !counted.has(start))
      addQuantity(parts, head, value, passage);
    else if (value.kind === 'number' && !head.drug)
      addNumber(parts, head, value.amount, passage, document.reading.text);
    else if (
      value.kind === 'refills' &&
      head.drug &&
      !parts.refills.some((one) => one.passage.start === start)
    ) {
      parts.refills.push({ value: value.amount, passage });
    } else if (value.kind === 'level') parts.levels.push({ value, passage });
    else if (value.kind === 'side') addSide(parts.sides, value.side, passage);
  }
  if (head.treatment?.quantity === 'visits' && parts.counts.length === 0)
    addSchedule(parts, document, span);
  for (const open of document.cues.within(Cue.openQuantity, span.start, span.end)) {
    addOpen(parts, quotePassage(document.document, open.start, open.end));
  }
  addBlank(parts, document, span);
}

/** "2x6" of a therapy: visits a week times weeks. */
function addSchedule(
  parts: RequestParts,
  { reading, document }: IndexedDocument,
  { start, end }: Span,
): void {
  const found = scheduleIn(reading.text, { start, end });
  if (!found) {
    addMore(parts, { reading, document }, { start, end });
    return;
  }
  const { perWeek, weeks } = found;
  const visits = perWeek * weeks;
  const schedule = { perWeek: { low: perWeek, high: perWeek }, weeks: { low: weeks, high: weeks } };
  const value = {
    kind: 'count',
    amount: { low: visits, high: visits },
    unit: 'visit',
    operator: 'exactly',
    schedule,
  } as const;
  parts.counts.push({
    value,
    passage: quotePassage(document, found.start, found.end),
  });
}

/** "Six more": visits, where nothing else says how many. */
function addMore(
  parts: RequestParts,
  { reading, document }: Pick<IndexedDocument, 'reading' | 'document'>,
  span: Span,
): void {
  const found = moreOfIt(reading.text, span);
  if (!found) return;
  const amount: Range = { low: found.number, high: found.number };
  parts.counts.push({
    value: { kind: 'count', amount, unit: 'visit', operator: 'exactly' },
    passage: quotePassage(document, found.start, found.end),
  });
}

/** A cell of a row that holds a line to write on: nobody filled in the quantity. */
function addBlank(parts: RequestParts, { reading, document }: IndexedDocument, span: Span): void {
  const words = reading.text.slice(span.start, span.end);
  const blank = /(?:\t| {2,}|\|)\s*_{3,}/.exec(words);
  if (!blank || /(?:sig|directions|freq\w*|dose)\W*$/i.test(words.slice(0, blank.index))) return;
  const end = span.start + blank.index + blank[0].length;
  addOpen(parts, quotePassage(document, span.start + blank.index, end));
}

function addOpen({ openQuantities }: RequestParts, passage: QuotedPassage): void {
  if (
    !openQuantities.some(
      ({ start, document }) => start === passage.start && document === passage.document,
    )
  ) {
    openQuantities.push(passage);
  }
}

/** "Visits requested: 8": a form's field with a number. */
const VISITS_LABEL =
  /\b(?:visits|sessions|treatments)\s*(?:requested|recommended|needed|req'?d)?\s*[:=]\s*$/i;

/** "6 sites", "6 more", "20 full days": a number with the unit of the treatment after it. */
function addNumber(
  parts: RequestParts,
  { treatment }: Anchor,
  amount: Range,
  passage: QuotedPassage,
  text: string,
): void {
  const isMost =
    treatment?.units?.includes('injection') &&
    /\b(?:up to|max(?:imum)?(?: of)?|total(?: of)?)\s*$/i.test(
      text.slice(Math.max(0, passage.start - 16), passage.start),
    );
  if (isMost) {
    const value = { kind: 'count', amount, unit: 'injection', operator: 'at-most' } as const;
    parts.counts.push({ value, passage });
    return;
  }
  const after = /^\s*(?:(?:more|additional|add'l|further)\b|(?:[a-z]+\s+)?([a-z]+))/i.exec(
    text.slice(passage.end, passage.end + 30),
  );
  const unit = after?.[1]?.toLowerCase().replace(/s$/, '');
  const labelled =
    treatment?.quantity === 'visits' &&
    VISITS_LABEL.test(text.slice(Math.max(0, passage.start - 40), passage.start));
  if (labelled) {
    const value = { kind: 'count', amount, unit: 'visit', operator: 'exactly' } as const;
    parts.counts.push({ value, passage });
    return;
  }
  if (!after || (unit !== undefined && !treatment?.units?.includes(unit))) return;
  parts.counts.push({
    value: { kind: 'count', amount, unit: unit ?? 'visit', operator: 'exactly' },
    passage,
  });
}

function addQuantity(
  parts: RequestParts,
  head: Anchor,
  value: Extract<Value, { kind: 'quantity' }>,
  passage: QuotedPassage,
): void {
  if (head.drug) parts.quantities.push({ value: value.amount, passage });
  else {
    const amount: Range = { low: value.amount, high: value.amount };
    const count = { kind: 'count', amount, unit: value.unit ?? '', operator: 'exactly' } as const;
    parts.counts.push({ value: count, passage });
  }
}

/** A count of what the treatment is counted in; "4 level" or "2 weeks" alone is no number of visits. */
function isCountOf({ treatment }: Anchor, value: Extract<Value, { kind: 'count' }>): boolean {
  if (value.schedule || value.unit === '' || value.unit === 'time') return true;
  const unit = value.unit.replace(/s$/, '');
  return treatment?.units?.includes(unit) ?? true;
}

function addPlaces(
  parts: RequestParts,
  document: IndexedDocument,
  { zone, item }: PlacedItem,
  span: Span,
): void {
  const { reading } = document;
  for (const mention of mentionsIn(reading, span)) {
    const passage = () => quotePassage(document.document, mention.start, mention.end);
    if (isBodyPart(mention.concept))
      parts.bodyParts.push({ value: mention.concept, passage: passage() });
    const side = SIDES[mention.concept as keyof typeof SIDES];
    if (side) addSide(parts.sides, side, passage());
  }
  if (SAME_PLACE.test(reading.text.slice(span.start, span.end)))
    addSamePlaces(parts, document, item);
  if (zone.kind !== 'list' || parts.bodyParts.length > 0) return;
  // The column before the item often names the body part: "Neck | M79.1 | PT 2x4".
  const from = Math.max(0, item.span.start - ROW_WITHIN);
  const row = from + reading.text.slice(from, item.span.start).lastIndexOf('\n') + 1;
  for (const mention of mentionsIn(reading, { start: row, end: item.span.start })) {
    if (!isBodyPart(mention.concept)) continue;
    parts.bodyParts.push({
      value: mention.concept,
      passage: quotePassage(document.document, mention.start, mention.end),
    });
  }
}

/** "Same levels, same side": where the treatment was named before. */
const SAME_PLACE = /\bsame (?:levels?|sides?|sites?|joints?|places?|location|region|areas?)\b/i;

function addSamePlaces(
  parts: RequestParts,
  document: IndexedDocument,
  { anchors, span }: LineItem,
): void {
  const { reading } = document;
  const treatment = (anchors[0] as Anchor).treatment;
  const before = document.anchors.filter(
    (anchor) => anchor.treatment === treatment && anchor.end <= span.start,
  );
  for (const anchor of before.reverse()) {
    const sentence = reading.sentences.find(
      ({ start, end }) => start <= anchor.start && anchor.end <= end,
    );
    const places = sentence
      ? valuesIn(reading, sentence).filter(
          ({ value }) => value.kind === 'level' || value.kind === 'side',
        )
      : [];
    for (const { value, start, end } of places) {
      const passage = quotePassage(document.document, start, end);
      if (value.kind === 'level') parts.levels.push({ value, passage });
      if (value.kind === 'side') addSide(parts.sides, value.side, passage);
    }
    if (places.length > 0) return;
  }
}

/** The same word found as a value and as a concept is one statement. */
function addSide(
  sides: StatedPart<'left' | 'right' | 'bilateral'>[],
  value: 'left' | 'right' | 'bilateral',
  passage: QuotedPassage,
): void {
  const known = sides.some(
    (one) => one.passage.start < passage.end && passage.start < one.passage.end,
  );
  if (!known) sides.push({ value, passage });
}
