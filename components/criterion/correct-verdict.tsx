import { useId, useState } from 'preact/hooks';
import type { JudgedCriterion } from '../../lib/review/judgements.ts';
import type { Verdict } from '../../lib/review/review.ts';
import { words } from '../../lib/wording/words.ts';
import { verdictName, verdictOrder } from '../base/verdicts.ts';
import { useJudging } from './judging.ts';
import { ReasonForm } from './reason-form.tsx';

/** Corrects the verdict of a criterion, with the reviewer's reason. */
export function CorrectVerdict({ criterion }: { criterion: JudgedCriterion }) {
  const judging = useJudging();
  const [asking, setAsking] = useState(false);
  const field = useId();
  if (judging === null) return null;
  const found = criterion.correction?.found ?? criterion.verdict;
  if (!asking) {
    return (
      <div class="para judge">
        <button type="button" class="link" onClick={() => setAsking(true)}>
          {words('correct_verdict')}
        </button>
      </div>
    );
  }
  return (
    <div class="para judge">
      <ReasonForm
        label={words('correct_reason')}
        save={words('correct_save')}
        onSave={(reason, form) => {
          judging.correct(form.get('verdict') as Verdict, reason);
          setAsking(false);
        }}
        onCancel={() => setAsking(false)}
      >
        <label for={field}>{words('correct_to')}</label>
        <select class="field" id={field} name="verdict" required>
          <option value="" />
          {verdictOrder
            .filter((verdict) => verdict !== found)
            .map((verdict) => (
              <option key={verdict} value={verdict}>
                {verdictName(verdict)}
              </option>
            ))}
        </select>
      </ReasonForm>
    </div>
  );
}
