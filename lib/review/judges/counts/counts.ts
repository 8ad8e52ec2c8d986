/** Counts of what was done so far. */
import type { Range, Value, ValueMention } from '../../../language/mention.ts';
import { latestDay } from '../../../language/values/calendar.ts';
import { askedPart } from '../../evidence/asked-part.ts';
import { conceptsOf, type IndexedDocument, names } from '../../evidence/case-index.ts';
import { dateOf } from '../../evidence/dates.ts';
import { createMemo } from '../../evidence/memo.ts';
import { type Place, type Span, scopeOf, shares } from '../../evidence/scopes.ts';
import { createSpanSet } from '../../evidence/span-set.ts';
import { Cue } from '../../requests/cues.ts';
import type { JudgeContext } from '../judge.ts';
import {
  doneOrDenied,
  isDoneValue,
  isRequested,
  mentionIn,
  nearestTo,
  valuesIn,
} from '../places.ts';
import { answeredCounts } from './answered-counts.ts';
import { isSomeOf, isWhole } from './bare-numbers.ts';
import { isOnlyTherapy, nameFor, otherTreatments } from './count-subject.ts';
import { type CuedNumber, cuedNumbers, DONE_CUE } from './cued-counts.ts';
import { datedVisits } from './dated-visits.ts';
import { numbersByName } from './named-counts.ts';
import { numberedRows } from './numbered-rows.ts';
import { ordinalVisits } from './ordinal-visits.ts';
import { correctedTo } from './self-correction.ts';
import { visitsTakenInFull } from './taken-in-full.ts';
import { visitLedgers } from './visit-ledgers.ts';
import { visitParts } from './visit-parts.ts';
import { visitsByWhatIsLeft } from './visits-left.ts';

/** A count of what was done so far, with its place. */
export interface PastCount {
  document: IndexedDocument;
  place: Place;
  amount: Range;
  /** "About 10", "I believe": somebody is not sure. */
  uncertain: boolean;
  /** Day that governs it, counted from 1970; not a number where none is known. */
  day: number;
  /** The course it is of, where the text tells one from another: a year, a season. Else empty. */
  course: string;
  /** It numbers one visit of a row, "visit 7": at least so many. */
  ordinal: boolean;
  /** Its sentence corrects another number. */
  corrected: boolean;
}

/** What a past count is of, and how it is worded. */
export interface CountSettings {
  of: string | readonly string[];
  units?: readonly string[] | undefined;
  /** Concepts that make a number beside them doubtful: "I believe". */
  doubtful?: string | readonly string[] | undefined;
  /** Concepts that say a number was not done: "18 visits were authorized". */
  notDone?: string | readonly string[] | undefined;
  /** Concepts that say that there was none so far: then a number that nothing says was done was not. */
  none?: string | readonly string[] | undefined;
}

/**
 * The counts that the record states as done: not asked for, not planned, not a guideline's, in the
 * order of the text. A count belongs to what its sentence names, else to what the sentence beside
 * it or the title of the document does.
 */
export function pastCounts(settings: CountSettings, context: JudgeContext): PastCount[] {
  const refs = (list: string | readonly string[] | undefined) =>
    conceptsOf(list ?? [], context.index.rulebook, context.request);
  const concepts = refs(settings.of);
  const doubtful = refs(settings.doubtful);
  const notDone = refs(settings.notDone);
  const others = otherTreatments(context, concepts);
  const denied = settings.none !== undefined && doneOrDenied(settings.none, context).length > 0;
  const all = context.index.documents.flatMap((document) => {
    const undone = createSpanSet(
      notDone.flatMap((concept) => document.mentions.get(concept) ?? []),
    );
    const counted = countsWithUnits(document, settings.units).filter(
      ({ place, part }) =>
        !isWhole(document, place) &&
        !isIncluded(document, place) &&
        !correctedTo(document, place) &&
        !isTimesOfOther(document, place, concepts) &&
        (part || !isSpanOfNotes(document, place)) &&
        (part || !isRule(document, place)) &&
        (part || !undone.touches(place)),
    );
    const cued = countsWithCues(document);
    const isCued = createSpanSet([...cued, ...counted].map(({ place }) => place));
    const named = countsByName(document).filter(
      ({ place }) => !isCued.touches(place) && !undone.touches(place),
    );
    const isSure = createSpanSet(cued.map(({ place }) => place));
    const uncued = [...counted.filter(({ place }) => !isSure.touches(place)), ...named];
    return [...uncued, ...cued]
      .filter((found) => (found.part || !denied) && isOfThePast(document, found, context))
      .sort((a, b) => a.place.start - b.place.start)
      .flatMap(({ place, amount, uncertain, ordinal = false, cued = false }) => {
        const told = { cued, none: amount.high === 0 };
        const named = nameFor(document, place, concepts, others, isOnlyTherapy(context), told);
        if (!named) return [];
        const doubted = mentionIn(document, doubtful, scopeOf(document, place, 'clause'));
        const unsure = uncertain || named.unsure || doubted !== undefined;
        const day = dayOf(document, place);
        const course = courseOf(document, place);
        const corrected = isCorrected(document, place);
        return [{ document, place, amount, uncertain: unsure, day, course, ordinal, corrected }];
      });
  });
  return ofThePart(all, context);
}

/** "Low back 12, knee 4": of a part that is asked for the counts of that; where there are none, all. */
function ofThePart(counts: PastCount[], context: JudgeContext): PastCount[] {
  if (counts.length < 2) return counts;
  const isOfPart = askedPart(context);
  const own = counts.filter(({ document, place }) => isOfPart(document, place));
  return own.length > 0 ? own : counts;
}

/** A count as it is written, before it is known what it is of. */
export interface Found {
  place: Place;
  amount: Range;
  uncertain: boolean;
  /** Said to be done by its own words: "8 of 12", "had been to 16". */
  part: boolean;
  ordinal?: boolean;
  /** The word beside it says that it was done, wherever it stands. */
  cued?: boolean;
}

/** Counts by the words beside a bare number: "6 kept", "14 dates paid"; the same for all that is judged. */
function countsWithCues(document: IndexedDocument): readonly Found[] {
  return countedByCues(document, '', () =>
    withoutTouching(visitsByWhatIsLeft(document), [
      ...cuedNumbers(document),
      ...ordinalVisits(document),
      ...visitParts(document),
      ...answeredCounts(document),
      ...datedVisits(document),
      ...visitLedgers(document),
      ...numberedRows(document),
      ...visitsTakenInFull(document),
    ])
      .filter(({ place }) => !isWhole(document, place) && !isIncluded(document, place))
      .map(({ place, amount, ordinal, unsure = false }) => ({
        place,
        amount: { low: amount, high: amount },
        uncertain: unsure || document.reading.text[place.end] === '?',
        part: true,
        ordinal,
        cued: true,
      })),
  );
}

/** Counts by the name of a therapy beside a bare number: "PT 24", "8 chiro"; the same for all that is judged. */
function countsByName(document: IndexedDocument): readonly Found[] {
  return countedByNames(document, '', () =>
    numbersByName(document).map(({ place, amount, unsure = false }) => ({
      place,
      amount: { low: amount, high: amount },
      uncertain: unsure || document.reading.text[place.end] === '?',
      part: false,
    })),
  );
}

const countedByNames = createMemo<IndexedDocument, readonly Found[]>();

/** Of numbers that touch, those that the first list holds. */
function withoutTouching(
  first: readonly CuedNumber[],
  others: readonly CuedNumber[],
): CuedNumber[] {
  const known = createSpanSet(first.map(({ place }) => place));
  return [...first, ...others.filter(({ place }) => !known.touches(place))];
}

/** "No spasm on the last two visits": the notes that something was seen in, no count of a treatment. */
function isSpanOfNotes({ reading: { text } }: IndexedDocument, { start }: Place): boolean {
  return /\b(?:on|in|at|over|during|for|across)\s+(?:the|these|his|her|our|both)\s+(?:last|past|previous|latest|recent)\s+$/i.test(
    text.slice(Math.max(0, start - 40), start),
  );
}

const countedByCues = createMemo<IndexedDocument, readonly Found[]>();

/** "24 to date incl. 12 after the operation": some of what was counted before it. */
const INCLUDED = 'count-included';
const LONGEST_INCLUDING = 30;

function isIncluded({ mentions }: IndexedDocument, { start, end }: Place): boolean {
  const before = mentions.of(INCLUDED, Math.max(0, start - LONGEST_INCLUDING), end);
  return before.some((mention) => mention.end > start);
}

/** What tells one course from another: "12 in 2013", "8 this spring", "all 6 of the second course". */
const COURSE =
  /(?<![/.\d-])(?:19|20)\d\d(?![/\d-]|\.\d)|(?<=\b(?:last|this|the|in|early|late|that) )(?:fall|autumn|winter|spring|summer|year)\b|\b(?:first|1st|initial|second|2nd|third|3rd|fourth|4th)(?= (?:course|round|block|set|series|batch|stint|bout|authorization|auth|referral|go.round)\b)/gi;
const CLOSE_TO_COUNT = 30;
/** "Authorization 2:  6 visits  8/18 - 10/3  attended 4": what numbers the line of a course. */
const NUMBERED_COURSE =
  /^[ \t]*(?:authorization|auth|course|block|round|series|referral|script)[ \t]?(?:#|no\.?)?[ \t]?\d{1,2}\b/i;

function lineBefore(text: string, end: number): string {
  return text.slice(text.lastIndexOf('\n', end - 1) + 1, end);
}

function courseOf(document: IndexedDocument, place: Place): string {
  const { start, end } = scopeOf(document, place, 'sentence');
  const { text } = document.reading;
  const numbered = NUMBERED_COURSE.exec(lineBefore(text, place.start))?.[0];
  if (numbered !== undefined) return numbered.trim().toLowerCase();
  const from = Math.max(start, place.start - CLOSE_TO_COUNT);
  const marks = [...text.slice(from, Math.min(end, place.end + CLOSE_TO_COUNT)).matchAll(COURSE)];
  const near = marks.map((mark) => {
    const at = from + mark.index;
    return { start: at, end: at + mark[0].length, word: mark[0].toLowerCase() };
  });
  // "6 in 2014, 9 in 2015": a comma parts a number from the year of another
  const isJoined = ({ start: first, end: last }: Span) =>
    !/[,;]/.test(
      last <= place.start ? text.slice(last, place.start) : text.slice(place.end, first),
    );
  const joined = near.filter(isJoined);
  return nearestTo(place, joined.length > 0 ? joined : near)?.word ?? '';
}

const CORRECTED = 'count-corrected';

function isCorrected(document: IndexedDocument, place: Place): boolean {
  return mentionIn(document, [CORRECTED], scopeOf(document, place, 'sentence')) !== undefined;
}

function countsWithUnits(
  document: IndexedDocument,
  units: readonly string[] | undefined,
): (Found & { place: ValueMention })[] {
  const { text } = document.reading;
  return valuesIn(document, 'count', { start: 0, end: text.length })
    .filter(
      (place) =>
        (isDoneValue(place) || isPart(place)) &&
        !wasNotDone(place) &&
        (!units || units.some((unit) => sameUnit(unit, place.value.unit))),
    )
    .map((place) => ({
      place,
      amount: amountDone(text, place),
      part: isPart(place),
      uncertain:
        place.value.operator === 'about' ||
        isRange(place.value) ||
        isSomeOf(text, place) ||
        text[place.end] === '?',
    }));
}

/** "Between 6 and 12 sessions": nobody knows. */
function isRange({ amount, of }: Extract<Value, { kind: 'count' }>): boolean {
  return of === undefined && amount.low !== amount.high;
}

/** "2x4" is how visits are asked for; what a guideline allows is nobody's visit. */
function isRule(document: IndexedDocument, place: ValueMention): boolean {
  const { value } = place;
  const sentence = scopeOf(document, place, 'sentence');
  if (value.kind === 'count' && value.schedule && !value.of && !saysDone(document, sentence)) {
    return true;
  }
  return mentionIn(document, ['guideline-word'], scopeOf(document, place, 'clause')) !== undefined;
}

function saysDone(document: IndexedDocument, span: Span): boolean {
  return names(document, [DONE_CUE], span);
}

/** "Had it on at 9 of the 14 visits": what was done at some of them; there were 14. */
const AT_SOME_OF_THEM = /\b(?:at|on|in|during)\s+(?:only |just |about )?$/i;

type Counted = ValueMention & { value: Extract<Value, { kind: 'count' }> };

function amountDone(text: string, { start, value }: Counted): Range {
  const isSome =
    value.of !== undefined && AT_SOME_OF_THEM.test(text.slice(Math.max(0, start - 20), start));
  return isSome ? { low: value.of as number, high: value.of as number } : value.amount;
}

/** "SOAP x3": three of what stands before it, and no visits. */
function isTimesOfOther(document: IndexedDocument, place: Place, concepts: readonly string[]) {
  if (!/^x ?\d+(?: visits?)?$/i.test(document.reading.text.slice(place.start, place.end)))
    return false;
  const before = { start: place.start - 4, end: place.start };
  return !concepts.some((concept) =>
    document.mentions.get(concept)?.some(({ end }) => end > before.start && end <= before.end),
  );
}

/** "2 missed", "12 authorized", "6 more". */
function wasNotDone({ value }: ValueMention): boolean {
  if (value.kind !== 'count' || value.of !== undefined) return false;
  const { standing } = value;
  return standing === 'missed' || standing === 'authorized' || standing === 'more';
}

/** "8 of the 12 that were authorized": the deciding words are about the twelve. */
function isPart({ value, assertion }: ValueMention): boolean {
  return value.kind === 'count' && value.of !== undefined && assertion?.voice !== 'guideline';
}

/** A sentence that asks for or decides about a therapy counts what is asked for, not what was done. */
const ASKING = [Cue.decisionWord, Cue.itemDecision, Cue.restated, Cue.ask, Cue.order];

function isOfThePast(document: IndexedDocument, found: Found, context: JudgeContext): boolean {
  const { place, part, cued } = found;
  if (!cued && isRequested(document, place, context) && !isOtherNumber(document, found, context))
    return false;
  if (part) return true;
  const before = { start: scopeOf(document, place, 'sentence').start, end: place.start };
  return mentionIn(document, ASKING, before) === undefined;
}

const ASKED_IN = ['request', 'plan', 'decision', 'heading', 'rationale'];

/** "11 PT visits" in the story of a note that asks for eight of them says what was done. */
function isOtherNumber(
  document: IndexedDocument,
  { place, amount }: Found,
  context: JudgeContext,
): boolean {
  const { sections, sentences } = document.reading;
  const kind = sections[sentences[place.sentence]?.section ?? -1]?.kind ?? 'other';
  const items = context.requests.map(({ passages }) => ({ passages: passages.slice(0, 1) }));
  if (ASKED_IN.includes(kind) || isRequested(document, place, { requests: items })) return false;
  const { start, end } = place;
  if (/\d\s?[x×]\s?\d/i.test(document.reading.text.slice(start, end))) return false;
  const asked = context.request?.parts.counts ?? [];
  const own = asked.filter(
    ({ passage }) => passage.document !== document.document.id || !shares(passage, place),
  );
  return own.length > 0 && own.every(({ value }) => value.amount.high !== amount.high);
}

function dayOf(document: IndexedDocument, place: Place): number {
  const datesOf = (scope: Span) =>
    valuesIn(document, 'date', scope).filter(
      (date) => date.value.date.year > 0 && !isOfPeriod(document, date),
    );
  const ofClause = datesOf(scopeOf(document, place, 'clause'));
  const dates = ofClause.length > 0 ? ofClause : datesOf(scopeOf(document, place, 'sentence'));
  const date = nearestTo(place, dates)?.value.date ?? dateOf(document, place);
  return date ? latestDay(date) : Number.NaN;
}

/** "From 1/12 to 3/30": days that a course had, not the day it was counted on. */
function isOfPeriod(document: IndexedDocument, { start, end }: Span): boolean {
  const { text } = document.reading;
  const joined = /^\s?(?:-|–|to|through|thru|until)\s?\d/i.test(text.slice(end, end + 12));
  return (
    joined ||
    /\d\s?(?:-|–|to|through|thru|until)\s?$/i.test(text.slice(Math.max(0, start - 12), start))
  );
}

export function sameUnit(a: string, b: string): boolean {
  return a.replace(/s$/, '') === b.replace(/s$/, '');
}
