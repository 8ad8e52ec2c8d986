import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**'],
    setupFiles: ['./test/setup/vitest.ts'],
    // Tests that bound time measure it themselves, by ratios; a busy machine is no failure.
    testTimeout: 30_000,
  },
});
