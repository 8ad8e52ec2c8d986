import { expect, test } from 'vitest';
import { readTeamAddress } from '../../../lib/library/sync/team-address.ts';

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

test.each(['http://localhost:5984/a', 'http://127.0.0.1:5984/a', 'http://[::1]:5984/a'])(
  'plain http is for this machine: %s',
  (text) => expect(readTeamAddress(text)).toHaveProperty('address'),
);

test.each([
  ['library', 'not-an-address'],
  ['', 'not-an-address'],
  ['http://couch.example/library', 'not-https'],
  ['http://localhost.example/library', 'not-https'],
  ['http://127.0.0.1.example/library', 'not-https'],
  ['ftp://couch.example/library', 'not-https'],
  ['javascript:alert(1)', 'not-https'],
  ['https://user:word@couch.example/library', 'has-password'],
  ['https://couch.example/', 'no-database'],
  ['https://couch.example/_users', 'no-database'],
  ['https://couch.example/Library', 'no-database'],
])('%s is refused: %s', (text, fault) => expect(readTeamAddress(text)).toEqual({ fault }));
