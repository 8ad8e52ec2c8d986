import { useState } from 'preact/hooks';
import type { TeamStatus } from '../../lib/library/sync/team-status.ts';
import { counted, words } from '../../lib/wording/words.ts';
import { Glyph } from '../base/glyph.tsx';
import { type Said, SaidLine } from './said.tsx';
import { SignInFields, type TypedSignIn } from './sign-in-fields.tsx';
import { useTeamActions } from './team-actions.ts';
import { faultSentence, hostOf, needsPerson, refusalOf, stateSentences } from './team-words.ts';

/** A team that was joined: how its library stands, and what can be done about it. */
export function JoinedTeam({ status }: { status: TeamStatus }) {
  const { permit, sync, signOut } = useTeamActions();
  const [isAsking, setAsking] = useState(false);
  const { name, address, user, state, canEdit, staysSignedIn } = status;
  const isOut = state === 'signed-out';
  const again = async () => {
    setAsking(true);
    await sync();
    setAsking(false);
  };
  const allow = async () => {
    if (await permit(address)) await again();
  };
  const who = isOut ? 'team_was' : canEdit ? 'team_as_editor' : 'team_as_reader';
  return (
    <>
      <h3>{words('team_library', name)}</h3>
      <p class="lead">
        {words(who, address, user)} {staysSignedIn && words('team_stays')}
      </p>
      <div class="teamstate" role="status">
        {needsPerson(status) && <Glyph of="fault" />}
        <p>{isAsking ? words('team_asking') : stateSentences(status).join(' ')}</p>
      </div>
      {isOut ? (
        <SignInAgain status={status} />
      ) : (
        <div class="bar">
          {state === 'not-permitted' ? (
            <button type="button" class="btn primary" onClick={() => void allow()}>
              {words('team_allow', hostOf(address))}
            </button>
          ) : (
            <button type="button" class="btn" disabled={isAsking} onClick={() => void again()}>
              {words('team_sync')}
            </button>
          )}
          <button type="button" class="btn" onClick={() => void signOut()}>
            {words('team_sign_out')}
          </button>
        </div>
      )}
      <Refused status={status} />
    </>
  );
}

function SignInAgain({ status: { address, user } }: { status: TeamStatus }) {
  const { permit, signIn } = useTeamActions();
  const [typed, setTyped] = useState<TypedSignIn>({ user, password: '', stay: false });
  const [said, setSaid] = useState<Said | null>(null);
  const { password, stay } = typed;
  const ask = async () => {
    const permitted = permit(address);
    setSaid({ text: words('team_asking'), isFault: false });
    const credentials = { address, user, password };
    const fault = (await permitted) ? await signIn(credentials, stay) : 'not-permitted';
    setSaid(fault === null ? null : { text: faultSentence(fault), isFault: true });
  };
  return (
    <form
      class="form teamform"
      aria-label={words('team_sign_in')}
      onSubmit={(event) => {
        event.preventDefault();
        if (password !== '') void ask();
      }}
    >
      <SignInFields typed={typed} onType={setTyped} isKnown />
      <div class="bar">
        <button type="submit" class="btn primary" disabled={password === ''}>
          {words('team_sign_in')}
        </button>
      </div>
      <SaidLine said={said} />
    </form>
  );
}

function Refused({ status: { refused } }: { status: TeamStatus }) {
  if (refused.length === 0) return null;
  return (
    <>
      <h3>{words('team_refused_title')}</h3>
      <ul class="plain">
        {refused.map(({ document, title, reason }) => (
          <li key={document}>{words('team_refused_item', title ?? document, refusalOf(reason))}</li>
        ))}
      </ul>
      <p class="hint">{words('team_refused_hint')}</p>
    </>
  );
}

/** The way out: said first what becomes of what is here. */
export function LeaveTeam({ status, onLeft }: { status: TeamStatus; onLeft: () => void }) {
  const { leave } = useTeamActions();
  const [isSure, setSure] = useState(false);
  const unsent = status.waiting + status.refused.length + status.conflicts;
  const go = async (copies: boolean) => {
    await leave(copies);
    onLeft();
  };
  return (
    <>
      <h3>{words('team_leave')}</h3>
      <p class="lead">{words('team_leave_why')}</p>
      {isSure && unsent > 0 && (
        <p class="wrong" role="alert">
          {counted('team_leave_unsent', unsent)}
        </p>
      )}
      <div class="bar">
        {isSure ? (
          <>
            <button type="button" class="btn" onClick={() => void go(true)}>
              {words('team_leave_copies')}
            </button>
            <button type="button" class="btn" onClick={() => void go(false)}>
              {words('team_leave_all')}
            </button>
            <button type="button" class="btn" onClick={() => setSure(false)}>
              {words('editor_cancel')}
            </button>
          </>
        ) : (
          <button type="button" class="btn" onClick={() => setSure(true)}>
            {words('team_leave')}
          </button>
        )}
      </div>
    </>
  );
}
