import { expect, test } from 'vitest';
import { patternOf } from '../../lib/portals/allowed-sites.ts';

test.each([
  ['https://claims.northgate.example/cases/7?x=1', 'https://claims.northgate.example/*'],
  [' claims.northgate.example ', 'https://claims.northgate.example/*'],
  ['http://127.0.0.1:4173/', 'http://127.0.0.1/*'],
])('%s is asked for as %s', (typed, pattern) => {
  expect(patternOf(typed)).toBe(pattern);
});

test.each([
  '',
  'https://',
  '*',
  'https://*/*',
  'https://*.example/',
  'file:///etc',
  'about:blank',
  'two words',
])('%j is no site', (typed) => {
  expect(patternOf(typed)).toBeUndefined();
});
