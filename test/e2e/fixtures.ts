import { test as base } from '@playwright/test';
import { type Portals, startPortals } from '../portals/server.ts';
import { type LoadedBrowser, launchBrowser } from './browser.ts';

/**
 * Playwright's test with `ext`, a fresh Chromium with the built extension for each test (what one
 * allows or stores, the next does not see), and `portals`, served once.
 */
export const test = base.extend<{ ext: LoadedBrowser }, { portals: Portals }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright needs the pattern
  ext: async ({}, use) => {
    const browser = await launchBrowser();
    await use(browser);
    await browser.close();
  },
  portals: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright needs the pattern
    async ({}, use) => {
      const portals = await startPortals();
      await use(portals);
      await portals.close();
    },
    { scope: 'worker' },
  ],
});
export const expect = test.expect;
