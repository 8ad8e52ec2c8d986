/** What in a case a rule counts: its findings in place, with their companions. */
import type { Passage } from '../../case/passage.ts';
import type { EvidenceRule } from '../../guidelines/evidence-rule.ts';
import type { Mention, Presence, Time, Voice } from '../../language/mention.ts';
import type { FoundRequest } from '../requests/found-request.ts';
import { mayBeAboutCare } from './care-subject.ts';
import { type CaseIndex, conceptsOf, type IndexedDocument, subjectOf } from './case-index.ts';
import { type Beside, besideIn } from './companions.ts';
import { daysBefore } from './dates.ts';
import { isAbout, mayBeAbout } from './drug-subject.ts';
import { type Asserted, assertedAs, meantMentions, PRESENT } from './meant-mentions.ts';
import { createMemo } from './memo.ts';
import { isTakenBack } from './put-right.ts';
import type { Place, Span } from './scopes.ts';
import { createSpanSet, type SpanSet } from './span-set.ts';
import type { Found } from './told-on.ts';
import { isWithdrawn } from './withdrawn.ts';

/** A finding that a rule counts, with what stands beside it. */
export interface Match {
  document: IndexedDocument;
  mention: Mention;
  companions: readonly Found[];
  rule: EvidenceRule;
}

const DONE: readonly Time[] = ['current', 'past'];
const RECORD: readonly Voice[] = ['record'];
const DENIED: readonly Presence[] = ['negated'];
const SAID: readonly Presence[] = ['affirmed', 'negated'];
const CLAIMED: readonly Presence[] = ['affirmed', 'negated', 'possible'];
const REVIEWER: readonly Voice[] = ['reviewer'];
/** Sections that speak about no patient. */
const NEVER_EVIDENCE = ['heading', 'guideline', 'claims-administrator-guideline'];
/** More passages than a reader would look at; keeps a hostile text from flooding the review. */
const MOST_MATCHES = 200;

/**
 * What a rule is asked for: what is so; the same denied, where the rule itself does not say how it has to
 * be meant; or what reviewers claim, whatever way round: a claim is shown and never changes a verdict.
 */
export type Asked = 'facts' | 'denials' | 'claims';

/** Everything in the case that a rule counts. Requests for the same thing share the answer. */
export function matchRule(
  rule: EvidenceRule,
  index: CaseIndex,
  request?: FoundRequest,
  asked: Asked = 'facts',
): readonly Match[] {
  const subject = subjectFor(rule, request);
  const rules = matched(index, `${subject} ${asked}`, () => new Map());
  let found = rules.get(rule);
  if (found === undefined) {
    found = findMatches(rule, index, request, asked);
    rules.set(rule, found);
  }
  return found;
}

const matched = createMemo<CaseIndex, Map<EvidenceRule, Match[]>>();

/** What of a request changes the meaning of a rule: its drug too ("requested"), its treatment ("requested-class"), nothing. */
function subjectFor(rule: EvidenceRule, request: FoundRequest | undefined): string {
  let speaks = speaking.get(rule);
  if (speaks === undefined) {
    const words = JSON.stringify(rule);
    const ofTreatment = words.includes('"requested-class"') ? 'treatment' : 'nothing';
    speaks = words.includes('"requested"') ? 'drug' : ofTreatment;
    speaking.set(rule, speaks);
  }
  if (speaks === 'drug') return subjectOf(request);
  return speaks === 'treatment' ? (request?.treatment ?? '') : '';
}

const speaking = new WeakMap<EvidenceRule, 'drug' | 'treatment' | 'nothing'>();

function findMatches(
  rule: EvidenceRule,
  index: CaseIndex,
  request: FoundRequest | undefined,
  asked: Asked,
): Match[] {
  const concepts = conceptsOf(rule.find, index.rulebook, request);
  const isNamed = index.documents.some(({ mentions }) =>
    concepts.some((concept) => mentions.has(concept)),
  );
  if (!isNamed) return [];
  const asserted = assertedBy(rule, asked);
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
function assertedBy(rule: EvidenceRule, asked: Asked): Asserted {
  const ofFacts = rule.presence ?? PRESENT;
  const presence = { facts: ofFacts, denials: DENIED, claims: CLAIMED }[asked];
  return assertedOf(rule, asked, () =>
    assertedAs({
      presence,
      // what stands beside what is denied is denied with it
      beside: asked === 'denials' ? SAID : PRESENT,
      time: rule.time ?? DONE,
      voice: asked === 'claims' ? REVIEWER : (rule.voice ?? RECORD),
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

function isInPlace(document: IndexedDocument, mention: Mention, rule: EvidenceRule): boolean {
  if (isWithdrawn(document, mention.sentence) || isTakenBack(document, mention)) return false;
  const { sentences, sections } = document.reading;
  const kind = sections[sentences[mention.sentence]?.section ?? -1]?.kind ?? 'other';
  if (rule.sections) return rule.sections.includes(kind);
  if (rule.notSections?.includes(kind)) return false;
  // a rule that asks for another voice asks for these sections
  return rule.voice !== undefined || !NEVER_EVIDENCE.includes(kind);
}

/** Whether a mention belongs to the words that ask for this or another treatment. */
export function isAskedFor(
  { document }: IndexedDocument,
  { start, end }: Span,
  { asked }: CaseIndex,
) {
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
