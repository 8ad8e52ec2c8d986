import { defineConfig } from 'vitest/config';
import { ROOT } from '../setup/processes.mjs';

// Apart from the unit tests: these need a build and a browser, and take turns.
export default defineConfig({
  root: ROOT,
  test: {
    include: ['test/firefox/*.firefox.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
