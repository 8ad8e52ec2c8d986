import { defineConfig } from 'vitest/config';
import { ROOT } from '../setup/processes.mjs';

// Apart from the unit tests: these look at what was built, zipped and will be given to the stores.
export default defineConfig({
  root: ROOT,
  test: {
    include: ['test/release/*.release.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
