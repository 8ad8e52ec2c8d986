import { expect, test } from 'vitest';
import { isInstalled } from './ensure-dependencies.mjs';

test('the packages in use are those of the lock file', () => {
  expect(isInstalled()).toBe(true);
});
