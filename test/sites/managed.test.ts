import { expect, test } from 'vitest';
import { readPolicy } from '../../lib/portals/managed.ts';
import { noPolicy } from '../../lib/preferences/policy.ts';

test('a browser that has no managed storage, or rejects, has no policy', async () => {
  expect(await readPolicy(undefined)).toEqual({ policy: noPolicy, broken: [] });
  const rejects = { get: () => Promise.reject(new Error('Managed storage manifest not found')) };
  expect(await readPolicy(rejects)).toEqual({ policy: noPolicy, broken: [] });
});

test('what is installed is read and checked', async () => {
  const installed = {
    get: async () => ({ portals: ['https://claims.example/*'], forbidden: [3] }),
  };
  const { policy, broken } = await readPolicy(installed);
  expect(policy.portals).toEqual(['https://claims.example/*']);
  expect(broken).toEqual(['forbidden.0']);
});
