/** What is told in doubt settles nothing: "perhaps", "I cannot say whether", "or so he believes". */

import type { EvidenceRule } from '../../guidelines/evidence-rule.ts';
import type { JudgeUse } from '../../guidelines/judge-use.ts';
import { isDecidedBy } from '../../language/assertion/decided-by.ts';
import { explainAssertion } from '../../language/assertion/explain.ts';
import type { Assertion, Mention, Reading } from '../../language/mention.ts';
import { isDrug } from '../../language/mentions.ts';
import { CARDINALS } from '../../language/number-words.ts';
import { firstFrom } from '../../language/sorted.ts';
import { isCondition, isPlannedBySection } from '../evidence/meant-mentions.ts';
import { createMemo } from '../evidence/memo.ts';
import { foundAt } from '../evidence/passage.ts';
import { type Span, shares } from '../evidence/scopes.ts';
import type { JudgeContext, Judged } from '../judges/judge.ts';
import { isRequested } from '../judges/places.ts';
import { traitsOf } from '../judges/traits.ts';
import type { Evidence, EvidenceRole } from '../review.ts';
import { isDeniedByForm, isDeniedVerb, isWhollyDenied } from './denied-whole.ts';
import { isOnASide } from './evidence-role.ts';

/**
 * The computation with what the record is not sure of as doubt, and without what it only asks, plans or
 * makes a condition. What is requested is none of these: "I was asked whether six visits should be
 * authorized".
 */
export function withDoubt(judged: Judged, { use }: JudgeUse, context: JudgeContext): Judged {
  const evidence = judged.evidence.flatMap((piece) => asMeant(piece, use, context));
  return { ...judged, evidence };
}

function asMeant(evidence: Evidence, use: JudgeUse['use'], context: JudgeContext): Evidence[] {
  const at = isOnASide(evidence) ? foundAt(evidence, context.index) : undefined;
  if (!at) return [evidence];
  // a gain is told and never requested, though the sentence names what is
  if (!traitsOf(use).ofGain && isRequested(at.document, at.item, context)) return [evidence];
  const { reading } = at.document;
  const as = (role: EvidenceRole, meant: Assertion): Evidence[] => [
    { ...evidence, role, why: explainAssertion({ assertion: meant }, reading.text) },
  ];
  const assertion = reading.assertionOf(at.item);
  if (assertion?.presence === 'possible') {
    if (isOnlyAsked(assertion)) return [];
    if (isOfNumber(assertion)) return [evidence];
    return as('ambiguous', assertion);
  }
  if (assertion && (isCondition(assertion) || assertion.voice === 'guideline')) return [];
  if (assertion && isClaim(assertion) && traitsOf(use).ofGain) return [];
  if (
    assertion &&
    isDeniedByForm(assertion) &&
    traitsOf(use).ofNumbers &&
    evidence.role === 'supports'
  )
    return as('ambiguous', assertion);
  if (evidence.role !== 'supports') return [evidence];
  if (assertion && isWhollyDenied(assertion, at.item)) {
    return traitsOf(use).ofGain ? as('opposes', assertion) : [];
  }
  if (assertion && traitsOf(use).ofNumbers && isDeniedVerb(assertion, at.item))
    return as('ambiguous', assertion);
  if (
    assertion &&
    isNumber(reading.text, at.item) &&
    !isOfForm(assertion) &&
    isOfNobodyNow(assertion, at.item)
  )
    return [];
  const verb = verbBefore(reading.text, at.item);
  const told = verb && reading.assertionOf(verb);
  if (!told) return [evidence];
  if (isOfNobodyNow(told, verb)) return [];
  if (told.presence !== 'negated' || isOfWithout(told) || isDrugAt(reading, verb))
    return [evidence];
  return as('ambiguous', told);
}

/** "The reviewer states that pain falls": a claim about the record, which a cue of its own sentence tells. */
function isClaim(assertion: Assertion): boolean {
  return assertion.voice === 'reviewer' && isDecidedBy(assertion, 'voice', 'cue');
}

/** "Without it she is at 8": no denial. */
function isOfWithout({ because }: Assertion): boolean {
  return because.some(({ axis, words }) => axis === 'presence' && WITHOUT.test(words));
}

const WITHOUT = /^(?:without|w\/o|w\/out|off)\b/i;

/** "No Norco 8, Norco 4": a medicine before a number is no verb. */
function isDrugAt({ mentions }: Reading, place: Span): boolean {
  const drugs = mentions.where(isDrug);
  const near = drugs.slice(
    firstFrom(drugs, place.start - LONGEST_DRUG),
    firstFrom(drugs, place.end),
  );
  return near.some((drug) => shares(drug, place));
}

/** Letters of a drug's name at most. */
const LONGEST_DRUG = 200;

/** "Drops" in "drops from 7 to 3": what is planned or denied of it, is so of the numbers. */
function verbBefore(text: string, { start }: Span): Span | undefined {
  if (!isNumber(text, { start })) return undefined;
  const from = Math.max(0, start - VERB_REACH);
  const found = VERB.exec(text.slice(from, start));
  if (!found) return undefined;
  const first = from + found.index;
  return { start: first, end: first + (found[1] as string).length };
}

const LONGEST_NUMBER = 9;
const NUMBER = new RegExp(`^(?:\\d|(?:${Object.keys(CARDINALS).join('|')})\\b)`, 'i');
const VERB =
  /\b(?!(?:not|no|with|without|off|on|was|were|is|and|then)\b)([a-z]{2,}) (?:from |by |to |at |about |an? )*$/i;
const VERB_REACH = 40;

/**
 * A condition, a plan or a rule, or said of somebody else. A plan that stands behind is one of something
 * else: "five times out of nine scheduled".
 */
function isOfNobodyNow(assertion: Assertion, { start }: Span): boolean {
  const { presence, voice, subject, because } = assertion;
  if (presence === 'conditional' || voice === 'guideline' || subject === 'other') return true;
  return (
    isPlanned(assertion) && !because.some(({ axis, start: at }) => axis === 'time' && at > start)
  );
}

/** A number among boxes may be that of the next one. */
function isOfForm({ because }: Assertion): boolean {
  return because.some(({ by }) => by === 'form');
}

function isNumber(text: string, { start }: { start: number }): boolean {
  return NUMBER.test(text.slice(start, start + LONGEST_NUMBER));
}

function isPlanned(assertion: Assertion): boolean {
  return assertion.time === 'planned' && !isPlannedBySection(assertion);
}

/** "Whether he exercises at home is not stated": a question that nobody answers says nothing. */
export function isOnlyAsked({ because }: Assertion): boolean {
  return because.some(({ axis, words }) => axis === 'presence' && ASKS.test(words));
}

const ASKS = /\b(?:whether|if)\b/i;

/** "It helped, I think": told, and its teller is not sure. What may be is not told at all. */
export function isDoubtedBehind({ end, assertion }: Mention): boolean {
  return assertion.because.some(({ axis, start }) => axis === 'presence' && start >= end);
}

/** "Maybe 40 % relief": how sure a number is, the computation itself has weighed. */
function isOfNumber({ because }: Assertion): boolean {
  return because.some(({ axis, words }) => {
    const last = words.split(/\s/).at(-1) ?? '';
    return axis === 'presence' && (/\d/.test(last) || last.toLowerCase() in CARDINALS);
  });
}

/** The rule for the same said in doubt; undefined where the rule itself says how sure it has to be. */
export function inDoubt(rule: EvidenceRule): EvidenceRule | undefined {
  if (rule.presence) return undefined;
  return doubted(rule, '', () => ({ ...rule, presence: ['possible'] }));
}

const doubted = createMemo<EvidenceRule, EvidenceRule>();
