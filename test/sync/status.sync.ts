import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { LibraryDatabase } from '../../lib/library/database.ts';
import {
  leaveTeam,
  nextRound,
  type Occasion,
  type SignIn,
  signIn,
  signOut,
  syncTeam,
} from '../../lib/library/sync/team.ts';
import type { TeamErrorKind } from '../../lib/library/sync/team-error.ts';
import { readTeamStatus } from '../../lib/library/sync/team-status.ts';
import { type Member, snippetOf, startTestServer, type TestServer, TestTeam } from './team.ts';

let server: TestServer;
let team: TestTeam;
let ann: Member;
let own: LibraryDatabase;
let form: SignIn;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  team = await TestTeam.make(server);
  ann = await team.member('ann');
  own = new LibraryDatabase('own');
  form = { address: team.address, user: ann.user, password: 'word', stay: false };
});
afterEach(async () => {
  await own.delete();
  await team.end();
});

const now = new Date('2026-11-22T08:00:00Z');
const later = (seconds: number) => () => new Date(now.getTime() + seconds * 1000);
const join = () => signIn(own, form, now.toISOString());
const sync = (
  seconds = 0,
  occasion: Occasion = 'time',
  password: string | null = 'word',
  hindrance: TeamErrorKind | null = null,
) => syncTeam({ database: own, password, occasion, hindrance, now: later(seconds) });
const state = async () => (await readTeamStatus(own))?.state;

async function write(id: string): Promise<void> {
  const row = { key: `team/${id}`, library: 'team', id, snippet: snippetOf(id, 'text') };
  await own.snippets.put({ ...row, rev: null, base: null, dirty: 1, deleted: 0, from: null });
}

test('waiting, synced, and when', async () => {
  expect(await readTeamStatus(own)).toBeNull();
  expect(await join()).toBeNull();
  await write('a');
  expect(await readTeamStatus(own)).toMatchObject({ state: 'waiting', waiting: 1, canEdit: true });
  await sync();
  expect(await readTeamStatus(own)).toMatchObject({
    state: 'synced',
    waiting: 0,
    syncedAt: now.toISOString(),
    staysSignedIn: false,
  });
  expect(await own.libraries.toArray()).toMatchObject([{ name: 'Test library', kind: 'team' }]);
});

test('a wrong password keeps nothing; one that stopped to work is not tried again and again', async () => {
  expect(await signIn(own, { ...form, password: 'wrong' }, now.toISOString())).toBe('signed-out');
  expect(await own.teams.count()).toBe(0);
  await join();
  await sync(0, 'time', 'changed');
  expect(await state()).toBe('signed-out');
  server.proxy.seen.length = 0;
  await sync(90_000, 'time', 'changed');
  expect(server.proxy.seen).toEqual([]);
  expect(await join()).toBeNull();
  await sync();
  expect(await state()).toBe('synced');
});

test('the password is kept only where it was asked for, and gone after signing out', async () => {
  await join();
  expect(JSON.stringify(await own.teams.toArray())).not.toContain('"word"');
  await sync(0, 'time', null);
  expect(await state()).toBe('signed-out');
  form = { ...form, stay: true };
  await join();
  await sync(0, 'time', null);
  expect(await readTeamStatus(own)).toMatchObject({ state: 'synced', staysSignedIn: true });
  await write('a');
  await signOut(own);
  expect(JSON.stringify(await own.teams.toArray())).not.toContain('"word"');
  expect(await readTeamStatus(own)).toMatchObject({ state: 'signed-out', waiting: 1 });
});

test('one who has no role there is refused; one without a library there is told', async () => {
  const other = await TestTeam.make(server);
  const address = other.address;
  expect(await signIn(own, { ...form, address }, now.toISOString())).toBe('refused');
  await other.end();
  const { user, password } = server.admin;
  expect(await signIn(own, { address, user, password, stay: false }, now.toISOString())).toBe(
    'gone',
  );
});

test('after a failure it waits longer each time, unless a person asks', async () => {
  await join();
  server.proxy.faults.push({ status: 503, times: 2 });
  await sync();
  expect(await state()).toBe('busy');
  server.proxy.seen.length = 0;
  await sync(20);
  expect(server.proxy.seen).toEqual([]);
  await sync(40);
  expect(server.proxy.seen).toHaveLength(1);
  await sync(80);
  expect(server.proxy.seen).toHaveLength(1);
  await sync(81, 'asked');
  expect(await state()).toBe('synced');
});

test('a server says how long to wait; a clock set back does not make that years', async () => {
  await join();
  server.proxy.faults.push({ status: 429, headers: { 'retry-after': '600' } });
  await sync();
  server.proxy.seen.length = 0;
  await sync(590);
  expect(server.proxy.seen).toEqual([]);
  await sync(-90_000);
  expect(await state()).toBe('synced');
});

test('another library needs this one to be left, which takes all of it', async () => {
  await join();
  await write('a');
  const other = await TestTeam.make(server);
  const there = { ...form, address: other.address };
  expect(await signIn(own, there, now.toISOString())).toBe('other-library');
  await leaveTeam(own, false, now.toISOString());
  for (const table of own.tables)
    expect([table.name, await table.count()]).toEqual([table.name, 0]);
  await other.end();
});

test('offline is said, and what waits stays', async () => {
  await join();
  await write('a');
  server.proxy.faults.push({ cut: 'before' });
  await sync();
  expect(await readTeamStatus(own)).toMatchObject({ state: 'offline', waiting: 1 });
});

test('back on the network it does not wait out the failures of being away', async () => {
  await join();
  server.proxy.faults.push({ cut: 'before', times: 2 });
  await sync();
  await sync(1, 'online');
  expect(await state()).toBe('offline');
  await sync(2, 'online');
  expect(await state()).toBe('synced');
});

test('a server that must not be asked is not, and the reason is said', async () => {
  await join();
  server.proxy.seen.length = 0;
  await sync(0, 'asked', 'word', 'not-permitted');
  expect(await state()).toBe('not-permitted');
  expect(server.proxy.seen).toEqual([]);
  await sync(60);
  expect(await state()).toBe('synced');
});

test('when the next round is to run', async () => {
  await join();
  await sync();
  const next = async (seconds: number) => {
    const team = await own.teams.get('team');
    return team && nextRound(team, later(seconds)().toISOString(), 300);
  };
  expect(await next(0)).toBe('2026-11-22T08:05:00.000Z');
  server.proxy.faults.push({ status: 429, headers: { 'retry-after': '600' } });
  await sync(300);
  expect((await next(310)) ?? '').toMatch(/^2026-11-22T08:1[5-9]/);
  expect(await next(7_200)).toBe('2026-11-22T10:00:00.000Z');
  await signOut(own);
  expect(await next(0)).toBeNull();
});

test('left with copies, the snippets are the reader’s own, changed ones as they stand here', async () => {
  await ann.write('a', 'a');
  await ann.write('b', 'b');
  await ann.sync();
  await join();
  await sync();
  await write('a');
  await leaveTeam(own, true, now.toISOString());
  expect(await own.teams.count()).toBe(0);
  expect(await own.snippets.orderBy('key').toArray()).toMatchObject([
    { key: 'personal/a', dirty: 0, rev: null, snippet: { text: 'text' } },
    { key: 'personal/b', dirty: 0, rev: null, snippet: { text: 'b' } },
  ]);
  expect(await own.libraries.toArray()).toMatchObject([{ id: 'personal' }]);
});
