import { quotePassage } from '../../case/passage.ts';
import type { Reading, Sentence } from '../../language/mention.ts';
import { createMemo } from '../evidence/memo.ts';
import { type Anchor, anchorFinderOf } from './anchors.ts';
import { findAnswered } from './answered.ts';
import { findBareItems } from './bare-items.ts';
import { Cue, type CueIndex, indexCues } from './cues.ts';
import { findDecidedItems, findDecidedSentences } from './decisions.ts';
import { detailsOf } from './details.ts';
import { spanWithDetails } from './details-below.ts';
import type { FoundRequest, ReadDocument, RequestCatalogue } from './found-request.ts';
import { gatherRequests, type ItemGroup, type PlacedItem } from './gather.ts';
import { labelOf } from './label.ts';
import { type LineItem, type LineReading, readLine } from './line-items.ts';
import { collectParts } from './parts.ts';
import { findRefillOfAll } from './refill-all.ts';
import { rowsOf } from './rows.ts';
import { isSetApart } from './set-apart.ts';
import { findSiblingRows } from './sibling-rows.ts';
import { type Span, splitItems } from './spans.ts';
import { findTicked } from './ticked-boxes.ts';
import { type IsTold, toldRows } from './told-rows.ts';
import { traitsOf } from './traits.ts';
import { findUnnamed, findUnnamedDrug } from './unheaded.ts';
import { weighed } from './weighed.ts';
import { hasAnchor, type Zone } from './zone.ts';
import { findZones } from './zones.ts';

/** A document with what finding its requests needs. */
export interface IndexedDocument extends ReadDocument {
  anchors: readonly Anchor[];
  cues: CueIndex;
  /** Sentences, and the lines of forms, tables and lists. */
  rows: readonly Sentence[];
  isTold: IsTold;
  /** Whether the text is a utilization review decision or a determination. */
  isDecision: boolean;
}

/** How far into a text its title is looked for. */
const TITLE_WITHIN = 700;

/**
 * Finds the treatments that the documents of one case ask for: one request a line item, with every
 * place that states it. Linear in the length of the texts.
 */
export function findRequests(
  documents: readonly ReadDocument[],
  catalogue: RequestCatalogue,
): FoundRequest[] {
  const indexed = indexDocuments(documents, catalogue);
  const placed = indexed.flatMap((document, index) => placedItems(document, index));
  return gatherRequests(placed).map((group) => toRequest(group, indexed));
}

/** Prepares documents for the search; the checks of requests are given the same again. */
export function indexDocuments(
  documents: readonly ReadDocument[],
  catalogue: RequestCatalogue,
): IndexedDocument[] {
  return documents.map((read) => {
    const { reading } = read;
    return prepared(reading, '', () => {
      const cues = indexCues(reading.mentions);
      const anchors = anchorFinderOf(catalogue).find(reading);
      const rows = rowsOf(reading, anchors);
      const isTold = toldRows({ reading, cues, anchors, rows });
      return { ...read, cues, anchors, rows, isTold, isDecision: isDecision(reading.text, cues) };
    });
  });
}

/** A reading is made for one review, whose catalogue is one. */
const prepared = createMemo<Reading, IndexedDocument>();

function isDecision(text: string, cues: CueIndex): boolean {
  return (
    cues.has(Cue.decisionDocument, 0, Math.min(text.length, TITLE_WITHIN)) || OUTCOME.test(text)
  );
}

/** "Norco #90: Upheld", and not "IMR upheld the denial", which any text may tell. */
export const OUTCOME =
  /\b(?:upheld|overturned)\b(?! (?:the|this|that|his|her|my|our|your|their|a|an|it|by|on appeal)\b)/i;

function placedItems(document: IndexedDocument, index: number): PlacedItem[] {
  const zones = [
    ...findZones(document),
    ...findDecidedItems(document, document.isDecision),
    ...findAnswered(document),
    ...findTicked(document),
  ];
  const placed = itemsIn(zones, document, index);
  const standing = placed.filter(({ item, zone }) => isAsked(item, zone));
  if (!standing.some(({ zone }) => zone.kind === 'list' || zone.kind === 'decision'))
    placed.push(...itemsIn(findBareItems(document, zones), document, index));
  const asked = placed.flatMap(({ item, zone }) => (item.state === 'stands' ? [zone] : []));
  placed.push(...itemsIn(findSiblingRows(document, asked), document, index));
  if (standing.length === 0)
    placed.push(...itemsIn(findDecidedSentences(document), document, index));
  const looked = secondLook(document, index, placed);
  if (!placed.some(({ item, zone }) => isAsked(item, zone) && item.anchors[0]?.drug))
    looked.push(...itemsIn(findRefillOfAll(document), document, index));
  return looked;
}

function isAsked({ state }: LineItem, { kind }: Zone): boolean {
  return state === 'stands' && kind !== 'restated';
}

/** Without what is very unlikely by all that stands around it, and with what is likely and was not found. */
function secondLook(
  document: IndexedDocument,
  index: number,
  placed: readonly PlacedItem[],
): PlacedItem[] {
  const { kept, added } = weighed(document, placed);
  return [...kept, ...added.flatMap(({ item, zone }) => place(document, index, item, zone) ?? [])];
}

function place(
  document: IndexedDocument,
  index: number,
  item: LineItem,
  zone: Zone,
): PlacedItem | undefined {
  if (!item.anchors[0]?.treatment) return undefined;
  const traits = traitsOf(document.reading, document.cues, item);
  // "The epidural is not requested at this time" takes back what another sentence names.
  const takesBack = item.state === 'withdrawn' && traits.retracted;
  if (!takesBack && isSetApart(document, item, document.isDecision)) return undefined;
  return { item, zone, document: index, traits };
}

function itemsIn(zones: readonly Zone[], document: IndexedDocument, index: number): PlacedItem[] {
  const { reading, anchors, cues } = document;
  const placed: PlacedItem[] = [];
  const add = (item: LineItem, zone: Zone) => {
    const one = place(document, index, item, zone);
    if (one) placed.push(one);
  };
  for (const zone of zones) {
    const unnamedAllowed = mayLeaveUnnamed(document, zone);
    for (const part of zone.parts) {
      const how = howToRead(zone, document.isDecision || zone.addressed === true);
      for (const line of zone.kind === 'conclusion' ? [part] : itemLines(document, part)) {
        if (unnamedAllowed) {
          const unnamed = findUnnamed(document, line, zone.kind === 'plan');
          if (unnamed) add(unnamed, zone);
        }
        if (zone.kind === 'ask' || zone.kind === 'plan') {
          const unnamed = findUnnamedDrug(document, line);
          if (unnamed) add(unnamed, zone);
        }
        for (const item of readLine({ text: reading.text, reading, anchors, cues }, line, how)) {
          add(item, zone);
        }
      }
    }
  }
  return placed;
}

/** The lines of a part; what names no treatment goes on about the line before: "a TPI; she declined". */
function itemLines(document: IndexedDocument, part: Span): Span[] {
  const lines: Span[] = [];
  for (const line of splitItems(document.reading.text, part)) {
    const last = lines.at(-1);
    const goesOn = last && document.reading.text[line.start - 1] === ';';
    if (last && goesOn && !hasAnchor(document, line)) last.end = line.end;
    else lines.push({ ...line });
  }
  return lines;
}

/** Where a count alone may ask for the therapy that a text is about. */
function mayLeaveUnnamed(document: IndexedDocument, { kind, parts }: Zone): boolean {
  if (kind === 'ask' || kind === 'plan') return true;
  if (kind !== 'list') return false;
  return parts.length === 1 || !parts.some((part) => hasAnchor(document, part));
}

function howToRead(zone: Zone, isDecision: boolean): LineReading {
  switch (zone.kind) {
    case 'list':
      return { headWithin: 6, plan: false };
    case 'decision':
      return { headWithin: 8, plan: false, wording: 'asked' };
    case 'conclusion':
      return { headWithin: 8, plan: false, wording: 'asked' };
    case 'restated':
      return { headWithin: 8, plan: false };
    case 'ask':
      return {
        headWithin: 12,
        plan: true,
        wording: zone.carriesOn ? 'carried-on' : 'asked',
        ...(isDecision ? { decided: true } : {}),
      };
    default:
      if (zone.served) return { headWithin: 6, plan: false };
      return { headWithin: 6, plan: true, ...(zone.carriesOn ? { wording: 'carried-on' } : {}) };
  }
}

function toRequest(
  { items, listed }: ItemGroup,
  documents: readonly IndexedDocument[],
): FoundRequest {
  const first = items[0] as PlacedItem;
  const head = first.item.anchors[0] as Anchor;
  const { text } = (documents[first.document] as IndexedDocument).reading;
  const parts = collectParts(items, documents);
  const date = items.find(({ zone }) => zone.date)?.zone.date;
  return {
    treatment: head.treatment?.id ?? '',
    label: labelOf(text, first.item),
    listed,
    passages: items.map(({ item, document }) => {
      const source = documents[document] as IndexedDocument;
      const { start, end } = spanWithDetails(source, item);
      return quotePassage(source.document, start, end);
    }),
    details: detailsOf(head, parts),
    parts,
    ...(date ? { date } : {}),
    ...(head.drug
      ? { drug: { id: head.drug.id, classes: head.drug.classes, substances: head.drug.substances } }
      : {}),
  };
}
