import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LibraryDatabase, type SnippetRow } from '../../lib/library/database.ts';
import {
  openConflicts,
  resolveConflict,
  type TeamConflict,
} from '../../lib/library/sync/conflicts.ts';
import { CouchClient, type Credentials } from '../../lib/library/sync/couch-client.ts';
import { retryRefused } from '../../lib/library/sync/push.ts';
import { Replica } from '../../lib/library/sync/replica.ts';
import { runRound } from '../../lib/library/sync/round.ts';
import { readTeamAddress, type TeamAddress } from '../../lib/library/sync/team-address.ts';
import { addMember, setUpTeam } from '../../lib/library/sync/team-setup.ts';
import { rolesOf } from '../../lib/library/sync/validation-document.ts';
import { newSnippet, type Snippet } from '../../lib/snippets/snippet.ts';
import { type FaultProxy, startFaultProxy } from './server/fault-proxy.ts';
import { makeAdministrator, PouchServer } from './server/team-server.ts';

/** A server with a proxy before it: PouchDB's on disk, or the CouchDB that COUCHDB_URL names. */
export interface TestServer {
  proxy: FaultProxy;
  admin: { user: string; password: string };
  /** Null for a CouchDB, which is not ours to kill. */
  pouch: PouchServer | null;
  stop(): Promise<void>;
}

export async function startTestServer(): Promise<TestServer> {
  const named = process.env.COUCHDB_URL;
  if (named !== undefined) {
    const { origin, username, password } = new URL(named);
    const proxy = await startFaultProxy({ upstream: origin, isPouch: false });
    const admin = { user: decodeURIComponent(username), password: decodeURIComponent(password) };
    return { proxy, admin, pouch: null, stop: () => proxy.stop() };
  }
  const folder = mkdtempSync(join(tmpdir(), 'caseglass-sync-'));
  const pouch = new PouchServer(folder);
  const proxy = await startFaultProxy({ upstream: await pouch.start(), isPouch: true });
  const admin = { user: 'admin', password: 'secret' };
  await makeAdministrator(proxy.url, admin);
  const stop = async () => {
    await proxy.stop();
    await pouch.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  return { proxy, admin, pouch, stop };
}

/** A library of its own on a test server. */
export class TestTeam {
  readonly server: TestServer;
  readonly address: TeamAddress;
  readonly #made: { database: LibraryDatabase; close(): Promise<void> }[] = [];

  private constructor(server: TestServer) {
    this.server = server;
    const name = `t${randomBytes(6).toString('hex')}`;
    const read = readTeamAddress(`${server.proxy.url}/${name}`);
    if ('fault' in read) throw new Error(read.fault);
    this.address = read.address;
  }

  static async make(server: TestServer): Promise<TestTeam> {
    const team = new TestTeam(server);
    await team.setUp();
    return team;
  }

  get admin(): CouchClient {
    return this.as(this.server.admin);
  }

  async setUp(): Promise<void> {
    await setUpTeam(this.admin, 'Test library');
  }

  as(credentials: Credentials, send: typeof fetch = fetch): CouchClient {
    const timeout = 10_000;
    return new CouchClient({ address: this.address, credentials, timeout, fetch: send });
  }

  /** Deletes the database as an administrator would. */
  async drop(): Promise<void> {
    const { user, password } = this.server.admin;
    const basic = Buffer.from(`${user}:${password}`).toString('base64');
    const headers = { authorization: `Basic ${basic}` };
    const gone = await fetch(this.address.url, { method: 'DELETE', headers });
    if (!gone.ok) throw new Error(`not deleted: ${gone.status}`);
  }

  /** A member with an account and a browser of their own. */
  async member(name: string, role: 'editor' | 'reader' = 'editor'): Promise<Member> {
    const user = `${name}-${this.address.database}`;
    await addMember(this.admin, user, rolesOf(this.address.database)[role], 'word');
    const database = new LibraryDatabase(`${this.address.database}-${name}`);
    const credentials = { user, password: 'word' };
    const member = new Member(database, (send) => this.as(credentials, send), user);
    await member.signIn(role === 'editor');
    this.#made.push(member);
    return member;
  }

  /** Ids and bodies of everything on the server. */
  async contents(): Promise<Map<string, Snippet>> {
    const found = new Map<string, Snippet>();
    const rows = await this.admin.revisions(null, 100_000);
    const ids = rows.map(({ key }) => key).filter((key) => key.startsWith('snippet:'));
    for (const { doc } of ids.length > 0 ? await this.admin.documents(ids) : []) {
      const body = doc?.body as Snippet;
      found.set(body.id, body);
    }
    return found;
  }

  async end(): Promise<void> {
    this.server.proxy.faults.length = 0;
    for (const member of this.#made) await member.close();
    await this.drop().catch(() => undefined);
  }
}

/** One member's browser. */
export class Member {
  database: LibraryDatabase;
  client: CouchClient;
  readonly #connect: (send?: typeof fetch) => CouchClient;
  readonly user: string;
  now = () => new Date().toISOString();

  constructor(
    database: LibraryDatabase,
    connect: (send?: typeof fetch) => CouchClient,
    user: string,
  ) {
    this.database = database;
    this.#connect = connect;
    this.client = connect();
    this.user = user;
  }

  async signIn(canEdit: boolean): Promise<void> {
    await this.database.teams.put({
      ...{ library: 'team', address: this.client.address.url, user: this.user, canEdit },
      ...{ secret: null, checkpoint: null, syncedAt: null, problem: null, retryAt: null },
      failures: 0,
    });
  }

  /** Ends the worker before or after its nth request; whether the round got that far. */
  async syncUntil(request: number, when: 'before' | 'after'): Promise<boolean> {
    let count = 0;
    this.client = this.#connect(async (...asked) => {
      count += 1;
      if (count > request || (count === request && when === 'before')) throw new Error('stopped');
      const answer = await fetch(...asked);
      if (count === request) throw new Error('stopped');
      return answer;
    });
    const isDone = await this.sync().then(
      () => true,
      () => false,
    );
    this.client = this.#connect();
    await this.restart();
    return !isDone;
  }

  sync(): Promise<void> {
    const { database, client } = this;
    return runRound({ database, library: 'team', client, now: () => this.now() });
  }

  /** Writes a snippet as the library does: what was there before keeps its revision and base. */
  async write(id: string, text: string, more: Partial<Snippet> = {}): Promise<void> {
    const key = `team/${id}`;
    const before = await this.database.snippets.get(key);
    const snippet = { ...snippetOf(id, text), ...more };
    const { rev = null, base = null, from = null } = before ?? {};
    const row = { key, library: 'team', id, snippet, rev, base, from };
    await this.database.snippets.put({ ...row, dirty: 1, deleted: 0 });
  }

  async erase(id: string): Promise<void> {
    const row = await this.database.snippets.get(`team/${id}`);
    if (row === undefined) return;
    if (row.rev === null) await this.database.snippets.delete(row.key);
    else await this.database.snippets.put({ ...row, deleted: 1, dirty: 1 });
  }

  rows(): Promise<SnippetRow[]> {
    return this.database.snippets.where('library').equals('team').toArray();
  }

  /** Ids and texts of what this member sees. */
  async texts(): Promise<Record<string, string>> {
    const rows = (await this.rows()).filter(({ deleted }) => deleted === 0);
    return Object.fromEntries(rows.map(({ id, snippet }) => [id, (snippet as Snippet).text]));
  }

  conflicts(): Promise<TeamConflict[]> {
    return openConflicts(this.database, 'team');
  }

  /** Ends every open conflict by a choice. */
  async settle(choose: (conflict: TeamConflict) => unknown): Promise<number> {
    const open = await this.conflicts();
    for (const conflict of open) {
      await resolveConflict(this.database, conflict, choose(conflict));
    }
    return open.length;
  }

  /** All that a round may change, but for how far it has read. */
  async standing(): Promise<unknown> {
    const { snippets, shared, outgoing, conflicts } = this.database;
    return [
      await snippets.toArray(),
      await shared.toArray(),
      await outgoing.toArray(),
      await conflicts.toArray(),
    ];
  }

  outgoing() {
    return new Replica(this.database, 'team').outgoing();
  }

  /** Has what was refused sent again. */
  async retry(): Promise<void> {
    await retryRefused(new Replica(this.database, 'team'));
  }

  /** The browser ends and starts again. */
  async restart(): Promise<void> {
    const { name } = this.database;
    this.database.close();
    this.database = new LibraryDatabase(name);
    await this.database.open();
  }

  async close(): Promise<void> {
    await this.database.delete();
  }
}

export function snippetOf(id: string, text: string): Snippet {
  const content = {
    ...{ title: `Title of ${id}`, text, criteria: [], treatments: [], jurisdiction: 'CA' },
    ...{ tags: [], status: 'draft' as const, confidence: 'to-be-verified' as const, sources: [] },
  };
  return newSnippet(id, content, 'writer', '2026-11-01T08:00:00.000Z');
}

/** Rounds after which members that are still not alike never will be. */
const mostRounds = 12;

/**
 * Brings members up to date until nothing moves any more. Two rounds are enough where a server has
 * one node; a node of a cluster may answer before it has heard of the last write.
 */
export async function converge(...members: Member[]): Promise<void> {
  let before = '';
  for (let round = 0; round < mostRounds; round++) {
    for (const member of members) await member.sync();
    const now = JSON.stringify(await Promise.all(members.map((member) => member.standing())));
    if (now === before) return;
    before = now;
  }
  throw new Error('They do not come to rest.');
}
