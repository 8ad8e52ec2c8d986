import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { CouchClient } from '../../lib/library/sync/couch-client.ts';
import { TeamError } from '../../lib/library/sync/team-error.ts';
import { rolesOf, validationId } from '../../lib/library/sync/validation-document.ts';
import { type Member, snippetOf, startTestServer, type TestServer, TestTeam } from './team.ts';

let server: TestServer;
let team: TestTeam;
let ann: Member;
let cat: Member;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  team = await TestTeam.make(server);
  [ann, cat] = [await team.member('ann'), await team.member('cat', 'reader')];
});
afterEach(() => team.end());

function document(more: object = {}) {
  const content = { kind: 'snippet', version: 1, body: snippetOf('a', 'text') };
  return { _id: 'snippet:a', ...content, updatedBy: ann.user, operation: 'one', ...more };
}

async function answerTo(client: CouchClient, written: object): Promise<string | undefined> {
  try {
    const [row] = await client.write([written]);
    return row?.ok ? 'taken' : row?.reason;
  } catch (error) {
    if (error instanceof TeamError) return error.message;
    throw error;
  }
}

test('what an editor writes well is taken', async () => {
  expect(await answerTo(ann.client, document())).toBe('taken');
});

test.each([
  ['a false author', { updatedBy: 'someone' }, 'name of who made it'],
  ['no author', { updatedBy: undefined }, 'name of who made it'],
  ['a field of its own', { caseText: 'Patient reports' }, 'no field caseText'],
  ['an unknown kind', { _id: 'case:a', kind: 'case' }, 'no kind'],
  ['the id of another kind', { _id: 'pack:a' }, 'of another kind'],
  ['the id of another body', { _id: 'snippet:b' }, 'another id'],
  ['an id that is no name', { _id: 'snippet:A b' }, 'not well formed'],
  ['no body', { body: 'text' }, 'no body'],
  ['a version that is none', { version: 0 }, 'whole number'],
  ['no text', { body: { ...snippetOf('a', 'text'), text: '' } }, 'text is missing'],
  ['no status', { body: { ...snippetOf('a', 'text'), status: 'final' } }, 'status'],
  ['too much', { body: { ...snippetOf('a', 'text'), x: 'x'.repeat(1_000_001) } }, 'too large'],
  ['no operation', { operation: '' }, 'no operation'],
  ['other rules', { _id: validationId, kind: undefined }, ''],
  ['another library', { _id: 'library', identity: 'x', name: 'x' }, 'Only an administrator'],
])('%s is refused', async (_name, more, reason) => {
  const said = await answerTo(ann.client, document(more));
  expect(said).not.toBe('taken');
  expect(said).toContain(reason);
});

test('a reader writes and removes nothing', async () => {
  await answerTo(ann.client, document());
  const mine = document({ _id: 'snippet:b', updatedBy: cat.user });
  expect(await answerTo(cat.client, mine)).toContain('not change it');
  const _rev = (await cat.client.document('snippet:a'))?._rev;
  const end = { _id: 'snippet:a', _rev, _deleted: true, updatedBy: cat.user, operation: 'two' };
  expect(await answerTo(cat.client, end)).toContain('not change it');
});

test('one who is no member reads nothing', async () => {
  const other = await TestTeam.make(server);
  const stranger = await other.member('eve');
  const client = team.as({ user: stranger.user, password: 'word' });
  await expect(client.changes(null, 1)).rejects.toMatchObject({ kind: 'refused' });
  await other.end();
});

test('set up again, nothing is lost and older rules are brought up to date', async () => {
  await answerTo(ann.client, document());
  const identity = (await ann.client.document('library'))?.identity;
  const rules = await team.admin.document(validationId);
  await team.admin.put({ ...rules, _id: validationId, validate_doc_update: 'function () {}' });
  await team.setUp();
  expect((await ann.client.document('library'))?.identity).toBe(identity);
  expect((await team.admin.document(validationId))?.validate_doc_update).toBe(
    rules?.validate_doc_update,
  );
  expect((await team.contents()).size).toBe(1);
});

test('the command sets up a library with its members, and says what is wrong', async () => {
  const run = (args: string[], env: Record<string, string>) =>
    promisify(execFile)(process.execPath, ['lib/cli/team-setup.ts', ...args], {
      env: { ...process.env, NODE_NO_WARNINGS: '1', ...env },
    });
  const url = `${team.address.url}x`;
  const user = `fay-${team.address.database}`;
  const { user: COUCHDB_USER, password: COUCHDB_PASSWORD } = server.admin;
  const rights = { COUCHDB_USER, COUCHDB_PASSWORD };
  const { stdout } = await run([url, '--name', 'Appeals', '--editor', user], rights);
  expect(stdout).toContain('named "Appeals"');
  const role = rolesOf(`${team.address.database}x`).editor;
  const password = stdout.split(`${user} (${role}): `)[1]?.trim() ?? '';
  expect(await team.as({ user, password }).session()).toMatchObject({ name: user, roles: [role] });
  const again = await run([url, '--editor', user], rights);
  expect(again.stdout).toMatch(/brought up to date[\s\S]*has an account already/);
  // the account of another team gets this role as well, and keeps its password
  await run([team.address.url, '--reader', user], rights);
  expect(await team.as({ user, password }).session()).toMatchObject({
    roles: [role, rolesOf(team.address.database).reader],
  });
  await expect(run(['http://couch.example/x'], rights)).rejects.toMatchObject({
    code: 2,
    stderr: 'http://couch.example/x: not-https\n',
  });
  await expect(run([url], { COUCHDB_USER: '' })).rejects.toMatchObject({ code: 2 });
});
