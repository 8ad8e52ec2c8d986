import type { Review } from '../../lib/review/review.ts';
import { words } from '../../lib/wording/words.ts';
import { Checks } from './checks.tsx';
import { FirstFindings } from './first-findings.tsx';
import { RequestCard } from './request-card.tsx';

interface Props {
  review: Review;
  /** The finding or check that is open, if any. */
  open: string | null;
  onOpen: (finding: string | null) => void;
  onRequest: (request: string, criterion: string | null) => void;
}

/** The decision clock stands first, before anything about the patient. */
const dueId = 'rfa/decision-due';

/** The whole case at a glance: what concerns all of it, each request, the form. */
export function Overview({ review, open, onOpen, onRequest }: Props) {
  const due = review.rfa.find(({ id, verdict }) => id === dueId && verdict !== 'not-applicable');
  const listed = review.requests.filter((request) => request.listed);
  const mentioned = review.requests.filter((request) => !request.listed);
  const card = (request: Review['requests'][number]) => (
    <RequestCard
      key={request.id}
      request={request}
      number={review.requests.indexOf(request) + 1}
      onOpen={(criterion) => onRequest(request.id, criterion)}
    />
  );
  return (
    <>
      <FirstFindings due={due} safety={review.safety} open={open} onOpen={onOpen} />
      {review.requests.length === 0 && (
        <div class="page">
          <h2>{words('no_requests')}</h2>
          <p class="lead">{words('no_requests_why')}</p>
        </div>
      )}
      {listed.map(card)}
      {mentioned.length > 0 && (
        <section aria-label={words('requests_mentioned')}>
          <h2 class="group ruled">
            {words('requests_mentioned')} <span class="n">{mentioned.length}</span>
          </h2>
          {mentioned.map(card)}
        </section>
      )}
      <Checks checks={review.rfa.filter((check) => check !== due)} open={open} onOpen={onOpen} />
    </>
  );
}
