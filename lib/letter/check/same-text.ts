import type { Evidence } from '../../review/review.ts';
import type { LetterContext } from './letter-context.ts';

/**
 * Whether evidence of the record is a sentence of this letter's own items: a determination that is
 * checked may itself be a document of the case, and is no evidence for what it says.
 */
export function isOfTheLetter(
  { caseFile, letter }: LetterContext,
  { document, start, end }: Evidence,
): boolean {
  const own = caseFile.documents.find(({ id }) => id === document);
  if (own?.text !== letter.document.reading.text) return false;
  return letter.items.some((item) =>
    item.sentences.some((sentence) => sentence.start < end && start < sentence.end),
  );
}
