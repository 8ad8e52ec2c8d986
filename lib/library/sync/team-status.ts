import { type LibraryDatabase, teamLibrary } from '../database.ts';
import { watchLibrary } from '../watch.ts';
import { Replica } from './replica.ts';
import type { TeamErrorKind } from './team-error.ts';

/** How the team's library stands. */
export interface TeamStatus {
  /** Of the library, as its people know it. */
  name: string;
  address: string;
  user: string;
  canEdit: boolean;
  staysSignedIn: boolean;
  /** ISO date and time of the last round that came to its end. */
  syncedAt: string | null;
  state: TeamErrorKind | 'synced' | 'waiting' | 'conflict';
  /** Why the last round did not come to its end, in the server's words; null where it did. */
  reason: string | null;
  /** When the next try is, after one that failed; ISO date and time. */
  retryAt: string | null;
  /** Changes that wait to be sent. */
  waiting: number;
  conflicts: number;
  /** Changes the server does not take as they are, with its reason; `title` where there is one. */
  refused: { document: string; title: string | null; reason: string }[];
}

/** How the team's library stands; null where there is none. */
export function readTeamStatus(database: LibraryDatabase): Promise<TeamStatus | null> {
  const { snippets, shared, teams, outgoing, conflicts, libraries } = database;
  const tables = [snippets, shared, teams, outgoing, conflicts, libraries];
  return database.transaction('r', tables, async () => {
    const replica = new Replica(database, teamLibrary);
    const team = await replica.team();
    if (team === undefined) return null;
    const name = (await libraries.get(teamLibrary))?.name ?? team.address;
    const sent = await replica.outgoing();
    const contested = await replica.conflicts();
    const open = contested.length;
    const refused: TeamStatus['refused'] = [];
    for (const { state, document, body, answer } of sent) {
      if (state !== 'refused') continue;
      const shown = body ?? (await replica.get(document))?.body;
      refused.push({ document, title: titleOf(shown), reason: answer ?? '' });
    }
    const held = new Set([
      ...refused.map(({ document }) => document),
      ...contested.map(({ document }) => document),
    ]);
    const dirty = (await replica.waiting()).filter(({ document }) => !held.has(document));
    const ends = sent.filter(({ endsBranch, state }) => endsBranch && state === 'sending');
    const waiting = dirty.length + ends.length;
    const { address, user, canEdit, syncedAt, secret, problem, retryAt } = team;
    const state = (problem?.kind as TeamErrorKind | undefined) ?? stateOf(open, refused, waiting);
    const staysSignedIn = secret !== null;
    const kept = { name, address, user, canEdit, staysSignedIn, syncedAt, retryAt, state };
    const reason = problem?.reason ?? null;
    return { ...kept, reason, waiting, conflicts: open, refused };
  });
}

/** What people know a shared object by. */
export function titleOf(body: unknown): string | null {
  const { title } = (body ?? {}) as { title?: unknown };
  return typeof title === 'string' ? title : null;
}

function stateOf(open: number, refused: readonly unknown[], waiting: number): TeamStatus['state'] {
  if (open > 0) return 'conflict';
  if (refused.length > 0) return 'refused';
  return waiting > 0 ? 'waiting' : 'synced';
}

/** Calls back with how it stands now and after every change, until the signal ends it. */
export function watchTeam(
  signal: AbortSignal,
  onChange: (status: TeamStatus | null) => void,
  onError: (error: unknown) => void,
): void {
  watchLibrary(signal, readTeamStatus, { onChange, onError });
}
