import { useId } from 'preact/hooks';
import type { RequestReview } from '../../lib/review/review.ts';
import { words } from '../../lib/wording/words.ts';
import { Icon } from '../base/icon.tsx';
import { askedParts } from './asked.ts';
import { Defects } from './defects.tsx';
import { OwnLine } from './own-line.tsx';
import { VerdictStrip } from './strip.tsx';
import { Tally } from './tally.tsx';

interface Props {
  request: RequestReview;
  number: number;
  onOpen: (criterion: string | null) => void;
}

/** One line item: what was asked, what is wrong with the asking, how its criteria stand. */
export function RequestCard({ request, number, onOpen }: Props) {
  const title = useId();
  const asked = askedParts(request);
  return (
    <section class="req" aria-labelledby={title} data-request={request.id}>
      <button type="button" class="req__head" data-stop={request.id} onClick={() => onOpen(null)}>
        <span class="req__no">{number}</span>
        <h2 class="req__name" id={title}>
          {request.label}
        </h2>
        <span class="req__open">
          <Icon name="right" />
        </span>
        {asked.length > 0 && <span class="req__asked">{asked.join(' · ')}</span>}
      </button>
      <OwnLine request={request} />
      <Defects criteria={request.criteria} onOpen={onOpen} />
      {request.criteria.length > 0 ? (
        <>
          <VerdictStrip criteria={request.criteria} />
          {request.listed && <Tally criteria={request.criteria} />}
        </>
      ) : (
        <p class="none hung">{words('request_no_criteria')}</p>
      )}
    </section>
  );
}
