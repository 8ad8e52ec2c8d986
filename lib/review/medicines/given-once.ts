import type { MedicationStatement, Mention } from '../../language/mention.ts';
import { type IndexedDocument, names } from '../evidence/case-index.ts';
import { scopeOf } from '../evidence/scopes.ts';
import { hasBeside, TAKEN } from './beside-medicine.ts';

/** Concept of the packs: words of a dose given once: "IV push", "under sedation". */
const GIVEN_ONCE = 'medicine-given-once';

/**
 * Whether a drug was given once, at a procedure or by the vein: no medicine that the patient takes. One
 * with directions or a supply, or said to be taken, is a medicine whatever else was given.
 */
export function isGivenOnce(
  document: IndexedDocument,
  mention: Mention,
  detail: MedicationStatement | undefined,
): boolean {
  if (detail?.frequency ?? detail?.quantity) return false;
  const sentence = scopeOf(document, mention, 'sentence');
  return names(document, [GIVEN_ONCE], sentence) && !hasBeside(document, mention, TAKEN);
}
