import type { CaseDocument } from '../../lib/case/document.ts';
import type { TermHit, TermSearch } from '../../lib/messaging/active-review.ts';

const mostHits = 100;
/** Characters shown before and after a hit. */
const around = 60;

interface Searched {
  documents: readonly { document: Pick<CaseDocument, 'id' | 'text'> }[];
}

/** Finds a term as it is written, whatever the case and the white space between its words. */
export function searchTerm(term: string, { documents }: Searched): TermSearch {
  const words = term.trim().split(/\s+/).map(escaped);
  const pattern = new RegExp(words.join('\\s+'), 'giu');
  const hits: TermHit[] = [];
  let found = 0;
  for (const { document } of documents) {
    for (const match of document.text.matchAll(pattern)) {
      found++;
      if (hits.length >= mostHits) continue;
      const start = match.index;
      const end = start + match[0].length;
      hits.push({
        document: document.id,
        start,
        end,
        quote: match[0],
        before: document.text.slice(Math.max(0, start - around), start),
        after: document.text.slice(end, end + around),
      });
    }
  }
  return { term: term.trim(), hits, found };
}

function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
