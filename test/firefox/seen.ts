import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { coloursIn } from '../e2e/pixels.ts';
import { patience } from './firefox.ts';

/** The words under the marks that are painted in a page, as the page itself can see them. */
export function paintedWords(page: Page): Promise<{ name: string; words: string }[]> {
  return page.evaluate(() =>
    [...CSS.highlights].flatMap(([name, highlight]) =>
      [...highlight].map(({ startContainer, startOffset, endContainer, endOffset }) => {
        const range = document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        return { name, words: range.toString() };
      }),
    ),
  );
}

/** Waits until something is marked. */
export async function waitForMarks(page: Page): Promise<void> {
  await expect.poll(async () => (await paintedWords(page)).length, patience).toBeGreaterThan(0);
}

/**
 * The colours in which the part of an element is drawn that stands in the viewport, as `r,g,b`.
 * `own` is a page of the extension to look with.
 */
export async function coloursOf(page: Page, selector: string, own: Page): Promise<string[]> {
  const clip = await page.evaluate((one) => {
    const {
      left = 0,
      top = 0,
      right = 0,
      bottom = 0,
    } = document.querySelector(one)?.getBoundingClientRect() ?? {};
    const [x, y] = [Math.max(0, left), Math.max(0, top)];
    const [width, height] = [Math.min(right, innerWidth) - x, Math.min(bottom, innerHeight) - y];
    return { x, y, width, height };
  }, selector);
  if (clip.width <= 0 || clip.height <= 0) return [];
  const options = { clip, captureBeyondViewport: false, encoding: 'base64' } as const;
  return own.evaluate(coloursIn, await page.screenshot(options));
}

/** Everything of a page that a script of its own could find changed. */
export function pageState(page: Page) {
  return page.evaluate(() => ({
    html: document.documentElement.outerHTML,
    sheets: document.styleSheets.length,
    adopted: document.adoptedStyleSheets.length,
    globals: Object.getOwnPropertyNames(window).length,
    stored: localStorage.length + sessionStorage.length,
  }));
}
