import type { IndexedDocument } from '../evidence/case-index.ts';
import { createSpanSet, type SpanSet } from '../evidence/span-set.ts';
import type { Piece } from './side.ts';

/**
 * The pieces without words that belong to a longer phrase of the other side: "nothing has changed since"
 * tells of no change, "no better from therapy" of no gain.
 */
export function withoutDenied(pieces: readonly Piece[]): readonly Piece[] {
  const phrases = { supports: spansOf(pieces, 'supports'), opposes: spansOf(pieces, 'opposes') };
  if (phrases.supports.size === 0 || phrases.opposes.size === 0) return pieces;
  return pieces.filter(({ evidence: { role }, at }) => {
    if (!at || (role !== 'supports' && role !== 'opposes')) return true;
    const others = phrases[role === 'supports' ? 'opposes' : 'supports'].get(at.document);
    const { start } = at.item;
    return !others?.touches({ start, end: start });
  });
}

function spansOf(pieces: readonly Piece[], role: 'supports' | 'opposes') {
  const sided = pieces.flatMap(({ evidence, at }) => (evidence.role === role && at ? [at] : []));
  const byDocument = Map.groupBy(sided, ({ document }) => document);
  return new Map<IndexedDocument, SpanSet>(
    [...byDocument].map(([document, places]) => [
      document,
      createSpanSet(places.map(({ item }) => item)),
    ]),
  );
}
