import type { Settings } from '../../../guidelines/judge-use.ts';
import type { DateValue, Mention } from '../../../language/mention.ts';
import { isDrug } from '../../../language/mentions.ts';
import { isoDate, latestDay } from '../../../language/values/calendar.ts';
import { type MessageKey, say } from '../../../saying/said.ts';
import {
  conceptsOf,
  firstFrom,
  type IndexedDocument,
  mentionsWithin,
  names,
} from '../../evidence/case-index.ts';
import { dateOf } from '../../evidence/dates.ts';
import { isPlannedBySection } from '../../evidence/meant-mentions.ts';
import { createMemo } from '../../evidence/memo.ts';
import { evidenceAt } from '../../evidence/passage.ts';
import { type Span, scopeOf } from '../../evidence/scopes.ts';
import type { Evidence, EvidenceRole } from '../../review.ts';
import { isOnlyAsked } from '../../verdict/doubt.ts';
import { type Judge, type JudgeContext, NOTHING } from '../judge.ts';
import { analytesIn, fitOf, isOfNoMedicine } from '../medicines/analytes.ts';
import { isDone, isListedRequest, nearestTo, type Placed, valuesIn } from '../places.ts';

type ResultSettings = Settings<'result-on-file'>;

/**
 * Whether a result of a test is on file and what it says. The newest result counts, older ones are
 * history; a test that was sent, or stands there without a word on its result, cannot tell.
 */
export const judgeResultOnFile: Judge<ResultSettings> = (settings, context) => {
  const results = testsNamed(settings, context).flatMap(
    (test) => readResult(test, settings, context) ?? [],
  );
  if (results.length === 0) return NOTHING;
  const read = results.filter(({ says }) => says === 'agrees' || says === 'disagrees');
  const newest = Math.max(...read.map(day).filter((each) => !Number.isNaN(each)));
  const evidence = results.map((result): Evidence => {
    const { document, place, says, date } = result;
    const older = says !== 'nothing' && day(result) < newest;
    const isUndated = settings.dated !== undefined && !date && !isToday(result, settings, context);
    const role = older ? 'history' : isUndated ? 'ambiguous' : roleOf(says);
    const piece = evidenceAt(
      document,
      place,
      role,
      say(isUndated ? 'why_without_date' : WHY[says]),
    );
    return date ? { ...piece, date: isoDate(date) } : piece;
  });
  const isRead = evidence.some(({ role }) => role === 'supports' || role === 'opposes');
  const kept = isRead ? evidence.filter(({ role }) => role !== 'ambiguous') : evidence;
  return { evidence: kept.slice(0, 6) };
};

/** "POC cup today": the day of the note. */
function isToday(
  { document, place }: Result,
  { dated = [] }: ResultSettings,
  { index, request }: JudgeContext,
): boolean {
  const sentence = scopeOf(document, place, 'sentence');
  return mentionsWithin(document, conceptsOf(dated, index.rulebook, request), sentence).length > 0;
}

type Says = 'agrees' | 'disagrees' | 'open' | 'nothing';

interface Result {
  document: IndexedDocument;
  place: Span & { sentence: number };
  says: Says;
  date: DateValue | undefined;
}

const WHY: Record<Says, MessageKey> = {
  agrees: 'why_result_agrees',
  disagrees: 'why_result_disagrees',
  open: 'why_result_open',
  nothing: 'why_no_result',
};

function roleOf(says: Says): EvidenceRole {
  if (says === 'agrees') return 'supports';
  return says === 'disagrees' ? 'opposes' : 'ambiguous';
}

/** Where the test is named as done; on the form of a request too, which may hold its result. */
function testsNamed(settings: ResultSettings, context: JudgeContext): Placed<Mention>[] {
  const { test, again, findings } = settings;
  const concepts = conceptsOf(test, context.index.rulebook, context.request);
  return context.index.documents.flatMap((document) => {
    const named = concepts.flatMap((concept) => document.mentions.get(concept) ?? []);
    const asked = (mention: Mention) =>
      isAskedFor(document, mention, context) &&
      !hasDatedResult(document, mention, settings, context);
    return [
      ...named.filter((mention) => !asked(mention) && !isLeftBlank(document, mention)),
      ...standIns(document, named, again, context),
      ...loneFindings(document, named, findings, context),
      ...loneLists(document, named, settings, context),
    ]
      .filter(isStated)
      .sort((a, b) => a.start - b.start)
      .map((item) => ({ document, item }));
  });
}

/** "UDS: ____", "UDS: [ ] consistent [ ] inconsistent": a label that nobody answered. */
function isLeftBlank({ reading: { text } }: IndexedDocument, { end }: Mention): boolean {
  return LEFT_BLANK.test(text.slice(end, lineEnd(text, end)));
}

const LEFT_BLANK = /^[ \t]*[:.=]*[ \t]*(?:_{3,}|(?:\[ ?\][^[\]]{0,30})+$)/;
const LONGEST_LINE = 160;

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return Math.min(end < 0 ? text.length : end, from + LONGEST_LINE);
}

/** Whether a place is what the request asks for, or any line item. */
function isAskedFor(document: IndexedDocument, place: Mention, context: JudgeContext): boolean {
  const [own] = context.request?.passages ?? [];
  const isOwn =
    own?.document === document.document.id && place.start >= own.start && place.end <= own.end;
  return isOwn || isListedRequest(document, place, context);
}

/** "UDS 5/2: hydrocodone, as prescribed": an earlier one with its day and result, whatever is asked for beside. */
function hasDatedResult(
  document: IndexedDocument,
  mention: Mention,
  { agrees = [], disagrees = [] }: ResultSettings,
  { index, request }: JudgeContext,
): boolean {
  const { end } = scopeOf(document, mention, 'sentence');
  const rest = { start: mention.end, end };
  const [date] = valuesIn(document, 'date', rest);
  if (!date || date.start - mention.end > NEAR_ITS_DAY) return false;
  const words = [agrees, disagrees].flatMap((refs) => conceptsOf(refs, index.rulebook, request));
  return mentionsWithin(document, words, { start: date.end, end }).length > 0;
}

const NEAR_ITS_DAY = 6;

/** "UDS is asked for. The last one was clean.": words that stand for the test named just before. */
function standIns(
  document: IndexedDocument,
  named: readonly Mention[],
  again: ResultSettings['again'],
  { index, request }: JudgeContext,
): Mention[] {
  if (!again) return [];
  return conceptsOf(again, index.rulebook, request)
    .flatMap((concept) => document.mentions.get(concept) ?? [])
    .filter(
      (words) =>
        !named.some(({ start, end }) => start < words.end && words.start < end) &&
        named.some(
          ({ end, sentence }) => end <= words.start && words.sentence - sentence <= STANDS_WITHIN,
        ),
    );
}

/** "Results: 2/22, hydromorphone found": the findings of a test where their sentence and the next name none. */
function loneFindings(
  document: IndexedDocument,
  named: readonly Mention[],
  findings: ResultSettings['findings'],
  { index, request }: JudgeContext,
): Mention[] {
  const tested = new Set(named.flatMap(({ sentence }) => [sentence, sentence + 1]));
  return conceptsOf(findings ?? [], index.rulebook, request)
    .flatMap((concept) => document.mentions.get(concept) ?? [])
    .filter(({ sentence }) => !tested.has(sentence));
}

/** Letters from a substance of such a list to what was found of it. */
const NEAR_ITS_RESULT = 6;
/** Substances that make a list of findings where no test is named. */
const LISTED_ALONE = 2;

/** "Lab: hydrocodone 1,240 ng/mL, norhydrocodone 2,010 ng/mL": substances with what was found of them. */
function loneLists(
  document: IndexedDocument,
  named: readonly Mention[],
  { analytes: known }: ResultSettings,
  context: JudgeContext,
): Mention[] {
  if (!known) return [];
  const tested = new Set(named.flatMap(({ sentence }) => [sentence, sentence + 1]));
  const results = [known.found.behind, known.absent.behind]
    .flatMap((refs) => conceptsOf(refs, context.index.rulebook))
    .flatMap((concept) => document.mentions.get(concept) ?? [])
    .filter(({ sentence }) => !tested.has(sentence));
  const heads = new Map(results.toReversed().map((item) => [item.sentence, item]));
  return [...heads.values()]
    .filter((item) => {
      const listed = analytesIn(document, scopeOf(document, item, 'sentence'), known, context);
      const isBeside = listed.some(
        ({ start, end }) =>
          item.start - end <= NEAR_ITS_RESULT && start - item.end <= NEAR_ITS_RESULT,
      );
      return isBeside && (listed.length >= LISTED_ALONE || listed.some(isOfNoMedicine));
    })
    .map((item) => ({ ...item, assertion: { ...item.assertion, presence: 'affirmed' as const } }));
}

/** "Last urine 3/2019 neg": its result, and no denial of it. */
const NEGATIVE = /^(?:(?:was|were|is|came back) )?neg(?:ative)?(?: for)?$/i;
/** "The lab report shows tramadol not detected": done, whatever it found. */
const RESULT = new RegExp(`${NEGATIVE.source}|^(?:not|none) (?:detected|found|seen|present)$`, 'i');
/** Done, if only its result is awaited. */
const AWAITED = /\b(?:pending|await\w*|sent|not back)\b/i;

function isStated(mention: Mention): boolean {
  const { assertion } = mention;
  const awaited = assertion.because.some(
    ({ axis, by, words }) => axis === 'time' && by === 'cue' && AWAITED.test(words),
  );
  const isResult = isNegative(assertion, RESULT);
  // "he thinks he had one": what the record is not sure of is doubt in the end
  const isUnsure = assertion.presence === 'possible' && !isOnlyAsked(assertion);
  return isDone({
    ...mention,
    assertion: {
      ...assertion,
      ...(isPlannedBySection(assertion) || awaited ? { time: 'current' as const } : {}),
      ...(isResult || isUnsure ? { presence: 'affirmed' as const } : {}),
    },
  });
}

/** "Will be consistent", "so that it can be clean": no result yet. */
function isWished(assertion: Mention['assertion']): boolean {
  return assertion.time === 'planned' && !isPlannedBySection(assertion);
}

/** "Negative for all" is a result, and no denial. */
function isNegative({ because }: Mention['assertion'], result = NEGATIVE): boolean {
  const reasons = because.filter(({ axis }) => axis === 'presence');
  return reasons.length > 0 && reasons.every(({ words }) => result.test(words));
}

/** Sentences behind a test in which its result may follow; more where a list of findings does. */
const FOLLOWING = 1;
/** Sentences from the test's name to the words that stand for it: "UDT. Risk is low. Last 8/13 c/w." */
const STANDS_WITHIN = 2;
const LISTED = 8;

const BEGINS_WITH_DATE = /^\W*\d{1,2}[/-]\d{1,2}\b/;

/** The sentence behind a result adds to it. */
const GOES_ON = /^\W*(?:also|but|however|plus|except)\b/i;

function readResult(
  { document, item }: Placed<Mention>,
  settings: ResultSettings,
  context: JudgeContext,
): Result | undefined {
  const { text } = document.reading;
  const sentence = scopeOf(document, item, 'sentence');
  const own = partOf(document, item, sentence, settings, context);
  const isListHead =
    /[:=]\s*$/.test(text.slice(item.start, own.end)) ||
    isTitle(document, item) ||
    isLineOfItsOwn(text, item);
  const after = following(document, item, settings, context, isListHead ? LISTED : FOLLOWING);
  // "not detected" holds its own denial
  const wordsIn = (says: 'disagrees' | 'agrees' | 'open', span: Span) =>
    mentionsWithin(
      document,
      conceptsOf(settings[says] ?? [], context.index.rulebook, context.request),
      span,
    ).filter(
      ({ assertion }) =>
        !(says === 'agrees' && isWished(assertion)) &&
        (assertion.presence === 'affirmed' ||
          (assertion.presence === 'negated' && (says === 'disagrees' || isNegative(assertion)))),
    );
  const saysIn = (span: Span): { says: Says; words: Span } | undefined => {
    for (const says of ['disagrees', 'agrees', 'open'] as const) {
      const [words] = wordsIn(says, span);
      if (words) return { says, words };
    }
    return undefined;
  };
  const first = saysIn(own);
  // "collected 8/24:" heads the findings that follow
  // "7/30 sent. 4/2/14 oxycodone present": an older one follows
  const hasOther = after !== undefined && BEGINS_WITH_DATE.test(text.slice(after.start, after.end));
  const isOpen = first === undefined || (first.says === 'open' && (isListHead || hasOther));
  // "oxycodone positive. Also EtG positive."
  // "... carisoprodol found. Clonazepam NOT found."
  const isMore =
    after !== undefined &&
    (GOES_ON.test(text.slice(after.start, after.end)) || opensWithDrug(document, after));
  const [doubt] = first?.says === 'agrees' && isMore ? wordsIn('disagrees', after) : [];
  const read = isOpen ? ((after && saysIn(after)) ?? first) : first;
  const worded = doubt ? { says: 'disagrees' as const, words: doubt } : read;
  const span = { start: own.start, end: after && (isListHead || isOpen) ? after.end : own.end };
  const list = listed(document, span, settings, context);
  // what a list finds it knows better than words within it: "opiates +, cocaine -"
  const isOfList =
    list && worded && list.words.start <= worded.words.start && worded.words.end <= list.words.end;
  const found = worded?.says === 'disagrees' && !isOfList ? worded : (list ?? worded);
  const says = found?.says ?? 'nothing';
  const hasResult = says === 'agrees' || says === 'disagrees';
  if (isPlannedBySection(item.assertion) && !hasResult) return undefined;
  // "UDS per office protocol": named, and not said that one was done
  if (settings.dated && says === 'nothing' && isBare(document, item)) return undefined;
  const datesIn = (span: Span) =>
    valuesIn(document, 'date', span).filter(({ value }) => value.date.year > 0);
  // "When was it? Collected 3/1: as prescribed": the answer has its day
  const isBehind = after !== undefined && found !== undefined && found.words.start >= after.start;
  const answered = isBehind ? nearestTo(found.words, datesIn(after)) : undefined;
  const date = (nearestTo(item, datesIn(own)) ?? answered)?.value.date ?? visitDate(document, item);
  const place = {
    start: Math.min(item.start, found?.words.start ?? item.start),
    end: Math.max(item.end, found?.words.end ?? item.end),
    sentence: item.sentence,
  };
  return { document, place, says, date };
}

/** What the substances say that are listed with what was found of them. */
function listed(
  document: IndexedDocument,
  span: Span,
  { analytes: known, disagrees }: ResultSettings,
  context: JudgeContext,
): { says: Says; words: Span } | undefined {
  const analytes = known ? analytesIn(document, span, known, context) : [];
  const [first] = analytes;
  // where it only matters that there is a result, any will do
  const says = first && (disagrees ? fitOf(analytes, document, context) : 'agrees');
  if (!first || !says) return undefined;
  return { says, words: { start: first.start, end: Math.max(...analytes.map(({ end }) => end)) } };
}

/** A sentence that begins with a medicine and says that it was not found. */
function opensWithDrug({ reading }: IndexedDocument, { start, end }: Span): boolean {
  const { text, mentions } = reading;
  const drugs = mentions.where(isDrug);
  const first = drugs[firstFrom(drugs, start)];
  return (
    first !== undefined &&
    text.slice(start, first.start).trim() === '' &&
    NOT_FOUND.test(text.slice(first.end, Math.min(end, first.end + NOT_FOUND_WITHIN)))
  );
}

const NOT_FOUND =
  /^\W*(?:metabolites?\W+)?(?:was |were )?(?:not (?:found|detected|present|seen)|absent|none|no\b)/i;
const NOT_FOUND_WITHIN = 40;

/** "LAB, TOX REPORT, collected 11/17/15": a heading, whose lines below are the result. */
function isTitle({ reading: { sections, sentences } }: IndexedDocument, item: Mention): boolean {
  const section = sections[sentences[item.sentence]?.section ?? -1];
  return section !== undefined && item.end <= section.start + section.title.length;
}

const BEGINS_LINE = /(?:^|\n)[^\S\n]*$/;
const ENDS_LINE = /^[^\S\n]*\n/;
const WIDEST_MARGIN = 80;

/** "Lab report", alone on its line: what stands below is the report. */
function isLineOfItsOwn(text: string, { start, end }: Span): boolean {
  return (
    BEGINS_LINE.test(text.slice(Math.max(0, start - WIDEST_MARGIN), start)) &&
    ENDS_LINE.test(text.slice(end, end + WIDEST_MARGIN))
  );
}

/** Words that make a test one that was done. */
const DONE_WORDS =
  /\b(?:last|prior|previous|earlier|recent|old|had|gave|was|were|history|hx)\b|\d/i;

function isBare(document: IndexedDocument, item: Mention): boolean {
  return bareSentences(document, item.sentence, () => {
    const { start, end } = scopeOf(document, item, 'sentence');
    return !DONE_WORDS.test(document.reading.text.slice(start, end));
  });
}

const bareSentences = createMemo<IndexedDocument, boolean, number>();

/** The part of its sentence that belongs to a test: up to the next test that is named there. */
function partOf(
  document: IndexedDocument,
  item: Mention,
  sentence: Span,
  { test }: ResultSettings,
  { index, request }: JudgeContext,
): Span {
  const part = { start: sentence.start, end: sentence.end };
  for (const concept of conceptsOf(test, index.rulebook, request)) {
    const others = document.mentions.get(concept) ?? [];
    const next = others[firstFrom(others, item.end)];
    if (next && next.end <= sentence.end) part.end = Math.min(part.end, next.start);
    const first = others[firstFrom(others, sentence.start)];
    if (first && first.end <= item.start) part.start = item.start;
  }
  return part;
}

/** The sentences that follow a test in its section, up to the next that names a test. */
function following(
  document: IndexedDocument,
  item: Mention,
  { test }: ResultSettings,
  { index, request }: JudgeContext,
  most: number,
): Span | undefined {
  const { sentences } = document.reading;
  const tests = conceptsOf(test, index.rulebook, request);
  const section = sentences[item.sentence]?.section;
  let last = item.sentence;
  for (let next = sentences[last + 1]; last - item.sentence < most; next = sentences[last + 1]) {
    if (!next || next.section !== section || names(document, tests, next)) break;
    last += 1;
  }
  const first = sentences[item.sentence + 1];
  const end = sentences[last]?.end;
  return first && end !== undefined && last > item.sentence
    ? { start: first.start, end }
    : undefined;
}

/** The date of the visit, where a text holds several; the date of a single note is no result's. */
function visitDate(document: IndexedDocument, item: Mention): DateValue | undefined {
  const severalVisits = several(document, '', () => {
    const { sections } = document.reading;
    return new Set(sections.flatMap(({ date }) => (date ? [latestDay(date)] : []))).size > 1;
  });
  return severalVisits ? dateOf(document, item) : undefined;
}

const several = createMemo<IndexedDocument, boolean>();

/** Not a number where no date is known: such a result is neither older nor newer. */
function day({ date }: Result): number {
  return date ? latestDay(date) : Number.NaN;
}
