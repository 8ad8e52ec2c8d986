import { afterAll, beforeAll, expect, test } from 'vitest';
import { snippetOf, startTestServer, type TestServer, TestTeam } from './team.ts';

/** As many as a library may come to; fewer where every commit is tested. */
const count = Number(process.env.SYNC_DOCUMENTS ?? 2_000);

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

test(`${count} documents are read page by page, gone on with after a stop, and none twice`, async () => {
  const team = await TestTeam.make(server);
  try {
    for (let from = 0; from < count; from += 1_000) {
      const docs = Array.from({ length: Math.min(1_000, count - from) }, (_, at) => {
        const id = `many-${from + at}`;
        const about = { kind: 'snippet', version: 1, updatedBy: server.admin.user, operation: id };
        return { _id: `snippet:${id}`, ...about, body: snippetOf(id, `Text ${from + at}`) };
      });
      await team.admin.write(docs);
    }
    const ann = await team.member('ann');
    // a worker that is ended amid the reading has lost no more than a page
    await ann.syncUntil(4, 'after');
    const read = (await ann.rows()).length;
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(count);
    server.proxy.seen.length = 0;
    const began = performance.now();
    await ann.sync();
    const seconds = (performance.now() - began) / 1000;
    const pages = server.proxy.seen.filter((line) => line.includes('_changes')).length;
    expect(pages).toBeLessThan(count / 500 + 3);
    const rows = await ann.rows();
    expect(rows).toHaveLength(count);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(count);
    expect(rows.filter(({ dirty }) => dirty === 1)).toEqual([]);
    process.stdout.write(`${count} documents read in ${seconds.toFixed(1)} s, ${pages} pages\n`);
  } finally {
    await team.end();
  }
}, 900_000);
