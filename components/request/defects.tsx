import type { CriterionReview } from '../../lib/review/review.ts';
import { worded } from '../../lib/wording/words.ts';
import { Glyph } from '../base/glyph.tsx';
import { inVerdictOrder, isOpen, verdictName } from '../base/verdicts.ts';

interface Props {
  criteria: readonly CriterionReview[];
  onOpen: (criterion: string) => void;
}

/** Defects of the request itself stand first, before any criterion of its treatment. */
export function Defects({ criteria, onOpen }: Props) {
  const defects = defectsOf(criteria);
  if (defects.length === 0) return null;
  return (
    <div class="defects">
      {defects.map(({ id, name, verdict, reason }) => (
        <button
          key={id}
          type="button"
          class="hang crit"
          data-stop={`defect ${id}`}
          onClick={() => onOpen(id)}
        >
          <Glyph of={verdict} />
          <span class="hang__main">{name}</span>
          <span class={`hang__end word ${verdict}`}>{verdictName(verdict)}</span>
          <span class="why">{worded(reason)}</span>
        </button>
      ))}
    </div>
  );
}

/** Open questions about the request's own wording, not about the patient. */
function defectsOf(criteria: readonly CriterionReview[]): CriterionReview[] {
  return inVerdictOrder(criteria).filter(
    ({ id, verdict }) => id.startsWith('request/') && isOpen(verdict),
  );
}
