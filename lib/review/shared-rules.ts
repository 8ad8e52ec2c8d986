import type { EvidenceRule } from '../guidelines/evidence-rule.ts';
import type { Criterion } from '../guidelines/pack.ts';
import type { EvidenceRole } from './review.ts';

/** The lists of rules that speak for an answer. */
export type Side = 'supports' | 'opposes' | 'ambiguous';

/** Each list with the role of what its rules find. */
export const SIDES: readonly [Side, EvidenceRole][] = [
  ['supports', 'supports'],
  ['opposes', 'opposes'],
  ['ambiguous', 'ambiguous'],
];

/** The rule with what no evidence of its criterion may stand beside; one object for all requests. */
export function withShared(
  rule: EvidenceRule,
  { without = [], supportsWithout = [] }: Criterion,
  side: Side | 'leaning',
): EvidenceRule {
  const beside = side === 'supports' ? [...without, ...supportsWithout] : without;
  if (beside.length === 0) return rule;
  let shared = sharing.get(rule);
  if (shared === undefined) {
    shared = { ...rule, without: [...(rule.without ?? []), ...beside] };
    sharing.set(rule, shared);
  }
  return shared;
}

/** A rule belongs to one criterion, so that what is shared with it is the same each time. */
const sharing = new WeakMap<EvidenceRule, EvidenceRule>();
