import { overlaps, type Passage, type QuotedPassage } from '../../case/passage.ts';
import type { Range } from '../../language/mention.ts';
import { beginningIn } from '../../language/sorted.ts';
import { earliestDay, latestDay } from '../../language/values/calendar.ts';
import { documentById, sentenceAt } from '../evidence/case-index.ts';
import { dateOf } from '../evidence/dates.ts';
import { createMemo } from '../evidence/memo.ts';
import { isPassive } from '../requests/asking.ts';
import { Cue } from '../requests/cues.ts';
import type { IndexedDocument } from '../requests/find-requests.ts';
import type { FoundRequest, StatedPart } from '../requests/found-request.ts';
import { mentionsIn, valuesIn } from '../requests/traits.ts';
import type { CheckContext } from './check-context.ts';
import { segmentsOf } from './levels.ts';

/** What one passage of a request says, part by part, as sets of words that can be compared. */
export interface Statement {
  passage: QuotedPassage;
  strengths: Set<string>;
  quantities: Set<string>;
  refills: Set<string>;
  sides: Set<string>;
  levels: Set<string>;
  /** Parts of the body that the line item names. */
  bodyParts: Set<string>;
  /** ... and that another paper is said to name. */
  toldBodyParts: Set<string>;
  kinds: Set<string>;
  /** To hire or to keep. */
  supplies: Set<string>;
  counts: { amount: Range; unit: string }[];
  /** Days that a device is to be hired for. */
  lengths: Range[];
  frequencies: Range[];
  /** Another paper, or what somebody says, gives it. */
  isFromOtherPaper: boolean;
  /** The passage corrects what was said before. */
  corrects: boolean;
  /** The passage says that the dose is changed: an earlier one differs by intent. */
  changes: boolean;
}

/** More statements of one request add nothing to the comparison. */
const MOST_STATEMENTS = 60;
/** How far before a passage the word may stand that changes the dose: "increase". */
const CHANGE_WITHIN = 12;
/** A form and its note are written within so many days of each other. */
const SAME_REQUEST_DAYS = 10;
/** ... and after the visit that they are for, at most. */
const NOTE_OF_FORM_DAYS = 35;
/** A note tells so many things before it asks, not further up than this, in sentences. */
const SENTENCES_OF_NOTE = 3;
const NOTE_WITHIN = 12;
const EMPTY_LINE = /\n\s*\n/;
/** How far below a passage its details stand. */
const DETAILS_WITHIN = 200;

/** A statement that says nothing yet. */
export function emptyStatement(passage: QuotedPassage): Statement {
  return {
    passage,
    strengths: new Set(),
    quantities: new Set(),
    refills: new Set(),
    sides: new Set(),
    levels: new Set(),
    bodyParts: new Set(),
    toldBodyParts: new Set(),
    kinds: new Set(),
    supplies: new Set(),
    counts: [],
    lengths: [],
    frequencies: [],
    isFromOtherPaper: false,
    corrects: false,
    changes: false,
  };
}

/** The statements of a request, one a passage: the line item and what else says what is asked for. */
export function statementsOf(context: CheckContext): readonly Statement[] {
  return stated(context.request, '', () => findStatements(context));
}

const stated = createMemo<FoundRequest, readonly Statement[]>();

function findStatements(context: CheckContext): Statement[] {
  const { request } = context;
  const since = sinceOf(context, request.passages.slice(1));
  const statements: Statement[] = [];
  for (const passage of request.passages) {
    if (statements.length === MOST_STATEMENTS) break;
    // What an earlier visit asked for was another request.
    const isEarlier = dayOf(context, passage) < since;
    if (!isEarlier && isAskedIn(context, request, passage))
      statements.push(statementOf(context, passage));
  }
  const [first] = request.passages;
  return statements.length === 0 && first ? [statementOf(context, first)] : statements;
}

/**
 * The day, as a number, since which a text speaks of the request and not of one before it; not a number
 * where the request has no date. `beside` are the places that may state it beside its line item.
 */
export function sinceOf(context: CheckContext, beside: readonly Passage[]): number {
  const [first] = context.request.passages;
  if (!first) return Number.NaN;
  const day = dayOf(context, first, earliestDay);
  const since = day - SAME_REQUEST_DAYS;
  if (isInNote(context, first)) return since;
  // the last note before a form is the one it was written from, if it is not of long ago
  const days = beside.map((place) => dayOf(context, place)).filter((each) => each <= day);
  const last = Math.max(...days.filter((each) => each >= day - NOTE_OF_FORM_DAYS));
  return Math.min(since, last);
}

/** The day, as a number, that a passage speaks of, of a month the last; not a number where none is written. */
export function dayOf(
  { index }: CheckContext,
  { document, start, end }: Passage,
  ofMonth = latestDay,
): number {
  const source = documentById(index.documents, document);
  if (!source) return Number.NaN;
  const date = dateOf(source, { start, end, sentence: sentenceAt(source.reading, start) });
  return date?.month ? ofMonth(date) : Number.NaN;
}

/** Whether a passage ends a note that tells of its own day, and does not stand on a form alone. */
function isInNote(context: CheckContext, passage: QuotedPassage): boolean {
  const source = documentById(context.documents, passage.document);
  if (!source) return false;
  const { anchors, reading } = source;
  const own = sentenceAt(reading, passage.start);
  const before = reading.sentences
    .slice(Math.max(0, own - NOTE_WITHIN), own)
    .filter(({ end }) => !EMPTY_LINE.test(reading.text.slice(end, passage.start)));
  const told = before.filter((sentence) => beginningIn(anchors, sentence).length === 0);
  return told.length >= SENTENCES_OF_NOTE;
}

/** Whether a passage says what is asked for, and not what was done, granted or is recommended in general. */
function isAskedIn(
  { documents, treatment }: CheckContext,
  request: FoundRequest,
  passage: QuotedPassage,
): boolean {
  const document = documentById(documents, passage.document);
  if (!document) return true;
  const { cues, reading } = document;
  const sentence = reading.sentences[sentenceAt(reading, passage.start)] ?? passage;
  const span = { start: sentence.start, end: Math.min(sentence.end, passage.end) };
  const told = reading.mentions.within(span);
  const says = (cue: string) => cues.has(cue, span.start, span.end);
  if (says(Cue.granted) && !says(Cue.ask)) return false;
  if (says(Cue.correction) || says(Cue.restated)) return true;
  if (wasDecided(document, passage, sentence)) return false;
  if (told.some(({ assertion }) => assertion.voice === 'guideline')) return false;
  if (says(Cue.pastAsking)) return false;
  if (says(Cue.ask)) return true;
  if (says(Cue.earlierPaper)) return false;
  if (treatment.quantity === 'rental' && says(Cue.triedOut)) return false;
  // "Attended 9": a number that tells what was done.
  const done = told.filter(({ assertion }) => assertion.time === 'past');
  return !request.parts.counts.some(({ passage: part }) =>
    done.some((one) => overlaps(part, { ...one, document: passage.document })),
  );
}

/** "The request of 11/2015 for six visits was denied": what was decided before is not asked for here. */
function wasDecided(
  { reading: { text }, cues, isDecision }: IndexedDocument,
  { start }: Passage,
  sentence: { end: number },
): boolean {
  return (
    !isDecision &&
    cues.within(Cue.decisionWord, start, sentence.end).some((cue) => isPassive(text, cue))
  );
}

function statementOf(context: CheckContext, passage: QuotedPassage): Statement {
  const { parts, passages } = context.request;
  // A part on a line below the passage ("Qty 30") belongs to it too.
  const after = passages.filter(
    ({ document, start }) => document === passage.document && start >= passage.end,
  );
  const document = documentById(context.documents, passage.document);
  const below = passage.end + DETAILS_WITHIN;
  // "Klonopin: modified to #20": what was granted was not asked for
  const granted = document?.cues.within(Cue.granted, passage.end, below)[0];
  const limit = Math.min(granted?.start ?? below, ...after.map(({ start }) => start));
  const own = <T>(list: readonly StatedPart<T>[]) =>
    list
      .filter(
        (part) =>
          part.passage.document === passage.document &&
          part.passage.start >= passage.start &&
          part.passage.end <= limit,
      )
      .map(({ value }) => value);
  const kinds = document ? mentionsIn(document.reading, passage, isKindPrefix) : [];
  return {
    passage,
    // "Norco 10" is Norco 10/325.
    strengths: new Set(own(parts.strengths).map(({ amount }) => String(amount))),
    quantities: new Set(own(parts.quantities).map(String)),
    refills: new Set(own(parts.refills).map(String)),
    sides: sidesOf(own(parts.sides)),
    levels: new Set(own(parts.levels).flatMap(segmentsOf)),
    bodyParts: new Set(own(parts.bodyParts)),
    toldBodyParts: new Set(),
    kinds: new Set(kinds.map(({ concept }) => concept).filter((kind) => !isSupply(kind))),
    supplies: new Set(kinds.map(({ concept }) => concept).filter(isSupply)),
    counts: own(parts.counts).map(({ amount, unit }) => ({ amount, unit: unit.replace(/s$/, '') })),
    lengths:
      document && context.treatment.quantity === 'rental' ? lengthsIn(document, passage) : [],
    frequencies: own(parts.frequencies).map(({ perDay }) => perDay),
    isFromOtherPaper: false,
    corrects: document?.cues.has(Cue.correction, passage.start, passage.end) ?? false,
    changes: document?.cues.has(Cue.change, passage.start - CHANGE_WITHIN, passage.end) ?? false,
  };
}

/** The one length of time that a passage names, in days. */
function lengthsIn({ reading }: IndexedDocument, passage: Passage): Range[] {
  const days = valuesIn(reading, passage).flatMap(({ value }) =>
    value.kind === 'duration' ? [value.days] : [],
  );
  return days.length === 1 ? days : [];
}

/** Left and right together are both. */
export function sidesOf(sides: readonly string[]): Set<string> {
  const found = new Set(sides);
  if (found.has('left') && found.has('right')) found.add('bilateral');
  return found.has('bilateral') ? new Set(['bilateral']) : found;
}

/** Other products of the same active drug, in a strength of their own, that the text asks for without listing them. */
export function siblingsOf(context: CheckContext): FoundRequest[] {
  const { request, requests } = context;
  const { drug } = request;
  if (!drug) return [];
  const strengths = strengthsOf(request);
  return requests.filter(
    (other) =>
      other !== request &&
      other.treatment === request.treatment &&
      other.listed !== request.listed &&
      other.drug !== undefined &&
      other.drug.id !== drug.id &&
      other.drug.substances[0] === drug.substances[0] &&
      strengthsOf(other).some((strength) => !strengths.includes(strength)) &&
      other.passages.some((passage) => isAskedIn(context, other, passage)),
  );
}

function strengthsOf({ parts }: FoundRequest): number[] {
  return parts.strengths.map(({ value }) => value.amount);
}

function isSupply(concept: string): boolean {
  return concept.startsWith(SUPPLY);
}

/** Concepts of the packs: rental, purchase. */
const SUPPLY = `${Cue.kindPrefix}of-supply-`;

function isKindPrefix(concept: string): boolean {
  return concept.startsWith(Cue.kindPrefix);
}
