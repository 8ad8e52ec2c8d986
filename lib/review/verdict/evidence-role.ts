import type { Evidence, EvidenceRole } from '../review.ts';

/** Whether evidence of a role bears on the verdict. */
export function isCounted(role: EvidenceRole): boolean {
  return role === 'supports' || role === 'opposes' || role === 'ambiguous';
}

/** The same evidence, shown and not counted. */
export function asHistory(evidence: Evidence): Evidence {
  return { ...evidence, role: 'history' };
}

/** Whether it speaks for or against. */
export function isOnASide({ role }: Evidence): boolean {
  return role === 'supports' || role === 'opposes';
}
