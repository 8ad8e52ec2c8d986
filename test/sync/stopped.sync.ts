import type { DBCore } from 'dexie';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
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

/** Ends the worker before its nth step in the database; whether the round got that far. */
async function syncUntilStep(member: Member, last: number): Promise<boolean> {
  let steps = 0;
  const stop = (core: DBCore): DBCore => ({
    ...core,
    transaction: (...asked) => {
      steps += 1;
      if (steps >= last) throw new Error('stopped');
      return core.transaction(...asked);
    },
  });
  member.database.close();
  member.database.use({ stack: 'dbcore', name: 'stop', create: stop });
  await member.database.open();
  steps = 0;
  const isDone = await member.sync().then(
    () => true,
    () => false,
  );
  await member.restart();
  return !isDone;
}

test('ended before any step in its database, a round comes to the same outcome', async () => {
  await ann.write('a', 'a by ann');
  await ann.write('c', 'c by ann');
  await ben.write('b', 'b by ben');
  await ben.erase('a');
  await ben.write('d', 'd by ben');
  await ben.sync();
  let stopped = 0;
  while (await syncUntilStep(ann, stopped + 1)) stopped += 1;
  expect(stopped).toBeGreaterThan(5);
  await converge(ann, ben);
  const everywhere = { b: 'b by ben', c: 'c by ann', d: 'd by ben' };
  expect(await ann.texts()).toMatchObject(everywhere);
  expect(await ben.texts()).toMatchObject(everywhere);
  const conflicts = [...(await ann.conflicts()), ...(await ben.conflicts())];
  expect(conflicts.map(({ document }) => document)).toEqual(['snippet:a']);
  expect(conflicts[0]?.mine).toMatchObject({ text: 'a by ann' });
  expect(await ann.outgoing()).toEqual([]);
});

test('what is sent are library objects and nothing beside them', async () => {
  server.proxy.sent.length = 0;
  await ann.write('c', 'c by ann');
  await ann.erase('b');
  await ann.sync();
  const bodies = server.proxy.sent.filter((body) => body !== '').map((body) => JSON.parse(body));
  const documents: Record<string, unknown>[] = bodies.flatMap(({ docs = [] }) => docs);
  const { _id, kind, body } = documents.find((document) => document._id === 'snippet:c') ?? {};
  const [row] = (await ann.rows()).filter(({ id }) => id === 'c');
  expect({ _id, kind, body }).toEqual({ _id: 'snippet:c', kind: 'snippet', body: row?.snippet });
  const allowed = ['_deleted', '_id', '_rev', 'body', 'kind', 'operation', 'updatedBy', 'version'];
  for (const document of documents) {
    for (const field of Object.keys(document)) expect(allowed).toContain(field);
  }
  // Beside documents, only ids and revisions are asked for.
  for (const { docs: _, keys, ...rest } of bodies) {
    expect(keys ?? []).toEqual((keys ?? []).map(String));
    for (const revisions of Object.values(rest)) expect(revisions).toEqual([expect.any(String)]);
  }
});
