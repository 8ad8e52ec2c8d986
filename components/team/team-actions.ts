import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ConflictEnd, TeamConflict } from '../../lib/library/sync/conflicts.ts';
import type { SignInFault, TeamPass } from '../../lib/library/sync/team.ts';
import type { TeamOrder } from '../../lib/library/sync/team-setup.ts';
import type { TeamCredentials, TeamMade } from '../../lib/messaging/protocol.ts';

/** `unanswered`: the background could not be asked. */
export type TeamFault = SignInFault | 'unanswered';

/** What the options do with the team. Their entrypoint carries it out. */
export interface TeamActions {
  /** Asks the browser to let the server of an address be reached. Called straight from a click. */
  permit(address: string): Promise<boolean>;
  test(credentials: TeamCredentials): Promise<TeamPass | TeamFault>;
  signIn(credentials: TeamCredentials, stay: boolean): Promise<TeamFault | null>;
  signOut(): Promise<void>;
  /** @param copies the snippets stay as the reader's own */
  leave(copies: boolean): Promise<void>;
  setUp(credentials: TeamCredentials, order: TeamOrder): Promise<TeamMade | 'unanswered'>;
  /** Resolves when the round is over. */
  sync(): Promise<void>;
  endConflict(
    seen: TeamConflict,
    chosen: unknown,
    vouched: ReadonlySet<string>,
  ): Promise<ConflictEnd>;
}

const TeamContext = createContext<TeamActions | null>(null);

export const TeamActionsProvider = TeamContext.Provider;

export function useTeamActions(): TeamActions {
  const actions = useContext(TeamContext);
  if (actions === null) throw new Error('no TeamActionsProvider above');
  return actions;
}
