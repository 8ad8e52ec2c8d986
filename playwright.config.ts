import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '*.e2e.ts',
  workers: 1,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  projects: [
    { name: 'extension', testIgnore: 'screens.e2e.ts' },
    // Screens are drawn without the extension, so that they can be looked at beside other tests.
    { name: 'screens', testMatch: 'screens.e2e.ts' },
  ],
  // Two runs beside each other do not clear each other's folder.
  outputDir: `test-results/${process.env.CASEGLASS_PROJECT ?? 'all'}`,
  reporter: process.env.CASEGLASS_REPORT
    ? [['line'], ['json', { outputFile: process.env.CASEGLASS_REPORT }]]
    : 'list',
});
