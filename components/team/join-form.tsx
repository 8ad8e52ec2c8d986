import { useState } from 'preact/hooks';
import type { TeamPass } from '../../lib/library/sync/team.ts';
import { words } from '../../lib/wording/words.ts';
import { type Said, SaidLine } from './said.tsx';
import { ServerFields, useTypedServer } from './server-fields.tsx';
import { SignInFields, type TypedSignIn } from './sign-in-fields.tsx';
import { type TeamFault, useTeamActions } from './team-actions.ts';
import { faultSentence } from './team-words.ts';

/** Where the team is and as whom to sign in there; tried before anything is kept. */
export function JoinForm() {
  const { permit, test, signIn } = useTeamActions();
  const server = useTypedServer();
  const [typed, setTyped] = useState<TypedSignIn>({ user: '', password: '', stay: false });
  const [said, setSaid] = useState<Said | null>(null);
  const { password, stay } = typed;
  const user = typed.user.trim();

  const ask = async (what: 'test' | 'join') => {
    const address = server.read();
    if (address === null) return setSaid(null);
    const { url } = address;
    // Nothing may be awaited before: the browser asks only straight from a click.
    const permitted = permit(url);
    setSaid({ text: words('team_asking'), isFault: false });
    const credentials = { address: url, user, password };
    const found: TeamPass | TeamFault | null = !(await permitted)
      ? 'not-permitted'
      : what === 'test'
        ? await test(credentials)
        : await signIn(credentials, stay);
    if (typeof found === 'string') setSaid({ text: faultSentence(found), isFault: true });
    else if (found !== null) setSaid({ text: passSentence(found), isFault: false });
  };
  const isWhole = user !== '' && password !== '';
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
      <SignInFields typed={typed} onType={setTyped} />
      <p class="hint">{words('team_permission')}</p>
      <div class="bar">
        <button type="submit" class="btn primary" disabled={!isWhole}>
          {words('team_connect')}
        </button>
        <button type="button" class="btn" disabled={!isWhole} onClick={() => void ask('test')}>
          {words('team_test')}
        </button>
      </div>
      <SaidLine said={said} />
    </form>
  );
}

function passSentence({ name, canEdit }: TeamPass): string {
  return words(canEdit ? 'team_test_editor' : 'team_test_reader', name);
}
