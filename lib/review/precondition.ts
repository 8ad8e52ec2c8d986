import type { EvidenceRule } from '../guidelines/evidence-rule.ts';
import type { Criterion } from '../guidelines/pack.ts';
import { type Asked, matchRule } from './evidence/match-rule.ts';
import type { JudgeContext } from './judges/judge.ts';
import { runJudge } from './judges/registry.ts';
import type { FoundRequest } from './requests/found-request.ts';
import { SIDES, type Side, withShared } from './shared-rules.ts';
import { matchesOfThePlace } from './verdict/elsewhere.ts';

type PreconditionContext = JudgeContext & { request: FoundRequest };

/** Whether what a criterion is asked of is so: a medicine was taken, an earlier course was had. */
export function isApplicable(
  criterion: Criterion,
  unless: NonNullable<Criterion['unless']>,
  context: PreconditionContext,
): boolean {
  const judged = unless.judge ? runJudge(unless.judge, context).evidence : [];
  const wanted = unless.judged ?? 'supports';
  // "Valium is new" denies what a bare name or a list seems to say
  const isDenied = unless.judged === undefined && judged.some(({ role }) => role === 'opposes');
  const isTold =
    unless.any.some((rule) => holdsHere(rule, criterion, context)) ||
    judged.some(({ role }) => role === wanted) ||
    (unless.orFound === true &&
      criterion.judge !== undefined &&
      runJudge(criterion.judge, context).evidence.length > 0);
  return (isTold && !isDenied) || isSaidToWork(criterion, context);
}

/** Whether something that a precondition asks for is told of the part of the body asked about. */
function holdsHere(
  rule: EvidenceRule,
  { places }: Criterion,
  context: PreconditionContext,
): boolean {
  const matches = matchRule(rule, context.index, context.request);
  return (places ? matchesOfThePlace(matches, places, context) : matches).length > 0;
}

/** What a medicine did, or did not do, is told of one that was taken. */
function isSaidToWork(criterion: Criterion, { index, request }: PreconditionContext): boolean {
  const found = (side: Side, asked: Asked) =>
    (criterion[side] ?? []).some(
      (rule) =>
        rule.of !== undefined &&
        (asked === 'facts' || rule.presence === undefined) &&
        matchRule(withShared(rule, criterion, side), index, request, asked).length > 0,
    );
  return SIDES.some(([side]) => found(side, 'facts')) || found('supports', 'denials');
}
