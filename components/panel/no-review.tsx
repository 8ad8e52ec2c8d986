import type { ActiveReview } from '../../lib/messaging/active-review.ts';
import { words } from '../../lib/wording/words.ts';
import { NotAllowed } from './not-allowed.tsx';
import { Notice } from './notice.tsx';

/** Every state without a review: nothing known yet, no site, not allowed, no text, a fault. */
export function NoReview(props: { active: ActiveReview | null; allowed: readonly string[] }) {
  const { active, allowed } = props;
  if (active === null) {
    return (
      <p class="page waiting" role="status">
        {words('loading')}
      </p>
    );
  }
  const { site, case: current } = active;
  if (site === null || site.access === 'impossible') {
    return <Notice title={words('impossible')} lead={words('impossible_why')} />;
  }
  if (site.access === 'not-granted') return <NotAllowed site={site} allowed={allowed} />;
  if (current === null) return <Notice title={words('no_case_here')} lead={words('no_case_why')} />;
  const { faults } = current;
  if (faults.some(({ code }) => code === 'CG-101')) {
    return <Notice title={words('no_text')} lead={words('no_text_why')} faults={faults} />;
  }
  if (current.status === 'ready') {
    return <Notice title={words('no_review')} lead={words('no_review_why')} faults={faults} />;
  }
  return <Notice title={words('reading')} lead={words('reading_why')} faults={faults} />;
}
