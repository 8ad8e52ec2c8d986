import type { Reading } from '../../language/mention.ts';
import { within } from '../evidence/case-index.ts';
import type { Anchor } from './anchors.ts';
import {
  countWords,
  endsInTie,
  isConditional,
  isHeldBack,
  isTold,
  tieOf,
} from './connecting-words.ts';
import type { CueIndex } from './cues.ts';
import { Cue } from './cues.ts';
import { isForOtherPlace } from './other-place.ts';
import { cellStart, labelEnd, type Span, trimmed, withoutMarker } from './spans.ts';
import { settleBySuffix } from './suffix.ts';

/** Things that a line lists side by side have no more words than this. */
const LISTED_WORDS = 4;

/** How strongly a line asks for what it names. */
export type Wording = 'asked' | 'ordered' | 'carried-on' | 'bare';

/** A treatment named at the head of a line, or tied to the one before it by "and". */
export interface LineItem {
  /** The anchors of this one item: brand and generic, "EMG" and "NCV". The first is its head. */
  anchors: Anchor[];
  /** The words of the item. */
  span: Span;
  wording: Wording;
  state: 'stands' | 'withdrawn' | 'dropped';
}

/** What is needed to read line items of one text. */
export interface LineReader {
  text: string;
  reading: Reading;
  anchors: readonly Anchor[];
  cues: CueIndex;
}

export interface LineReading {
  /** How far into the line, in words, a treatment may stand and still head it. */
  headWithin: number;
  /** Words that say the line is no request count: true in a plan, false in a formal list. */
  plan: boolean;
  wording?: Wording;
  /** The text decides on requests: "has been reviewed" speaks of the request, not the treatment. */
  decided?: boolean;
}

/** The box before the words is not ticked. */
const EMPTY_BOX = /(?:\[\s*\]|\(\s+\)|☐)[^[\]()]*$/;

/** A line whose own box is not ticked asks for nothing. */
export function isUnticked(text: string, { start }: Span): boolean {
  return /^\s*(?:\[[\s_]*\]|\(\s+\)|☐)\s/.test(text.slice(start, start + 8));
}

/** The items of one span: a line, a numbered part, a sentence. */
export function readLine(reader: LineReader, part: Span, how: LineReading): LineItem[] {
  const { text } = reader;
  const words = trimmed(text, part);
  const span = withoutMarker(text, words);
  if (isUnticked(text, words)) return [];
  const anchors = within(reader.anchors, span).filter((anchor) => !isAboutOther(anchor, how));
  const items: LineItem[] = [];
  let current: LineItem | undefined;
  let lastEnd = span.start;
  for (const [at, anchor] of anchors.entries()) {
    const between = text.slice(lastEnd, anchor.start);
    if (!current) {
      const head = headStart(reader, span.start, anchor.start);
      current = headItem(reader, { start: head, end: span.end }, anchor, how);
      if (current) items.push(current);
    } else if (
      isSameItem(current, anchor, between) &&
      !isForOtherPlace(
        reader.reading,
        anchor,
        { start: current.span.start, end: anchor.start },
        { start: anchor.start, end: anchors[at + 1]?.start ?? span.end },
      )
    ) {
      current.anchors.push(anchor);
    } else if (!isComponent(text, current, anchor) && startsItem(reader, anchor, lastEnd)) {
      const start = afterJoin(text, lastEnd, anchor.start);
      current.span.end = trimmed(text, { start: current.span.start, end: start }).end;
      current = joinedItem(reader, { start, end: span.end }, anchor, current, how);
      items.push(current);
    }
    lastEnd = Math.max(lastEnd, anchor.end);
  }
  for (const item of items) {
    settleBySuffix(reader, item, how);
    item.span = trimmed(text, item.span);
  }
  return items;
}

/** Of words that list things ("LSO brace, cold unit, PT 3x6") what follows the last comma. */
function withoutList(before: string): string {
  const parts = before.split(/[,;]/);
  const isList = parts.every((part) => countWords(part) <= LISTED_WORDS);
  return isList ? (parts.at(-1) as string) : before;
}

/** A label of more words than this names a problem and says nothing on what follows it. */
const CUE_LABEL = 2;

/** Where the words of an item begin: after the cells and labels before it, but not after "Stop:". */
function headStart({ text, cues }: LineReader, from: number, offset: number): number {
  const cell = cellStart(text, from, offset);
  const label = labelEnd(text, cell, offset);
  const words = text.slice(cell, label);
  const speaks =
    countWords(words) <= CUE_LABEL ||
    endsInTie(words) ||
    cues.within(Cue.notBefore, cell, label)[0]?.start === cell;
  return speaks ? cell : label;
}

/** Another person's treatment is nobody's request; a plan may deny what it names. */
function isAboutOther({ assertion }: Anchor, how: LineReading): boolean {
  return assertion.subject === 'other' || (how.plan && assertion.voice === 'guideline');
}

function headItem(
  reader: LineReader,
  span: Span,
  anchor: Anchor,
  how: LineReading,
): LineItem | undefined {
  const { text, cues } = reader;
  const before = text.slice(span.start, anchor.start);
  const asked = cues.within(Cue.ask, span.start, anchor.start).at(-1);
  const lead = { start: asked ? asked.end : span.start, end: anchor.start };
  const isSupplied = SUPPLIED.test(text.slice(anchor.end, span.end)) && !isTold(before);
  const from = Math.max(
    lastOrder(cues, text, lead),
    isSupplied ? lastClause(text, lead) : lead.start,
  );
  const wording = how.wording ?? wordingOf(cues, { start: span.start, end: anchor.start });
  const withdrawn =
    cues.has(Cue.withdrawn, from, anchor.start) || cues.has(Cue.retract, span.start, anchor.start);
  const isFar = countWords(withoutList(before)) > how.headWithin || isTold(before);
  if (!asked && !withdrawn && wording === 'bare' && isFar && !isSupplied) return undefined;
  const dropped =
    isNoRequest(reader, { start: from, end: anchor.start }) ||
    (how.plan && (isConditional(before) || cues.has(Cue.later, span.start, anchor.start)));
  const withdrawal = withdrawn
    ? withdrawalOf(cues, { start: span.start, end: anchor.start }, anchor)
    : undefined;
  const state = withdrawal ?? (dropped ? 'dropped' : 'stands');
  return { anchors: [anchor], span: { ...span }, wording, state };
}

/** "For a consult and refill X": an order after "and" begins anew. */
function lastOrder(cues: CueIndex, text: string, { start, end }: Span): number {
  const order = cues.within(Cue.order, start, end).at(-1);
  return order && tieOf(text.slice(start, order.start)) === 'joined' ? order.start : start;
}

/** "Since he takes an NSAID, and so omeprazole #30": where the clause of a supply begins. */
function lastClause(text: string, { start, end }: Span): number {
  const join = /[,;]\s*(?:and|so|and so|but|then|also)\s+(?=(?:\w+\s+){0,2}$)/i.exec(
    text.slice(start, end),
  );
  return join ? start + join.index + join[0].length : start;
}

/** Units or visits: what names them is more than a word in passing. */
const SUPPLIED =
  /#\s?\d|\b(?:qty|quantity|number|disp)\s*:?\s*(?:\d|ten|fifteen|twenty|thirty|forty|sixty|ninety)|(?:\d{2,3}|thirty|sixty|ninety) of (?:them|those|these)|\b\d{1,3}\s*(?:tabs?|tablets|caps?|capsules|visits|sessions|patches)\b/i;

/** To hold a drug is to stop taking it; to hold a study is to put it off. */
function withdrawalOf(
  cues: CueIndex,
  { start, end }: Span,
  { drug }: Anchor,
): 'withdrawn' | 'dropped' {
  return !drug || cues.has(Cue.retract, start, end) ? 'withdrawn' : 'dropped';
}

function joinedItem(
  reader: LineReader,
  span: Span,
  anchor: Anchor,
  before: LineItem,
  how: LineReading,
): LineItem {
  const { text, cues } = reader;
  const lead = { start: span.start, end: anchor.start };
  if (cues.has(Cue.retract, lead.start, lead.end)) {
    return { anchors: [anchor], span: { ...span }, wording: 'bare', state: 'withdrawn' };
  }
  const own = wordingOf(cues, lead);
  const conditional = how.plan && isConditional(text.slice(before.span.start, anchor.start));
  const dropped = conditional || isNoRequest(reader, lead);
  const inherited = own === 'bare' ? before.state : 'stands';
  return {
    anchors: [anchor],
    span: { ...span },
    wording: own === 'bare' ? (how.wording ?? before.wording) : own,
    state: dropped
      ? 'dropped'
      : inherited === 'dropped' && before.wording !== 'bare'
        ? 'stands'
        : inherited,
  };
}

function wordingOf(cues: CueIndex, { start, end }: Span): Wording {
  if (cues.has(Cue.ask, start, end)) return 'asked';
  const carried = cues.within(Cue.carryOn, start, end).at(-1);
  const ordered = cues.within(Cue.order, start, end).at(-1);
  if (!carried && !ordered) return 'bare';
  return (carried?.start ?? -1) > (ordered?.start ?? -1) ? 'carried-on' : 'ordered';
}

/** Whether words in front of a treatment make it no request: "stop", "if", "discussed". */
function isNoRequest({ text, cues }: LineReader, { start, end }: Span): boolean {
  const before = text.slice(start, end);
  return cues.has(Cue.notBefore, start, end) || isHeldBack(before) || EMPTY_BOX.test(before);
}

/** Brand and generic, abbreviation and full name, the parts of one study. */
export function isSameItem(item: LineItem, anchor: Anchor, between: string): boolean {
  const head = item.anchors[0] as Anchor;
  if (head.drug && anchor.drug) {
    if (head.drug.id === anchor.drug.id) return true;
    const shared = head.drug.substances.some((substance) =>
      anchor.drug?.substances.includes(substance),
    );
    return shared && /^[^,;]{0,12}[(/]\s*$/.test(between);
  }
  return !head.drug && !anchor.drug && head.treatment === anchor.treatment;
}

/** What a course of therapy consists of: "PT 2x4: exercise, e-stim". */
function isComponent(text: string, { anchors }: LineItem, anchor: Anchor): boolean {
  const head = anchors[0] as Anchor;
  if (head.treatment?.quantity !== 'visits' || anchor.drug) return false;
  return /:|\b(?:incl|including|consisting|such as|to include)\b/i.test(
    text.slice(head.end, anchor.start),
  );
}

function startsItem({ text, cues }: LineReader, anchor: Anchor, from: number): boolean {
  const between = text.slice(from, anchor.start);
  if (isReason(text, cues, { start: from, end: anchor.start })) return false;
  const tie = tieOf(between);
  if (tie === 'joined') return true;
  // "and a script for Lunesta": the cue carries its own preposition.
  const cue = [Cue.order, Cue.ask]
    .flatMap((concept) => cues.within(concept, from, anchor.start))
    .at(-1);
  if (
    cue &&
    tieOf(text.slice(cue.end, anchor.start)) !== 'companion' &&
    tieOf(text.slice(from, cue.start)) === 'joined'
  )
    return true;
  return (
    tie === 'open' && /\d/.test(between) && (anchor.drug !== undefined || countWords(between) <= 4)
  );
}

/** "Flector #60   Deny   oral NSAID tolerated (Mobic)": the cell behind a decision gives its reason. */
function isReason(text: string, cues: CueIndex, { start, end }: Span): boolean {
  return cues.within(Cue.decisionWord, start, end).some((decision) => {
    const isCell = /(?:\t|\||\s{2})\s*$/.test(text.slice(start, decision.start));
    return isCell && !text.slice(decision.end, end).includes('\n');
  });
}

const LAST_JOIN = /[;+|&]|(?<!\d)[,/]|[,/](?!\d)|\band\b|\bplus\b|\balso\b|\t| {3,}|\n/gi;

/** Offset just after the last word or mark that joins; without one, after the last number. */
export function afterJoin(text: string, from: number, to: number): number {
  const between = text.slice(from, to);
  const join = [...between.matchAll(LAST_JOIN)].at(-1);
  if (join) return from + join.index + join[0].length;
  return from + (/^[\s\S]*\d[)%]?/.exec(between)?.[0].length ?? 0);
}
