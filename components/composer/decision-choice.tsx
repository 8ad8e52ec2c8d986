import { useId } from 'preact/hooks';
import { type Decision, decisionsOf, type Role } from '../../lib/letter/roles.ts';
import { words } from '../../lib/wording/words.ts';

const names = {
  approve: 'decision_approve',
  refer: 'decision_refer',
  modify: 'decision_modify',
  deny: 'decision_deny',
  defer: 'decision_defer',
  uphold: 'decision_uphold',
  overturn: 'decision_overturn',
  partly: 'decision_partly',
} as const satisfies Record<Decision, string>;

interface Props {
  role: Role;
  chosen: Decision | null;
  onChoose: (decision: Decision | null) => void;
}

/** The decisions open to the reviewer's role. None is chosen before the reviewer does. */
export function DecisionChoice({ role, chosen, onChoose }: Props) {
  const name = useId();
  return (
    <fieldset class="choice">
      <legend>{words('decision_ask')}</legend>
      <div class="choice__all">
        {decisionsOf(role).map((decision) => (
          <label key={decision}>
            <input
              type="radio"
              name={name}
              checked={decision === chosen}
              onChange={() => onChoose(decision)}
            />
            <span>{words(names[decision])}</span>
          </label>
        ))}
      </div>
      <p class="hint">
        {words('decision_yours')}{' '}
        {chosen !== null && (
          <button type="button" class="link" onClick={() => onChoose(null)}>
            {words('decision_none')}
          </button>
        )}
      </p>
    </fieldset>
  );
}
