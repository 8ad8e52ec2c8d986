import type { QuotedPassage } from '../../case/passage.ts';
import type { Evidence, Finding } from '../../review/review.ts';
import type { Said } from '../../saying/said.ts';

/** The document id that passages of the letter carry; offsets are UTF-16 units into its text. */
export const LETTER = 'letter';

/** The checks of a letter, in the order a reader needs them. */
export const letterChecks = [
  'letter/other-item',
  'letter/request-mismatch',
  'letter/absence-contradicted',
  'letter/contrary-evidence-ignored',
  'letter/criterion-unaddressed',
  'letter/no-citation',
  'letter/citation-out-of-date',
  'letter/mixed-limits',
  'letter/empty-phrase',
  'letter/copied-text',
  'letter/slip',
  'letter/unexplained-abbreviation',
  'letter/missing-element',
] as const;
export type LetterCheckId = (typeof letterChecks)[number];

/**
 * One remark on a letter. Its evidence begins with the letter's own passages (role `claim`, document
 * `letter`), where the remark is about words that stand there; those of the record follow.
 */
export interface LetterFinding extends Finding {
  id: LetterCheckId;
}

/** A passage of the letter as evidence: what the reviewer wrote is a claim about the record. */
export function claimed(passage: QuotedPassage, why?: Said): Evidence {
  return { ...passage, role: 'claim', ...(why ? { why } : {}) };
}

/** The letter's passages of a finding, and those of the record. */
export function sidesOf({ evidence }: Finding): { letter: Evidence[]; record: Evidence[] } {
  return {
    letter: evidence.filter(({ document }) => document === LETTER),
    record: evidence.filter(({ document }) => document !== LETTER),
  };
}
