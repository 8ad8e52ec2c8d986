import type { CaseFile } from '../../case/case-file.ts';
import type { Rulebook } from '../../guidelines/rulebook.ts';
import type { FoundRequest } from '../../review/requests/found-request.ts';
import type { CriterionReview, RequestReview, Review } from '../../review/review.ts';
import type { JudgedLetter } from './judge-letter.ts';
import type { LetterFinding } from './letter-finding.ts';
import type { Letter, LetterItem } from './read-letter.ts';

/** What every check looks at. */
export interface LetterContext {
  letter: Letter;
  review: Review;
  requests: readonly FoundRequest[];
  rulebook: Rulebook;
  caseFile: CaseFile;
  /** The criteria as the letter answers them, for each item. */
  judged: ReadonlyMap<LetterItem, JudgedLetter>;
}

/** One check: the remarks it has on a letter. */
export type LetterCheck = (context: LetterContext) => LetterFinding[];

/** The review of the request that an item answers. */
export function reviewOf(
  { review }: LetterContext,
  { request }: LetterItem,
): RequestReview | undefined {
  const first = request?.passages[0];
  if (!first) return undefined;
  return (
    review.requests.find(
      ({ treatment, passages }) =>
        treatment === request.treatment &&
        passages.some(
          ({ document, start }) => document === first.document && start === first.start,
        ),
    ) ?? review.requests.find(({ treatment }) => treatment === request.treatment)
  );
}

/** The request as it was found, by its id in the review. */
export function foundFor(
  id: string,
  { requests: reviewed }: Review,
  requests: readonly FoundRequest[],
): FoundRequest | undefined {
  const review = reviewed.find((request) => request.id === id);
  const alike = requests.filter(({ treatment }) => treatment === review?.treatment);
  const first = review?.passages[0];
  return (
    alike.find(({ passages }) =>
      passages.some(
        ({ document, start }) => document === first?.document && start === first?.start,
      ),
    ) ?? alike[0]
  );
}

/** The clinical criteria of a review; the checks of the request itself left out. */
export function criteriaOf(review: RequestReview | undefined): CriterionReview[] {
  return (review?.criteria ?? []).filter(({ id }) => !id.startsWith('request/'));
}
