import { test as base } from '@playwright/test';
import { type Portals, startPortals } from '../portals/server.ts';
import { type LoadedBrowser, launchBrowser } from './browser.ts';

/** A Chromium that tests take over from each other, made new in between. */
interface SharedBrowser {
  fresh(): Promise<LoadedBrowser>;
  close(): Promise<void>;
}

function shareBrowser(): SharedBrowser {
  let browser: LoadedBrowser | undefined;
  return {
    async fresh() {
      if (!browser) browser = await launchBrowser();
      else await browser.renew();
      return browser;
    },
    close: async () => browser?.close(),
  };
}

/**
 * Playwright's test with `ext`, a Chromium with the built extension as after a first installation
 * (what one test allows or stores, the next does not see), and `portals`, served once. A test that
 * fails ends its worker, and the next one starts a Chromium of its own.
 */
export const test = base.extend<
  { ext: LoadedBrowser },
  { portals: Portals; sharedBrowser: SharedBrowser }
>({
  sharedBrowser: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright needs the pattern
    async ({}, use) => {
      const shared = shareBrowser();
      await use(shared);
      await shared.close();
    },
    { scope: 'worker' },
  ],
  ext: async ({ sharedBrowser }, use) => use(await sharedBrowser.fresh()),
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
