import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { ActiveReview } from '../../lib/messaging/active-review.ts';
import { press, textOf } from './controls.ts';
import { type LoadedFirefox, patience } from './firefox.ts';

/** Allows the site of an address in the options. Returns the page of the options. */
export async function allowSite(firefox: LoadedFirefox, address: string): Promise<Page> {
  const own = await firefox.openOwn('options.html#portals');
  const { protocol, hostname } = new URL(address);
  await press(own, 'Address of a portal');
  await own.keyboard.type(`${protocol}//${hostname}`);
  await press(own, 'Allow');
  await expect.poll(() => textOf(own), patience).toContain(`${hostname}/*`);
  return own;
}

/** Asks the background as a page of the extension does. */
export function ask(own: Page, name: string, body: object): Promise<{ ok: boolean }> {
  return own.evaluate(
    (n, b) => chrome.runtime.sendMessage({ way: 'panelToBackground', name: n, body: b }),
    name,
    body,
  );
}

/** What the panel of the window would show now. */
export async function reviewShown(own: Page): Promise<ActiveReview> {
  const windowId = await own.evaluate(async () => (await chrome.windows.getCurrent()).id);
  const answer = await ask(own, 'getActiveReview', { windowId });
  expect(answer).toMatchObject({ ok: true });
  return (answer as unknown as { value: ActiveReview }).value;
}

/** The same, as soon as the case of the shown tab was judged. */
export async function reviewDone(own: Page): Promise<ActiveReview> {
  let shown: ActiveReview | undefined;
  const isDone = async () => {
    shown = await reviewShown(own);
    return shown.case?.status === 'ready' && shown.case.documents.length > 0;
  };
  await expect.poll(isDone, patience).toBe(true);
  return shown as ActiveReview;
}

/** All passages that speak for or against a criterion. */
export function evidenceOf(shown: ActiveReview) {
  return (shown.case?.review?.requests ?? [])
    .flatMap(({ criteria }) => criteria)
    .flatMap(({ evidence }) => evidence);
}
