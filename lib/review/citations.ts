import type { StandardsInOrder } from '../guidelines/editions.ts';
import type { EditionStandard } from '../guidelines/rulebook.ts';
import type { Citation } from './review.ts';

/** Where the governing edition says it, and where the others do. */
export function citationsOf({ governing, others, notInForce }: StandardsInOrder): {
  citation: Citation | null;
  alsoCited: Citation[];
} {
  return {
    citation: governing && cite(governing, true),
    alsoCited: [...others, ...notInForce].map((entry) => cite(entry, false)),
  };
}

function cite({ standard, pack, sources }: EditionStandard, governs: boolean): Citation {
  const { title, edition, inForce } = pack.guideline;
  return {
    pack: pack.id,
    guideline: title,
    edition,
    section: standard.section,
    page: standard.page ?? null,
    inForce: { from: inForce.from, to: inForce.to ?? null },
    text: standard.text,
    confidence: standard.confidence,
    sources: sources.map((source) =>
      source.url ? { title: source.title, url: source.url } : { title: source.title },
    ),
    governs,
  };
}
