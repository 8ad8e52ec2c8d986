import { type LibraryDatabase, openLibrary, type TeamRow } from '../database.ts';
import { watchLibrary } from '../watch.ts';
import { CouchClient } from './couch-client.ts';
import { retryRefused } from './push.ts';
import { Replica } from './replica.ts';
import { runRound } from './round.ts';
import { libraryDocument, libraryRecord } from './shared-document.ts';
import { readTeamAddress, type TeamAddress } from './team-address.ts';
import { TeamError, type TeamErrorKind } from './team-error.ts';
import { rolesOf } from './validation-document.ts';

/** Id of the team's library; there is one. */
export const teamLibrary = 'team';

export interface SignIn {
  address: TeamAddress;
  user: string;
  password: string;
  /** Keeps the password in this browser's database until the user signs out. */
  stay: boolean;
}

/** Why a sign-in was not taken: the server's answer, or another library is still kept here. */
export type SignInFault = TeamErrorKind | 'other-library';

/** How the team's library stands. */
export interface TeamStatus {
  address: string;
  user: string;
  canEdit: boolean;
  staysSignedIn: boolean;
  /** ISO date and time of the last round that came to its end. */
  syncedAt: string | null;
  state: TeamErrorKind | 'synced' | 'waiting' | 'conflict';
  /** Changes that wait to be sent. */
  waiting: number;
  conflicts: number;
  /** Changes the server does not take as they are, with its reason. */
  refused: { document: string; reason: string }[];
}

/**
 * Signs in: asks the server who this is and what it may do, and joins its library. Nothing is kept
 * where that fails.
 */
export async function signIn(
  database: LibraryDatabase,
  { address, user, password, stay }: SignIn,
  now: string,
): Promise<SignInFault | null> {
  const before = await database.teams.get(teamLibrary);
  if (before !== undefined && before.address !== address.url) return 'other-library';
  const client = new CouchClient({ address, credentials: { user, password } });
  try {
    const { name, roles } = await client.session();
    if (name === null) return 'signed-out';
    const { reader, editor } = rolesOf(address.database);
    const canEdit = roles.includes(editor) || roles.includes('_admin');
    if (!canEdit && !roles.includes(reader)) return 'refused';
    await client.info();
    const record = libraryRecord.safeParse(await client.document(libraryDocument));
    if (!record.success) return 'gone';
    const team: TeamRow = {
      ...{ library: teamLibrary, address: address.url, user: name, canEdit },
      ...{ secret: stay ? password : null, checkpoint: before?.checkpoint ?? null },
      ...{ syncedAt: before?.syncedAt ?? null, problem: null, retryAt: null, failures: 0 },
    };
    await database.transaction('rw', database.teams, database.libraries, async () => {
      await database.teams.put(team);
      const times = { added: now, updated: now };
      const library = { name: record.data.name, kind: 'team', version: null } as const;
      await database.libraries.put({ id: teamLibrary, ...library, ...times });
    });
    return null;
  } catch (error) {
    if (error instanceof TeamError) return error.kind;
    throw error;
  }
}

/** Forgets the password. What is kept of the library, and what waits to be sent, stays. */
export async function signOut(database: LibraryDatabase): Promise<void> {
  const problem = { kind: 'signed-out', reason: 'signed out here' };
  await database.teams.update(teamLibrary, { secret: null, problem });
}

/** Removes the library from this browser, with what was not sent yet. The server keeps its own. */
export function leaveTeam(database: LibraryDatabase): Promise<void> {
  const { snippets, shared, outgoing, conflicts, teams, libraries } = database;
  const tables = [snippets, shared, outgoing, conflicts] as const;
  return database.transaction('rw', [...tables, teams, libraries], async () => {
    for (const table of tables) await table.where('library').equals(teamLibrary).delete();
    await teams.delete(teamLibrary);
    await libraries.delete(teamLibrary);
  });
}

export interface SyncOptions {
  database: LibraryDatabase;
  /** As it was typed when signing in; null to use one that was asked to be kept. */
  password: string | null;
  /** A person asked for it: not held up by earlier failures, and refused changes are sent again. */
  isAsked: boolean;
  signal?: AbortSignal;
  now?: () => Date;
}

/**
 * Runs a round if it is time, and notes how it ended. After a failure the next waits longer each
 * time; after a password that was not accepted none runs until a person signs in, since the server
 * locks an account after a few.
 */
export async function syncTeam(options: SyncOptions): Promise<void> {
  const { database, isAsked, signal, now = () => new Date() } = options;
  const replica = new Replica(database, teamLibrary);
  const team = await replica.team();
  if (team === undefined || !(isAsked || isTime(team, now()))) return;
  const read = readTeamAddress(team.address);
  const password = options.password ?? team.secret;
  if ('fault' in read) return;
  try {
    if (password === null) throw new TeamError('signed-out', 'no password');
    if (isAsked) await retryRefused(replica);
    const credentials = { user: team.user, password };
    const ends = signal === undefined ? {} : { signal };
    const client = new CouchClient({ address: read.address, credentials, ...ends });
    await runRound({ database, library: teamLibrary, client, now: () => now().toISOString() });
    const syncedAt = now().toISOString();
    await replica.note({ syncedAt, problem: null, retryAt: null, failures: 0 });
  } catch (error) {
    if (!(error instanceof TeamError)) throw error;
    const failures = team.failures + 1;
    const wait = waitAfter(failures, error.retryAfter);
    await replica.note({
      problem: { kind: error.kind, reason: error.message },
      retryAt: new Date(now().getTime() + wait * 1000).toISOString(),
      failures,
    });
  }
}

/** Longest wait between two tries, in seconds. */
const longestWait = 3_600;

/** Seconds until the next try: as the server says, or twice as long each time, never all at once. */
function waitAfter(failures: number, retryAfter: number | null): number {
  const doubled = 30 * 2 ** Math.min(failures - 1, 7);
  const wait = Math.min(retryAfter ?? doubled, longestWait);
  return wait * (1 + Math.random() / 4);
}

function isTime({ problem, retryAt }: TeamRow, now: Date): boolean {
  if (problem?.kind === 'signed-out' || problem?.kind === 'refused') return false;
  if (retryAt === null) return true;
  const left = Date.parse(retryAt) - now.getTime();
  // a clock that was set back must not hold it up for years
  return left <= 0 || left > 2 * longestWait * 1000;
}

/** How the team's library stands; null where there is none. */
export function readTeamStatus(database: LibraryDatabase): Promise<TeamStatus | null> {
  const { snippets, shared, teams, outgoing, conflicts } = database;
  return database.transaction('r', [snippets, shared, teams, outgoing, conflicts], async () => {
    const replica = new Replica(database, teamLibrary);
    const team = await replica.team();
    if (team === undefined) return null;
    const sent = await replica.outgoing();
    const open = (await replica.conflicts()).length;
    const refused = sent.flatMap(({ state, document, answer }) =>
      state === 'refused' ? [{ document, reason: answer ?? '' }] : [],
    );
    const held = new Set([
      ...refused.map(({ document }) => document),
      ...(await replica.conflicts()).map(({ document }) => document),
    ]);
    const dirty = (await replica.waiting()).filter(({ document }) => !held.has(document));
    const ends = sent.filter(({ endsBranch, state }) => endsBranch && state === 'sending');
    const waiting = dirty.length + ends.length;
    const { address, user, canEdit, syncedAt, secret, problem } = team;
    const state = (problem?.kind as TeamErrorKind | undefined) ?? stateOf(open, refused, waiting);
    const staysSignedIn = secret !== null;
    const kept = { address, user, canEdit, staysSignedIn, syncedAt, state };
    return { ...kept, waiting, conflicts: open, refused };
  });
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

/** Whether a team's library is kept here: nothing runs at rest where there is none. */
export async function hasTeam(): Promise<boolean> {
  return (await (await openLibrary()).teams.get(teamLibrary)) !== undefined;
}
