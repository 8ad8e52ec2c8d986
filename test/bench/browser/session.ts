import type { CDPSession, Page } from '@playwright/test';
import type { LoadedBrowser } from '../../e2e/browser.ts';
import { openCase } from '../../e2e/open-case.ts';
import type { Portals } from '../../portals/server.ts';

/** The case everything is measured on, and its page. */
export const CASE = 'NG-15-20417';

/** What the measurements in a browser share. */
export interface Session {
  ext: LoadedBrowser;
  portals: Portals;
  /** the demo portal's page of the case */
  address: string;
  /** the same page under another name of its host, which is never allowed */
  otherAddress: string;
  /** a new tab on the case; before `allow` the extension does not touch it */
  open(query?: string, at?: string): Promise<Page>;
  /** allows the site by a click in the panel, which stays open */
  allow(): Promise<Page>;
}

export function sessionOf(ext: LoadedBrowser, portals: Portals): Session {
  const address = portals.url('demo', `cases/${CASE}`);
  const otherAddress = address.replace('127.0.0.1', 'localhost');
  return {
    ext,
    portals,
    address,
    otherAddress,
    async open(query = '', at = address) {
      const page = await ext.context.newPage();
      await page.goto(`${at}${query}`);
      await page.locator('#notes').waitFor();
      return page;
    },
    async allow() {
      const { page, panel } = await openCase(ext, portals, CASE);
      await page.close();
      return panel;
    },
  };
}

/** Waits until something is painted. */
export const marked = (page: Page) => page.waitForFunction(() => CSS.highlights.size > 0);

/** A session in which the page's process can be asked for what it used. */
export async function metering(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  // CPU time of the page's thread: others on the machine do not count.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return session;
}

/** Seconds of CPU in tasks, or bytes of heap, of the page's process so far. */
export async function metric(
  session: CDPSession,
  name: 'TaskDuration' | 'JSHeapUsedSize',
): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find((each) => each.name === name)?.value ?? Number.NaN;
}

export const middle = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
