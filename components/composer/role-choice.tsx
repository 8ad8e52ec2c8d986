import { useId } from 'preact/hooks';
import { type Role, roles } from '../../lib/letter/roles.ts';
import { words } from '../../lib/wording/words.ts';
import { useActions } from '../panel/actions.ts';

export const roleNames = {
  nurse: 'role_nurse',
  physician: 'role_physician',
  independent: 'role_independent',
} as const;

/** Asked once; afterwards a line that says it, with the way to change it. */
export function RoleChoice({ role }: { role: Role | null }) {
  const { saveRole, openOptions } = useActions();
  const name = useId();
  if (role !== null) {
    return (
      <p class="composer__role small">
        {words('role_is', words(roleNames[role]))}{' '}
        <button type="button" class="link" onClick={() => openOptions('appearance')}>
          {words('role_change')}
        </button>
      </p>
    );
  }
  return (
    <fieldset class="choice">
      <legend>{words('role_ask')}</legend>
      <div class="choice__all">
        {roles.map((each) => (
          <label key={each}>
            <input type="radio" name={name} onChange={() => saveRole(each)} />
            <span>{words(roleNames[each])}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
