import { test as base } from '@playwright/test';
import { type Portals, startPortals } from '../portals/server.ts';
import { type LoadedBrowser, launchBrowser } from './browser.ts';

/** Playwright's test with `ext` (Chromium with the built extension) and `portals`, one a worker. */
export const test = base.extend<object, { ext: LoadedBrowser; portals: Portals }>({
  ext: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright needs the pattern
    async ({}, use) => {
      const browser = await launchBrowser();
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
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
