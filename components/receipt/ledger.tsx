import type { SearchReceipt } from '../../lib/review/review.ts';
import { words } from '../../lib/wording/words.ts';
import { coverageOf } from './coverage.ts';

/** Which pages of which documents were searched, and which could not be. */
export function Ledger({ receipt }: { receipt: SearchReceipt }) {
  const { pages, read } = coverageOf(receipt.documents);
  return (
    <table class="ledger">
      <thead>
        <tr>
          <th scope="col">{words('receipt_searched')}</th>
          <th scope="col" class="num">
            {words('receipt_pages')}
          </th>
          <th scope="col" class="num">
            {words('receipt_found')}
          </th>
        </tr>
      </thead>
      <tbody>
        {receipt.documents.map((document) => (
          <tr key={document.id}>
            <td>{document.name}</td>
            <td class="num">{words('receipt_of', document.pagesRead, document.pages)}</td>
            <td class="num">0</td>
          </tr>
        ))}
        {unreadByDocument(receipt).map(({ name, numbers }) => (
          <tr key={`unread ${name}`} class="un">
            <td>{words('receipt_not_read', name)}</td>
            <td class="num">{words('receipt_page_numbers', numbers.join(', '))}</td>
            <td class="num">?</td>
          </tr>
        ))}
      </tbody>
      {receipt.documents.length > 1 && (
        <tfoot>
          <tr class="sum">
            <td>{words('receipt_total')}</td>
            <td class="num">{words('receipt_of', read, pages)}</td>
            <td class="num">0</td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

/** The unread pages, gathered by the name of their document. */
export function unreadByDocument(receipt: SearchReceipt): { name: string; numbers: number[] }[] {
  return receipt.documents
    .map(({ id, name }) => ({
      name,
      numbers: receipt.unreadablePages
        .filter(({ document }) => document === id)
        .map(({ page }) => page),
    }))
    .filter(({ numbers }) => numbers.length > 0);
}
