import type {
  CriterionReview,
  Evidence,
  EvidenceRole,
  RequestReview,
  Review,
} from '../../lib/review/review.ts';

/** Small reviews, spelled out as far as marking looks at them. */

export const text = 'Asks for Flexeril. Positive jump sign. No radiculopathy. Foot drop.';

export function passage(quote: string, document = 'page') {
  const start = text.indexOf(quote);
  return { document, start, end: start + quote.length, quote };
}

export function evidence(
  quote: string,
  role: EvidenceRole,
  more: Partial<Evidence> = {},
): Evidence {
  return { ...passage(quote), role, ...more };
}

export function criterion(id: string, more: Partial<CriterionReview> = {}): CriterionReview {
  return {
    id,
    name: id,
    question: `${id}?`,
    verdict: 'met',
    reason: `${id} reason.`,
    evidence: [],
    receipt: null,
    citation: null,
    alsoCited: [],
    ...more,
  };
}

export function request(
  id: string,
  criteria: CriterionReview[],
  quotes = ['Flexeril'],
): RequestReview {
  return {
    id,
    treatment: id,
    label: `${id} label`,
    listed: true,
    passages: quotes.map((quote) => passage(quote)),
    details: {
      drug: null,
      strength: null,
      quantity: null,
      refills: null,
      directions: null,
      daysSupply: null,
      visits: null,
      bodyPart: null,
      side: null,
      level: null,
    },
    criteria,
  };
}

export function review(requests: RequestReview[], more: Partial<Review> = {}): Review {
  return {
    asOf: '2015-08-12',
    asOfSource: 'date of the request',
    documents: [
      { id: 'page', name: 'Page', characters: text.length, unreadablePages: [], date: null },
    ],
    requests,
    safety: [],
    rfa: [],
    letter: [],
    ...more,
  };
}
