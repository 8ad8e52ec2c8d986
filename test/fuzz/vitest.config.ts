import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** `npm run fuzz`: the same tests for longer, one after the other. */
export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    include: ['test/fuzz/*.test.ts'],
    setupFiles: ['./test/setup/vitest.ts'],
    env: { FUZZ: '1' },
    fileParallelism: false,
  },
});
