import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { CouchClient, type CouchOptions } from '../../../lib/library/sync/couch-client.ts';
import { readTeamAddress, type TeamAddress } from '../../../lib/library/sync/team-address.ts';
import { TeamError } from '../../../lib/library/sync/team-error.ts';

const servers: Server[] = [];
const password = { user: 'ed', password: 'pässwort' };

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A client of a server that answers as told. */
async function clientOf(answer: RequestListener, options: Partial<CouchOptions> = {}) {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return new CouchClient({ address: at(port), credentials: password, ...options });
}

function at(port: number): TeamAddress {
  const read = readTeamAddress(`http://127.0.0.1:${port}/library`);
  if ('fault' in read) throw new Error(read.fault);
  return read.address;
}

const says =
  (status: number, body: unknown, headers: Record<string, string> = {}): RequestListener =>
  (_request, response) => {
    response.writeHead(status, headers);
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };

async function failure(asked: Promise<unknown>): Promise<TeamError> {
  const error = await asked.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof TeamError) return error;
  throw new Error(`expected a TeamError, got ${error}`);
}

test('signs in with the password alone, in any writing, and never by a cookie', async () => {
  const seen: unknown[] = [];
  const client = await clientOf((request, response) => {
    seen.push(request.headers.authorization, request.headers.cookie);
    says(
      200,
      { userCtx: { name: 'ed', roles: ['r'] } },
      { 'set-cookie': 'AuthSession=x' },
    )(request, response);
  });
  expect(await client.session()).toEqual({ name: 'ed', roles: ['r'] });
  await client.session();
  const basic = `Basic ${Buffer.from('ed:pässwort').toString('base64')}`;
  expect(seen).toEqual([basic, undefined, basic, undefined]);
});

test.each([
  [401, { error: 'unauthorized' }, {}, 'signed-out', null],
  [400, { error: 'bad_request', reason: 'Malformed AuthSession cookie.' }, {}, 'signed-out', null],
  [403, { reason: 'You are not allowed to access this db.' }, {}, 'refused', null],
  [403, { reason: 'Account is temporarily locked due to failures' }, {}, 'busy', 300],
  [403, '<html>proxy', {}, 'offline', null],
  [404, { error: 'not_found' }, {}, 'gone', null],
  [413, '<html>too large', {}, 'too-large', null],
  [429, '', { 'retry-after': '7' }, 'busy', 7],
  [503, '<html>', { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' }, 'busy', null],
  [500, { error: 'internal' }, {}, 'busy', null],
  [502, '<html>bad gateway', {}, 'offline', null],
  [302, '', { location: 'https://login.example/' }, 'offline', null],
  [200, '<html>sign in to the hotel', {}, 'offline', null],
  [200, { surprise: true }, {}, 'broken', null],
  [418, { error: 'teapot' }, {}, 'broken', null],
])('%s %j means %s', async (status, body, headers, kind, retryAfter) => {
  const client = await clientOf(says(status, body, headers as Record<string, string>));
  expect(await failure(client.info())).toMatchObject({ kind, retryAfter });
});

test('a redirect is not followed, and no password goes there', async () => {
  let visits = 0;
  const elsewhere = await clientOf((request, response) => {
    visits += 1;
    says(200, {})(request, response);
  });
  const client = await clientOf(says(307, '', { location: elsewhere.address.url }));
  expect(await failure(client.write([]))).toMatchObject({ kind: 'offline' });
  expect(visits).toBe(0);
});

test('nothing is asked of another origin', async () => {
  const client = await clientOf(says(200, {}));
  const elsewhere = client.request('https://couch.example/library', { answer: null as never });
  expect(await failure(elsewhere)).toMatchObject({ kind: 'broken' });
});

test('a server that is not there, says nothing, or stops amid an answer is offline', async () => {
  const gone = new CouchClient({ address: at(1), credentials: null });
  expect(await failure(gone.info())).toMatchObject({ kind: 'offline' });
  const silent = await clientOf(() => undefined, { timeout: 50 });
  expect(await failure(silent.info())).toMatchObject({ message: 'no answer in time' });
  const cut = await clientOf((_request, response) => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('{"update_seq":');
    setImmediate(() => response.destroy());
  });
  expect(await failure(cut.info())).toMatchObject({ kind: 'offline' });
});

test('an endless answer is left at its bound', async () => {
  const client = await clientOf(
    (_request, response) => {
      const more = () => response.write('x'.repeat(10_000), () => !response.destroyed && more());
      more();
    },
    { longestAnswer: 100_000 },
  );
  expect(await failure(client.info())).toMatchObject({ kind: 'too-large' });
});

test('ending it ends the request with the given reason', async () => {
  const ended = new AbortController();
  const client = await clientOf(() => ended.abort(new Error('enough')), { signal: ended.signal });
  await expect(client.info()).rejects.toThrow('enough');
});

test('202 says of every row that it is not safe yet', async () => {
  const client = await clientOf(says(202, [{ ok: true, id: 'a', rev: '1-x' }]));
  expect(await client.write([{ _id: 'a' }])).toEqual([
    { ok: true, id: 'a', rev: '1-x', accepted: true },
  ]);
});
