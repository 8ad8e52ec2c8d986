import type { DateValue, Mention, Reading, Sentence } from '../../language/mention.ts';
import type { Anchor } from './anchors.ts';
import { Cue, type CueIndex, firstFrom } from './cues.ts';
import { countWords } from './connecting-words.ts';
import { countCells, hasMarker, lineEnd, type Span, startsLine, withoutMarker } from './spans.ts';
import { rowsOf } from './rows.ts';
import { valuesIn } from './traits.ts';

/**
 * The places of a text where requests are written.
 * `list`: under a heading that says so, or a form's field. `decision`: an item with its decision.
 * `plan`: under the plan of a note. `ask`: a sentence that asks. `restated`: what another paper is
 * said to ask for. `conclusion`: a reviewer's sentence
 * on medical necessity.
 */
export interface Zone {
  kind: 'list' | 'decision' | 'plan' | 'ask' | 'restated' | 'conclusion';
  /** Lines or sentences that may hold items, in order. */
  parts: Span[];
  date?: DateValue;
  /** A note of treatment given: what its plan names without a cue was done, not asked for. */
  treatmentNote?: boolean;
  /** What stands below is carried on, which asks for it only where a quantity is named. */
  carriesOn?: boolean;
  /** The items stand beside the heading: lines below belong to it only when they are numbered. */
  inline?: boolean;
}

export interface ZoneText {
  reading: Reading;
  anchors: readonly Anchor[];
  cues: CueIndex;
}

/** Words between a treatment and the "is requested" that speaks of it. */
const PASSIVE_WITHIN = 18;
/** How far into a line its heading may start and how long what follows before the colon may be. */
const HEADING_WITHIN = 60;
const HEADING_REST = 60;
const LONGEST_TITLE_LINE = 110;
const MEDICATION_TITLE_WITHIN = 90;
/** A list ends after so many parts; no list of a request is longer. */
const LONGEST_LIST = 80;

/** All zones of a text, in the order of the text. */
export function findZones(zoneText: ZoneText): Zone[] {
  const { reading } = zoneText;
  const zones: Zone[] = [];
  let open: Zone | undefined;
  let paragraph = -1;
  const rows = rowsOf(reading, zoneText.anchors);
  for (const [at, sentence] of rows.entries()) {
    const before = rows[at - 1];
    const heading = headingOf(zoneText, sentence);
    if (heading && open?.kind === 'plan' && before && isLineOfPlan(zoneText, heading, before, sentence)) {
      zones.push({ kind: 'ask', parts: [heading.rest], ...dated(reading, sentence) });
      continue;
    }
    if (heading) {
      open = { kind: heading.kind, parts: [], ...dated(reading, sentence) };
      if (heading.carriesOn) open.carriesOn = true;
      if (isTreatmentNote(zoneText, sentence)) open.treatmentNote = true;
      zones.push(open);
      paragraph = sentence.paragraph;
      if (heading.rest.end > heading.rest.start) {
        open.parts.push(heading.rest);
        if (hasAnchor(zoneText, heading.rest)) open.inline = true;
        if (heading.fieldOnly) open = undefined;
      }
      continue;
    }
    if (open && before && closes(zoneText, open, before, sentence, paragraph)) open = undefined;
    if (open) {
      open.parts.push({ start: sentence.start, end: sentence.end });
      if (hasAnchor(zoneText, sentence)) paragraph = sentence.paragraph;
      continue;
    }
    const asks = askingPart(zoneText, sentence);
    const restates = asks ? undefined : restatedPart(zoneText, sentence);
    if (asks) zones.push({ kind: 'ask', parts: [asks], ...dated(reading, sentence) });
    else if (restates) zones.push({ kind: 'restated', parts: [restates], ...dated(reading, sentence) });
  }
  return zones.filter((zone) => zone.parts.length > 0);
}

/** "Request: MRI" as one line among others of a plan asks for one thing and heads no list. */
function isLineOfPlan({ reading: { text } }: ZoneText, heading: Heading, before: Sentence, { start }: Sentence): boolean {
  if (heading.kind !== 'list' || heading.rest.end === heading.rest.start) return false;
  if (/\n\s*\n/.test(text.slice(before.end, start))) return false;
  return !/\b(?:RFA|rfa|items?|list|services?|treatments?|form)\b/i.test(text.slice(start, heading.rest.start));
}

interface Heading {
  kind: 'list' | 'plan';
  /** What follows the heading in its sentence. */
  rest: Span;
  carriesOn?: boolean;
  /** A form's field: it holds what stands beside it and nothing below. */
  fieldOnly?: boolean;
}

function headingOf(zoneText: ZoneText, sentence: Sentence): Heading | undefined {
  return (
    fieldLabel(zoneText, sentence) ??
    columnHeading(zoneText, sentence) ??
    headingMention(zoneText, sentence, Cue.listHeading, 'list') ??
    headingMention(zoneText, sentence, Cue.planHeading, 'plan') ??
    carryOnHeading(zoneText, sentence)
  );
}

/** "Svc 1: ...", "Item 2  72141  MRI": a label of a form with its value. */
function fieldLabel({ reading, cues, anchors }: ZoneText, { start, end }: Sentence): Heading | undefined {
  const label = cues.within(Cue.itemLabel, start, end)[0];
  if (!label || !startsLine(reading.text, label.start) || label.start - start > 6) return undefined;
  const anchor = anchors[firstFrom(anchors, label.end)];
  if (!anchor || anchor.start >= end) return undefined;
  const rest = reading.text.slice(label.end, anchor.start);
  if (!/^\s*(?:[:.)\-|]|\s{2})/.test(rest)) return undefined;
  const colon = /^\s*[:.)\-|]?\s*/.exec(rest)?.[0].length ?? 0;
  return { kind: 'list', rest: { start: label.end + colon, end }, fieldOnly: true };
}

/** The row of column names over a table of items. */
function columnHeading({ reading, cues, anchors }: ZoneText, sentence: Sentence): Heading | undefined {
  const { start, end } = sentence;
  const column = cues.within(Cue.column, start, end)[0];
  if (!column || reading.sections[sentence.section]?.kind === 'medications') return undefined;
  const line = reading.text.slice(start, Math.min(end, lineEnd(reading.text, start)));
  if (countCells(line) < 2 || line.length > 160) return undefined;
  if (cues.has(Cue.medicationList, Math.max(0, start - MEDICATION_TITLE_WITHIN), start)) return undefined;
  const anchor = anchors[firstFrom(anchors, start)];
  if (anchor && anchor.start < start + line.length) return undefined;
  const lead = reading.text.slice(start, column.start);
  if (lead !== '' && !/(?:\||\t| {2,})\s*$/.test(lead)) return undefined;
  const after = reading.text.slice(column.end, start + line.length);
  if (!/^\s*(?:\||\t| {2,})/.test(after) && after.trim() !== '') return undefined;
  return { kind: 'list', rest: { start: Math.min(end, start + line.length), end } };
}

function headingMention(
  { reading, cues, anchors }: ZoneText,
  { start, end }: Sentence,
  concept: string,
  kind: 'list' | 'plan',
): Heading | undefined {
  const { text } = reading;
  for (const mention of cues.within(concept, start, Math.min(end, start + HEADING_WITHIN + 60))) {
    const lead = text.slice(start, mention.start);
    if (lead.length > HEADING_WITHIN || countWords(lead) > (kind === 'list' ? 3 : 4)) break;
    const anchor = anchors[firstFrom(anchors, start)];
    if (anchor && anchor.start < mention.start) break;
    const until = Math.min(end, anchor && anchor.start < end ? anchor.start : end, mention.end + HEADING_REST);
    // A phrase may have taken the dash or colon after its last word.
    const wordsEnd = mention.start + text.slice(mention.start, mention.end).replace(/[\s:.-]+$/, '').length;
    const following = text.slice(wordsEnd, until);
    const colon = /[:]\s*|\s-{1,2}>?\s+|^\s*\/\s|^\s*[.](?:\s+|$)|^\s*\t|^ {2,}/.exec(following);
    const colonAt = colon && isShortRest(following.slice(0, colon.index)) ? colon.index + colon[0].length : -1;
    if (colonAt >= 0) return { kind, rest: { start: wordsEnd + colonAt, end } };
    const line = Math.min(lineEnd(text, mention.end), text.length);
    const restOfLine = text.slice(mention.end, line);
    const alone =
      startsLine(text, mention.start) &&
      restOfLine.length <= HEADING_REST &&
      line - start <= LONGEST_TITLE_LINE &&
      !(anchor && anchor.start < line) &&
      countWords(restOfLine) <= (kind === 'list' ? 8 : 2) &&
      isShortRest(restOfLine);
    if (alone) return { kind, rest: { start: Math.min(line, end), end } };
  }
  return undefined;
}

function carryOnHeading(zoneText: ZoneText, sentence: Sentence): Heading | undefined {
  const heading = headingMention(zoneText, sentence, Cue.carryOnHeading, 'plan');
  return heading && { ...heading, carriesOn: true };
}

/** What may stand between a heading's words and its colon: a date, a bracket, few words. */
function isShortRest(rest: string): boolean {
  return countWords(rest) <= 8 && !/[.;]\s+[A-Z]/.test(rest);
}

function closes(
  { reading, anchors, cues }: ZoneText,
  zone: Zone,
  before: Sentence,
  sentence: Sentence,
  paragraph: number,
): boolean {
  if (zone.parts.length > LONGEST_LIST) return true;
  const { text } = reading;
  const anchor = anchors[firstFrom(anchors, sentence.start)];
  const ownAnchor = anchor && anchor.start < sentence.end ? anchor : undefined;
  if (sentence.section !== before.section) {
    const title = reading.sections[sentence.section]?.title ?? '';
    const namesItem = ownAnchor !== undefined && ownAnchor.start < sentence.start + title.length + 4;
    if (!namesItem && !isPartOfPlan(reading, zone, before, sentence)) return true;
  }
  if (zone.kind === 'plan') return startsNewMatter({ reading, anchors, cues }, zone, before, sentence);
  if (zone.inline && startsLine(text, sentence.start) && !hasMarker(text, sentence)) return true;
  const label = labelOf(text, sentence);
  if (label && !cues.has(Cue.detailLabel, label.start, label.end + 1)) {
    const inLabel = ownAnchor && ownAnchor.start < label.end;
    if (!inLabel && !hasMarker(text, sentence)) return true;
  }
  if (sentence.paragraph === paragraph) return false;
  const hasItems = zone.parts.some((part) => {
    const first = anchors[firstFrom(anchors, part.start)];
    return first !== undefined && first.start < part.end;
  });
  if (!hasItems) return sentence.paragraph > paragraph + 2;
  return !(sentence.item || hasMarker(text, sentence)) || ownAnchor === undefined;
}

/** After an empty line a plan goes on with items and orders only. */
function startsNewMatter({ reading, anchors, cues }: ZoneText, zone: Zone, before: Sentence, { start, end, item }: Sentence): boolean {
  const { text } = reading;
  if (!/\n\s*\n/.test(text.slice(before.end, start)) || zone.parts.length === 0) return false;
  if (item || hasMarker(text, { start, end })) return false;
  const words = withoutMarker(text, { start, end });
  const anchor = anchors[firstFrom(anchors, words.start)];
  const headed = anchor && anchor.end <= end && countWords(text.slice(words.start, anchor.start)) <= 2;
  return !headed && !cues.has(Cue.imperative, start, end) && !cues.has(Cue.ask, start, end);
}

/** "Meds: ...", "Therapy: ..." as lines of a plan: sections by name, parts of the plan by place. */
function isPartOfPlan({ sections, text }: Reading, zone: Zone, before: Sentence, sentence: Sentence): boolean {
  const kind = sections[sentence.section]?.kind;
  const isTopic = kind === 'medications' || kind === 'tests' || kind === 'other' || kind === 'work-status';
  return zone.kind === 'plan' && isTopic && !/\n\s*\n/.test(text.slice(before.end, sentence.start));
}

/** The label of a `Label: value` line. */
function labelOf(text: string, { start, end }: Span): Span | undefined {
  if (!startsLine(text, start)) return undefined;
  const found = /^\s*[A-Za-z][A-Za-z0-9 /()&.'-]{1,36}:/.exec(text.slice(start, Math.min(end, start + 48)));
  return found ? { start, end: start + found[0].length - 1 } : undefined;
}

/** What a review or letter says that another paper asks for: "the form has #90", "UR denied ...". */
function restatedPart({ cues, anchors }: ZoneText, sentence: Sentence): Span | undefined {
  const restated = cues.within(Cue.restated, sentence.start, sentence.end)[0];
  const named = restated && anchors[firstFrom(anchors, restated.end)];
  return named && named.end <= sentence.end ? { start: restated.end, end: sentence.end } : undefined;
}

/** The part of a sentence from its asking words on, when a treatment follows them. */
function askingPart({ reading, cues, anchors }: ZoneText, sentence: Sentence): Span | undefined {
  const kind = reading.sections[sentence.section]?.kind;
  if (kind === 'guideline' || kind === 'family-history') return undefined;
  const taken = cues.within(Cue.retract, sentence.start, sentence.end)[0];
  if (taken && hasAnchor({ reading, cues, anchors }, sentence)) return { start: sentence.start, end: sentence.end };
  const passive = cues.within(Cue.askedAfter, sentence.start, sentence.end).at(-1);
  const subject = passive && anchors[firstFrom(anchors, sentence.start)];
  if (passive && subject && subject.end <= passive.start && !isTaken(cues, passive, sentence)) {
    const between = countWords(reading.text.slice(subject.end, passive.start));
    if (between <= PASSIVE_WITHIN) return { start: sentence.start, end: passive.end };
  }
  const marked = refillMarked({ reading, cues, anchors }, sentence);
  if (marked) return marked;
  const order = ordered({ reading, cues, anchors }, sentence);
  if (order) return order;
  for (const cue of cues.within(Cue.ask, sentence.start, sentence.end)) {
    const anchor = anchors[firstFrom(anchors, cue.end)];
    const asksFor = (anchor && anchor.end <= sentence.end) || hasCount(reading, cue.start, sentence.end);
    if (asksFor && !isTaken(cues, cue, sentence)) return { start: cue.start, end: sentence.end };
  }
  return undefined;
}

/** A line of a medication list that ends in "- REFILL". */
function refillMarked({ reading, cues, anchors }: ZoneText, { start, end }: Sentence): Span | undefined {
  const marks = cues.within(Cue.refillMark, start, end);
  const mark = marks.find((one) => TICKED.test(reading.text.slice(Math.max(start, one.start - 6), one.start))) ?? marks.at(-1);
  const anchor = anchors[firstFrom(anchors, start)];
  if (!mark || !anchor || anchor.start >= mark.start) return undefined;
  const { text } = reading;
  const before = text.slice(Math.max(start, mark.start - 6), mark.start);
  if (TICKED.test(before)) return { start, end: mark.start };
  const set = /(?:[-–:*(]|\t| {2})\s*$/.test(before);
  return set && /^[\s.)*]*$/.test(text.slice(mark.end, end)) ? { start, end: mark.start } : undefined;
}

const TICKED = /\[[xX✓✔]\]\s*$|☑\s*$|☒\s*$/;

/** "Refill Norco 10/325 #90": a sentence that opens with an order, wherever it stands. */
function ordered({ reading, cues, anchors }: ZoneText, sentence: Sentence): Span | undefined {
  const kind = reading.sections[sentence.section]?.kind;
  if (kind === 'history' || kind === 'treatment-to-date' || kind === 'rationale') return undefined;
  const words = withoutMarker(reading.text, sentence);
  const label = labelOf(reading.text, words);
  // "Today: refill ..."
  const start = label && countWords(reading.text.slice(label.start, label.end)) <= 2 ? label.end + 1 : words.start;
  const order = cues.within(Cue.imperative, start, sentence.end)[0];
  if (!order || order.start > start + 3) return undefined;
  const anchor = anchors[firstFrom(anchors, order.end)];
  if (!anchor || anchor.end > sentence.end) return undefined;
  return countWords(reading.text.slice(order.end, anchor.start)) <= 4 ? { start, end: sentence.end } : undefined;
}

function hasCount(reading: Reading, start: number, end: number): boolean {
  return valuesIn(reading, { start, end }).some(({ value }) => value.kind === 'count');
}

/** Whether the asking lies in the past or is denied: "had requested", "last visit we requested". */
function isTaken(cues: CueIndex, cue: Mention, sentence: Sentence): boolean {
  return cues.has(Cue.history, sentence.start, cue.end) || cue.assertion.presence === 'negated';
}

function hasAnchor({ anchors }: ZoneText, { start, end }: Span): boolean {
  const first = anchors[firstFrom(anchors, start)];
  return first !== undefined && first.start < end;
}

function dated(reading: Reading, sentence: Sentence): { date?: DateValue } {
  const date = reading.sections[sentence.section]?.date;
  return date ? { date } : {};
}

/** Whether the note that holds the sentence is titled as one of treatment given. */
function isTreatmentNote({ cues, reading }: ZoneText, sentence: Sentence): boolean {
  const titles = cues.all(Cue.treatmentNote);
  for (let at = firstFrom(titles, sentence.start) - 1; at >= 0; at -= 1) {
    const title = titles[at] as Mention;
    if (startsLine(reading.text, title.start)) return true;
    if (sentence.start - title.start > 4000) return false;
  }
  return false;
}
