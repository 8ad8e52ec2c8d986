import type { DateValue } from '../../language/mention.ts';
import type { CaseIndex } from '../evidence/case-index.ts';
import { documentsOf } from '../request-checks/check-context.ts';
import type { FormCheck, RequestReview } from '../review.ts';
import { checkAuthorization } from './check-authorization.ts';

/** The checks of the request for authorization of a case whose requests were reviewed. */
export function reviewAuthorization(
  index: CaseIndex,
  requests: readonly RequestReview[],
  asOf: DateValue,
): FormCheck[] {
  const itemsSpecified = requests
    .filter(({ listed }) => listed)
    .flatMap(({ criteria }) => criteria.filter(({ id }) => id === 'request/item-specified'));
  return checkAuthorization({
    documents: documentsOf(index),
    criteria: index.rulebook.criteria,
    asOf,
    itemsSpecified,
  });
}
