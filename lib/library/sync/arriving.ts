import type { OutgoingRow } from '../database.ts';
import type { AnyDocument, KnownDocument } from './couch-answers.ts';
import type { CouchClient } from './couch-client.ts';
import { type Incoming, takeIncoming, takeMissing } from './incoming.ts';
import type { Replica } from './replica.ts';
import { generationOf, kindOf, readVersion, type SharedVersion } from './shared-document.ts';

/** What one step of a round works with. */
export interface Exchange {
  client: CouchClient;
  replica: Replica;
  /** ISO date and time. */
  now: () => string;
}

/**
 * Asks the server for documents as they are now and takes them in. What it never heard of is noted
 * as missing.
 */
export async function askFor(exchange: Exchange, documents: readonly string[]): Promise<void> {
  const { client, replica, now } = exchange;
  if (documents.length === 0) return;
  const [rows, sending] = [await client.documents(documents), await sendingNow(replica)];
  const incoming: Incoming[] = [];
  const missing: string[] = [];
  for (const row of rows) {
    const document = documentOf(row);
    if (document === null) missing.push(row.key);
    else incoming.push(...(await readIncoming(exchange, document, sending, true)));
  }
  await replica.change(async () => {
    for (const one of incoming) await takeIncoming(replica, one, now());
    for (const one of missing) await takeMissing(replica, one, now());
  });
}

/** Own writes that were sent and not answered, by their documents. */
export async function sendingNow(replica: Replica): Promise<ReadonlyMap<string, OutgoingRow>> {
  const sent = (await replica.outgoing()).filter(
    ({ state, endsBranch }) => state === 'sending' && !endsBranch,
  );
  return new Map(sent.map((row) => [row.document, row]));
}

/**
 * A document with its losing branches; nothing for what is no shared object of a known format.
 *
 * @param sending own writes that were sent and not answered
 */
export async function readIncoming(
  exchange: Exchange,
  document: AnyDocument,
  sending: ReadonlyMap<string, OutgoingRow>,
  isCertain: boolean,
): Promise<Incoming[]> {
  const version = kindOf(document._id) === null ? null : readVersion(document);
  if (version === null) return [];
  const lost = Array.isArray(document._conflicts) ? document._conflicts : [];
  const branches: SharedVersion[] = [];
  for (const rev of lost) {
    const branch = await exchange.client.document(document._id, { rev: String(rev) });
    const read = branch === null ? null : readVersion(branch);
    if (read !== null && read.body !== null) branches.push(read);
  }
  const sent = sending.get(document._id);
  const contains = await earlierOperation(exchange, document._id, version, sent);
  return [{ document: document._id, version, branches, isCertain, contains }];
}

/**
 * Whether an own write that was never answered is what a colleague's newer version was built on:
 * the operation of the version that came after the one it changed. Unknown once the server has
 * thrown that version away; then the two are shown as a conflict.
 */
async function earlierOperation(
  { client }: Exchange,
  document: string,
  version: SharedVersion,
  sent: OutgoingRow | undefined,
): Promise<ReadonlySet<string>> {
  const none = new Set<string>();
  if (sent === undefined || sent.operation === version.operation) return none;
  const latest = await client.document(document, { rev: version.rev, revs: 'true' });
  const history = latest?._revisions as { start?: unknown; ids?: unknown } | undefined;
  if (typeof history?.start !== 'number' || !Array.isArray(history.ids)) return none;
  const generation = (sent.rev === null ? 0 : generationOf(sent.rev)) + 1;
  const id: unknown = history.ids[history.start - generation];
  if (typeof id !== 'string' || generation >= history.start) return none;
  const earlier = await client.document(document, { rev: `${generation}-${id}` });
  return typeof earlier?.operation === 'string' ? new Set([earlier.operation]) : none;
}

function documentOf({ key, value, doc }: KnownDocument): AnyDocument | null {
  if (doc) return doc;
  if (!value) return null;
  return { _id: key, _rev: value.rev, _deleted: value.deleted ?? false };
}
