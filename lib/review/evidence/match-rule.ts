import type { Passage } from '../../case/passage.ts';
import type { Companion, EvidenceRule, Scope, ValueTest } from '../../guidelines/evidence-rule.ts';
import type {
  Assertion,
  Mention,
  Presence,
  Time,
  ValueMention,
  Voice,
} from '../../language/mention.ts';
import { isDrug } from '../../language/mentions.ts';
import type { FoundRequest } from '../requests/found-request.ts';
import { mayBeAboutCare } from './care-subject.ts';
import {
  type CaseIndex,
  conceptsOf,
  firstFrom,
  type IndexedDocument,
  subjectOf,
  within,
} from './case-index.ts';
import { daysBefore } from './dates.ts';
import { isAbout, mayBeAbout } from './drug-subject.ts';
import { createMemo } from './memo.ts';
import { clauseAround, type Place, type Span, scopeOf } from './scopes.ts';
import { createSpanSet, type SpanSet } from './span-set.ts';
import { passesValueTest } from './value-test.ts';
import { isWithdrawn } from './withdrawn.ts';

/** A finding that a rule counts, with what stands beside it. */
export interface Match {
  document: IndexedDocument;
  mention: Mention;
  companions: Span[];
  rule: EvidenceRule;
}

/** How a mention must be meant to count. */
interface Asserted {
  presence: readonly Presence[];
  time: readonly Time[];
  voice: readonly Voice[];
  anySubject: boolean;
  /** A form's facts count as current. */
  stated: boolean;
}

/** One object for all that ask alike. */
function assertedAs(asserted: Asserted): Asserted {
  const { presence, time, voice, anySubject, stated } = asserted;
  const key = `${presence} ${time} ${voice} ${anySubject} ${stated}`;
  const known = alike.get(key) ?? asserted;
  alike.set(key, known);
  return known;
}

const alike = new Map<string, Asserted>();

const PRESENT: readonly Presence[] = ['affirmed'];
const DONE: readonly Time[] = ['current', 'past'];
const RECORD: readonly Voice[] = ['record'];
const CLAIMED: readonly Presence[] = ['affirmed', 'negated', 'possible'];
const REVIEWER: readonly Voice[] = ['reviewer'];

/** Sections that speak about no patient. */
const NEVER_EVIDENCE = ['heading', 'guideline', 'claims-administrator-guideline'];

/** More passages than a reader would look at; keeps a hostile text from flooding the review. */
const MOST_MATCHES = 200;

/** With the white space of a table. */
const LONGEST_WORD = 40;

/**
 * Everything in the case that a rule counts. With `asClaims` the same rule is asked what reviewers
 * claim, whatever way round: a claim is shown and never changes a verdict. Requests for the same thing
 * share the answer.
 */
export function matchRule(
  rule: EvidenceRule,
  index: CaseIndex,
  request?: FoundRequest,
  asClaims = false,
): readonly Match[] {
  const subject = speaksOfRequest(rule) ? subjectOf(request) : '';
  const rules = matched(index, asClaims ? `${subject} claimed` : subject, () => new Map());
  let found = rules.get(rule);
  if (found === undefined) {
    found = findMatches(rule, index, request, asClaims);
    rules.set(rule, found);
  }
  return found;
}

const matched = createMemo<CaseIndex, Map<EvidenceRule, Match[]>>();

/** Whether the rule means something else for each request: "requested", "requested-class". */
function speaksOfRequest(rule: EvidenceRule): boolean {
  let speaks = speaking.get(rule);
  if (speaks === undefined) {
    speaks = JSON.stringify(rule).includes('"requested');
    speaking.set(rule, speaks);
  }
  return speaks;
}

const speaking = new WeakMap<EvidenceRule, boolean>();

function findMatches(
  rule: EvidenceRule,
  index: CaseIndex,
  request: FoundRequest | undefined,
  asClaims: boolean,
): Match[] {
  const concepts = conceptsOf(rule.find, index.rulebook, request);
  const isNamed = index.documents.some(({ mentions }) =>
    concepts.some((concept) => mentions.has(concept)),
  );
  if (!isNamed) return [];
  const asserted = assertedBy(rule, asClaims);
  const isAsked = rule.about && subjectTest(rule.about, index, request);
  const of = rule.of && new Set(conceptsOf(rule.of, index.rulebook, request));
  const found: Match[] = [];
  for (const document of index.documents) {
    let beside: Beside | undefined;
    for (const concept of concepts) {
      for (const mention of meantMentions(document, concept, asserted)) {
        if (found.length >= MOST_MATCHES) break;
        if (!isInPlace(document, mention, rule)) continue;
        if (rule.outsideRequest && isAskedFor(document, mention, index)) continue;
        if (isAsked && !isAsked(document, mention)) continue;
        if (of && !isAbout(document, mention, of)) continue;
        if (rule.ago && !isAgo(document, mention, rule.ago, index)) continue;
        // most rules find nothing: only what is found has companions
        beside ??= besideIn(document, rule, index, asserted, request);
        const companions = beside(mention);
        if (companions) found.push({ document, mention, companions, rule });
      }
    }
  }
  return passages(found) >= (rule.atLeast ?? 1) ? found : [];
}

/** How what a rule counts must be meant; the same for all cases. */
function assertedBy(rule: EvidenceRule, asClaims: boolean): Asserted {
  return assertedOf(rule, asClaims ? 'claims' : 'facts', () =>
    assertedAs({
      presence: asClaims ? CLAIMED : (rule.presence ?? PRESENT),
      time: rule.time ?? DONE,
      voice: asClaims ? REVIEWER : (rule.voice ?? RECORD),
      anySubject: rule.subject === 'any',
      stated: rule.inRequests === true,
    }),
  );
}

const assertedOf = createMemo<EvidenceRule, Asserted>();

/** Whether a statement may be one about a drug or, where a course of care is asked for, about that. */
export function subjectTest(
  about: string | readonly string[],
  { rulebook }: CaseIndex,
  request: FoundRequest | undefined,
): (document: IndexedDocument, place: Place) => boolean {
  const treatment = request && rulebook.treatments.get(request.treatment);
  if (treatment && !treatment.drugClasses && about.includes('requested'))
    return (document, place) => mayBeAboutCare(document, place, treatment.id, rulebook);
  const drugs = new Set(conceptsOf(about, rulebook, request));
  return (document, place) => mayBeAbout(document, place, drugs);
}

/** The mentions of a concept that are meant so. */
function meantMentions(
  document: IndexedDocument,
  concept: string,
  asserted: Asserted,
): readonly Mention[] {
  const all = document.mentions.get(concept);
  if (all === undefined) return NONE;
  const byConcept = meantBy(document, asserted, () => new Map());
  let found = byConcept.get(concept);
  if (found === undefined) {
    found = all.filter(({ assertion }) => isMeant(assertion, asserted));
    byConcept.set(concept, found);
  }
  return found;
}

/** As `meantMentions`, of those that lie wholly in a stretch; only they are made. */
function meantWithin(
  { mentions }: IndexedDocument,
  concept: string,
  { start, end }: Span,
  asserted: Asserted,
): readonly Mention[] {
  return mentions.of(concept, start, end).filter(({ assertion }) => isMeant(assertion, asserted));
}

const NONE: readonly Mention[] = [];
const meantBy = createMemo<IndexedDocument, Map<string, readonly Mention[]>, Asserted>();

function isMeant(assertion: Assertion, asserted: Asserted): boolean {
  const { presence, time, subject, voice } = asserted.stated ? asStated(assertion) : assertion;
  return (
    asserted.presence.includes(presence) &&
    asserted.time.includes(time) &&
    asserted.voice.includes(voice) &&
    (asserted.anySubject || subject === 'patient')
  );
}

/** Nothing but the section makes it planned: a fact on the form of a request. */
export function isPlannedBySection({ time, because }: Assertion): boolean {
  return (
    time === 'planned' &&
    because.some(({ axis, by }) => axis === 'time' && by === 'section') &&
    !because.some(({ axis, by }) => axis === 'time' && by === 'cue')
  );
}

function asStated(assertion: Assertion): Assertion {
  return isPlannedBySection(assertion) ? { ...assertion, time: 'current' } : assertion;
}

function isInPlace(document: IndexedDocument, mention: Mention, rule: EvidenceRule): boolean {
  if (isWithdrawn(document, mention.sentence)) return false;
  const { sentences, sections } = document.reading;
  const kind = sections[sentences[mention.sentence]?.section ?? -1]?.kind ?? 'other';
  if (rule.sections) return rule.sections.includes(kind);
  if (rule.notSections?.includes(kind)) return false;
  // a rule that asks for another voice asks for these sections
  return rule.voice !== undefined || !NEVER_EVIDENCE.includes(kind);
}

/** Whether a mention belongs to the words that ask for this or another treatment. */
function isAskedFor({ document }: IndexedDocument, { start, end }: Span, { asked }: CaseIndex) {
  if (!asked) return false;
  const passages = askedIn(asked, document.id, () =>
    createSpanSet(asked.filter((passage) => passage.document === document.id)),
  );
  return passages.touches({ start, end });
}

const askedIn = createMemo<readonly Passage[], SpanSet>();

function isAgo(
  document: IndexedDocument,
  mention: Mention,
  { atLeast = 0, atMost = Number.POSITIVE_INFINITY, dated }: NonNullable<EvidenceRule['ago']>,
  { asOf }: CaseIndex,
): boolean {
  const days = asOf && daysBefore(document, mention, asOf);
  return days === undefined ? dated !== true : days >= atLeast && days <= atMost;
}

/** How many different sentences carry a match. */
function passages(matches: readonly Match[]): number {
  return new Set(
    matches.map(({ document, mention }) => `${document.document.id} ${mention.sentence}`),
  ).size;
}

/** Looks for the companions of one finding; undefined where one is missing or forbidden. */
type Beside = (mention: Mention) => Span[] | undefined;

function besideIn(
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
  const forbidden = companions.forbidden.map(prepare);
  return (mention) => {
    const companions: Span[] = [];
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

type Finder = (mention: Mention) => Span | undefined;

function finder(
  { refs, test, scope, meant }: Wanted,
  document: IndexedDocument,
  index: CaseIndex,
  { near }: EvidenceRule,
  request?: FoundRequest,
): Finder {
  const passing = test && passingValues(document, test);
  const lists: readonly ((span: Span) => readonly Span[])[] = passing
    ? [() => passing]
    : conceptsOf(refs, index.rulebook, request)
        .filter((concept) => document.mentions.has(concept))
        .map((concept) => (span) => {
          return scope === 'document'
            ? meantMentions(document, concept, meant)
            : meantWithin(document, concept, span, meant);
        });
  return (mention) => {
    if (lists.length === 0) return undefined;
    const span = reach(scopeOf(document, mention, scope), mention, near);
    const isBeside = (other: Span) =>
      !isItself(mention, other) &&
      !isOfOtherDrug(document, mention, other) &&
      (near === undefined || wordsBetween(document.reading.text, mention, other) <= near);
    for (const list of lists) {
      const other = firstWithin(list(span), span, isBeside);
      if (other) return other;
    }
    return undefined;
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
  const { values } = document;
  return passing(document, test, () =>
    (values.get(test.kind) ?? []).filter(({ value }) => passesValueTest(value, test)),
  );
}

const passing = createMemo<IndexedDocument, readonly ValueMention[], ValueTest>();

/** What must or must not stand beside a finding: concepts meant so, or values that pass a test. */
interface Wanted {
  refs: string | readonly string[];
  test: ValueTest | undefined;
  scope: Scope;
  meant: Asserted;
}

/** What stands beside a fact on a form stands on the form too. */
function read(companion: Companion, ruleScope: Scope, asserted: Asserted): Wanted {
  const meant = assertedAs({ ...asserted, presence: PRESENT, anySubject: true });
  if (typeof companion === 'string' || Array.isArray(companion)) {
    return { refs: companion, test: undefined, scope: ruleScope, meant };
  }
  const scope = companion.within ?? ruleScope;
  if ('value' in companion) return { refs: [], test: companion.value, scope, meant };
  const { find, presence = PRESENT, time = asserted.time, voice = asserted.voice } = companion;
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
