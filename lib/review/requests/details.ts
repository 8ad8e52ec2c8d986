import type { RequestDetails } from '../review.ts';
import type { Anchor } from './anchors.ts';
import type { RequestParts, StatedPart } from './found-request.ts';

/** The details of a request as shown: of each part the first statement, which is the line item's. */
export function detailsOf(head: Anchor, parts: RequestParts): RequestDetails {
  const { drug } = head;
  const quantity = parts.quantities[0]?.value;
  const days = parts.supplies[0]?.value;
  const visits = parts.counts[0]?.value.amount;
  return {
    drug: drug?.generic ?? null,
    strength: drug ? strengthInWords(parts) : null,
    quantity: drug && quantity !== undefined ? String(quantity) : null,
    refills: parts.refills[0]?.value ?? null,
    directions: drug ? directionsInWords(parts) : null,
    daysSupply: days ? days.low : null,
    visits: !drug && visits ? visits.high : null,
    bodyPart: words(parts.bodyParts[0]),
    side: parts.sides[0]?.value ?? null,
    level: words(parts.levels[0]),
  };
}

/** "10/325 mg", "15 mg". */
export function strengthInWords({ strengths }: RequestParts): string | null {
  const first = strengths[0]?.value;
  if (!first) return null;
  const amount = first.second === undefined ? `${first.amount}` : `${first.amount}/${first.second}`;
  return `${amount} ${first.unit}`.trim();
}

function directionsInWords({ takes, frequencies }: RequestParts): string | null {
  const frequency = frequencies[0];
  if (!frequency) return null;
  const take = takes[0]?.value;
  const amount = !take ? '' : take.low === take.high ? `${take.low} ` : `${take.low}-${take.high} `;
  return `${amount}${words(frequency)}`;
}

function words(part: StatedPart<unknown> | undefined): string | null {
  return part ? part.passage.quote.replace(/\s+/g, ' ') : null;
}
