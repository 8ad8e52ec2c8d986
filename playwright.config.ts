import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '*.e2e.ts',
  workers: 1,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  outputDir: 'test-results',
  reporter: process.env.CASEGLASS_REPORT
    ? [['line'], ['json', { outputFile: process.env.CASEGLASS_REPORT }]]
    : 'list',
});
