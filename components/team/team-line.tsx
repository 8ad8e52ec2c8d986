import type { TeamStatus } from '../../lib/library/sync/team-status.ts';
import { words } from '../../lib/wording/words.ts';
import { Glyph } from '../base/glyph.tsx';
import { Icon } from '../base/icon.tsx';
import { needsPerson, stateSentences } from './team-words.ts';

interface Props {
  status: TeamStatus;
  /** Opens the team's part of the options. */
  onOpen: () => void;
}

/** How the team's library stands, in one line of the panel, with the way to what has to be done. */
export function TeamLine({ status, onOpen }: Props) {
  const [first = ''] = stateSentences(status);
  const isUrgent = needsPerson(status);
  return (
    <p class="teamline">
      {isUrgent ? <Glyph of="fault" small /> : <Icon name="again" small />}
      <span>{words('team_line', first)}</span>
      <button type="button" class="link" onClick={onOpen}>
        {words(status.conflicts > 0 ? 'team_compare' : 'team_details')}
      </button>
    </p>
  );
}
