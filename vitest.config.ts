import { configDefaults, defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** Rooms that know no browser and keep no state: their files share what was compiled once. */
const PURE = ['case', 'guidelines', 'language', 'letter', 'letter-check', 'review', 'snippets'];
const pure = PURE.map((room) => `test/${room}/**/*.test.ts`);

export default defineConfig({
  test: {
    // Tests that bound time measure it themselves, by ratios; a busy machine is no failure.
    testTimeout: 30_000,
    projects: [
      { extends: true, test: { name: 'pure', include: pure, isolate: false } },
      {
        extends: true,
        plugins: [WxtVitest()],
        test: {
          name: 'browser',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, 'test/e2e/**', ...pure],
          setupFiles: ['./test/setup/vitest.ts'],
        },
      },
    ],
  },
});
