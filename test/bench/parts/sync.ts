import 'fake-indexeddb/auto';
import { sample } from '../../snippets/sample.ts';
import { type Member, startTestServer, TestTeam } from '../../sync/team.ts';
import type { BenchPart, Measure } from '../measure.ts';
import { bareLoop } from '../stopwatch.ts';

const MANY = 10_000;
const LOOP = 'sync/bare loop over charCodeAt of 100 MB';

/** Seconds that pass meanwhile. */
async function seconds(run: () => Promise<unknown> | unknown): Promise<number> {
  const began = performance.now();
  await run();
  return (performance.now() - began) / 1000;
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

async function rounds(): Promise<{ sent: number; received: number }> {
  const server = await startTestServer();
  try {
    const team = await TestTeam.make(server);
    try {
      const [ann, ben] = [await team.member('ann'), await team.member('ben', 'reader')];
      await writeAll(ann);
      const sent = await seconds(() => ann.sync());
      const received = await seconds(() => ben.sync());
      const isWhole = (await ben.rows()).length === MANY;
      return { sent, received: isWhole ? received : Number.NaN };
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
  title: 'First sync of 10,000 snippets with the stand-in server on this machine, by the clock',
  async measure(): Promise<Measure[]> {
    const text = 'x'.repeat(1_000_000);
    const loop = await seconds(() => {
      for (let i = 0; i < 100; i += 1) bareLoop(text);
    });
    const { sent, received } = await rounds();
    const more = { unit: 's', against: LOOP, tolerance: 3 };
    return [
      { id: LOOP, value: loop, unit: 's' },
      { id: 'sync/first sync of a new member: 10,000 received', value: received, ...more },
      { id: 'sync/first sync of a library: 10,000 sent', value: sent, ...more },
    ];
  },
};
