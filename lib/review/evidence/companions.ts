/** What must or must not stand beside a finding: other concepts, or values that pass a test. */
import type { Companion, EvidenceRule, Scope, ValueTest } from '../../guidelines/evidence-rule.ts';
import type { Assertion, Mention, ValueMention } from '../../language/mention.ts';
import { isDrug } from '../../language/mentions.ts';
import type { FoundRequest } from '../requests/found-request.ts';
import {
  type CaseIndex,
  conceptsOf,
  firstFrom,
  type IndexedDocument,
  sentenceAt,
  within,
} from './case-index.ts';
import {
  type Asserted,
  assertedAs,
  isCondition,
  isPlannedBySection,
  meantMentions,
  meantWithin,
  PRESENT,
} from './meant-mentions.ts';
import { createMemo } from './memo.ts';
import { isTakenBack } from './put-right.ts';
import { isRetracted } from './retraction.ts';
import { clauseAround, type Span, scopeOf } from './scopes.ts';
import { isToldByOther } from './speaker.ts';
import { type Found, isDeniedBefore, outcomeAfter } from './told-on.ts';
import { passesValueTest } from './value-test.ts';

/** With the white space of a table. */
const LONGEST_WORD = 40;

/** Looks for the companions of one finding; undefined where one is missing or forbidden. */
export type Beside = (mention: Mention) => Found[] | undefined;

/** Prepares to look for what a rule wants or forbids beside its findings in one document. */
export function besideIn(
  document: IndexedDocument,
  rule: EvidenceRule,
  index: CaseIndex,
  asserted: Asserted,
  request?: FoundRequest,
): Beside {
  const companions = companionsOf(rule, asserted, () => {
    const one = (companion: Companion) => read(companion, rule.within ?? 'sentence', asserted);
    return { wanted: (rule.with ?? []).map(one), forbidden: (rule.without ?? []).map(one) };
  });
  const prepare = (companion: Wanted) => finder(companion, document, index, rule, request);
  const wanted = companions.wanted.map(prepare);
  // what one source tells leaves out nothing that another tells, nor does what is taken back
  const forbidden = companions.forbidden.map((companion) =>
    finder(companion, document, index, rule, request, true),
  );
  return (mention) => {
    const companions: Found[] = [];
    for (const find of wanted) {
      const span = find(mention);
      if (!span) return undefined;
      companions.push(span);
    }
    return forbidden.some((find) => find(mention)) ? undefined : companions;
  };
}

/** The companions of a rule; the same for all cases. */
const companionsOf = createMemo<
  EvidenceRule,
  { wanted: readonly Wanted[]; forbidden: readonly Wanted[] },
  Asserted
>();

/** Whether a number is denied, only planned or a condition: "will cut the pain by 50 %". */
function isNotSo(document: IndexedDocument, value: ValueMention, { time }: Asserted): boolean {
  const { assertion } = value;
  if (isDeniedBy(document, assertion, value)) return true;
  if (!assertion) return false;
  const isPlanned = assertion.time === 'planned' && !isPlannedBySection(assertion);
  return isCondition(assertion) || (isPlanned && !time.includes('planned'));
}

type Finder = (mention: Mention) => Found | undefined;

function finder(
  { refs, test, scope, meant }: Wanted,
  document: IndexedDocument,
  index: CaseIndex,
  rule: EvidenceRule,
  request?: FoundRequest,
  ofOneSpeaker = false,
): Finder {
  // what may stand anywhere in the document is not counted in words
  const near = scope === 'document' ? undefined : rule.near;
  const passing = test && passingValues(document, test);
  const isDenied = (other: Span) =>
    passing !== undefined &&
    meant.presence === PRESENT &&
    isNotSo(document, other as ValueMention, meant);
  const isOutcome = (concept: string) => index.rulebook.concepts.get(concept)?.outcome === true;
  // what became of another person is wanted of nobody; it may well forbid
  const ofOutcome = ofOneSpeaker
    ? meant
    : assertedAs({ ...meant, anySubject: rule.subject === 'any' });
  const lists: readonly ((span: Span) => readonly Span[])[] = passing
    ? [() => passing]
    : conceptsOf(refs, index.rulebook, request)
        .filter((concept) => document.mentions.has(concept))
        .map((concept) => {
          const how = isOutcome(concept) ? ofOutcome : meant;
          return (span) =>
            scope === 'document'
              ? meantMentions(document, concept, how)
              : meantWithin(document, concept, span, how);
        });
  const isOthers = (mention: Mention, { start, end }: Span) => {
    const sentence = sentenceAt(document.reading, start);
    const place = { start, end, sentence };
    return isToldByOther(document, mention, place) || isRetracted(document, place);
  };
  const outcomes = ofOneSpeaker ? [] : conceptsOf(refs, index.rulebook, request).filter(isOutcome);
  return (mention) => {
    if (lists.length === 0) return undefined;
    const span = reach(scopeOf(document, mention, scope), mention, near);
    const isBeside = (other: Span) =>
      !isItself(mention, other) &&
      !isDenied(other) &&
      !isTakenBack(document, other) &&
      !isOfOtherDrug(document, mention, other) &&
      !(outcomes.length > 0 && isDeniedBefore(document, other as Mention)) &&
      !(ofOneSpeaker && isOthers(mention, other)) &&
      (near === undefined || wordsBetween(document.reading.text, mention, other) <= near);
    for (const list of lists) {
      const other = firstWithin(list(span), span, isBeside);
      if (other) return other;
    }
    return outcomeAfter(document, mention, outcomes, ofOutcome);
  };
}

/** The first of some items, sorted by start, that lies wholly in a stretch and that `holds` is true of. */
function firstWithin(
  items: readonly Span[],
  { start, end }: Span,
  holds: (item: Span) => boolean,
): Span | undefined {
  for (let at = firstFrom(items, start); at < items.length; at += 1) {
    const item = items[at] as Span;
    if (item.start >= end) return undefined;
    if (item.end <= end && holds(item)) return item;
  }
  return undefined;
}

/** The same words as another concept are something else: "first course" is both care and none before. */
function isItself(mention: Mention, other: Span & { concept?: string }): boolean {
  return (
    other.start === mention.start &&
    other.end === mention.end &&
    (other.concept === undefined || other.concept === mention.concept)
  );
}

/**
 * "Naproxen twice daily; Norco was stopped": what another clause says of the drug that it names is
 * not said of this one.
 */
function isOfOtherDrug(document: IndexedDocument, mention: Mention, other: Span): boolean {
  if (!mention.concept.startsWith('drug:')) return false;
  const { sentence } = other as Partial<Mention>;
  if (sentence !== mention.sentence) return false;
  const own = clauseAround(document, mention);
  if (other.start >= own.start && other.end <= own.end) return false;
  const clause = clauseAround(document, { ...other, sentence });
  return within(document.reading.mentions.where(isDrug), clause).some(
    ({ concept }) => concept !== mention.concept,
  );
}

/** The values of a document that pass a test. */
function passingValues(document: IndexedDocument, test: ValueTest): readonly ValueMention[] {
  const { values, reading } = document;
  return passing(document, test, () =>
    (values.get(test.kind) ?? []).filter(
      ({ value, start }) => passesValueTest(value, test) && !isUnticked(reading.text, start),
    ),
  );
}

/** "[ ] 25-50 %": a choice that was not made. */
function isUnticked(text: string, start: number): boolean {
  return EMPTY_BOX.test(text.slice(Math.max(0, start - BOX_WITHIN), start));
}

const EMPTY_BOX = /(?:\[ ?\]|\( ?\)|☐|□) ?[<>≤≥~]? ?$/;
const BOX_WITHIN = 8;

const passing = createMemo<IndexedDocument, readonly ValueMention[], ValueTest>();

/** What must or must not stand beside a finding: concepts meant so, or values that pass a test. */
interface Wanted {
  refs: string | readonly string[];
  test: ValueTest | undefined;
  scope: Scope;
  meant: Asserted;
}

/** "Does not cut the pain by 50 percent": a verb before it in its clause denies a value. */
function isDeniedBy(
  { reading: { text } }: IndexedDocument,
  assertion: Assertion | undefined,
  { start }: Span,
): boolean {
  return (
    assertion?.presence === 'negated' &&
    assertion.because.some(
      (denial) =>
        denial.axis === 'presence' &&
        denial.end <= start &&
        VERB_DENIED.test(denial.words) &&
        !/[,;:()\n\t]|[-.] /.test(text.slice(denial.end, start)),
    )
  );
}

const VERB_DENIED = /(?:\bnot|\bnever|n['’]t|\bcannot|\bto)$/i;

/** What stands beside a fact on a form stands on the form too. */
function read(companion: Companion, ruleScope: Scope, asserted: Asserted): Wanted {
  const { beside } = asserted;
  const meant = assertedAs({ ...asserted, presence: beside, anySubject: true });
  if (typeof companion === 'string' || Array.isArray(companion)) {
    return { refs: companion, test: undefined, scope: ruleScope, meant };
  }
  const scope = companion.within ?? ruleScope;
  if ('value' in companion) return { refs: [], test: companion.value, scope, meant };
  const { find, presence = beside, time = asserted.time, voice = asserted.voice } = companion;
  return {
    refs: find,
    test: undefined,
    scope,
    meant: assertedAs({ ...asserted, presence, time, voice, anySubject: true }),
  };
}

/** As far as so many words can reach, so that no companion is looked for through a whole text. */
function reach(scope: Span, mention: Span, near: number | undefined): Span {
  if (near === undefined) return scope;
  const far = (near + 2) * LONGEST_WORD;
  return {
    start: Math.max(scope.start, mention.start - far),
    end: Math.min(scope.end, mention.end + far),
  };
}

function wordsBetween(text: string, a: Span, b: Span): number {
  const [first, second] = a.start <= b.start ? [a, b] : [b, a];
  const between = text.slice(first.end, second.start).trim();
  return between === '' ? 0 : between.split(/\s+/).length;
}
