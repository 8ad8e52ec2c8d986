import { useState } from 'preact/hooks';
import type { TeamPass } from '../../lib/library/sync/team.ts';
import { words } from '../../lib/wording/words.ts';
import { ServerFields, useTypedServer } from './server-fields.tsx';
import { type TeamFault, useTeamActions } from './team-actions.ts';
import { TeamField } from './team-field.tsx';
import { faultSentence } from './team-words.ts';

/** Where the team is and as whom to sign in there; tried before anything is kept. */
export function JoinForm() {
  const { permit, test, signIn } = useTeamActions();
  const server = useTypedServer();
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const [stay, setStay] = useState(false);
  const [said, setSaid] = useState<{ text: string; isFault: boolean } | null>(null);

  const ask = async (what: 'test' | 'join') => {
    const address = server.read();
    if (address === null) return setSaid(null);
    const { url } = address;
    // Nothing may be awaited before: the browser asks only straight from a click.
    const permitted = permit(url);
    setSaid({ text: words('team_asking'), isFault: false });
    const credentials = { address: url, user: user.trim(), password };
    const found: TeamPass | TeamFault | null = !(await permitted)
      ? 'not-permitted'
      : what === 'test'
        ? await test(credentials)
        : await signIn(credentials, stay);
    if (typeof found === 'string') setSaid({ text: faultSentence(found), isFault: true });
    else if (found !== null) setSaid({ text: passSentence(found), isFault: false });
  };
  const isWhole = user.trim() !== '' && password !== '';
  return (
    <form
      class="form teamform"
      aria-label={words('team_join')}
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole) void ask('join');
      }}
    >
      <ServerFields of={server} />
      <div class="two">
        <TeamField
          label={words('team_user')}
          value={user}
          autocomplete="username"
          onInput={setUser}
        />
        <TeamField
          label={words('team_password')}
          kind="password"
          value={password}
          autocomplete="current-password"
          onInput={setPassword}
        />
      </div>
      <StaySignedIn stay={stay} onChange={setStay} />
      <p class="hint">{words('team_permission')}</p>
      <div class="bar">
        <button type="submit" class="btn primary" disabled={!isWhole}>
          {words('team_connect')}
        </button>
        <button type="button" class="btn" disabled={!isWhole} onClick={() => void ask('test')}>
          {words('team_test')}
        </button>
      </div>
      <p class={said?.isFault ? 'wrong' : 'hint'} role="status">
        {said?.text}
      </p>
    </form>
  );
}

/** Whether the password is to be kept on this computer, and what that means. */
export function StaySignedIn({
  stay,
  onChange,
}: {
  stay: boolean;
  onChange: (stay: boolean) => void;
}) {
  return (
    <div>
      <label class="check">
        <input
          type="checkbox"
          checked={stay}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />{' '}
        {words('team_stay')}
      </label>
      <p class="hint">{words('team_stay_why')}</p>
    </div>
  );
}

function passSentence({ name, canEdit }: TeamPass): string {
  return words(canEdit ? 'team_test_editor' : 'team_test_reader', name);
}
