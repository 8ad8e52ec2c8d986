import { defineConfig } from '@playwright/test';

/** Drawn without the extension, so that they can be looked at beside other tests. */
const SCREENS = 'screens.e2e.ts';
/** They measure how long a page is held up, and have the machine to themselves. */
const MEASURED = ['at-rest.e2e.ts', 'bad-pages.e2e.ts'];

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '*.e2e.ts',
  // Each worker has a browser of its own; two of them keep two cores busy.
  workers: 2,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  projects: [
    { name: 'extension', testIgnore: [SCREENS, ...MEASURED], fullyParallel: true },
    { name: 'screens', testMatch: SCREENS, workers: 1 },
    { name: 'measured', testMatch: MEASURED, workers: 1 },
  ],
  // Two runs beside each other do not clear each other's folder.
  outputDir: `test-results/${process.env.CASEGLASS_PROJECT ?? 'all'}`,
  reporter: process.env.CASEGLASS_REPORT
    ? [['line'], ['json', { outputFile: process.env.CASEGLASS_REPORT }]]
    : 'list',
});
