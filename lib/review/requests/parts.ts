import { type QuotedPassage, quotePassage } from '../../case/passage.ts';
import { lacksQuantity } from '../../language/medications/medication-table.ts';
import type { Range, Value } from '../../language/mention.ts';
import type { Anchor } from './anchors.ts';
import { Cue } from './cues.ts';
import { spanWithDetails } from './details-below.ts';
import { addAroundDrug, addDrug, isOfLastFill } from './drug-parts.ts';
import type { IndexedDocument } from './find-requests.ts';
import type { RequestParts } from './found-request.ts';
import type { PlacedItem } from './gather.ts';
import { itemNumber } from './item-number.ts';
import { moreOfIt } from './more-of-it.ts';
import { addPlaces, addSide } from './place-parts.ts';
import type { Span } from './spans.ts';
import { scheduleIn, valuesIn } from './traits.ts';
import { unfilledField } from './unfilled.ts';

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
  if (head.drug) addDrug(parts, document, placed, span);
  addValues(parts, document, placed, span);
  if (head.drug) addAroundDrug(parts, document, placed, span);
  addPlaces(parts, document, placed, span);
  return parts;
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
    else if (
      value.kind === 'quantity' &&
      !counted.has(start) &&
      !isOfLastFill(document.reading.text, start)
    )
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
  if (head.treatment?.quantity === 'visits' && !parts.counts.some(({ value }) => isWhole(value)))
    addSchedule(parts, document, span);
  addItemNumber(parts, document, head, span);
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
  if (!found && parts.counts.length > 0) return;
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
  const passage = quotePassage(document, found.start, found.end);
  // "Two visits weekly" is a part of the schedule.
  const apart = parts.counts.filter(
    (one) => one.passage.end <= passage.start || passage.end <= one.passage.start,
  );
  parts.counts.splice(0, parts.counts.length, { value, passage }, ...apart);
}

/** A schedule, or a number of visits above those of a week. */
function isWhole({ schedule, amount }: Extract<Value, { kind: 'count' }>): boolean {
  return schedule !== undefined || amount.high > MOST_A_WEEK;
}

/** Visits a week are no more than this. */
const MOST_A_WEEK = 5;

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

/** "Left trapezius (4)": a bare number, where nothing else says how many are asked for. */
function addItemNumber(
  parts: RequestParts,
  { reading, document }: IndexedDocument,
  head: Anchor,
  span: Span,
): void {
  const unit = UNIT_OF_NUMBER[head.treatment?.quantity ?? ''];
  if (!unit || parts.counts.length > 0) return;
  const found = itemNumber(reading.text, span, head);
  if (!found) return;
  const amount: Range = { low: found.number, high: found.number };
  parts.counts.push({
    value: { kind: 'count', amount, unit, operator: 'exactly' },
    passage: quotePassage(document, found.start, found.end),
  });
}

/** What a bare number counts, by what the treatment's quantity is given in. */
const UNIT_OF_NUMBER: Readonly<Record<string, string>> = {
  injections: 'injection',
  visits: 'visit',
};

/** Where a cell begins. A run of blanks is taken whole: tried from each of them it would take its square. */
const CELL = '(?:(?<![ \\t])(?=[ \\t]*(?:\\t| {2}))[ \\t]+(?![ \\t])|\\|)';
const BLANK_CELL = new RegExp(
  `(?:${CELL}|\\b(?:qty|quantity|units?|number|visits|sessions)(?:\\s*:)?)\\s*_{2,}|\\b(?:qty|quantity|units?|visits|sessions)\\s?[:(]\\s?(?:left )?blank\\b|${CELL}\\s*(?:blank|\\?{1,3}|not given|none given)\\s*(?=\\t| {2,}|\\||\\n|$)`,
  'i',
);

/** A cell of a row that holds a line to write on: nobody filled in the quantity. */
function addBlank(parts: RequestParts, document: IndexedDocument, span: Span): void {
  const words = document.reading.text.slice(span.start, span.end);
  if (parts.quantities.length === 0 && lacksQuantity(document.reading.text, span.start + 1)) {
    addOpen(parts, quotePassage(document.document, span.start, span.end));
    return;
  }
  const unfilled = unfilledField(document, span);
  if (unfilled) addOpen(parts, quotePassage(document.document, unfilled.start, unfilled.end));
  const blank = BLANK_CELL.exec(words);
  if (!blank || /(?:sig|directions|freq\w*|dose)\W*$/i.test(words.slice(0, blank.index))) return;
  const end = span.start + blank.index + blank[0].length;
  addOpen(parts, quotePassage(document.document, span.start + blank.index, end));
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
  /\b(?:visits|sessions|treatments|requested)\s*(?:requested|recommended|needed|req'?d)?\s*[:=]\s*$/i;

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
