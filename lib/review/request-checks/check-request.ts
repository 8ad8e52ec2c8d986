import type { Criterion } from '../../guidelines/pack.ts';
import { say, type Words } from '../../saying/said.ts';
import type { CriterionContext } from '../judge-criterion.ts';
import { receiptFor } from '../receipt.ts';
import type { CriterionReview, Evidence, Verdict } from '../review.ts';
import { type CheckContext, type CheckResult, documentsOf } from './check-context.ts';
import { checkConsistent } from './consistent.ts';
import { checkDirections } from './directions.ts';
import { checkGuidelineCited } from './guideline-cited.ts';
import { checkItemSpecified } from './item-specified.ts';
import { checkQuantity } from './quantity.ts';

const CHECKS: Readonly<Record<string, (context: CheckContext) => CheckResult>> = {
  'request/item-specified': checkItemSpecified,
  'request/quantity': checkQuantity,
  'request/directions': checkDirections,
  'request/consistent': checkConsistent,
  'request/guideline-cited': checkGuidelineCited,
};

/**
 * The checks asked of every request, in the order of the packs. Their names, questions and messages
 * are criteria of `packs/treatments/request.json`; a check without a criterion is not shown.
 */
export function checkRequest({
  index,
  request,
  requests,
  asOf,
}: CriterionContext): CriterionReview[] {
  const treatment = index.rulebook.treatments.get(request.treatment);
  if (!treatment) return [];
  const documents = documentsOf(index);
  const context: CheckContext = { index, asOf, request, requests, treatment, documents };
  return Object.entries(CHECKS).flatMap(([id, check]) => {
    const criterion = index.rulebook.criteria.get(id);
    return criterion ? [reviewOf(criterion, check(context), { index, request })] : [];
  });
}

function reviewOf(
  criterion: Criterion,
  { verdict, evidence, finding }: CheckResult,
  { index, request }: Pick<CriterionContext, 'index' | 'request'>,
): CriterionReview {
  const message = messageFor(criterion, verdict);
  return {
    id: criterion.id,
    name: criterion.name,
    question: criterion.question,
    verdict,
    reason: finding ? say('joint_sentences', message, finding) : message,
    evidence: eachOnce(evidence),
    receipt: verdict === 'not-documented' ? receiptFor(criterion, index, request) : null,
    citation: null,
    alsoCited: [],
    ...(criterion.wouldSettle ? { wouldSettle: criterion.wouldSettle } : {}),
  };
}

/** Two parts of one line are shown as that line, once. */
function eachOnce(evidence: readonly Evidence[]): Evidence[] {
  const shown = new Map<string, Evidence>();
  for (const piece of evidence) {
    const key = [piece.document, piece.start, piece.end, piece.role].join(' ');
    if (!shown.has(key)) shown.set(key, piece);
  }
  return [...shown.values()];
}

function messageFor({ messages }: Criterion, verdict: Verdict): Words {
  switch (verdict) {
    case 'met':
      return messages.met ?? say('finding_met_plain');
    case 'not-met':
      return messages.notMet ?? say('finding_not_met_plain');
    case 'conflicting':
      return messages.conflicting ?? say('finding_conflicting_plain');
    case 'unclear':
      return messages.unclear ?? say('finding_unclear_plain');
    case 'not-applicable':
      return messages.notApplicable ?? say('finding_not_applicable');
    case 'not-documented':
      return messages.notDocumented === undefined
        ? say('finding_not_found_plain')
        : `${messages.notDocumented}.`;
  }
}
