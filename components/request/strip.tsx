import type { CriterionReview } from '../../lib/review/review.ts';
import { inVerdictOrder, isOpen, tallySentence } from '../base/verdicts.ts';

/** One cell a criterion, open ones first: never a percentage, never a score. */
export function VerdictStrip({ criteria }: { criteria: readonly CriterionReview[] }) {
  const ordered = inVerdictOrder(criteria);
  const groups = [
    ordered.filter(({ verdict }) => isOpen(verdict)),
    ordered.filter(({ verdict }) => verdict === 'met'),
    ordered.filter(({ verdict }) => verdict === 'not-applicable'),
  ].filter((group) => group.length > 0);
  return (
    <div class="strip" role="img" aria-label={tallySentence(criteria)}>
      {groups.flatMap((group, index) => [
        ...(index > 0 ? [<i key={`gap${index}`} class="gap" />] : []),
        ...group.map(({ id, verdict }) => <i key={id} class={verdict} />),
      ])}
    </div>
  );
}
