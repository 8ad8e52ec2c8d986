import type { Judgement } from '../../lib/review/judgements.ts';
import { words } from '../../lib/wording/words.ts';
import { verdictName } from '../base/verdicts.ts';
import { useActions } from '../panel/actions.ts';

/** Judgements of the reviewer's own whose place is gone since the text changed: kept, and told. */
export function PlacelessJudgements({ judgements }: { judgements: readonly Judgement[] }) {
  const { judge } = useActions();
  if (judgements.length === 0) return null;
  return (
    <section class="apart own" aria-label={words('own_placeless')}>
      <h2 class="group">
        {words('own_placeless')} <span class="n">{judgements.length}</span>
      </h2>
      {judgements.map((judgement) => (
        <p class="note" key={`${judgement.kind} ${judgement.request} ${judgement.criterion}`}>
          {judgement.label}: {whatOf(judgement)} {words('own_reason', judgement.reason)}{' '}
          <button type="button" class="link" onClick={() => judge(judgement, false)}>
            {words('own_forget')}
          </button>
        </p>
      ))}
    </section>
  );
}

function whatOf(judgement: Judgement): string {
  return judgement.kind === 'correction'
    ? `${judgement.criterion.split('/').at(-1)}, ${verdictName(judgement.verdict)}.`
    : `“${judgement.passage.quote}”.`;
}
