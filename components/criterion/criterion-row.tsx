import type { JudgedCriterion } from '../../lib/review/judgements.ts';
import type { CriterionReview } from '../../lib/review/review.ts';
import { counted, worded, words } from '../../lib/wording/words.ts';
import { Glyph } from '../base/glyph.tsx';
import { verdictName } from '../base/verdicts.ts';

interface Props {
  criterion: JudgedCriterion;
  onOpen: () => void;
}

/** A criterion in one or two lines: name and verdict, then the finding and what it rests on. */
export function CriterionRow({ criterion, onOpen }: Props) {
  const { name, verdict, reason, correction, dismissed = [] } = criterion;
  const rest = restsOn(criterion);
  return (
    <button
      type="button"
      class="hang crit"
      aria-expanded="false"
      data-stop={criterion.id}
      onClick={onOpen}
    >
      <Glyph of={verdict} />
      <span class="hang__main">{name}</span>
      <span class={`hang__end word ${verdict}`}>{verdictName(verdict)}</span>
      <span class="why">
        {worded(reason)}
        {rest !== '' && <span class="rests"> {rest}</span>}
        {correction !== undefined && (
          <span class="yours"> {words('row_corrected', verdictName(correction.found))}</span>
        )}
        {dismissed.length > 0 && (
          <span class="yours"> {counted('row_set_aside', dismissed.length)}</span>
        )}
      </span>
    </button>
  );
}

/** "1 for, 1 against". How much was searched for an absence stands in its reason. */
function restsOn({ evidence }: CriterionReview): string {
  const kinds = [
    ['supports', 'count_for'],
    ['opposes', 'count_against'],
    ['ambiguous', 'count_ambiguous'],
  ] as const;
  return kinds
    .map(([role, stem]) => [stem, evidence.filter((piece) => piece.role === role).length] as const)
    .filter(([, count]) => count > 0)
    .map(([stem, count]) => counted(stem, count))
    .join(', ');
}
