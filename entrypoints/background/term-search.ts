import type { CaseDocument } from '../../lib/case/document.ts';
import { findTerm } from '../../lib/case/find-term.ts';
import type { TermHit, TermSearch } from '../../lib/messaging/active-review.ts';

const mostHits = 100;
/** Characters shown before and after a hit. */
const around = 60;

interface Searched {
  documents: readonly { document: Pick<CaseDocument, 'id' | 'text'> }[];
}

/** Finds a term in the documents of a case, with what stands around it. */
export function searchTerm(term: string, { documents }: Searched): TermSearch {
  const hits: TermHit[] = [];
  let found = 0;
  for (const { document } of documents) {
    const { id, text } = document;
    for (const { start, end } of findTerm(term, text)) {
      found++;
      if (hits.length >= mostHits) continue;
      hits.push({
        document: id,
        start,
        end,
        quote: text.slice(start, end),
        before: text.slice(Math.max(0, start - around), start),
        after: text.slice(end, end + around),
      });
    }
  }
  return { term: term.trim(), hits, found };
}
