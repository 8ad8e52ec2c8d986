import { useState } from 'preact/hooks';
import { isAccountName, type SetUpMember } from '../../lib/library/sync/team-setup.ts';
import type { TeamMade } from '../../lib/messaging/protocol.ts';
import { words } from '../../lib/wording/words.ts';
import { type Said, SaidLine } from './said.tsx';
import { ServerFields, useTypedServer } from './server-fields.tsx';
import { useTeamActions } from './team-actions.ts';
import { TeamField } from './team-field.tsx';
import { faultSentence } from './team-words.ts';

type Made = Exclude<TeamMade, { fault: unknown }>;

/** Makes a team's library on a server and adds its members, as the command does. */
export function SetUpForm() {
  const { permit, setUp } = useTeamActions();
  const server = useTypedServer();
  const [form, setForm] = useState({ user: '', password: '', name: '', editors: '', readers: '' });
  const [said, setSaid] = useState<Said | null>(null);
  const [made, setMade] = useState<Made | null>(null);
  const set = (more: Partial<typeof form>) => setForm({ ...form, ...more });
  const fault = (text: string) => setSaid({ text, isFault: true });

  const ask = async () => {
    setMade(null);
    const address = server.read();
    if (address === null) return setSaid(null);
    const [editors, readers] = [linesOf(form.editors), linesOf(form.readers)];
    const bad = [...editors, ...readers].find((name) => !isAccountName(name));
    if (bad !== undefined) return fault(words('team_name_bad', bad));
    const permitted = permit(address.url);
    setSaid({ text: words('team_asking'), isFault: false });
    if (!(await permitted)) return fault(faultSentence('not-permitted'));
    const credentials = { address: address.url, user: form.user.trim(), password: form.password };
    const order = { name: form.name.trim() || address.database, editors, readers };
    const outcome = await setUp(credentials, order);
    if (outcome === 'unanswered') return fault(faultSentence(outcome));
    if ('fault' in outcome) {
      const reason = outcome.reason === '' ? [] : [words('team_says', outcome.reason)];
      return fault([faultSentence(outcome.fault), ...reason].join(' '));
    }
    setForm({ ...form, password: '' });
    setSaid(null);
    setMade(outcome);
  };
  const isWhole = form.user.trim() !== '' && form.password !== '';
  return (
    <details class="fold">
      <summary>{words('team_setup')}</summary>
      <p class="lead">{words('team_setup_lead')}</p>
      <form
        class="form teamform"
        aria-label={words('team_setup')}
        onSubmit={(event) => {
          event.preventDefault();
          if (isWhole) void ask();
        }}
      >
        <ServerFields of={server} />
        <TeamField
          label={words('team_called')}
          value={form.name}
          onInput={(name) => set({ name })}
        />
        <div class="two">
          <TeamField
            label={words('team_admin_user')}
            value={form.user}
            onInput={(user) => set({ user })}
          />
          <TeamField
            label={words('team_admin_password')}
            kind="password"
            value={form.password}
            hint={words('team_admin_why')}
            onInput={(password) => set({ password })}
          />
        </div>
        <div class="two">
          <TeamField
            label={words('team_editors')}
            kind="lines"
            value={form.editors}
            onInput={(editors) => set({ editors })}
          />
          <TeamField
            label={words('team_readers')}
            kind="lines"
            value={form.readers}
            onInput={(readers) => set({ readers })}
          />
        </div>
        <div class="bar">
          <button type="submit" class="btn primary" disabled={!isWhole}>
            {words('team_setup_do')}
          </button>
        </div>
        <SaidLine said={said} />
        {made !== null && <Outcome made={made} />}
      </form>
    </details>
  );
}

function Outcome({ made: { isNew, name, members } }: { made: Made }) {
  const isAny = members.some(({ password }) => password !== null);
  return (
    <div role="status">
      <p>{words(isNew ? 'team_made' : 'team_brought_up', name)}</p>
      {isAny && <p class="hint">{words('team_hand_on')}</p>}
      <ul class="plain">
        {members.map((member) => (
          <li key={`${member.name}${member.role}`}>{memberLine(member)}</li>
        ))}
      </ul>
    </div>
  );
}

function memberLine({ name, role, password }: SetUpMember): string {
  return password === null
    ? words('team_member_known', name, role)
    : words('team_member', name, role, password);
}

function linesOf(text: string): string[] {
  return [...new Set(text.split(/[\n,]+/).flatMap((line) => line.trim() || []))];
}
