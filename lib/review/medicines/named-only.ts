/** Medicines that a record names without saying so that the patient takes them: allergies, warnings, those of others. */
import type { Mention } from '../../language/mention.ts';
import { beginningIn } from '../../language/sorted.ts';
import { firstFrom, type IndexedDocument, within } from '../evidence/case-index.ts';
import { scopeOf } from '../evidence/scopes.ts';
import { hasBeside, TAKEN } from './beside-medicine.ts';

/** Concepts of the packs: a warning, an allergy, a single dose for a procedure. */
const WARNED_OF = 'medicine-warned-of';
const ALLERGY = 'medicine-allergy';
const FOR_PROCEDURE = 'medicine-for-procedure';

/** "She uses her husband's Vicodin": whose it is does not say who takes it. */
export function isTakenFromAnother(document: IndexedDocument, mention: Mention): boolean {
  const { start } = scopeOf(document, mention, 'clause');
  const { text } = document.reading;
  return within(document.mentions.get(TAKEN), { start, end: mention.start }).some(
    ({ end, assertion: { presence, subject } }) =>
      presence === 'affirmed' &&
      subject === 'patient' &&
      OWNER.test(text.slice(end, mention.start)),
  );
}

/** From "she uses" to what she uses: "her husband's", "some of his wife's". */
const OWNER = /^(?: [^\s,;:]{1,12}){0,4} $/;

/** "ALLERGIES: Ativan", "codeine allergy", "do not combine with Valium or Xanax", "Versed for the MRI". */
export function isWarnedOf(document: IndexedDocument, mention: Mention): boolean {
  if (hasBeside(document, mention, FOR_PROCEDURE)) return true;
  const allergies = document.mentions.get(ALLERGY) ?? [];
  if (allergies[firstFrom(allergies, mention.end)]?.start === mention.end + 1) return true;
  const { text } = document.reading;
  const line = Math.max(mention.start - WARNED_WITHIN, text.lastIndexOf('\n', mention.start) + 1);
  const list = document.mentions.get(WARNED_OF) ?? [];
  return beginningIn(list, { start: line, end: mention.start }).some(
    ({ end }) => !/[.;]/.test(text.slice(end, mention.start)),
  );
}

/** Letters between a warning and the last drug that it names. */
const WARNED_WITHIN = 90;
