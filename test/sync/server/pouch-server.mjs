// A CouchDB-compatible server from npm with its data on disk, for development and tests; never for
// a team's own data: it checks less than CouchDB does. Prints its port when it listens.
//   pouch-server.mjs FOLDER [PORT]
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const express = require('express');
const [folder, port = '0'] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const PouchDB = require('pouchdb').defaults({ prefix: join(folder, '/') });
const app = express();
app.use(
  require('express-pouchdb')(PouchDB, {
    configPath: join(folder, 'config.json'),
    logPath: join(folder, 'log.txt'),
  }),
);
const server = app.listen(Number(port), '127.0.0.1', () => {
  process.stdout.write(`${server.address().port}\n`);
});
