import { expect, test } from 'vitest';
import { LOCAL_BUILD, manifestOf, scriptsOf } from './builds.ts';

/** Words that only a client of a team's server has. */
const SERVER_WORDS = ['_changes', '_bulk_docs', '_bulk_get', '_revs_diff', '_all_docs', '_session'];

const holding = (build: string) =>
  SERVER_WORDS.filter((word) =>
    [...scriptsOf(build).values()].some((text) => new RegExp(`["'\`/]${word}\\b`).test(text)),
  );

test('the build for a store has the client of a team’s server, the local one nothing of it', () => {
  expect(holding('chrome-mv3')).toContain('_changes');
  expect(holding(LOCAL_BUILD)).toEqual([]);
});

test('the local build asks for nothing that the other does not', () => {
  const { permissions, optional_host_permissions: sites } = manifestOf(LOCAL_BUILD);
  const store = manifestOf('chrome-mv3');
  expect(permissions).toEqual(store.permissions);
  expect(sites).toEqual(store.optional_host_permissions);
});
