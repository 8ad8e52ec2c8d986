import type { JudgedCriterion, Judgement } from '../../lib/review/judgements.ts';
import { words } from '../../lib/wording/words.ts';
import { verdictName } from '../base/verdicts.ts';
import { Quote } from '../evidence/quote.tsx';
import { useJudging } from './judging.ts';

/** What the reviewer judged otherwise on a criterion, each with its reason and the way back. */
export function OwnJudgements({ criterion }: { criterion: JudgedCriterion }) {
  const { correction, dismissed = [] } = criterion;
  if (correction === undefined && dismissed.length === 0) return null;
  return (
    <section class="apart own" aria-label={words('own_judgements')}>
      <h4>
        {words('own_judgements')}{' '}
        <span class="n">{dismissed.length + (correction === undefined ? 0 : 1)}</span>
      </h4>
      {correction !== undefined && (
        <div class="own__one">
          <p>
            {words(
              'corrected_from',
              verdictName(correction.by.verdict),
              verdictName(correction.found),
            )}
          </p>
          <Because judgement={correction.by} undo={words('correct_undo')} />
        </div>
      )}
      {dismissed.map(({ piece, by }) => (
        <div class="own__one" key={`${piece.document}:${piece.start}`}>
          <Quote passage={piece} meaning="aside" dated />
          <Because judgement={by} undo={words('set_aside_undo')} />
        </div>
      ))}
    </section>
  );
}

function Because({ judgement, undo }: { judgement: Judgement; undo: string }) {
  const judging = useJudging();
  return (
    <p class="note">
      {words('own_reason', judgement.reason)}{' '}
      {judging !== null && (
        <button type="button" class="link" onClick={() => judging.undo(judgement)}>
          {undo}
        </button>
      )}
    </p>
  );
}
