/** What the record says of the result of a test that it names, and of which day. */
import type { Settings } from '../../../guidelines/judge-use.ts';
import type { DateValue, Mention } from '../../../language/mention.ts';
import { isDrug } from '../../../language/mentions.ts';
import { latestDay } from '../../../language/values/calendar.ts';
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
import { type Span, scopeOf } from '../../evidence/scopes.ts';
import type { JudgeContext } from '../judge.ts';
import { analytesIn, fitOf } from '../medicines/analytes.ts';
import { nearestTo, type Placed, valuesIn } from '../places.ts';

export type ResultSettings = Settings<'result-on-file'>;

export type Says = 'agrees' | 'disagrees' | 'open' | 'nothing';

export interface Result {
  document: IndexedDocument;
  place: Span & { sentence: number };
  says: Says;
  date: DateValue | undefined;
}

/** "Last urine 3/2019 neg": its result, and no denial of it. */
export const NEGATIVE = /^(?:(?:was|were|is|came back) )?neg(?:ative)?(?: for)?$/i;

/** "Will be consistent", "so that it can be clean": no result yet. */
function isWished(assertion: Mention['assertion']): boolean {
  return assertion.time === 'planned' && !isPlannedBySection(assertion);
}

/** "Negative for all" is a result, and no denial. */
export function isNegative({ because }: Mention['assertion'], result = NEGATIVE): boolean {
  const reasons = because.filter(({ axis }) => axis === 'presence');
  return reasons.length > 0 && reasons.every(({ words }) => result.test(words));
}

/** Sentences behind a test in which its result may follow; more where a list of findings does. */
const FOLLOWING = 1;

const LISTED = 8;

const BEGINS_WITH_DATE = /^\W*\d{1,2}[/-]\d{1,2}\b/;

/** The sentence behind a result adds to it. */
const GOES_ON = /^\W*(?:also|but|however|plus|except)\b/i;

export function readResult(
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
