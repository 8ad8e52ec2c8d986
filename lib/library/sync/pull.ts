import type { TeamCheckpoint } from '../database.ts';
import { askFor, type Exchange, readIncoming, sendingNow } from './arriving.ts';
import type { ChangesPage } from './couch-answers.ts';
import { type Incoming, takePage } from './incoming.ts';
import { kindOf } from './shared-document.ts';
import { TeamError } from './team-error.ts';

/** Documents asked for at once, halved while the answer is too large. */
const pageSize = 500;
/** Ids asked for at once when looking for what the server misses. */
const idsAtOnce = 5_000;

/**
 * Reads all changes after the checkpoint, a page at a time. What a page brought and how far it
 * reached is kept in one step, so that stopping it anywhere loses at most a page of reading.
 */
export async function pull(exchange: Exchange): Promise<void> {
  let limit = pageSize;
  for (;;) {
    const checkpoint = await checkpointOf(exchange);
    let page: ChangesPage;
    try {
      page = await exchange.client.changes(checkpoint.since, limit);
    } catch (error) {
      if (!(error instanceof TeamError)) throw error;
      if (error.kind === 'too-large' && limit > 1) {
        limit = Math.ceil(limit / 4);
        continue;
      }
      // the server does not know the point any more
      if (error.status === 400 && checkpoint.since !== null) {
        await exchange.replica.note({
          checkpoint: { ...checkpoint, since: null, checking: true },
        });
        continue;
      }
      throw error;
    }
    await readPage(exchange, page, checkpoint);
    if (page.pending === 0 || page.results.length === 0) return;
    if (page.last_seq === checkpoint.since) throw new TeamError('broken', 'changes without an end');
  }
}

async function readPage(
  exchange: Exchange,
  page: ChangesPage,
  checkpoint: TeamCheckpoint,
): Promise<void> {
  const { replica, now } = exchange;
  const arrived: Incoming[] = [];
  // a cluster may not have the document at hand that its change speaks of
  const absent: string[] = [];
  const sending = await sendingNow(replica);
  for (const { id, deleted, changes, doc } of page.results) {
    if (kindOf(id) === null) continue;
    const tombstone = { _id: id, _rev: changes[0]?.rev ?? '', _deleted: true };
    const document = deleted ? { ...tombstone, ...doc, _deleted: true } : doc;
    if (document) arrived.push(...(await readIncoming(exchange, document, sending, false)));
    else absent.push(id);
  }
  const again = await replica.change(async () => {
    const older = [...absent, ...(await takePage(replica, arrived, now()))];
    // the point is not kept before everything up to it is: those come again if it stops here
    if (older.length === 0) await reach(exchange, page, checkpoint);
    return older;
  });
  if (again.length === 0) return;
  await askFor(exchange, again);
  await reach(exchange, page, checkpoint);
}

function reach({ replica }: Exchange, page: ChangesPage, checkpoint: TeamCheckpoint) {
  return replica.note({ checkpoint: { ...checkpoint, since: page.last_seq } });
}

/**
 * Looks for documents the server had and has no more, without ever saying so: a database that was
 * made anew or restored from a backup. To be called after a read from the start.
 */
export async function lookForMissing(exchange: Exchange): Promise<void> {
  const { client, replica, now } = exchange;
  const there = new Set<string>();
  for (let after: string | null = null; ; ) {
    const rows = await client.revisions(after, idsAtOnce);
    for (const { key } of rows) there.add(key);
    const last = rows.at(-1);
    if (last === undefined) break;
    if (last.key === after) throw new TeamError('broken', 'documents without an end');
    after = last.key;
  }
  const missing = (await replica.known()).filter((document) => !there.has(document));
  // those that were deleted meanwhile are told from those the server never had
  for (let from = 0; from < missing.length; from += pageSize) {
    await askFor(exchange, missing.slice(from, from + pageSize));
  }
  const checkpoint = await checkpointOf(exchange);
  await replica.note({ checkpoint: { ...checkpoint, checking: false, checked: now() } });
}

export async function checkpointOf({ replica }: Exchange): Promise<TeamCheckpoint> {
  const { checkpoint = null } = (await replica.team()) ?? {};
  if (checkpoint === null) throw new Error('No checkpoint: the library was not looked at.');
  return checkpoint;
}
