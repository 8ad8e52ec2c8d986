import { words } from '../../lib/wording/words.ts';
import { TeamField } from './team-field.tsx';

/** As whom to sign in, and whether the password is to be kept. */
export interface TypedSignIn {
  user: string;
  password: string;
  stay: boolean;
}

interface Props {
  typed: TypedSignIn;
  onType: (typed: TypedSignIn) => void;
  /** The name is known: only the password is asked for. */
  isKnown?: boolean;
}

/** Name, password, and whether it is to be kept on this computer, and what that means. */
export function SignInFields({ typed, onType, isKnown = false }: Props) {
  return (
    <>
      <div class="two">
        {!isKnown && (
          <TeamField
            label={words('team_user')}
            value={typed.user}
            autocomplete="username"
            onInput={(user) => onType({ ...typed, user })}
          />
        )}
        <TeamField
          label={words('team_password')}
          kind="password"
          value={typed.password}
          autocomplete="current-password"
          onInput={(password) => onType({ ...typed, password })}
        />
      </div>
      <div>
        <label class="check">
          <input
            type="checkbox"
            checked={typed.stay}
            onChange={(event) => onType({ ...typed, stay: event.currentTarget.checked })}
          />{' '}
          {words('team_stay')}
        </label>
        <p class="hint">{words('team_stay_why')}</p>
      </div>
    </>
  );
}
