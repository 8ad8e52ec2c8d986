/** Where a test is named as done, by its own name or by words and findings that stand for it. */
import type { Mention } from '../../../language/mention.ts';
import { conceptsOf, type IndexedDocument, mentionsWithin } from '../../evidence/case-index.ts';
import { isPlannedBySection } from '../../evidence/meant-mentions.ts';
import { scopeOf } from '../../evidence/scopes.ts';
import { isOnlyAsked } from '../../verdict/doubt.ts';
import type { JudgeContext } from '../judge.ts';
import { analytesIn, isOfNoMedicine } from '../medicines/analytes.ts';
import { isDone, isListedRequest, type Placed, valuesIn } from '../places.ts';
import { isNegative, NEGATIVE, type ResultSettings } from './test-result.ts';

/** Where the test is named as done; on the form of a request too, which may hold its result. */
export function testsNamed(settings: ResultSettings, context: JudgeContext): Placed<Mention>[] {
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

/** Sentences from the test's name to the words that stand for it: "UDT. Risk is low. Last 8/13 c/w." */
const STANDS_WITHIN = 2;
