import { useState } from 'preact/hooks';
import type { TeamConflict } from '../../lib/library/sync/conflicts.ts';
import { type TeamStatus, titleOf } from '../../lib/library/sync/team-status.ts';
import { words } from '../../lib/wording/words.ts';
import { ConflictView } from './conflict-view.tsx';
import { JoinForm } from './join-form.tsx';
import { JoinedTeam, LeaveTeam } from './joined-team.tsx';
import { SetUpForm } from './setup-form.tsx';

/** What the options show of the team. */
export interface TeamData {
  /** Null where no team was joined. */
  status: TeamStatus | null;
  conflicts: readonly TeamConflict[];
}

/** The team: joining it, how its library stands, texts in two versions, and leaving it. */
export function TeamPart({ team: { status, conflicts } }: { team: TeamData }) {
  const [open, setOpen] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const shown = conflicts.find(({ key }) => key === open);
  const close = (what: string) => {
    setOpen(null);
    setSaid(what);
  };
  if (status !== null && shown !== undefined) {
    return (
      <ConflictView
        key={`${shown.key}${shown.theirRev}`}
        conflict={shown}
        author={status.user}
        onClose={close}
      />
    );
  }
  return (
    <section aria-labelledby="team">
      <h2 id="team">{words('part_team')}</h2>
      <p class="lead">{words('team_lead')}</p>
      <p class="hint" role="status">
        {said}
      </p>
      {status === null ? (
        <>
          <h3>{words('team_join')}</h3>
          <JoinForm />
        </>
      ) : (
        <>
          <JoinedTeam status={status} />
          <Conflicts conflicts={conflicts} onOpen={setOpen} />
          <LeaveTeam status={status} onLeft={() => setSaid(words('team_left'))} />
        </>
      )}
      <SetUpForm />
    </section>
  );
}

interface ConflictsProps {
  conflicts: readonly TeamConflict[];
  onOpen: (key: string) => void;
}

function Conflicts({ conflicts, onOpen }: ConflictsProps) {
  if (conflicts.length === 0) return null;
  return (
    <>
      <h3>{words('team_conflicts_title')}</h3>
      <ul class="opts">
        {conflicts.map(({ key, mine, theirs, document }) => {
          const title = titleOf(mine) ?? titleOf(theirs) ?? document;
          return (
            <li class="opt" key={key}>
              <span>{title}</span>
              <button
                type="button"
                class="btn"
                aria-label={words('team_conflict_open', title)}
                onClick={() => onOpen(key)}
              >
                {words('team_compare')}
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
