import type { ConflictRow, OutgoingRow } from '../database.ts';
import type { LocalObject, Replica } from './replica.ts';
import { generationOf, type SharedVersion, sameBody } from './shared-document.ts';

/** A document as the server has it now. */
export interface Incoming {
  document: string;
  version: SharedVersion;
  /** Versions that lost against it and still live. */
  branches: SharedVersion[];
  /** Just asked for, so an older revision than was known is no stale answer. */
  isCertain: boolean;
  /** Operations of its earlier versions, where they were asked for. */
  contains: ReadonlySet<string>;
}

/**
 * Takes what the server has into the replica, within a step of it. What was not changed here
 * follows; what was is kept, and where the two do not say the same a conflict is noted. Taking the
 * same twice changes nothing.
 *
 * @param now ISO date and time, for the note of a conflict only
 * @returns whether the document has to be asked for again, since it came older than it is known
 */
export async function takeIncoming(
  replica: Replica,
  incoming: Incoming,
  now: string,
): Promise<'taken' | 'older'> {
  const { document, version } = incoming;
  const sent = await replica.outgoingOf(document);
  if (sent !== undefined) await meetSent(replica, sent, incoming);
  const local = await replica.get(document);
  const open = await replica.conflictOf(document);
  if (!incoming.isCertain) {
    const known = [local?.rev, open?.theirRev];
    if (known.some((rev) => isOlder(version, rev))) return 'older';
  }
  if (local === undefined) {
    if (version.body !== null) await replica.put(follow(document, version));
  } else await takeOver(replica, local, open, incoming, now);
  await noteBranches(replica, incoming, now);
  return 'taken';
}

/**
 * Takes a page of documents in, within a step of the replica. What nothing was done with here, as
 * with almost all of a page, needs no second look and is written at once.
 *
 * @returns documents to be asked for again
 */
export async function takePage(
  replica: Replica,
  page: readonly Incoming[],
  now: string,
): Promise<string[]> {
  const busy = await replica.busy();
  const local = await replica.getAll(page.map(({ document }) => document));
  const [plain, others]: [Incoming[], Incoming[]] = [[], []];
  const named = new Set<string>();
  for (const incoming of page) {
    const { document, version, branches } = incoming;
    const here = local.get(document);
    // One that is named twice is looked at after its first version was taken.
    const isPlain = !busy.has(document) && !named.has(document) && branches.length === 0;
    const follows = version.body !== null && !here?.dirty && !isOlder(version, here?.rev);
    if (!isPlain || !follows) others.push(incoming);
    else if (here?.rev !== version.rev) plain.push(incoming);
    named.add(document);
  }
  await replica.putAll(plain.map(({ document, version }) => follow(document, version)));
  const older: string[] = [];
  for (const incoming of others) {
    if ((await takeIncoming(replica, incoming, now)) === 'older') older.push(incoming.document);
  }
  return older;
}

/** An own write that the server has is done; one that it refused to take must not be sent again. */
async function meetSent(replica: Replica, sent: OutgoingRow, incoming: Incoming): Promise<void> {
  const { version, branches, contains } = incoming;
  if (sent.operation === version.operation) return confirm(replica, sent, version.rev);
  const branch = branches.find(({ operation }) => operation === sent.operation);
  if (branch !== undefined) return confirm(replica, sent, branch.rev);
  if (contains.has(sent.operation)) return confirm(replica, sent, sent.rev);
  const isPassed = generationOf(version.rev) > (sent.rev === null ? 0 : generationOf(sent.rev));
  if (sent.state === 'sending' && incoming.isCertain && isPassed) {
    await replica.database.outgoing.delete(sent.key);
  }
}

/** The server has a change: what was edited since is a change on it, and the rest is clean. */
export function confirm(replica: Replica, sent: OutgoingRow, rev: string | null): Promise<void> {
  return confirmAll(replica, [{ sent, rev }]);
}

/** The server has changes of different documents. */
export async function confirmAll(
  replica: Replica,
  answered: readonly { sent: OutgoingRow; rev: string | null }[],
): Promise<void> {
  await replica.database.outgoing.bulkDelete(answered.map(({ sent }) => sent.key));
  const changed = answered.filter(({ sent }) => !sent.endsBranch);
  const here = await replica.getAll(changed.map(({ sent }) => sent.document));
  const after: LocalObject[] = [];
  for (const { sent, rev } of changed) {
    const { document, body } = sent;
    const local = here.get(document);
    if (body === null) {
      if (local?.deleted) await replica.remove(document);
      else if (local?.dirty) after.push({ ...local, rev, base: null });
    } else if (local === undefined) {
      // made and removed here before the server answered
      after.push({ document, body, rev, base: body, dirty: true, deleted: true });
    } else {
      const isSame = !local.deleted && sameBody(local.body, body);
      after.push({ ...local, rev, base: body, dirty: !isSame });
    }
  }
  await replica.putAll(after);
}

async function takeOver(
  replica: Replica,
  local: LocalObject,
  open: ConflictRow | undefined,
  { document, version }: Incoming,
  now: string,
): Promise<void> {
  const mine = local.deleted ? null : local.body;
  if (local.rev === version.rev) {
    // the server has again what it had missed
    if (open !== undefined) await replica.database.conflicts.delete(open.key);
    if (!local.dirty) return;
    await replica.put({ ...local, base: version.body, dirty: !sameBody(mine, version.body) });
  } else if (sameBody(mine, version.body)) {
    await replica.database.conflicts.delete(replica.key(document));
    await dropUnsent(replica, document);
    if (version.body === null) await replica.remove(document);
    else await replica.put(follow(document, version));
  } else if (open !== undefined) {
    await noteConflict(replica, document, whyOf(mine, version.body), version, open.base, now);
  } else if (isOlder(version, local.rev)) {
    await replica.put({ ...local, dirty: true });
    await noteConflict(replica, document, 'set-back', version, null, now);
  } else if (!local.dirty) {
    if (version.body === null) await replica.remove(document);
    else await replica.put(follow(document, version));
  } else if (local.base !== null && sameBody(local.base, version.body)) {
    await dropUnsent(replica, document);
    await replica.put({ ...local, rev: version.rev });
  } else {
    await noteConflict(replica, document, whyOf(mine, version.body), version, local.base, now);
  }
}

function whyOf(mine: unknown, theirs: unknown): ConflictRow['why'] {
  if (mine === null) return 'deleted-here';
  return theirs === null ? 'deleted-there' : 'both-changed';
}

export async function noteConflict(
  replica: Replica,
  document: string,
  why: ConflictRow['why'],
  { rev, body, author }: SharedVersion,
  base: unknown,
  now: string,
): Promise<void> {
  const key = replica.key(document);
  const { library } = replica;
  await dropUnsent(replica, document);
  const theirs = { theirs: body, theirRev: rev === '' ? null : rev, theirAuthor: author };
  const row = { key, library, document, why, branch: null, ...theirs, base, found: now };
  await replica.database.conflicts.put(row);
}

/** The server lost what it had taken: the own version stands beside the one it has now. */
export async function takeLost(
  replica: Replica,
  sent: OutgoingRow,
  version: SharedVersion,
  now: string,
): Promise<void> {
  const { document } = sent;
  await replica.database.outgoing.delete(sent.key);
  const local = await replica.get(document);
  const edited = local?.dirty ? local : null;
  const mine = edited === null ? sent.body : edited.deleted ? null : edited.body;
  if (sameBody(mine, version.body)) return;
  const rev = version === noVersion ? null : version.rev;
  const object = { document, body: mine ?? sent.body, rev, base: null };
  await replica.put({ ...object, dirty: true, deleted: mine === null });
  await noteConflict(replica, document, whyOf(mine, version.body), version, null, now);
}

/** What the server has of a document that it does not have. */
export const noVersion: SharedVersion = { rev: '', body: null, author: null, operation: null };

/** Notes that the server, asked by name, has no such document and never heard of it. */
export async function takeMissing(replica: Replica, document: string, now: string): Promise<void> {
  const local = await replica.get(document);
  const open = await replica.conflictOf(document);
  if (local === undefined || local.rev === null || open?.why === 'missing') return;
  if (local.deleted) {
    await dropUnsent(replica, document);
    await replica.database.conflicts.delete(replica.key(document));
    await replica.remove(document);
    return;
  }
  await replica.put({ ...local, dirty: true });
  await noteConflict(replica, document, 'missing', noVersion, null, now);
}

/** A branch is there until someone ends it; each is shown beside the version that won. */
async function noteBranches(replica: Replica, incoming: Incoming, now: string): Promise<void> {
  const { document, version, branches } = incoming;
  const { library } = replica;
  const { conflicts, outgoing } = replica.database;
  const prefix = replica.key(document, '');
  const known = await conflicts.where('key').startsWith(prefix).toArray();
  for (const { key } of known) {
    if (!branches.some(({ rev }) => key === prefix + rev)) await conflicts.delete(key);
  }
  for (const { rev, body, author } of branches) {
    const key = prefix + rev;
    if ((await outgoing.get(key)) !== undefined) continue;
    await conflicts.put({
      key,
      library,
      document,
      why: 'branch',
      branch: { rev, body, author },
      theirs: version.body,
      theirRev: version.rev,
      theirAuthor: version.author,
      base: null,
      found: known.find((one) => one.key === key)?.found ?? now,
    });
  }
}

async function dropUnsent(replica: Replica, document: string): Promise<void> {
  const { outgoing } = replica.database;
  const key = replica.key(document);
  // one that was accepted is still watched until the cluster is known to have it
  if ((await outgoing.get(key))?.state !== 'accepted') await outgoing.delete(key);
}

function isOlder(version: SharedVersion, rev: string | null | undefined): boolean {
  return rev != null && generationOf(version.rev) < generationOf(rev);
}

function follow(document: string, { rev, body }: SharedVersion): LocalObject {
  return { document, body, rev, base: body, dirty: false, deleted: false };
}
