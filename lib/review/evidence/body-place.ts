import type { BodyPlaces } from '../../guidelines/pack.ts';
import type { RequestDetails } from '../review.ts';
import { type CaseIndex, conceptsOf, type IndexedDocument, within } from './case-index.ts';
import { clauseAround, type Place, type Span, scopeOf } from './scopes.ts';

/** Where in the body a statement is about, as far as its own words say. */
export interface BodyPlace {
  side: 'left' | 'right' | undefined;
  /** Index into the regions of the criterion. */
  region: number | undefined;
  /** The parts it names, in small letters: muscles. */
  parts: readonly string[];
}

/** The part of the body that a finding is of: what its phrase names, else its clause. */
export function bodyPlaceOf(
  document: IndexedDocument,
  place: Place,
  { parts = [], regions = [] }: BodyPlaces,
  { rulebook }: Pick<CaseIndex, 'rulebook'>,
): BodyPlace {
  const spans = [scopeOf(document, place, 'phrase'), clauseAround(document, place)];
  const first = <Found>(find: (span: Span) => Found | undefined) =>
    spans.map(find).find((found) => found !== undefined);
  const names = (refs: string | readonly string[], span: Span) =>
    conceptsOf(refs, rulebook).flatMap((concept) => within(document.mentions.get(concept), span));
  return {
    side: first((span) => only(sidesIn(document, span))),
    region: first((span) =>
      only(regions.flatMap((refs, at) => (names(refs, span).length > 0 ? [at] : []))),
    ),
    parts:
      first((span) => {
        const named = names(parts, span);
        return named.length > 0
          ? named.map(({ start, end }) => document.reading.text.slice(start, end).toLowerCase())
          : undefined;
      }) ?? [],
  };
}

/** The side that was asked for; undefined for both sides and for none. */
export function sideAsked({ side }: Pick<RequestDetails, 'side'>): 'left' | 'right' | undefined {
  return side === 'left' || side === 'right' ? side : undefined;
}

function sidesIn(document: IndexedDocument, span: Span): ('left' | 'right')[] {
  return within(document.values.get('side'), span).flatMap(({ value }) => {
    if (value.kind !== 'side') return [];
    return value.side === 'bilateral' ? ['left', 'right'] : [value.side];
  });
}

/** The one thing that all are; undefined where they differ or there is none. */
function only<Thing>(things: readonly Thing[]): Thing | undefined {
  const [first] = things;
  return things.every((thing) => thing === first) ? first : undefined;
}
