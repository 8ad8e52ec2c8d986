import { plainDocument } from '../../lib/case/document.ts';
import { shippedRulebook } from '../../lib/cli/shipped-packs.ts';
import { checkLetter } from '../../lib/letter/check/check-letter.ts';
import type { LetterFinding } from '../../lib/letter/check/letter-finding.ts';
import { readerFor, reviewCase } from '../../lib/review/review-case.ts';

/** The remarks on a letter about a record of one text. */
export async function checkText(
  record: string,
  letter: string,
  asOf?: string,
): Promise<LetterFinding[]> {
  const rulebook = await shippedRulebook();
  const caseFile = { id: 'test', documents: [plainDocument('d1', 'Record', record)] };
  const review = reviewCase(caseFile, rulebook, asOf ? { asOf } : {});
  return checkLetter(letter, review, rulebook, caseFile, readerFor(rulebook));
}
