import 'fake-indexeddb/auto';
import { sample } from '../../snippets/sample.ts';
import { type Member, startTestServer, TestTeam } from '../../sync/team.ts';
import type { BenchPart, Measure } from '../measure.ts';
import { bareLoop } from '../stopwatch.ts';

const MANY = 10_000;
const LOOP = 'sync/bare loop over charCodeAt of 100 MB';

/** Seconds of CPU that this process, the member's side, takes; and that pass on the clock. */
async function seconds(
  run: () => Promise<unknown> | unknown,
): Promise<{ own: number; clock: number }> {
  const began = performance.now();
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return { own: (user + system) / 1e6, clock: (performance.now() - began) / 1000 };
}

/** What a member wrote while offline, stored at once. */
async function writeAll({ database }: Member): Promise<void> {
  const rows = Array.from({ length: MANY }, (_, at) => {
    const id = `s-${at}`;
    const snippet = sample(id, { title: `Course ${at}`, text: `Point ${at} of short courses.` });
    return { key: `team/${id}`, library: 'team', id, snippet, rev: null, base: null, from: null };
  });
  await database.snippets.bulkPut(rows.map((row) => ({ ...row, dirty: 1, deleted: 0 })));
}

async function rounds(): Promise<Record<'sent' | 'received', { own: number; clock: number }>> {
  const server = await startTestServer();
  try {
    const team = await TestTeam.make(server);
    try {
      const [ann, ben] = [await team.member('ann'), await team.member('ben', 'reader')];
      await writeAll(ann);
      const sent = await seconds(() => ann.sync());
      const received = await seconds(() => ben.sync());
      const isWhole = (await ben.rows()).length === MANY;
      if (!isWhole) throw new Error('Not all snippets arrived.');
      return { sent, received };
    } finally {
      await team.end();
    }
  } finally {
    await server.stop();
  }
}

/** The first exchange with a team's server; most of its time is the server's own. */
export const sync: BenchPart = {
  name: 'sync',
  title:
    'First sync of 10,000 snippets with the stand-in server on this machine, the database in memory',
  async measure(): Promise<Measure[]> {
    const text = 'x'.repeat(1_000_000);
    const loop = await seconds(() => {
      for (let i = 0; i < 100; i += 1) bareLoop(text);
    });
    const { sent, received } = await rounds();
    const more = { unit: 's', against: LOOP, tolerance: 2 };
    return [
      { id: LOOP, value: loop.own, unit: 's' },
      { id: 'sync/10,000 received by a new member, own work', value: received.own, ...more },
      { id: 'sync/the same, by the clock', value: received.clock, unit: 's' },
      { id: 'sync/10,000 sent to a new library, own work', value: sent.own, ...more },
      { id: 'sync/the same sending, by the clock', value: sent.clock, unit: 's' },
    ];
  },
};
