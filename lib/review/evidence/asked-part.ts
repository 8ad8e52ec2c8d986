/** Which of several places of a text may be about the part of the body that a request is for. */
import type { JudgeContext } from '../judges/judge.ts';
import { bodyPlaceOf, isOfRegions, regionsAsked } from './body-place.ts';
import type { IndexedDocument } from './case-index.ts';
import type { Place } from './scopes.ts';

const BODY = { regions: 'body' } as const;

/** Whether a place may be about the part that is asked for: where nothing says which, it may. */
export function askedPart({
  index,
  request,
}: Pick<JudgeContext, 'index' | 'request'>): (document: IndexedDocument, place: Place) => boolean {
  const asked = request ? regionsAsked(request, BODY, index) : [];
  if (asked.length === 0) return () => true;
  return (document, place) => isOfRegions(bodyPlaceOf(document, place, BODY, index), asked);
}
