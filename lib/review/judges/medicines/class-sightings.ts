import { courseOf } from '../../../language/medications/courses.ts';
import { nextDrug } from '../../../language/medications/drug-dates.ts';
import {
  CHRONIC_DAYS,
  type Sighting,
  sightingsOf,
} from '../../../language/medications/exposure.ts';
import type {
  DateValue,
  MedicationStatement,
  Mention,
  Reading,
} from '../../../language/mention.ts';
import { isDrug } from '../../../language/mentions.ts';
import { dateOfDay, earliestDay, isoDate, latestDay } from '../../../language/values/calendar.ts';
import { say } from '../../../saying/said.ts';
import {
  type CaseIndex,
  conceptsOf,
  firstFrom,
  type IndexedDocument,
  mentionsWithin,
  names,
} from '../../evidence/case-index.ts';
import { isAbout, OTHER_SUBJECTS } from '../../evidence/drug-subject.ts';
import { createMemo } from '../../evidence/memo.ts';
import { type Span, scopeOf, withAnswer } from '../../evidence/scopes.ts';
import { isGivenOnce } from '../../medicines/given-once.ts';
import type { JudgeContext } from '../judge.ts';
import { isDone, isDoneOrInPlan, valuesIn } from '../places.ts';

/** Concept of the shipped packs, where a pack names no other. */
const FIRST_SEEN = 'medicine-first-seen';

/** A dated sign of a drug in one document. */
export interface Seen {
  document: IndexedDocument;
  sighting: Sighting;
}

/** Every dated statement on drugs of the classes. */
export function seenInCase(classes: readonly string[], context: JudgeContext): readonly Seen[] {
  const { drugs } = context.index.rulebook;
  const isOfClass = (id: string) =>
    drugs.get(id)?.classes.some((name) => classes.includes(name)) === true;
  return seen(context.index, `${isoDate(context.asOf)} ${classes}`, () =>
    context.index.documents.flatMap((document) => {
      const once = givenOnce(document, isOfClass);
      return sightingsOf(document.reading, isOfClass, context.asOf)
        .filter(({ start }) => !once.has(start))
        .map((sighting) => ({ document, sighting }));
    }),
  );
}

const seen = createMemo<CaseIndex, readonly Seen[]>();

/** Where drugs of the classes are named that were given once, at a procedure. */
function givenOnce(
  document: IndexedDocument,
  isOfClass: (id: string) => boolean,
): ReadonlySet<number> {
  const { medications, mentions } = document.reading;
  const given = medications.filter((statement) => {
    const mention = isOfClass(statement.drug) ? mentions.at(statement.mention) : undefined;
    return mention && isGivenOnce(document, mention, statement);
  });
  return new Set(given.map(({ start }) => start));
}

/**
 * Dates that a sentence ties to a drug it names, or that the sentence before it names: "It first
 * appears in the report of 10/09/2013".
 */
export function firstSeen(
  classes: readonly string[],
  context: JudgeContext,
  refs: string | readonly string[] = FIRST_SEEN,
): Seen[] {
  const { rulebook, documents } = context.index;
  const drugs = conceptsOf(
    classes.map((name) => `class:${name}`),
    rulebook,
  );
  const words = conceptsOf(refs, rulebook, context.request);
  return documents.flatMap((document) =>
    words
      .flatMap((concept) => document.mentions.get(concept) ?? [])
      .flatMap((mention): Seen[] => {
        const sentence = scopeOf(document, mention, 'sentence');
        const before = { start: scopeOf(document, mention, 'neighbours').start, end: sentence.end };
        const drug =
          lastDrug(document, drugs, { start: sentence.start, end: mention.start }) ??
          lastDrug(document, drugs, sentence) ??
          lastDrug(document, drugs, before);
        if (!drug || !isDone(drug)) return [];
        const date = firstDate(document, ofOneDrug(document, sentence, drug), context.asOf);
        if (!date || isOfCourse(document, drug)) return [];
        const { start, end } = drug.start < sentence.start ? mention : drug;
        const id = drug.concept.slice('drug:'.length);
        return [{ document, sighting: { drug: id, date, start, end, kind: 'since' } }];
      }),
  );
}

/** "Was given Zanaflex for a week in 2012": taken then, and not since. */
function isOfCourse({ reading }: IndexedDocument, drug: Mention): boolean {
  const { medications, mentions } = reading;
  const statement = statements(
    reading,
    '',
    () => new Map(medications.toReversed().map((one) => [mentions.at(one.mention), one])),
  ).get(drug);
  return statement !== undefined && courseOf(reading, statement)?.isOngoing === false;
}

const statements = createMemo<Reading, ReadonlyMap<Mention | undefined, MedicationStatement>>();

/** "Norco since 2008, Xanax first appears on 2/10/14": the words from a drug to the next one, if others are named. */
function ofOneDrug(
  { reading: { mentions } }: IndexedDocument,
  sentence: Span,
  drug: Mention,
): Span {
  const { start, end } = sentence;
  const isFirst = nextDrug(mentions, start, end) >= drug.start;
  return {
    start: isFirst ? start : drug.start,
    end: nextDrug(mentions, Math.max(start, drug.end), end),
  };
}

/** Concept of the shipped packs: "on it", "takes them". */
const IN_PROGRESS = 'use-in-progress';
/** Letters between such words and how long it has been. */
const SPAN_WITHIN = 40;

/** Use that is told without the name of the drug: "Xanax 0.5 prn; on it since 2012", "Takes it. 3 years now". */
export function toldOfIt(classes: readonly string[], context: JudgeContext): Seen[] {
  const { rulebook, documents } = context.index;
  const drugs = conceptsOf(
    classes.map((name) => `class:${name}`),
    rulebook,
  );
  const ofClass = new Set(drugs);
  return documents.flatMap((document) =>
    (document.mentions.get(IN_PROGRESS) ?? []).filter(isDoneOrInPlan).flatMap((mention): Seen[] => {
      const isOfAll = names(document, [WHOLE_REGIMEN], mention);
      if (
        !isOfAll &&
        !isAbout(document, mention, ofClass) &&
        !isOfLastNamed(document, mention, ofClass) &&
        !isOfFirstNamed(document, mention, ofClass)
      )
        return [];
      const end = Math.min(withAnswer(document, mention).end, mention.end + SPAN_WITHIN);
      const date = startIn(document, { start: mention.start, end }, context.asOf);
      const drug = drugBefore(document, drugs, mention.start) ?? context.request?.drug?.id;
      if (!date || drug === undefined) return [];
      const place = { start: mention.start, end: mention.end };
      return [{ document, sighting: { drug, date, ...place, kind: 'since' } }];
    }),
  );
}

/** Concept of the shipped packs: "longer than she can remember", "sixth month of". */
const LONG_USE = 'medicine-long-use';

/** Use that is told to be long in words without a number: it has lasted as long as what is called chronic. */
export function toldAsLong(classes: readonly string[], context: JudgeContext): Seen[] {
  const { rulebook, documents } = context.index;
  const drugs = conceptsOf(
    classes.map((name) => `class:${name}`),
    rulebook,
  );
  const words = conceptsOf(
    classes.map((name) => `class-word:${name}`),
    rulebook,
  );
  const meant = new Set([...drugs, ...words]);
  return documents.flatMap((document) =>
    (document.mentions.get(LONG_USE) ?? []).filter(isDone).flatMap((mention): Seen[] => {
      if (!isAbout(document, mention, meant) && !isOfFirstNamed(document, mention, meant))
        return [];
      const { start, end } = mention;
      const drug = drugBefore(document, drugs, end) ?? context.request?.drug?.id;
      if (drug === undefined) return [];
      const date = daysBefore(context.asOf, CHRONIC_DAYS);
      const why = say('run_called_chronic', CHRONIC_DAYS);
      return [{ document, sighting: { drug, date, start, end, kind: 'since', why } }];
    }),
  );
}

/** Concept of the packs: "same regimen for 3 years", said of all that is named. */
const WHOLE_REGIMEN = 'regimen-in-progress';

/** Letters from the name of a drug to a field of its form. */
const FORM_WITHIN = 200;

/** "Drug: SOMA 350 ... How long on therapy: > 2 yrs": a field that stands below the only drug named so far. */
function isOfLastNamed(
  { reading: { mentions } }: IndexedDocument,
  { start }: Mention,
  drugs: ReadonlySet<string>,
): boolean {
  const named = mentions.where(isDrug);
  const before = named.slice(0, firstFrom(named, start));
  return (
    before.length > 0 &&
    start - (before.at(-1) as Mention).end <= FORM_WITHIN &&
    before.every(({ concept }) => drugs.has(concept))
  );
}

/** "I've been on it for three years. Refill Ambien": the first drug named at all comes right after. */
function isOfFirstNamed(
  document: IndexedDocument,
  { sentence }: Mention,
  drugs: ReadonlySet<string>,
): boolean {
  const { mentions, sentences } = document.reading;
  const [first] = mentions.where(isDrug);
  const own = sentences[sentence];
  const next = sentences[sentence + 1];
  return (
    first !== undefined &&
    own !== undefined &&
    next !== undefined &&
    !names(document, OTHER_SUBJECTS, own) &&
    first.start >= next.start &&
    first.end <= next.end &&
    drugs.has(first.concept)
  );
}

function drugBefore(
  document: IndexedDocument,
  drugs: readonly string[],
  end: number,
): string | undefined {
  return lastDrug(document, drugs, { start: 0, end })?.concept.slice('drug:'.length);
}

/** A supply lasts a shorter time than use that is told of. */
const SHORTEST_USE_DAYS = 46;

/** Since when: "since 2012", "3 years", "a year now". */
function startIn(document: IndexedDocument, span: Span, asOf: DateValue): DateValue | undefined {
  const [since] = sinceDates(document, span, asOf);
  if (since) return since;
  const [lasting] = valuesIn(document, 'duration', span).filter(
    ({ value: { days, operator } }) =>
      days.low >= SHORTEST_USE_DAYS && operator !== 'under' && operator !== 'at-most',
  );
  return lasting && daysBefore(asOf, lasting.value.days.low);
}

function lastDrug(
  document: IndexedDocument,
  drugs: readonly string[],
  span: Span,
): Mention | undefined {
  return mentionsWithin(document, drugs, span)
    .sort((a, b) => a.start - b.start)
    .at(-1);
}

function firstDate(document: IndexedDocument, span: Span, asOf: DateValue): DateValue | undefined {
  const dates = valuesIn(document, 'date', span).flatMap(({ value }) =>
    value.date.year > 0 ? [value.date] : [],
  );
  const all = [...dates, ...sinceDates(document, span, asOf)];
  return all.sort((a, b) => latestDay(a) - latestDay(b))[0];
}

/** The days that "since 2012" and "3 years ago" name. */
function sinceDates(document: IndexedDocument, span: Span, asOf: DateValue): DateValue[] {
  return valuesIn(document, 'since', span).flatMap(({ value }) => {
    if (value.from) return [value.from];
    return value.ago ? [daysBefore(asOf, value.ago.days.low)] : [];
  });
}

function daysBefore(asOf: DateValue, days: number): DateValue {
  return dateOfDay(earliestDay(asOf) - Math.floor(days));
}
