import type { RequestReview } from '../../lib/review/review.ts';
import { words } from '../../lib/wording/words.ts';
import { Icon } from '../base/icon.tsx';
import { inVerdictOrder } from '../base/verdicts.ts';

interface Props {
  requests: readonly RequestReview[];
  request: RequestReview;
  /** Id of the heading. */
  title: string;
  open: string | null;
  onRequest: (request: string | null) => void;
  onStep: (by: 1 | -1) => void;
}

/** Where the reader is: which request, and which of its criteria when one is open. */
export function RequestPath({ requests, request, title, open, onRequest, onStep }: Props) {
  const number = requests.indexOf(request) + 1;
  const criteria = inVerdictOrder(request.criteria);
  const place = criteria.findIndex(({ id }) => id === open) + 1;
  const byCriterion = place > 0;
  return (
    <div class="path">
      <button
        type="button"
        class="iconbtn path__back"
        aria-label={words('back_to_requests')}
        title={words('back_to_requests')}
        onClick={() => onRequest(null)}
      >
        <Icon name="left" />
      </button>
      <h2 id={title} title={request.label}>
        <span class="path__no">{number}</span> {request.label}
      </h2>
      <span class="path__nav">
        {byCriterion
          ? words('place_of', place, criteria.length)
          : words('place_of', number, requests.length)}
        <button
          type="button"
          class="iconbtn"
          aria-label={words(byCriterion ? 'previous_criterion' : 'previous_request')}
          onClick={() => onStep(-1)}
        >
          <Icon name="previous" />
        </button>
        <button
          type="button"
          class="iconbtn"
          aria-label={words(byCriterion ? 'next_criterion' : 'next_request')}
          onClick={() => onStep(1)}
        >
          <Icon name="next" />
        </button>
      </span>
    </div>
  );
}
