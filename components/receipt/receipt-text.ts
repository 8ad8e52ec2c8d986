import { inOneLine } from '../../lib/case/passage.ts';
import type { DocumentState } from '../../lib/messaging/active-review.ts';
import type { CriterionReview, SearchReceipt } from '../../lib/review/review.ts';
import { worded, words } from '../../lib/wording/words.ts';
import { documentName } from '../case/documents.ts';
import { coverageOf, coverageWords } from './coverage.ts';
import { unreadByDocument } from './ledger.tsx';

/** The receipt as text for a rationale: what was asked, what was searched, what could not be read. */
export function receiptText(
  criterion: CriterionReview,
  receipt: SearchReceipt,
  documents: readonly DocumentState[],
): string {
  const unread = unreadByDocument(receipt).map(({ name, numbers }) =>
    words('receipt_text_unread', name, numbers.join(', ')),
  );
  const { nearest } = receipt;
  return [
    words('receipt_text_question', criterion.question, worded(criterion.reason)),
    words('receipt_text_searched', coverageWords(coverageOf(receipt.documents))),
    words('receipt_text_terms', receipt.terms.map(worded).join(', ')),
    ...unread,
    ...(nearest === null
      ? []
      : [
          words(
            'receipt_text_nearest',
            inOneLine(nearest.quote),
            documentName(documents, nearest.document),
            worded(nearest.why),
          ),
        ]),
  ].join('\n');
}
