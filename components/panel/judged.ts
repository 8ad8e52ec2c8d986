import { useMemo } from 'preact/hooks';
import type { ActiveReview } from '../../lib/messaging/active-review.ts';
import { judgedRequest } from '../../lib/review/judgements.ts';

/** What the panel shows, with the reviewer's own judgements in their places. */
export function useJudged(active: ActiveReview | null): ActiveReview | null {
  return useMemo(() => {
    const current = active?.case;
    if (!active || !current?.review || current.judgements.length === 0) return active;
    const requests = current.review.requests.map((request) =>
      judgedRequest(request, current.judgements),
    );
    return { ...active, case: { ...current, review: { ...current.review, requests } } };
  }, [active]);
}
