import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { TeamStatus } from '../../lib/library/sync/team-status.ts';

const StatusContext = createContext<TeamStatus | null>(null);

/** How the team's library stands, for the panel. */
export const TeamStatusProvider = StatusContext.Provider;

/** Null where no team was joined, or this build has none. */
export function useTeamStatus(): TeamStatus | null {
  return useContext(StatusContext);
}
