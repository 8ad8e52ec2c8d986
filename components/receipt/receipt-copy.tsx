import { useState } from 'preact/hooks';
import type { CriterionReview, SearchReceipt } from '../../lib/review/review.ts';
import { words } from '../../lib/wording/words.ts';
import { KeyCap } from '../base/key-cap.tsx';
import { useDocuments } from '../case/documents.ts';
import { useActions } from '../panel/actions.ts';
import { receiptText } from './receipt-text.ts';

/** Copies the receipt, so that an absence can be written with the search it rests on. */
export function ReceiptCopy(props: { criterion: CriterionReview; receipt: SearchReceipt }) {
  const { copy } = useActions();
  const documents = useDocuments();
  const [copied, setCopied] = useState(false);
  const put = async () => {
    const plain = receiptText(props.criterion, props.receipt, documents);
    await copy({ plain, html: '' });
    setCopied(true);
  };
  return (
    <div class="rerun bar">
      <button
        type="button"
        class="btn"
        data-copy="receipt"
        onClick={() => void put()}
        onBlur={() => setCopied(false)}
      >
        {words(copied ? 'copied' : 'receipt_copy')} <KeyCap of="R" />
      </button>
      <span class="sr" role="status">
        {copied ? words('receipt_copied') : ''}
      </span>
    </div>
  );
}
