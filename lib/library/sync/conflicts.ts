import { type ConflictRow, type LibraryDatabase, openLibrary } from '../database.ts';
import { type IdentifierInField, identifiersIn } from '../shared-text.ts';
import { watchLibrary } from '../watch.ts';
import { Replica } from './replica.ts';
import { sameBody } from './shared-document.ts';

/** Two versions for a person to bring together; null for one that is deleted. */
export interface TeamConflict extends ConflictRow {
  /** The version here, or on the losing branch. */
  mine: unknown;
}

/** All open conflicts of a library, oldest first. */
export function openConflicts(database: LibraryDatabase, library: string): Promise<TeamConflict[]> {
  const { snippets, shared, conflicts } = database;
  return database.transaction('r', [snippets, shared, conflicts], async () => {
    const replica = new Replica(database, library);
    const rows = await replica.conflicts();
    rows.sort((a, b) => (a.found < b.found ? -1 : 1));
    const found: TeamConflict[] = [];
    for (const row of rows) {
      if (row.branch !== null) found.push({ ...row, mine: row.branch.body });
      else {
        const local = await replica.get(row.document);
        found.push({ ...row, mine: local === undefined || local.deleted ? null : local.body });
      }
    }
    return found;
  });
}

/** Calls back with the open conflicts now and after every change, until the signal ends it. */
export function watchConflicts(
  library: string,
  signal: AbortSignal,
  onChange: (conflicts: TeamConflict[]) => void,
  onError: (error: unknown) => void,
): void {
  watchLibrary(signal, (database) => openConflicts(database, library), { onChange, onError });
}

/**
 * Ends a conflict with what a person chose: a body, or null to delete. It is sent as a change of
 * the server's version; both versions stay as they are until then.
 *
 * @param seen the conflict as it was shown
 * @returns false when either side has changed since it was shown; nothing is done then
 */
export function resolveConflict(
  database: LibraryDatabase,
  seen: TeamConflict,
  chosen: unknown,
): Promise<boolean> {
  const { key, library, document } = seen;
  const replica = new Replica(database, library);
  return replica.change(async () => {
    const now = (await openConflicts(database, library)).find((one) => one.key === key);
    if (now === undefined || !isAsSeen(now, seen)) return false;
    await database.conflicts.delete(key);
    if (now.branch !== null) return endBranch(replica, now, now.branch.rev, chosen);
    const isDone = sameBody(chosen, now.theirs);
    if (chosen === null && (isDone || now.theirRev === null)) await replica.remove(document);
    else {
      await replica.put({
        document,
        body: chosen ?? now.theirs,
        rev: now.theirRev,
        base: now.theirs,
        dirty: !isDone,
        deleted: chosen === null,
      });
    }
    return true;
  });
}

/** What became of ending a conflict; nothing is stored but for `done`. */
export type ConflictEnd = 'done' | 'moved-on' | { identifiers: IdentifierInField[] };

/**
 * Ends a conflict in this browser's library, as `resolveConflict`. What neither side has said before
 * goes through the identifier guard.
 *
 * @param vouched names found before that the writer says are no person's
 */
export async function endConflict(
  seen: TeamConflict,
  chosen: unknown,
  vouched: ReadonlySet<string>,
): Promise<ConflictEnd> {
  const said = JSON.stringify([seen.mine, seen.theirs]);
  const identifiers = identifiersIn(chosen, vouched).filter(({ text }) => !said.includes(text));
  if (identifiers.length > 0) return { identifiers };
  return (await resolveConflict(await openLibrary(), seen, chosen)) ? 'done' : 'moved-on';
}

/** The branch ends with the next round; what was chosen is a change of the version that won. */
async function endBranch(
  replica: Replica,
  { key, library, document, theirs }: TeamConflict,
  rev: string,
  chosen: unknown,
): Promise<boolean> {
  await replica.database.outgoing.put({
    key,
    library,
    document,
    operation: crypto.randomUUID(),
    rev,
    body: null,
    endsBranch: true,
    state: 'sending',
    answer: null,
  });
  const local = await replica.get(document);
  if (local === undefined || sameBody(chosen, theirs)) return true;
  const body = chosen ?? local.body;
  await replica.put({ ...local, body, dirty: true, deleted: chosen === null });
  return true;
}

function isAsSeen(now: TeamConflict, seen: TeamConflict): boolean {
  return now.theirRev === seen.theirRev && sameBody(now.mine, seen.mine);
}
