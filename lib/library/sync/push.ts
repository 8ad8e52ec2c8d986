import type { OutgoingRow } from '../database.ts';
import { askFor, type Exchange } from './arriving.ts';
import type { BulkRow } from './couch-answers.ts';
import { confirmAll, noVersion, takeLost } from './incoming.ts';
import type { Replica } from './replica.ts';
import { readShareable, type Shareable } from './shareable.ts';
import {
  bodyVersion,
  kindOf,
  longestDocument,
  readVersion,
  type SharedKind,
  sameBody,
} from './shared-document.ts';
import { TeamError } from './team-error.ts';

/** At most so many documents and characters at once; many proxies take no more than a megabyte. */
const mostDocuments = 100;
const mostCharacters = 700_000;

/**
 * Sends what was changed here. A change is first kept as it will be sent, with a name of its own;
 * stopped anywhere, the next run sends the same bytes again and knows its own write by that name.
 * Nothing is sent twice in one run.
 */
export async function push(exchange: Exchange, user: string): Promise<void> {
  const tried = new Set<string>();
  for (;;) {
    const ready = (await prepare(exchange)).filter(
      ({ state, operation }) => state === 'sending' && !tried.has(operation),
    );
    for (const { operation } of ready) tried.add(operation);
    if (ready.length === 0) return;
    for (const batch of batches(ready, user)) await send(exchange, batch);
  }
}

/**
 * Sets aside what waits. What has a conflict, or was refused as it is, waits for a person.
 * @returns all that is set aside
 */
function prepare({ replica }: Exchange): Promise<OutgoingRow[]> {
  return replica.change(async () => {
    const outgoing = new Map((await replica.outgoing()).map((row) => [row.key, row]));
    const open = new Set((await replica.conflicts()).map(({ key }) => key));
    const made: OutgoingRow[] = [];
    for (const { document, body, rev, deleted } of await replica.waiting()) {
      const key = replica.key(document);
      const before = outgoing.get(key);
      const next = deleted ? null : body;
      const stands = before?.state === 'refused' && !sameBody(before.body, next);
      if (open.has(key) || (before !== undefined && !stands)) continue;
      const row: OutgoingRow = {
        ...{ key, library: replica.library, document, rev, body: next },
        ...{ operation: crypto.randomUUID(), endsBranch: false, state: 'sending', answer: null },
      };
      made.push(row);
      outgoing.set(key, row);
    }
    await replica.database.outgoing.bulkPut(made);
    return [...outgoing.values()];
  });
}

/** A document as it goes out: an object of its kind, or the end of one. */
type Sent = { _id: string; _rev?: string; updatedBy: string; operation: string } & (
  | { _deleted: true }
  | { kind: SharedKind; version: typeof bodyVersion; body: Shareable }
);

interface Parcel {
  row: OutgoingRow;
  /** Null for what is no object of its kind: it is not sent. */
  document: Sent | null;
  length: number;
}

/** A document is in a batch once: two of one id would answer alike. */
function batches(rows: readonly OutgoingRow[], user: string): Parcel[][] {
  const made: Parcel[][] = [];
  let batch: Parcel[] = [];
  let length = 0;
  for (const row of rows) {
    const parcel = parcelOf(row, user);
    const isFull = batch.length >= mostDocuments || length + parcel.length > mostCharacters;
    if (isFull || batch.some((other) => other.row.document === row.document)) {
      made.push(batch);
      batch = [];
      length = 0;
    }
    batch.push(parcel);
    length += parcel.length;
  }
  return [...made, batch].filter((each) => each.length > 0);
}

function parcelOf(row: OutgoingRow, user: string): Parcel {
  const { document: _id, rev, body, operation } = row;
  const about = { _id, ...(rev === null ? {} : { _rev: rev }), updatedBy: user, operation };
  const document = body === null ? { ...about, _deleted: true as const } : withBody(about, body);
  return { row, document, length: JSON.stringify(document).length };
}

function withBody(about: { _id: string; updatedBy: string; operation: string }, body: unknown) {
  const kind = kindOf(about._id)?.kind;
  const read = kind === undefined ? null : readShareable(kind, body);
  return kind === undefined || read === null
    ? null
    : { ...about, kind, version: bodyVersion, body: read };
}

async function send(exchange: Exchange, batch: readonly Parcel[]): Promise<void> {
  const malformed = batch.filter(({ document }) => document === null);
  await refuse(exchange, malformed, 'malformed');
  const tooLarge = batch.filter(({ length }) => length > longestDocument);
  await refuse(exchange, tooLarge, 'too-large');
  const parcels = batch.filter((each) => !tooLarge.includes(each) && !malformed.includes(each));
  if (parcels.length === 0) return;
  let answers: BulkRow[];
  try {
    answers = await exchange.client.write(parcels.flatMap(({ document }) => document ?? []));
  } catch (error) {
    if (!(error instanceof TeamError) || error.kind !== 'too-large') throw error;
    if (parcels.length === 1) return refuse(exchange, parcels, 'too-large');
    const half = Math.ceil(parcels.length / 2);
    await send(exchange, parcels.slice(0, half));
    return send(exchange, parcels.slice(half));
  }
  await takeAnswers(exchange, parcels, answers);
}

async function takeAnswers(
  exchange: Exchange,
  parcels: readonly Parcel[],
  answers: readonly BulkRow[],
): Promise<void> {
  const { replica } = exchange;
  const { outgoing } = replica.database;
  const answerTo = new Map(answers.map((answer) => [answer.id, answer]));
  const contested: string[] = [];
  let unanswered: BulkRow | undefined;
  await replica.change(async () => {
    const rows = await outgoing.bulkGet(parcels.map(({ row }) => row.key));
    const taken: { sent: OutgoingRow; rev: string }[] = [];
    const kept: OutgoingRow[] = [];
    for (const [at, { row }] of parcels.entries()) {
      const answer = answerTo.get(row.document);
      const current = rows[at];
      if (answer === undefined || current?.operation !== row.operation) continue;
      if (answer.error === undefined && answer.rev !== undefined) {
        taken.push({ sent: current, rev: answer.rev });
        if (answer.accepted === true && !row.endsBranch) {
          kept.push({ ...current, state: 'accepted', answer: answer.rev });
        }
      } else if (answer.error === 'conflict') {
        // the end of a branch that someone else has ended
        if (row.endsBranch) await outgoing.delete(row.key);
        else contested.push(row.document);
      } else if (answer.error === 'forbidden' || answer.error === 'unauthorized') {
        kept.push({ ...current, state: 'refused', answer: answer.reason ?? answer.error });
      } else unanswered = answer;
    }
    await confirmAll(replica, taken);
    await outgoing.bulkPut(kept);
  });
  await askFor(exchange, contested);
  if (unanswered !== undefined) {
    throw new TeamError('busy', unanswered.reason ?? unanswered.error ?? 'not saved');
  }
  if (parcels.some(({ row }) => !answerTo.has(row.document))) {
    throw new TeamError('broken', 'the server did not answer for every document');
  }
}

async function refuse(
  { replica }: Exchange,
  parcels: readonly Parcel[],
  answer: string,
): Promise<void> {
  if (parcels.length === 0) return;
  const { outgoing } = replica.database;
  const refused = parcels.map(({ row }) => ({ ...row, state: 'refused' as const, answer }));
  await replica.change(() => outgoing.bulkPut(refused));
}

/** Lets what was refused be sent once more: rights or limits may be others by now. */
export function retryRefused({ database, library }: Replica): Promise<number> {
  return database.outgoing
    .where('library')
    .equals(library)
    .and(({ state }) => state === 'refused')
    .delete();
}

/** Lets go of what a cluster had only accepted, once it is known to have it. */
export async function settleAccepted(exchange: Exchange): Promise<void> {
  const { client, replica, now } = exchange;
  const accepted = (await replica.outgoing()).filter(({ state }) => state === 'accepted');
  if (accepted.length === 0) return;
  const asked = Object.fromEntries(accepted.map((row) => [row.document, [row.answer ?? '']]));
  const unknown = await client.unknownRevisions(asked);
  const lost = accepted.filter(({ document }) => unknown[document] !== undefined);
  const rows = lost.length === 0 ? [] : await client.documents(lost.map((row) => row.document));
  await replica.change(async () => {
    for (const row of accepted) {
      if (!lost.includes(row)) {
        await replica.database.outgoing.delete(row.key);
        continue;
      }
      const doc = rows.find(({ key }) => key === row.document)?.doc;
      const version = doc ? readVersion(doc) : null;
      await takeLost(replica, row, version ?? noVersion, now());
    }
  });
}
