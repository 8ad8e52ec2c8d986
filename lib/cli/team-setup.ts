import { parseArgs } from 'node:util';
import { CouchClient } from '../library/sync/couch-client.ts';
import { readTeamAddress } from '../library/sync/team-address.ts';
import { setUpWithMembers } from '../library/sync/team-setup.ts';

/**
 * Makes a team library on a CouchDB and, if asked, accounts for its members.
 *   team-setup URL [--name TEXT] [--editor NAME]... [--reader NAME]...
 * Name and password of the server's administrator are read from COUCHDB_USER and COUCHDB_PASSWORD.
 * Passwords made for members are printed once. Exit status 0 when done, 2 on an error.
 */
const usage = 'team-setup URL [--name TEXT] [--editor NAME]... [--reader NAME]...';

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      name: { type: 'string' },
      editor: { type: 'string', multiple: true, default: [] },
      reader: { type: 'string', multiple: true, default: [] },
    },
  });
  const { COUCHDB_USER: user, COUCHDB_PASSWORD: password } = process.env;
  const [url] = positionals;
  if (url === undefined || positionals.length > 1) throw new Error(`Usage: ${usage}`);
  const read = readTeamAddress(url);
  if ('fault' in read) throw new Error(`${url}: ${read.fault}`);
  if (!user || !password) throw new Error('COUCHDB_USER and COUCHDB_PASSWORD are not set.');

  const { address } = read;
  const client = new CouchClient({ address, credentials: { user, password } });
  const name = values.name ?? address.database;
  const order = { name, editors: values.editor, readers: values.reader };
  const made = await setUpWithMembers(client, order);
  print(`${address.url}: ${made.isNew ? 'made' : 'brought up to date'}, named "${made.name}".`);
  for (const member of made.members) {
    const { name: who, role, password: secret } = member;
    print(
      secret === null
        ? `${who}: has an account already; it has the role ${role} now.`
        : `${who} (${role}): ${secret}`,
    );
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});
