import type { DateValue } from '../../language/mention.ts';
import type { CaseIndex } from '../evidence/case-index.ts';
import { receiptFor } from '../receipt.ts';
import { documentsOf } from '../request-checks/check-context.ts';
import type { FormCheck, RequestReview, SearchReceipt } from '../review.ts';
import { checkAuthorization, formsAmong, type JudgedCheck } from './check-authorization.ts';

/** The checks of the request for authorization of a case whose requests were reviewed. */
export function reviewAuthorization(
  index: CaseIndex,
  requests: readonly RequestReview[],
  asOf: DateValue,
): FormCheck[] {
  const itemsSpecified = requests
    .filter(({ listed }) => listed)
    .flatMap(({ criteria }) => criteria.filter(({ id }) => id === 'request/item-specified'));
  const documents = documentsOf(index);
  const checks = checkAuthorization({
    documents,
    criteria: index.rulebook.criteria,
    asOf,
    itemsSpecified,
  });
  const forms = new Set(formsAmong(documents).map(({ document }) => document.id));
  const searched = {
    ...index,
    documents: index.documents.filter(({ document }) => forms.has(document.id)),
  };
  return checks.map((check) => ({ ...check, receipt: receiptOf(check, index, searched) }));
}

/** What was searched for what a form does not say: the form, for treatments the whole case. */
function receiptOf(
  { id, verdict }: JudgedCheck,
  index: CaseIndex,
  forms: CaseIndex,
): SearchReceipt | null {
  const criterion = index.rulebook.criteria.get(id);
  if (verdict !== 'not-documented' || !criterion) return null;
  return receiptFor(criterion, id === 'rfa/treatment-specified' ? index : forms);
}
