import type { CriterionReview, RequestReview } from '../../lib/review/review.ts';
import { type CaseFacts, caseFacts } from '../../lib/snippets/facts.ts';
import { inEnglish } from '../../lib/wording/english.ts';

/** What a case offers for slots, in English as all of a draft is. */
export function factsOf(
  asOf: string,
  request: RequestReview | null,
  criterion: CriterionReview | null,
): CaseFacts {
  return caseFacts({ asOf, asOfSource: '', ...inEnglish({ request, criterion }) });
}
