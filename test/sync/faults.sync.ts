import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { TeamError } from '../../lib/library/sync/team-error.ts';
import type { Answered } from './server/couch-ways.ts';
import type { Fault } from './server/fault-proxy.ts';
import { converge, type Member, startTestServer, type TestServer, TestTeam } from './team.ts';

let server: TestServer;
let team: TestTeam;
let ann: Member;
let ben: Member;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  team = await TestTeam.make(server);
  [ann, ben] = [await team.member('ann'), await team.member('ben')];
  await ann.write('a', 'a');
  await ann.write('b', 'b');
  await converge(ann, ben);
});
afterEach(() => team.end());

async function problemOf(member: Member): Promise<TeamError | null> {
  const error: unknown = await member.sync().then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error === null || error instanceof TeamError) return error;
  throw error;
}

/** Both edit, and things go wrong for one of them. */
async function editBoth(): Promise<void> {
  await ann.write('a', 'a by ann');
  await ann.write('c', 'c by ann');
  await ben.write('b', 'b by ben');
  await ben.erase('a');
  await ben.write('d', 'd by ben');
}

/** Everything both wrote is there once; the one contest is shown and not settled. */
async function expectAllThere(): Promise<void> {
  await converge(ann, ben);
  const everywhere = { b: 'b by ben', c: 'c by ann', d: 'd by ben' };
  const [contest, ...more] = [...(await ann.conflicts()), ...(await ben.conflicts())];
  expect(more).toEqual([]);
  expect(contest?.document).toBe('snippet:a');
  expect([contest?.mine, contest?.theirs]).toContainEqual(
    expect.objectContaining({ text: 'a by ann' }),
  );
  expect(await ann.texts()).toMatchObject(everywhere);
  expect(await ben.texts()).toMatchObject(everywhere);
  expect(Object.keys(await ann.texts()).filter((id) => id !== 'a')).toEqual(['b', 'c', 'd']);
}

const statuses: [string, Fault, string][] = [
  ['401', { status: 401, body: { error: 'unauthorized' } }, 'signed-out'],
  ['403', { status: 403, body: { reason: 'You are not allowed to access this db.' } }, 'refused'],
  ['403, locked', { status: 403, body: { reason: 'Account is temporarily locked' } }, 'busy'],
  ['429', { status: 429, headers: { 'retry-after': '2' } }, 'busy'],
  ['500', { status: 500, body: { error: 'internal_server_error' } }, 'busy'],
  ['503', { status: 503, body: 'busy' }, 'busy'],
  ['a login page', { status: 200, body: '<html>Sign in</html>' }, 'offline'],
  ['a cut before', { cut: 'before' }, 'offline'],
  ['a cut after', { cut: 'after' }, 'offline'],
  ['a cut amid the answer', { cut: 'amid' }, 'offline'],
];

describe.each([/_changes$/, /_bulk_docs$/])('at %s', (path) => {
  test.each(statuses)('%s: said as it is, and nothing lost', async (_name, fault, kind) => {
    await editBoth();
    server.proxy.faults.push({ ...fault, path });
    expect(await problemOf(ann)).toMatchObject({ kind });
    server.proxy.faults.push({ ...fault, path });
    expect(await problemOf(ben)).toMatchObject({ kind });
    await expectAllThere();
  });
});

test('413: halved until it passes, and one that never does is said to be too large', async () => {
  await editBoth();
  server.proxy.faults.push({ status: 413, body: '<html>', path: /_bulk_docs$/ });
  expect(await problemOf(ann)).toBeNull();
  await expectAllThere();
  await ann.write('e', 'e');
  server.proxy.faults.push({ status: 413, path: /_bulk_docs$/, times: 1 });
  await ann.sync();
  expect(await ann.outgoing()).toMatchObject([{ state: 'refused', answer: 'too-large' }]);
});

test('409 for the whole request is no reason to give up', async () => {
  await editBoth();
  server.proxy.faults.push({ status: 409, body: { error: 'conflict' }, path: /_bulk_docs$/ });
  expect(await problemOf(ann)).toMatchObject({ status: 409 });
  await expectAllThere();
});

test('a slow line is waited for', async () => {
  await editBoth();
  server.proxy.faults.push({ delay: 200, times: 4 });
  expect(await problemOf(ann)).toBeNull();
  await expectAllThere();
});

test.each(['before', 'after'] as const)(
  'ended %s any request, the outcome is the same',
  async (when) => {
    await editBoth();
    await ben.sync();
    let stopped = 0;
    while (await ann.syncUntil(stopped + 1, when)) stopped += 1;
    expect(stopped).toBeGreaterThan(3);
    await expectAllThere();
  },
);

test('an own write that was built upon before it was heard of is no conflict', async () => {
  await ann.write('a', 'a by ann');
  server.proxy.faults.push({ cut: 'after', path: /_bulk_docs$/ });
  await problemOf(ann);
  await ben.sync();
  await ben.write('a', 'a by ann and ben');
  await converge(ben, ann);
  expect(await ann.conflicts()).toEqual([]);
  expect(await ann.texts()).toMatchObject({ a: 'a by ann and ben' });
});

type Page = {
  results: { id: string; doc: unknown }[];
  last_seq: string;
  pending?: number;
};

const changed = (change: (page: Page) => Page) => (answered: Answered) => ({
  ...answered,
  body: change(answered.body as Page),
});

test('changes that come twice or out of order', async () => {
  await editBoth();
  await ben.sync();
  server.proxy.faults.push({
    path: /_changes$/,
    change: changed((page) => ({
      ...page,
      results: [...page.results.toReversed(), ...page.results],
    })),
  });
  await ann.sync();
  await expectAllThere();
});

test('a proxy that packs answers changes nothing', async () => {
  await editBoth();
  server.proxy.faults.push({ gzip: true, times: 40 });
  await expectAllThere();
});

test('a change that comes without its document is asked for', async () => {
  await ann.write('a', 'a by ann');
  await ann.sync();
  server.proxy.faults.push({
    path: /_changes$/,
    change: changed(({ pending: _pending, ...page }) => ({
      ...page,
      results: page.results.map((row) => ({ ...row, seq: null, doc: null })),
    })),
  });
  await ben.sync();
  expect(await ben.texts()).toMatchObject({ a: 'a by ann' });
});

test('one row that a node could not save is sent again, the others are done', async () => {
  await ann.write('a', 'a by ann');
  await ann.write('c', 'c by ann');
  const taken: string[] = [];
  // neither row has come to the server
  server.proxy.faults.push({
    path: /_bulk_docs$/,
    status: 201,
    body: [
      { id: 'snippet:c', error: 'internal_server_error', reason: 'No DB shards could be opened.' },
      { id: 'snippet:a', error: 'internal_server_error', reason: 'No DB shards could be opened.' },
    ],
  });
  expect(await problemOf(ann)).toMatchObject({ kind: 'busy' });
  server.proxy.faults.push({
    path: /_bulk_docs$/,
    change: (answered) => {
      const rows = answered.body as { id: string }[];
      taken.push(...rows.map(({ id }) => id));
      // both came, and for one of them the node that was asked did not hear of it
      const error = { error: 'internal_server_error', reason: 'timeout' };
      return {
        ...answered,
        body: rows.map((row, at) => (at === 0 ? { ...error, id: row.id } : row)),
      };
    },
  });
  expect(await problemOf(ann)).toMatchObject({ kind: 'busy' });
  expect(taken).toHaveLength(2);
  await expectNothingLost();
});

async function expectNothingLost(): Promise<void> {
  await converge(ann, ben);
  const everything = { a: 'a by ann', b: 'b', c: 'c by ann' };
  expect(await ann.texts()).toEqual(everything);
  expect(await ben.texts()).toEqual(everything);
  expect([...(await ann.conflicts()), ...(await ben.conflicts())]).toEqual([]);
  expect(await ann.outgoing()).toEqual([]);
}

test('an old version that comes after a new one is not believed', async () => {
  let old: Page['results'] = [];
  await ann.write('a', 'old');
  await ann.sync();
  server.proxy.faults.push({
    path: /_changes$/,
    change: changed((page) => {
      old = page.results;
      return page;
    }),
  });
  await ben.sync();
  await ann.write('a', 'new');
  await converge(ann, ben);
  server.proxy.faults.push({
    path: /_changes$/,
    change: changed((page) => ({ ...page, results: [...page.results, ...old] })),
  });
  await ben.sync();
  expect(old).not.toEqual([]);
  expect(await ben.texts()).toMatchObject({ a: 'new' });
  expect(await ben.conflicts()).toEqual([]);
});

test('a clock years off changes nothing', async () => {
  ann.now = () => '2041-01-01T00:00:00.000Z';
  ben.now = () => '1999-01-01T00:00:00.000Z';
  await editBoth();
  await expectAllThere();
});

test.each([null, '9999999-g1AAAA', 'garbage'])('checkpoint lost: %s', async (since) => {
  await editBoth();
  for (const member of [ann, ben]) {
    const row = await member.database.teams.get('team');
    const checkpoint = since === null || !row?.checkpoint ? null : { ...row.checkpoint, since };
    await member.database.teams.update('team', { checkpoint });
  }
  await expectAllThere();
});

test('database deleted: said, kept, and nothing sent into another', async () => {
  await ann.write('a', 'a by ann');
  await team.drop();
  expect(await problemOf(ann)).toMatchObject({ kind: 'gone' });
  expect(await ann.texts()).toEqual({ a: 'a by ann', b: 'b' });
  await team.admin.create();
  await team.admin.secure({});
  expect(['no-library', 'refused']).toContain((await problemOf(ann))?.kind);
});

test('database made anew: what it misses is asked about, then sent once', async () => {
  await ann.write('a', 'a by ann');
  await ben.write('c', 'c by ben');
  await team.drop();
  await team.setUp();
  await converge(ann, ben);
  expect((await team.contents()).size).toBe(1);
  expect((await ann.conflicts()).map(({ why }) => why)).toEqual(['missing', 'missing']);
  expect((await ben.conflicts()).map(({ why }) => why)).toEqual(['missing', 'missing']);
  await ann.settle(({ mine }) => mine);
  await ann.sync();
  // the same text is no contest; another one is
  await ben.sync();
  expect(await ben.conflicts()).toMatchObject([
    { document: 'snippet:a', mine: { text: 'a' }, theirs: { text: 'a by ann' } },
  ]);
  await ben.settle(({ theirs }) => theirs);
  await converge(ben, ann);
  const all = { a: 'a by ann', b: 'b', c: 'c by ben' };
  expect(await ann.texts()).toEqual(all);
  expect(await ben.texts()).toEqual(all);
  expect((await team.contents()).size).toBe(3);
});

test('a write a cluster only accepted is watched until the cluster has it', async () => {
  await ann.write('c', 'c');
  const accepted = (answered: Answered) => {
    server.proxy.faults.push({ path: /_changes$/, status: 503 });
    return { ...answered, status: 202 };
  };
  server.proxy.faults.push({ path: /_bulk_docs$/, change: accepted });
  expect(await problemOf(ann)).toMatchObject({ kind: 'busy' });
  expect(await ann.outgoing()).toMatchObject([{ state: 'accepted', document: 'snippet:c' }]);
  await ann.sync();
  expect(await ann.outgoing()).toEqual([]);
});

test('a write a cluster accepted and lost stands beside what it has instead', async () => {
  await ann.write('a', 'a by ann');
  const [row] = await ann.rows();
  server.proxy.faults.push({
    path: /_bulk_docs$/,
    status: 202,
    body: [{ id: 'snippet:a', ok: true, rev: '2-lost' }],
  });
  await problemOf(ann);
  expect(row?.id).toBe('a');
  expect(await ann.conflicts()).toMatchObject([
    { mine: { text: 'a by ann' }, theirs: { text: 'a' } },
  ]);
});

test('a backup brought back: the newer version here is kept beside the older one there', async () => {
  const old: Answered[] = [];
  const keep = (answered: Answered) => {
    old.push(answered);
    return answered;
  };
  await ann.database.teams.update('team', { checkpoint: null });
  server.proxy.faults.push({ path: /_changes$/, change: keep });
  await ann.sync();
  await ben.write('a', 'newer');
  await converge(ben, ann);
  // the server as it was before that edit, for one round
  const before = old[0] as Answered;
  const docs = (before.body as Page).results;
  const rows = { rows: [{ key: 'snippet:a', id: 'snippet:a', ...stateOf(docs) }] };
  await ann.database.teams.update('team', { checkpoint: null });
  server.proxy.faults.push({ path: /_changes$/, change: () => before });
  server.proxy.faults.push({ path: /_all_docs$/, change: () => ({ status: 200, body: rows }) });
  server.proxy.faults.push({ path: /_all_docs$/, status: 503 });
  await problemOf(ann);
  expect(await ann.conflicts()).toMatchObject([
    { why: 'set-back', mine: { text: 'newer' }, theirs: { text: 'a' } },
  ]);
});

function stateOf(results: Page['results']) {
  const doc = results.find(({ id }) => id === 'snippet:a')?.doc as { _rev: string };
  return { value: { rev: doc._rev }, doc };
}

test('two versions the server itself keeps are shown and brought together', async () => {
  // what two halves of a cluster would have written; the lowest id of a revision loses
  const losing = '0'.repeat(32);
  const head = await team.admin.document('snippet:a');
  const parent = head?._rev.split('-')[1];
  // the server's rules hold for this write as well
  const updatedBy = server.pouch === null ? server.admin.user : head?.updatedBy;
  const body = { ...(head?.body as object), text: 'the other half' };
  const other = { ...head, updatedBy, body };
  const branch = { ...other, _rev: undefined, _revisions: { start: 2, ids: [losing, parent] } };
  await ben.write('a', 'one half');
  await ben.sync();
  if (server.pouch === null) {
    await team.admin.requestAnything(`${team.address.url}/_bulk_docs`, 'POST', {
      new_edits: false,
      docs: [{ ...branch, _rev: `2-${losing}` }],
    });
  } else {
    // PouchDB drops branches where there is a validation document
    server.proxy.faults.push({
      path: /_changes$/,
      change: changed((page) => ({
        ...page,
        results: page.results.map((row) =>
          row.id === 'snippet:a'
            ? { ...row, doc: { ...(row.doc as object), _conflicts: [`2-${losing}`] } }
            : row,
        ),
      })),
    });
    server.proxy.faults.push({
      path: /snippet%3Aa$/,
      status: 200,
      body: { ...other, _rev: `2-${losing}` },
    });
  }
  await ann.sync();
  expect(await ann.texts()).toMatchObject({ a: 'one half' });
  expect(await ann.conflicts()).toMatchObject([
    { why: 'branch', mine: { text: 'the other half' }, theirs: { text: 'one half' } },
  ]);
  await ann.settle(({ theirs }) => ({ ...(theirs as object), text: 'both halves' }));
  await converge(ann, ben);
  expect(await ann.conflicts()).toEqual([]);
  expect(await ben.texts()).toMatchObject({ a: 'both halves' });
  expect((await team.admin.document('snippet:a', { conflicts: 'true' }))?._conflicts).toBe(
    undefined,
  );
});

test.skipIf(process.env.COUCHDB_URL !== undefined)(
  'server killed amid a push and started again: all arrive once',
  async () => {
    for (let at = 0; at < 300; at++) await ann.write(`many-${at}`, `text ${at}`);
    await ann.write('a', 'a by ann');
    const pushed = problemOf(ann);
    await expect.poll(() => server.proxy.seen.at(-1), { timeout: 30_000 }).toMatch('_bulk_docs');
    await server.pouch?.kill();
    await pushed;
    server.proxy.upstream = (await server.pouch?.start()) ?? '';
    await converge(ann, ben);
    expect(Object.keys(await ben.texts())).toHaveLength(302);
    expect(await ben.texts()).toEqual(await ann.texts());
    expect([...(await ann.conflicts()), ...(await ben.conflicts())]).toEqual([]);
    expect(await ann.outgoing()).toEqual([]);
  },
);
