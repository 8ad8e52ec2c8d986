/** Where a class of drugs is said not to be taken: "no benzodiazepines", "no opioids since". */

import type { Mention } from '../../../language/mention.ts';
import { say } from '../../../saying/said.ts';
import type { IndexedDocument } from '../../evidence/case-index.ts';
import { CLASS_WORD } from '../../evidence/drug-subject.ts';
import { isPlannedBySection } from '../../evidence/meant-mentions.ts';
import { evidenceAt } from '../../evidence/passage.ts';
import { isKept } from '../../medicines/kept-medicine.ts';
import { isWarnedOf } from '../../medicines/named-only.ts';
import type { Evidence } from '../../review.ts';
import { isDenied } from '../places.ts';

/** Whether a denial is of another day than all that is said to be taken, so that the newer one holds. */
export function isOfOtherDay({ date }: Evidence, taken: readonly Evidence[]): boolean {
  return date !== undefined && taken.every((piece) => piece.date && piece.date !== date);
}

/** The words for classes of drugs. */
export function wordsFor(classes: readonly string[]): ReadonlySet<string> {
  return new Set(classes.map((name) => `${CLASS_WORD}${name}`));
}

/**
 * "No benzodiazepines", "no opioids since": where the class is said not to be taken. That one must not or
 * cannot take it speaks against its use, and does not show that it is not in use.
 */
export function denials(
  document: IndexedDocument,
  words: ReadonlySet<string>,
  role: 'supports' | 'opposes' = 'supports',
): Evidence[] {
  return document.reading.mentions
    .among(words)
    .filter(
      (mention) =>
        isDenied(mention) &&
        (role === 'opposes' || !isWarnedOf(document, mention)) &&
        !isOfSome(document, mention) &&
        !isKept(document, mention) &&
        (role === 'opposes' || !isWishedFor(mention)) &&
        mention.assertion.subject === 'patient' &&
        mention.assertion.voice === 'record',
    )
    .slice(0, 2)
    .map((mention) => evidenceAt(document, mention, role, say('why_said_not_taken')));
}

/** "Advised to take no benzodiazepines": what is to come is none. */
function isWishedFor({ assertion }: Mention): boolean {
  return assertion.time === 'planned' && !isPlannedBySection(assertion);
}

/** "No daily benzodiazepine": of some way to take them. */
function isOfSome({ reading: { text } }: IndexedDocument, { start }: Mention): boolean {
  return /\b(?:daily|regular|scheduled|standing|routine|chronic|long[- ]term|nightly|other|more|new)\s$/i.test(
    text.slice(Math.max(0, start - LONGEST_WAY), start),
  );
}

const LONGEST_WAY = 16;
