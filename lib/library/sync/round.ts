import type { LibraryDatabase, TeamCheckpoint } from '../database.ts';
import type { Exchange } from './arriving.ts';
import type { CouchClient } from './couch-client.ts';
import { checkpointOf, lookForMissing, pull } from './pull.ts';
import { push, settleAccepted } from './push.ts';
import { Replica } from './replica.ts';
import { libraryDocument, libraryRecord } from './shared-document.ts';
import { TeamError } from './team-error.ts';

/** A server restored from a backup may say nothing of it, so all is read anew now and then. */
const checkEvery = 7 * 24 * 3_600_000;

export interface RoundOptions {
  database: LibraryDatabase;
  library: string;
  client: CouchClient;
  /** ISO date and time. */
  now?: () => string;
}

/**
 * One round: reads what is new, sends what waits, and reads what that brought. May be stopped
 * anywhere and run again. Only one may run at a time for a library.
 *
 * Throws `TeamError`, or the reason of the client's signal; what was reached until then is kept.
 */
export async function runRound(options: RoundOptions): Promise<void> {
  const { client, now = () => new Date().toISOString() } = options;
  const replica = new Replica(options.database, options.library);
  const exchange: Exchange = { client, replica, now };
  const team = await replica.team();
  if (team === undefined) return;
  await lookAtLibrary(exchange);
  await pull(exchange);
  if ((await checkpointOf(exchange)).checking) await lookForMissing(exchange);
  await push(exchange, team.user);
  await pull(exchange);
  await settleAccepted(exchange);
}

/**
 * Whether the database is the one that was read before, and not behind where it was. If not, it is
 * read from the start; nothing here is thrown away.
 */
async function lookAtLibrary({ client, replica, now }: Exchange): Promise<void> {
  const { update_seq, instance_start_time } = await client.info();
  const record = libraryRecord.safeParse(await client.document(libraryDocument));
  if (!record.success) throw new TeamError('no-library', 'the database holds no library');
  const { identity } = record.data;
  const { checkpoint = null } = (await replica.team()) ?? {};
  const instance = instance_start_time;
  if (checkpoint === null) {
    const first = { since: null, instance, identity, checking: true, checked: null };
    await replica.note({ checkpoint: first });
    return;
  }
  const isSame = checkpoint.identity === identity && checkpoint.instance === instance;
  if (isSame && !isBehind(update_seq, checkpoint.since) && !isDue(checkpoint, now())) return;
  await replica.note({
    checkpoint: { ...checkpoint, since: null, instance, identity, checking: true, checked: now() },
  });
}

/** The number before the dash only counts up, unless a backup was brought back. */
function isBehind(current: string, since: string | null): boolean {
  if (since === null) return false;
  return Number.parseInt(current, 10) < Number.parseInt(since, 10);
}

function isDue({ checked, checking }: TeamCheckpoint, now: string): boolean {
  if (checked === null || checking) return false;
  const passed = Date.parse(now) - Date.parse(checked);
  // a clock that was set back counts as due
  return passed < 0 || passed > checkEvery;
}
