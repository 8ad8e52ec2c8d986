import { expect, test } from 'vitest';
import {
  isOnServer,
  readServerAndTeam,
  readTeamAddress,
} from '../../../lib/library/sync/team-address.ts';

test('an address is read with its server and database', () => {
  expect(readTeamAddress(' https://couch.example:6984/team_library/ ')).toEqual({
    address: {
      url: 'https://couch.example:6984/team_library',
      server: 'https://couch.example:6984',
      origin: 'https://couch.example:6984',
      database: 'team_library',
    },
  });
  expect(readTeamAddress('https://intranet.example/couch/library?x=1#y')).toEqual({
    address: {
      url: 'https://intranet.example/couch/library',
      server: 'https://intranet.example/couch',
      origin: 'https://intranet.example',
      database: 'library',
    },
  });
});

test.each(['http://localhost:5984/a', 'http://127.0.0.1:5984/a'])(
  'plain http is for this machine: %s',
  (text) => expect(readTeamAddress(text)).toHaveProperty('address'),
);

test.each([
  ['library', 'not-an-address'],
  ['', 'not-an-address'],
  ['http://couch.example/library', 'not-https'],
  ['http://localhost.example/library', 'not-https'],
  ['http://127.0.0.1.example/library', 'not-https'],
  ['http://[::1]:5984/library', 'not-https'],
  ['ftp://couch.example/library', 'not-https'],
  ['javascript:alert(1)', 'not-https'],
  ['https://user:word@couch.example/library', 'has-password'],
  ['https://couch.example/', 'no-database'],
  ['https://couch.example/_users', 'no-database'],
  ['https://couch.example/Library', 'no-database'],
])('%s is refused: %s', (text, fault) => expect(readTeamAddress(text)).toEqual({ fault }));

test('server and team are typed apart or together', () => {
  for (const [server, team] of [
    ['https://couch.example/db/', ' library '],
    ['https://couch.example/db/library', ''],
  ] as const) {
    expect(readServerAndTeam(server, team)).toMatchObject({
      address: { url: 'https://couch.example/db/library' },
    });
  }
  expect(readServerAndTeam('https://couch.example', '')).toEqual({ fault: 'no-database' });
});

test.each([
  ['https://couch.example', true],
  ['https://couch.example/db/', true],
  ['https://couch.example/db/library', true],
  ['https://couch.example/db/lib', false],
  ['https://couch.example:6984', false],
  ['https://couch.example.org', false],
  ['', false],
])('whether it is on the server an organisation has set: %s', (server, expected) => {
  const read = readTeamAddress('https://couch.example/db/library');
  expect('address' in read && isOnServer(read.address, server)).toBe(expected);
});
