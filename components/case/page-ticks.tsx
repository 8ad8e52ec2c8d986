import type { DocumentState } from '../../lib/messaging/active-review.ts';

/** One tick a page, grouped by document; a page that was not read is hollow. */
export function PageTicks({ documents }: { documents: readonly DocumentState[] }) {
  return (
    <span class="pages" aria-hidden="true">
      {documents.map((document) => (
        <span key={document.id}>
          {Array.from({ length: Math.min(document.pages, mostTicks) }, (_, page) => (
            <i key={page} class={page < document.pagesRead ? '' : 'un'} />
          ))}
          {document.unread.map(({ code, what }) => (
            <i key={`${code}${what}`} class="un" />
          ))}
        </span>
      ))}
    </span>
  );
}

const mostTicks = 40;
