import type { CriterionReview, SearchReceipt } from '../../lib/review/review.ts';
import { words } from '../../lib/wording/words.ts';
import { useDocuments } from '../case/documents.ts';
import { CopyButton } from '../panel/copy-button.tsx';
import { receiptText } from './receipt-text.ts';

/** Copies the receipt, so that an absence can be written with the search it rests on. */
export function ReceiptCopy(props: { criterion: CriterionReview; receipt: SearchReceipt }) {
  const documents = useDocuments();
  return (
    <div class="rerun bar">
      <CopyButton
        label={words('receipt_copy')}
        done={words('receipt_copied')}
        clipping={() => ({
          plain: receiptText(props.criterion, props.receipt, documents),
          html: '',
        })}
        keyed={{ name: 'receipt', cap: 'R' }}
      />
    </div>
  );
}
