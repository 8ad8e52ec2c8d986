import type { RequestDetails } from '../review.ts';
import type { Anchor } from './anchors.ts';
import type { RequestParts } from './found-request.ts';

export function detailsOf(head: Anchor, parts: RequestParts): RequestDetails {
  return { drug: head.drug?.generic ?? null, strength: null, quantity: null, refills: null, directions: null, daysSupply: null, visits: null, bodyPart: null, side: null, level: null };
}
