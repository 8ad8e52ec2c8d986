import { useMemo } from 'preact/hooks';
import type { ActiveReview } from '../../lib/messaging/active-review.ts';
import { type Judgement, judgedRequest, withoutPlace } from '../../lib/review/judgements.ts';

interface Judged {
  active: ActiveReview | null;
  /** Judgements on something the review does not hold any more. */
  placeless: readonly Judgement[];
}

/** What the panel shows, with the reviewer's own judgements in their places. */
export function useJudged(active: ActiveReview | null): Judged {
  return useMemo(() => {
    const current = active?.case;
    if (!active || !current?.review || current.judgements.length === 0) {
      return { active, placeless: [] };
    }
    const { review, judgements } = current;
    const requests = review.requests.map((request) => judgedRequest(request, judgements));
    return {
      active: { ...active, case: { ...current, review: { ...review, requests } } },
      placeless: withoutPlace(review.requests, judgements),
    };
  }, [active]);
}
