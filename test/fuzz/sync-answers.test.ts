import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LibraryDatabase } from '../../lib/library/database.ts';
import { openConflicts } from '../../lib/library/sync/conflicts.ts';
import { CouchClient } from '../../lib/library/sync/couch-client.ts';
import { runRound } from '../../lib/library/sync/round.ts';
import { readTeamAddress } from '../../lib/library/sync/team-address.ts';
import { TeamError } from '../../lib/library/sync/team-error.ts';
import type { Snippet } from '../../lib/snippets/snippet.ts';
import { sample } from '../snippets/sample.ts';
import { fuzz } from './fuzz.ts';
import { anyText, type Change, changed, changes } from './inputs.ts';

const read = readTeamAddress('https://couch.example/team');
if ('fault' in read) throw new Error(read.fault);
const { address } = read;

/** What a server answers that has one snippet and takes what it is sent. */
function rightAnswer(url: URL, body: { docs?: { _id: string }[]; keys?: string[] }): unknown {
  const path = url.pathname;
  const doc = {
    ...{ _id: 'snippet:theirs', _rev: '1-a', kind: 'snippet', version: 1, body: sample('theirs') },
    ...{ updatedBy: 'ben', operation: 'one' },
  };
  if (path.endsWith('/_changes')) {
    const results = [{ id: doc._id, seq: '1-x', changes: [{ rev: doc._rev }], doc }];
    return { results, last_seq: '1-x', pending: 0 };
  }
  if (path.endsWith('/_bulk_docs')) {
    return (body.docs ?? []).map(({ _id }) => ({ id: _id, ok: true, rev: '1-b' }));
  }
  if (path.endsWith('/_all_docs')) {
    const keys = body.keys ?? (url.searchParams.has('startkey') ? [] : [doc._id]);
    const rows = keys.map((key) =>
      key === doc._id
        ? { key, id: key, value: { rev: doc._rev }, doc }
        : { key, error: 'not_found' },
    );
    return { rows };
  }
  if (path.endsWith('/_revs_diff')) return {};
  if (path.endsWith('/library'))
    return { _id: 'library', _rev: '1-l', identity: 'i', name: 'Team' };
  if (path.endsWith('/team')) return { update_seq: '1-x', instance_start_time: '0' };
  return doc;
}

interface Wrong {
  status: number;
  list: Change[];
  text: string | null;
}

/** A client whose nth answer is wrong in the nth way. */
function clientOf(wrong: readonly (Wrong | null)[]): CouchClient {
  let asked = 0;
  const send = async (url: string, { body }: { body?: string | null } = {}) => {
    const right = rightAnswer(new URL(url), body ? JSON.parse(body) : {});
    const way = wrong[asked++];
    if (!way) return new Response(JSON.stringify(right));
    const text = way.text ?? JSON.stringify(changed(right, way.list)) ?? '';
    return new Response(text, { status: way.status });
  };
  const credentials = { user: 'ann', password: 'word' };
  return new CouchClient({ address, credentials, fetch: send as typeof fetch });
}

const way = fc.record<Wrong>({
  status: fc.constantFrom(
    200,
    200,
    200,
    200,
    201,
    202,
    400,
    401,
    403,
    404,
    409,
    413,
    429,
    500,
    503,
  ),
  list: changes,
  text: fc.option(
    fc.oneof(
      anyText,
      fc.constantFrom('', 'null', '[]', '{}', '"', '<!doctype html><title>Sign in</title>', '0'),
      fc.constant(`${'['.repeat(20_000)}${']'.repeat(20_000)}`),
    ),
    { nil: null, freq: 4 },
  ),
});

fuzz<(Wrong | null)[]>({
  name: 'sync-answers',
  inputs: fc.array(fc.option(way, { nil: null, freq: 2 }), { maxLength: 8 }),
  runs: 25,
  async holds(wrong) {
    const database = new LibraryDatabase('fuzzed');
    const mine = { ...sample('mine'), text: 'Only here as yet.' };
    const rows = { library: 'team', rev: null, base: null, deleted: 0, from: null } as const;
    await database.snippets.put({ ...rows, key: 'team/mine', id: 'mine', snippet: mine, dirty: 1 });
    await database.teams.put({
      ...{ library: 'team', address: address.url, user: 'ann', canEdit: true, secret: null },
      ...{ checkpoint: null, syncedAt: null, problem: null, retryAt: null, failures: 0 },
    });
    const library = 'team';
    const isThere = async () => {
      const kept = await database.snippets.get('team/mine');
      const open = await openConflicts(database, library);
      return [kept?.snippet, ...open.map((one) => one.mine)].some(
        (one) => (one as Snippet | null)?.text === mine.text,
      );
    };
    await runRound({ database, library, client: clientOf(wrong) }).catch((error: unknown) => {
      expect(error).toBeInstanceOf(TeamError);
    });
    expect(await isThere(), 'what was written here is still there').toBe(true);
    // A server that is right again is understood, whatever it said before.
    await runRound({ database, library, client: clientOf([]) });
    expect(await isThere()).toBe(true);
    await database.delete();
  },
});

test.each(['/_changes', '/_all_docs'])('a server without an end at %s is left', async (endless) => {
  const database = new LibraryDatabase('fuzzed');
  await database.teams.put({
    ...{ library: 'team', address: address.url, user: 'ann', canEdit: true, secret: null },
    ...{ checkpoint: null, syncedAt: null, problem: null, retryAt: null, failures: 0 },
  });
  const send = async (url: string) => {
    const target = new URL(url);
    if (target.pathname.endsWith(endless)) target.searchParams.delete('startkey');
    const right = rightAnswer(target, {}) as { pending?: number };
    if (endless === '/_changes' && right.pending === 0) right.pending = 1;
    return new Response(JSON.stringify(right));
  };
  const client = new CouchClient({ address, credentials: null, fetch: send as typeof fetch });
  const round = runRound({ database, library: 'team', client });
  await expect(round).rejects.toMatchObject({ kind: 'broken' });
  await database.delete();
});
