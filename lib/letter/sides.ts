import type { EvidenceRole } from '../review/review.ts';

/** What stands before the passages of each role, in the order they stand. */
export const sides = [
  ['supports', 'For: '],
  ['opposes', 'Against: '],
  ['ambiguous', 'Leaves it open: '],
  ['claim', 'Said in an earlier review, and not the record: '],
  ['history', 'From earlier times: '],
] as const satisfies readonly (readonly [EvidenceRole, string])[];
