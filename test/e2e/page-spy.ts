import type { Page } from '@playwright/test';

/** What a page's own scripts could notice of us. */
export interface Seen {
  html: string;
  globals: number;
  stored: number;
  sheets: number;
  adopted: number;
}

declare global {
  /** In the page. */
  var spy: { records: string[]; longest: number };
}

/**
 * Puts an observer into the page's own world before any script of the page runs: mutations, events
 * that are dispatched or posted, and tasks that held the main thread for more than 50 ms.
 */
export async function spyOn(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const spy = { records: [] as string[], longest: 0 };
    Object.assign(window, { spy });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) spy.longest = Math.max(spy.longest, duration);
    }).observe({ type: 'longtask' });
    new MutationObserver((records) => {
      for (const { type } of records) spy.records.push(type);
    }).observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    const { dispatchEvent } = EventTarget.prototype;
    EventTarget.prototype.dispatchEvent = function (event) {
      spy.records.push(event.type);
      return dispatchEvent.call(this, event);
    };
    addEventListener('storage', () => spy.records.push('storage'));
  });
}

/** Forgets what was seen so far: the page's own doing. */
export async function startSpying(page: Page): Promise<void> {
  await page.evaluate(() => {
    spy.records.length = 0;
    spy.longest = 0;
  });
}

export function seenBy(page: Page): Promise<Seen & { records: string[] }> {
  return page.evaluate(() => ({
    html: document.querySelector('html')?.outerHTML ?? '',
    globals: Object.getOwnPropertyNames(window).length,
    stored: localStorage.length + sessionStorage.length,
    sheets: document.styleSheets.length,
    adopted: document.adoptedStyleSheets.length,
    records: [...spy.records],
  }));
}
