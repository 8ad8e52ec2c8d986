import type { CaseDocument } from '../../lib/case/document.ts';
import { findTerm } from '../../lib/case/find-term.ts';
import type { TermHit, TermSearch } from '../../lib/messaging/active-review.ts';

const mostHits = 100;
/** Characters shown before and after a hit. */
const around = 60;

interface Searched {
  documents: readonly { document: Pick<CaseDocument, 'id' | 'text'> }[];
}

/**
 * Finds a term, and other wordings of what it means, in the documents of a case, with what stands
 * around each. A place that two wordings share is found once.
 */
export function searchTerm(
  term: string,
  { documents }: Searched,
  synonyms: readonly string[] = [],
): TermSearch {
  const hits: TermHit[] = [];
  let found = 0;
  for (const { document } of documents) {
    const { id, text } = document;
    for (const { start, end } of placesOf([term, ...synonyms], text)) {
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
  return { term: term.trim(), synonyms: [...synonyms], hits, found };
}

/** Every place of any of the wordings, in order; of those that overlap the first and longest. */
function placesOf(wordings: readonly string[], text: string): { start: number; end: number }[] {
  const all = wordings
    .flatMap((wording) => [...findTerm(wording, text)])
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const places: { start: number; end: number }[] = [];
  for (const place of all) {
    if (place.start >= (places.at(-1)?.end ?? 0)) places.push(place);
  }
  return places;
}
