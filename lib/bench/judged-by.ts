import type { Pack } from '../guidelines/pack.ts';
import type { Review, Verdict } from '../review/review.ts';

/** A review with only what a pack has a say in: its criteria, those it cites, its findings. */
export function judgedBy(pack: Pack, review: Review): Review {
  const own = new Set([
    ...(pack.criteria ?? []).map(({ id }) => id),
    ...(pack.standards ?? []).map(({ criterion }) => criterion),
    ...(pack.safety ?? []).map(({ id }) => id),
  ]);
  const requests = review.requests
    .map((request) => ({
      ...request,
      criteria: request.criteria.filter(({ id }) => own.has(id)),
    }))
    .filter(({ criteria }) => criteria.length > 0);
  return {
    ...review,
    requests,
    safety: review.safety.filter(({ id }) => own.has(id)),
    rfa: review.rfa.filter(({ id }) => own.has(id)),
  };
}

/** Every verdict of a review, by request and criterion. */
export function verdictsIn(review: Review): Record<string, Verdict> {
  return Object.fromEntries(
    review.requests.flatMap(({ id, criteria }) =>
      criteria.map((criterion) => [verdictKey(id, criterion.id), criterion.verdict]),
    ),
  );
}

/** A request's id holds its place among all requests, so it is the same in both reviews. */
export function verdictKey(request: string, criterion: string): string {
  return `${request} ${criterion}`;
}
