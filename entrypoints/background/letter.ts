import type { CaseFile } from '../../lib/case/case-file.ts';
import { checkLetter } from '../../lib/letter/check/check-letter.ts';
import { failure, type Result, success } from '../../lib/messaging/result.ts';
import type { Finding, Review } from '../../lib/review/review.ts';
import { readerFor } from '../../lib/review/review-case.ts';
import type { Cases } from './cases.ts';
import { settings } from './settings.ts';

/** The texts a review was made of, so that they are read once while a letter is written. */
const files = new WeakMap<Review, CaseFile>();

/** Holds a letter against the case a tab shows. The letter is kept nowhere. */
export async function checkLetterOf(
  { store, reviewer, desk }: Cases,
  tabId: number,
  text: string,
  draftOn: string | null,
): Promise<Result<Finding[]>> {
  await store.restored;
  const openCase = desk.caseOf(tabId);
  if (!openCase) return failure('CG-405');
  const { review } = reviewer.of(openCase.id);
  if (!review) return failure('CG-201');
  const { rulebook } = await settings();
  let file = files.get(review);
  if (file === undefined) {
    file = { id: openCase.id, documents: openCase.documents.map(({ document }) => document) };
    files.set(review, file);
  }
  try {
    return success(checkLetter(text, review, rulebook, file, readerFor(rulebook), draftOn));
  } catch {
    return failure('CG-206');
  }
}

/** The text of one document of the case a tab shows. */
export async function documentText(
  { store, desk }: Cases,
  tabId: number,
  id: string,
): Promise<Result<string>> {
  await store.restored;
  const read = desk.caseOf(tabId)?.documents.find(({ document }) => document.id === id);
  return read ? success(read.document.text) : failure('CG-405');
}
