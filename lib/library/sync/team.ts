import { readSnippet } from '../../snippets/snippet.ts';
import { type LibraryDatabase, openLibrary, type TeamRow, teamLibrary } from '../database.ts';
import { keyOf, makePersonal, personalLibrary, rowOf } from '../snippets.ts';
import { CouchClient } from './couch-client.ts';
import { retryRefused } from './push.ts';
import { Replica } from './replica.ts';
import { runRound } from './round.ts';
import { libraryDocument, libraryRecord } from './shared-document.ts';
import { readTeamAddress, type TeamAddress } from './team-address.ts';
import { TeamError, type TeamErrorKind } from './team-error.ts';
import { rolesOf } from './validation-document.ts';

export interface SignIn {
  address: TeamAddress;
  user: string;
  password: string;
  /** Keeps the password in this browser's database until the user signs out. */
  stay: boolean;
}

/** Why a sign-in was not taken: the server's answer, or another library is still kept here. */
export type SignInFault = TeamErrorKind | 'other-library';

/** Who the server takes a person for, and which library it has for them. */
export interface TeamPass {
  user: string;
  canEdit: boolean;
  name: string;
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
  const pass = await askForPass({ address, user, password });
  if (typeof pass === 'string') return pass;
  const team: TeamRow = {
    ...{ library: teamLibrary, address: address.url, user: pass.user, canEdit: pass.canEdit },
    ...{ secret: stay ? password : null, checkpoint: before?.checkpoint ?? null },
    ...{ syncedAt: before?.syncedAt ?? null, problem: null, retryAt: null, failures: 0 },
  };
  await database.transaction('rw', database.teams, database.libraries, async () => {
    await database.teams.put(team);
    const times = { added: now, updated: now };
    const library = { name: pass.name, kind: 'team', version: null } as const;
    await database.libraries.put({ id: teamLibrary, ...library, ...times });
  });
  return null;
}

/** Asks the server who this is, what they may do and which library is there; keeps nothing. */
export async function askForPass({
  address,
  user,
  password,
}: Omit<SignIn, 'stay'>): Promise<TeamPass | TeamErrorKind> {
  const client = new CouchClient({ address, credentials: { user, password } });
  try {
    const { name, roles } = await client.session();
    if (name === null) return 'signed-out';
    const { reader, editor } = rolesOf(address.database);
    const canEdit = roles.includes(editor) || roles.includes('_admin');
    if (!canEdit && !roles.includes(reader)) return 'refused';
    await client.info();
    const record = libraryRecord.safeParse(await client.document(libraryDocument));
    if (!record.success) return 'no-library';
    return { user: name, canEdit, name: record.data.name };
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

/**
 * Removes the library from this browser, with what was not sent yet. The server keeps its own.
 *
 * @param copies the snippets as they stand here stay as the reader's own
 * @param now ISO date and time
 */
export function leaveTeam(database: LibraryDatabase, copies: boolean, now: string): Promise<void> {
  const { snippets, shared, outgoing, conflicts, teams, libraries } = database;
  const tables = [snippets, shared, outgoing, conflicts] as const;
  return database.transaction('rw', [...tables, teams, libraries], async () => {
    if (copies) await keepCopies(database, now);
    for (const table of tables) await table.where('library').equals(teamLibrary).delete();
    await teams.delete(teamLibrary);
    await libraries.delete(teamLibrary);
  });
}

async function keepCopies(database: LibraryDatabase, now: string): Promise<void> {
  const rows = await database.snippets.where('library').equals(teamLibrary).toArray();
  const kept = rows.filter(({ deleted }) => deleted === 0);
  if (kept.length === 0) return;
  await makePersonal(database, now);
  const taken = new Set(
    await database.snippets.where('library').equals(personalLibrary).primaryKeys(),
  );
  const own = kept.flatMap((row) => {
    const { snippet } = readSnippet(row.snippet);
    if (snippet === null) return [];
    const isFree = !taken.has(keyOf(personalLibrary, snippet.id));
    const id = isFree ? snippet.id : crypto.randomUUID();
    return rowOf(personalLibrary, { ...snippet, id }, 'personal');
  });
  await database.snippets.bulkPut(own);
}

/**
 * Why a round is to run. `time`: if it is time for one · `online`: the network is back, so that it
 * is not held up by having been away · `asked`: a person asked, so that it is not held up by any
 * failure, and what was refused is sent again.
 */
export type Occasion = 'time' | 'online' | 'asked';

export interface SyncOptions {
  database: LibraryDatabase;
  /** As it was typed when signing in; null to use one that was asked to be kept. */
  password: string | null;
  occasion: Occasion;
  /** Why the server must not be asked at all, if so. */
  hindrance?: TeamErrorKind | null;
  signal?: AbortSignal;
  now?: () => Date;
}

/**
 * Runs a round if it is time, and notes how it ended. After a failure the next waits longer each
 * time; after a password that was not accepted none runs until a person signs in, since the server
 * locks an account after a few.
 */
export async function syncTeam(options: SyncOptions): Promise<void> {
  const { database, occasion, signal, now = () => new Date() } = options;
  const replica = new Replica(database, teamLibrary);
  const team = await replica.team();
  if (team === undefined || !isTime(team, occasion, now())) return;
  const read = readTeamAddress(team.address);
  const password = options.password ?? team.secret;
  if ('fault' in read) return;
  try {
    if (options.hindrance) throw new TeamError(options.hindrance, 'not asked');
    if (password === null) throw new TeamError('signed-out', 'no password');
    if (occasion === 'asked') await retryRefused(replica);
    const credentials = { user: team.user, password };
    const ends = signal === undefined ? {} : { signal };
    const client = new CouchClient({ address: read.address, credentials, ...ends });
    await runRound({ database, library: teamLibrary, client, now: () => now().toISOString() });
    const syncedAt = now().toISOString();
    await replica.note({ syncedAt, problem: null, retryAt: null, failures: 0 });
  } catch (error) {
    if (signal?.aborted) throw error;
    const { kind, message, retryAfter } = asTeamError(error);
    const failures = team.failures + 1;
    const wait = waitAfter(failures, retryAfter);
    await replica.note({
      // a password that is not accepted is not kept to be tried again
      ...(kind === 'signed-out' ? { secret: null } : {}),
      problem: { kind, reason: message },
      retryAt: new Date(now().getTime() + wait * 1000).toISOString(),
      failures,
    });
  }
}

/** What is no answer of a server came of storing it: a full disk, a database that was closed. */
function asTeamError(error: unknown): TeamError {
  return error instanceof TeamError ? error : new TeamError('not-kept', String(error));
}

/** Longest wait between two tries, in seconds. */
const longestWait = 3_600;

/** Seconds until the next try: as the server says, or twice as long each time, never all at once. */
function waitAfter(failures: number, retryAfter: number | null): number {
  const doubled = 30 * 2 ** Math.min(failures - 1, 7);
  const wait = Math.min(retryAfter ?? doubled, longestWait);
  return wait * (1 + Math.random() / 4);
}

function isTime({ problem, retryAt }: TeamRow, occasion: Occasion, now: Date): boolean {
  if (problem?.kind === 'signed-out') return false;
  if (occasion === 'asked') return true;
  if (problem?.kind === 'refused') return false;
  if (waitsForPermission(problem)) return true;
  if (retryAt === null || (occasion === 'online' && problem?.kind === 'offline')) return true;
  const left = Date.parse(retryAt) - now.getTime();
  // a clock that was set back must not hold it up for years
  return left <= 0 || left > 2 * longestWait * 1000;
}

/** No server is asked until that has changed, so looking again costs nothing and helps nothing. */
function waitsForPermission(problem: TeamRow['problem']): boolean {
  return problem?.kind === 'not-permitted' || problem?.kind === 'other-server';
}

/**
 * When the next round is to run, as ISO date and time; null where none is until a person acts.
 *
 * @param now ISO date and time
 * @param every seconds between rounds while all is well
 */
export function nextRound(team: TeamRow, now: string, every: number): string | null {
  const { problem, retryAt } = team;
  if (problem?.kind === 'signed-out' || problem?.kind === 'refused') return null;
  if (waitsForPermission(problem)) return null;
  if (retryAt !== null) return retryAt > now ? retryAt : now;
  return new Date(Date.parse(now) + every * 1000).toISOString();
}

/** The team whose library is kept here: nothing runs at rest where there is none. */
export async function readTeam(): Promise<TeamRow | undefined> {
  return (await openLibrary()).teams.get(teamLibrary);
}
