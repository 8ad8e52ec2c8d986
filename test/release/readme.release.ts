import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../setup/processes.mjs';
import { LOCAL_BUILD, manifestOf, STORE_BUILDS } from './builds.ts';

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');

/** The rows below the head of the table of permissions. */
const table = readme.match(/^\| permission .*\n\|[- |]+\n((?:\|.*\n)+)/m)?.[1] ?? '';
const explained = [...table.matchAll(/^\| `(\w+)`([^|]*)\| +(\S[^|]*?) *\|$/gm)].map(
  ([, name = '', where = '', why = '']) => ({ name, where, why }),
);

test.each([...STORE_BUILDS, LOCAL_BUILD])('README explains each permission of %s', (build) => {
  const wanted = explained
    .filter(({ where }) => !where.includes('Chrome') || build !== 'firefox-mv3')
    .map(({ name }) => name);
  expect(wanted.sort()).toEqual([...manifestOf(build).permissions].sort());
});

test('each explanation says something', () => {
  for (const { name, why } of explained) expect(why.length, name).toBeGreaterThan(4);
});
