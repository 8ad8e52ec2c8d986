import type { CriterionReview, Verdict } from '../../lib/review/review.ts';
import { Glyph } from '../base/glyph.tsx';
import { tallyOf, verdictName } from '../base/verdicts.ts';

/** Places stay fixed and a zero keeps its place, so that two requests compare at a glance. */
const places: Verdict[] = [
  'not-documented',
  'conflicting',
  'not-met',
  'unclear',
  'not-applicable',
  'met',
];

export function Tally({ criteria }: { criteria: readonly CriterionReview[] }) {
  const counts = new Map(tallyOf(criteria));
  return (
    <ul class="tally">
      {places.map((verdict) => {
        const count = counts.get(verdict) ?? 0;
        return (
          <li key={verdict} class={count === 0 ? 'zero' : ''}>
            <Glyph of={verdict} small />
            <b>{count}</b> {verdictName(verdict)}
          </li>
        );
      })}
    </ul>
  );
}
