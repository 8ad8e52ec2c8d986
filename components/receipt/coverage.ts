import type { SearchReceipt } from '../../lib/review/review.ts';
import { counted, words } from '../../lib/wording/words.ts';

/** How much of the case was read: pages over all documents. */
export interface Coverage {
  documents: number;
  pages: number;
  read: number;
}

export function coverageOf(documents: SearchReceipt['documents']): Coverage {
  return {
    documents: documents.length,
    pages: documents.reduce((sum, { pages }) => sum + pages, 0),
    read: documents.reduce((sum, { pagesRead }) => sum + pagesRead, 0),
  };
}

/** "3 documents, 15 of 17 pages" */
export function coverageWords({ documents, pages, read }: Coverage): string {
  if (pages === documents && read === pages) return counted('documents', documents);
  return words('pages_read', counted('documents', documents), read, pages);
}
