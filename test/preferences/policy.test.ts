import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkPolicy, isPermitted, noPolicy, withLocked } from '../../lib/preferences/policy.ts';
import { defaultPreferences, preferenceKeys } from '../../lib/preferences/preferences.ts';

const schema = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../public/managed-schema.json'), 'utf8'),
);

test('without a policy nothing is set', () => {
  expect(checkPolicy({})).toEqual({ policy: noPolicy, broken: [] });
});

test('what is set holds', () => {
  const set = {
    organisation: 'Northgate Health',
    portals: ['https://claims.northgate.example/*'],
    forbidden: ['*://*.mail.example/*'],
    onlyPortals: true,
    preferences: { theme: 'dark', forgetAfter: 15 },
    teamServer: 'https://team.northgate.example/db',
  };
  const { policy, broken } = checkPolicy(set);
  expect(broken).toEqual([]);
  expect(policy).toEqual(set);
  expect(withLocked({ ...defaultPreferences, theme: 'light', textSize: 130 }, policy)).toEqual({
    ...defaultPreferences,
    theme: 'dark',
    forgetAfter: 15,
    textSize: 130,
  });
});

test('what is broken is named by its place, and the rest holds', () => {
  const { policy, broken } = checkPolicy({
    organisation: 7,
    portals: ['https://claims.example/*', 'claims.example', 4],
    preferences: { theme: 'pink', palette: 'grey', colour: 'red' },
    teamServer: 'http://team.example',
  });
  expect(broken.sort()).toEqual(
    [
      'organisation',
      'portals.1',
      'portals.2',
      'preferences.colour',
      'preferences.theme',
      'teamServer',
    ].sort(),
  );
  expect(policy.portals).toEqual(['https://claims.example/*']);
  expect(policy.preferences).toEqual({ palette: 'grey' });
  expect(policy.teamServer).toBe('');
});

test('a list of forbidden sites that cannot be read leaves only the listed portals', () => {
  const { policy } = checkPolicy({ portals: ['https://claims.example/*'], forbidden: 'all' });
  expect(isPermitted('https://claims.example/a', policy)).toBe(true);
  expect(isPermitted('https://elsewhere.example/', policy)).toBe(false);
});

describe('sites', () => {
  const { policy } = checkPolicy({ forbidden: ['https://mail.example/*', '*://*.bank.example/*'] });
  test.each([
    ['https://mail.example/inbox', false],
    ['http://mail.example/inbox', true],
    ['https://notmail.example/', true],
    ['https://bank.example/', false],
    ['http://my.bank.example:8443/x', false],
    ['https://mybank.example/', true],
    ['not an address', true],
  ])('%s', (address, permitted) => expect(isPermitted(address, policy)).toBe(permitted));
});

test('the schema for administrators names what is read, and every preference', () => {
  expect(Object.keys(schema.properties).sort()).toEqual(Object.keys(noPolicy).sort());
  expect(Object.keys(schema.properties.preferences.properties).sort()).toEqual(
    [...preferenceKeys].sort(),
  );
  // Chromium refuses a schema whose top level says anything of other properties.
  expect(Object.keys(schema)).toEqual(['type', 'properties']);
});
