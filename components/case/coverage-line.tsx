import type { DocumentState } from '../../lib/messaging/active-review.ts';
import { counted, words } from '../../lib/wording/words.ts';
import { PageTicks } from './page-ticks.tsx';

/** How much of the case was read, in ticks and words; opens the list of what was read. */
export function CoverageLine(props: { documents: readonly DocumentState[]; onOpen: () => void }) {
  const { documents } = props;
  const unread = unreadParts(documents);
  return (
    <button type="button" class="coverline" onClick={props.onOpen}>
      <PageTicks documents={documents} />
      <span>
        {extent(documents)}, {unread === 0 && words('all_read')}
        {unread > 0 && <b>{counted('unread', unread)}</b>}
      </span>
    </button>
  );
}

/** Pages and parts that could not be read. */
export function unreadParts(documents: readonly DocumentState[]): number {
  return documents.reduce(
    (sum, { pages, pagesRead, unread }) => sum + pages - pagesRead + unread.length,
    0,
  );
}

/** "3 documents, 17 pages"; where each document is one page, as web pages are, "1 document". */
function extent(documents: readonly DocumentState[]): string {
  const pages = documents.reduce((sum, document) => sum + document.pages, 0);
  const parts = [counted('documents', documents.length)];
  if (pages > documents.length) parts.push(counted('pages', pages));
  return parts.join(', ');
}
