import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { CouchClient } from '../../../lib/library/sync/couch-client.ts';
import { readTeamAddress } from '../../../lib/library/sync/team-address.ts';
import { addMember, setUpTeam } from '../../../lib/library/sync/team-setup.ts';
import { rolesOf } from '../../../lib/library/sync/validation-document.ts';
import { startFaultProxy } from './fault-proxy.ts';
import { makeAdministrator, PouchServer } from './team-server.ts';

// npm run team-server [-- PORT]: a team library to try things on, kept in .output/team-server.
// Not for a team's own data: use CouchDB.
const port = Number(process.argv[2] ?? 5984);
const folder = join(process.cwd(), '.output/team-server');
const admin = { user: 'admin', password: 'admin' };

mkdirSync(folder, { recursive: true });
const server = new PouchServer(join(folder, 'data'));
const upstream = await server.start();
const births = join(folder, 'births.json');
const proxy = await startFaultProxy({ upstream, isPouch: true, port, birthsFile: births });
await makeAdministrator(proxy.url, admin);
const read = readTeamAddress(`${proxy.url}/library`);
if ('fault' in read) throw new Error(read.fault);
const client = new CouchClient({ address: read.address, credentials: admin });
await setUpTeam(client, 'Team library');
const roles = rolesOf('library');
for (const [name, role] of [
  ['editor', roles.editor],
  ['reader', roles.reader],
] as const) {
  await addMember(client, name, role, name);
}
process.stdout.write(`Address: ${read.address.url}\n`);
process.stdout.write('Name and password: editor, reader or admin, each its own. Ctrl-C ends it.\n');

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void Promise.all([server.kill(), proxy.stop()]).then(() => process.exit(0));
  });
}
