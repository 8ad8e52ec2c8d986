import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { share, withdraw } from '../../lib/library/shared-objects.ts';
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
});
afterEach(() => team.end());

test('what one writes, changes and removes reaches the other', async () => {
  await ann.write('a', 'first');
  await ann.write('b', 'second');
  await converge(ann, ben);
  expect(await ben.texts()).toEqual({ a: 'first', b: 'second' });
  await ben.write('a', 'first, changed');
  await ben.erase('b');
  await converge(ben, ann);
  expect(await ann.texts()).toEqual({ a: 'first, changed' });
  expect(await ann.rows()).toHaveLength(1);
  expect(await ben.rows()).toHaveLength(1);
  expect([...(await team.contents()).keys()]).toEqual(['a']);
});

test('a round with nothing to do sends nothing and asks little', async () => {
  await ann.write('a', 'text');
  await converge(ann);
  // a node of a cluster may take a while to hear of the write
  await expect
    .poll(async () => {
      server.proxy.seen.length = 0;
      await ann.sync();
      return server.proxy.seen.length;
    })
    .toBe(4);
});

test('both edit one snippet offline: neither version is lost, and a person ends it', async () => {
  await ann.write('a', 'one two three');
  await converge(ann, ben);
  await ann.write('a', 'one TWO three');
  await ben.write('a', 'one two THREE');
  await converge(ann, ben);
  expect(await ann.conflicts()).toEqual([]);
  expect(await ben.conflicts()).toMatchObject([
    {
      why: 'both-changed',
      mine: { text: 'one two THREE' },
      theirs: { text: 'one TWO three' },
      base: { text: 'one two three' },
      theirAuthor: ann.user,
    },
  ]);
  // it stays while rounds go on
  await converge(ben, ann);
  expect(await ben.conflicts()).toHaveLength(1);
  expect(await ben.texts()).toEqual({ a: 'one two THREE' });
  await ben.settle(({ mine }) => ({ ...(mine as object), text: 'one TWO THREE' }));
  await converge(ben, ann);
  expect(await ann.texts()).toEqual({ a: 'one TWO THREE' });
  expect(await ben.texts()).toEqual({ a: 'one TWO THREE' });
  expect(await ben.conflicts()).toEqual([]);
});

test('packs and portal profiles of the team travel as well, and what is none of them does not', async () => {
  const pack = { id: 'south', title: 'South', version: '1', jurisdiction: 'any', licence: 'own' };
  const profile = {
    ...{ id: 'claims', name: 'Claims', version: '1', places: {} },
    pages: ['https://claims.example/*'],
  };
  await share(ann.database, 'pack', 'south', pack);
  await share(ann.database, 'profile', 'claims', profile);
  await share(ann.database, 'pack', 'note', { id: 'note', text: 'Patient reports numbness.' });
  await converge(ann, ben);
  const there = await ben.database.shared.toArray();
  expect(there.map(({ key, body }) => [key, body])).toEqual([
    ['team/pack:south', pack],
    ['team/profile:claims', profile],
  ]);
  expect(await ann.outgoing()).toMatchObject([{ document: 'pack:note', answer: 'malformed' }]);
  expect(server.proxy.sent.join()).not.toContain('numbness');
  await withdraw(ben.database, 'pack', 'south');
  await converge(ben, ann);
  expect((await ann.database.shared.toArray()).map(({ key }) => key)).toEqual([
    'team/pack:note',
    'team/profile:claims',
  ]);
});

test('the same edit on both sides is no conflict', async () => {
  await ann.write('a', 'one');
  await ben.write('a', 'one');
  await converge(ann, ben);
  expect(await ben.conflicts()).toEqual([]);
  expect((await ben.rows())[0]).toMatchObject({ dirty: 0 });
});

test('removed by one and changed by the other is a conflict, whoever comes first', async () => {
  await ann.write('a', 'a');
  await ann.write('b', 'b');
  await converge(ann, ben);
  await ann.erase('a');
  await ben.write('a', 'a changed');
  await ann.write('b', 'b changed');
  await ben.erase('b');
  await converge(ann, ben);
  expect(await ben.conflicts()).toMatchObject([
    { document: 'snippet:a', why: 'deleted-there', mine: { text: 'a changed' }, theirs: null },
    { document: 'snippet:b', why: 'deleted-here', mine: null, theirs: { text: 'b changed' } },
  ]);
  await ben.settle(({ mine, theirs }) => mine ?? theirs);
  await converge(ben, ann);
  expect(await ann.texts()).toEqual({ a: 'a changed', b: 'b changed' });
  expect(await ben.texts()).toEqual(await ann.texts());
});

test('a conflict that has moved on since it was shown is not settled blindly', async () => {
  await ann.write('a', 'one');
  await converge(ann, ben);
  await ann.write('a', 'ann');
  await ben.write('a', 'ben');
  await converge(ann, ben);
  const shown = await ben.conflicts();
  await ann.write('a', 'ann again');
  await converge(ann, ben);
  const { resolveConflict } = await import('../../lib/library/sync/conflicts.ts');
  expect(shown[0] && (await resolveConflict(ben.database, shown[0], null))).toBe(false);
  expect(await ben.conflicts()).toMatchObject([{ theirs: { text: 'ann again' } }]);
});

test('500 edits each while offline all arrive once', async () => {
  for (let at = 0; at < 500; at++) {
    await ann.write(`ann-${at}`, `by ann ${at}`);
    await ben.write(`ben-${at}`, `by ben ${at}`);
  }
  await ann.restart();
  await converge(ann, ben);
  expect(Object.keys(await ann.texts())).toHaveLength(1000);
  expect(await ben.texts()).toEqual(await ann.texts());
  expect((await team.contents()).size).toBe(1000);
});

test('created and removed before the first round is never sent', async () => {
  await ann.write('a', 'secret slip');
  await ann.erase('a');
  await ann.sync();
  expect(server.proxy.sent.join()).not.toContain('secret slip');
});

test('a reader reads; what a reader writes stays here and is said to be refused', async () => {
  const cat = await team.member('cat', 'reader');
  await ann.write('a', 'text');
  await converge(ann, cat);
  await cat.write('a', 'scribble');
  await cat.sync();
  await cat.sync();
  expect(await cat.outgoing()).toMatchObject([
    { state: 'refused', answer: expect.stringContaining('read this library') },
  ]);
  expect(await cat.texts()).toEqual({ a: 'scribble' });
  await ann.sync();
  expect(await ann.texts()).toEqual({ a: 'text' });
});

test('one refused or too large document does not hold up the others', async () => {
  await ann.write('bad', 'text', { title: '' });
  const earlier = { version: 1, title: 'a', text: 'x'.repeat(20_000), status: 'draft' as const };
  const by = { author: 'ann', changed: '2026-11-01T08:00:00.000Z', changeNote: '' };
  await ann.write('big', 'text', { history: Array(55).fill({ ...earlier, ...by }) });
  await ann.write('good', 'text');
  await converge(ann, ben);
  expect(await ben.texts()).toEqual({ good: 'text' });
  const refused = await ann.outgoing();
  expect(refused.map(({ document, answer }) => [document, answer])).toEqual([
    ['snippet:bad', 'malformed'],
    ['snippet:big', 'too-large'],
  ]);
  await ann.write('bad', 'text');
  await converge(ann, ben);
  expect(Object.keys(await ben.texts())).toEqual(['bad', 'good']);
});
