import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Snippet } from '../../lib/snippets/snippet.ts';
import type { Fault } from './server/fault-proxy.ts';
import { converge, type Member, startTestServer, type TestServer, TestTeam } from './team.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const who = fc.nat({ max: 2 });
const id = fc.constantFrom('a', 'b', 'c');
const fault = fc.constantFrom<Fault>(
  { status: 503 },
  { cut: 'before' },
  { cut: 'after', path: /_bulk_docs$/ },
  { cut: 'amid', path: /_changes$/ },
  { status: 413, path: /_bulk_docs$/ },
);
const event = fc.oneof(
  { weight: 5, arbitrary: fc.record({ does: fc.constant('write' as const), who, id }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('erase' as const), who, id }) },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('sync' as const), who }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('settle' as const), who }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('fault' as const), who, fault }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('stop' as const),
      who,
      request: fc.integer({ min: 1, max: 8 }),
      when: fc.constantFrom('before' as const, 'after' as const),
    }),
  },
);

type Event = typeof event extends fc.Arbitrary<infer Of> ? Of : never;

/** Every line either side has: what a person who wants to lose nothing would choose. */
function joined(mine: unknown, theirs: unknown): unknown {
  if (mine === null || theirs === null) return mine ?? theirs;
  const lines = [mine, theirs].flatMap((body) => (body as Snippet).text.split('\n'));
  return { ...(mine as Snippet), text: [...new Set(lines)].sort().join('\n') };
}

async function happen(member: Member, one: Event, line: string): Promise<boolean> {
  if (one.does === 'write') {
    const before = (await member.texts())[one.id];
    await member.write(one.id, before === undefined ? line : `${before}\n${line}`);
  } else if (one.does === 'erase') {
    await member.erase(one.id);
  } else if (one.does === 'settle') {
    await member.settle(({ mine, theirs }) => joined(mine, theirs));
  } else if (one.does === 'stop') await member.syncUntil(one.request, one.when);
  else {
    if (one.does === 'fault') server.proxy.faults.push({ ...one.fault });
    await member.sync().catch(() => undefined);
    server.proxy.faults.length = 0;
  }
  return one.does === 'write';
}

test('whatever three members do, all end with the same, no line is lost and none is there twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 5, maxLength: 30 }), async (events) => {
      const team = await TestTeam.make(server);
      try {
        const members = [
          await team.member('ann'),
          await team.member('ben'),
          await team.member('cat'),
        ] as const;
        const written: string[] = [];
        const erasedWith = new Set<string>();
        for (const [at, one] of events.entries()) {
          const member = members[one.who as 0 | 1 | 2];
          // lines that a member erases knowingly
          if (one.does === 'erase') {
            for (const line of ((await member.texts())[one.id] ?? '').split('\n')) {
              erasedWith.add(line);
            }
          }
          const line = `${one.does}-${at}`;
          if (await happen(member, one, line)) written.push(line);
        }
        // a passing 413 looks like a document that is too large, until it is sent again
        for (const member of members) await member.retry();
        for (let left = 1; left > 0; ) {
          await converge(...members);
          left = 0;
          for (const member of members) {
            left += await member.settle(({ mine, theirs }) => joined(mine, theirs));
          }
        }
        const [ann, ben, cat] = await Promise.all(members.map((member) => member.texts()));
        expect(ben).toEqual(ann);
        expect(cat).toEqual(ann);
        const onServer = await team.contents();
        expect([...onServer].map(([key, { text }]) => [key, text]).sort()).toEqual(
          Object.entries(ann ?? {}).sort(),
        );
        const lines = Object.values(ann ?? {}).flatMap((text) => text.split('\n'));
        expect(new Set(lines).size).toBe(lines.length);
        const lost = written.filter((line) => !lines.includes(line) && !erasedWith.has(line));
        expect(lost).toEqual([]);
        for (const member of members) expect(await member.outgoing()).toEqual([]);
      } finally {
        await team.end();
      }
    }),
    { numRuns: Number(process.env.SYNC_HISTORIES ?? 25) },
  );
}, 600_000);
