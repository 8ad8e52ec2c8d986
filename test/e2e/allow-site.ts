import type { Page } from '@playwright/test';
import type { ActiveReview } from '../../lib/messaging/active-review.ts';
import type { LoadedBrowser } from './browser.ts';
import { expect } from './fixtures.ts';

/**
 * A page of the extension from which its parts can be asked, as its own pages ask them. Its manifest
 * is one that runs nothing itself: the options read all packs whenever they are opened.
 */
export async function extensionPage(ext: LoadedBrowser, path = 'manifest.json'): Promise<Page> {
  const page = await ext.context.newPage();
  await page.goto(ext.url(path));
  return page;
}

/** Allows the site of an address, as a click in the panel or the options does. */
export async function allowSite(ext: LoadedBrowser, address: string): Promise<Page> {
  const [own] = await Promise.all([extensionPage(ext), ext.preApprove(address)]);
  const { protocol, hostname } = new URL(address);
  const session = await ext.context.newCDPSession(own);
  const pattern = `${protocol}//${hostname}/*`;
  const { result } = await session.send('Runtime.evaluate', {
    expression: `chrome.permissions.request({ origins: ['${pattern}'] })`,
    userGesture: true,
    awaitPromise: true,
  });
  expect(result.value).toBe(true);
  return own;
}

/** A page of a site that is allowed, in a tab of its own, and a page of the extension to ask from. */
export async function openAllowed(
  ext: LoadedBrowser,
  address: string,
): Promise<{ own: Page; page: Page }> {
  const own = await allowSite(ext, address);
  const page = await ext.context.newPage();
  await page.goto(address);
  return { own, page };
}

/** A worker that was just started compiles all packs first, on a machine that tests share. */
export const patience = { timeout: 15_000 };

/** What the panel of the window would show now, asked from a page of the extension. */
export async function reviewShown(own: Page): Promise<ActiveReview> {
  const answer = await own.evaluate(async () => {
    const { id } = await chrome.windows.getCurrent();
    const body = { windowId: id };
    return chrome.runtime.sendMessage({ way: 'panelToBackground', name: 'getActiveReview', body });
  });
  expect(answer.ok).toBe(true);
  return answer.value;
}

/** The same, as soon as the case of the active tab was judged. */
export async function reviewDone(own: Page): Promise<ActiveReview> {
  let shown: ActiveReview | undefined;
  await expect
    .poll(async () => {
      shown = await reviewShown(own);
      return shown.case?.status === 'ready' && shown.case.documents.length > 0;
    }, patience)
    .toBe(true);
  return shown as ActiveReview;
}
