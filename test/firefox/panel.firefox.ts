import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { pressInSidebar, sidebarText } from './controls.ts';
import { patience, plainHost } from './firefox.ts';
import { allowSite, ask, evidenceOf, reviewDone, reviewShown } from './review.ts';
import { coloursOf, pageState, paintedWords, waitForMarks } from './seen.ts';
import { useFirefox } from './use-firefox.ts';

const used = useFirefox();
const neck = 'cases/NG-15-20417';

const isSidebarOpen = () => used.firefox.isSidebarOpen();
const hasText = (page: Page) =>
  expect.poll(() => page.evaluate(() => document.getElementById('notes') !== null)).toBe(true);

test('reads nothing until a site is allowed in the sidebar; then lists requests and marks', async () => {
  const { firefox, portals } = used;
  expect(await firefox.isSidebarOpen()).toBe(false);
  const own = await firefox.openOwn('options.html');
  expect(await own.evaluate(async () => (await chrome.permissions.getAll()).origins)).toEqual([]);
  const address = portals.url('demo', neck);
  const page = await firefox.open(address);
  await hasText(page);
  const before = await pageState(page);

  await firefox.pressToolbarButton();
  await expect.poll(isSidebarOpen, patience).toBe(true);
  await expect.poll(() => sidebarText(own), patience).toContain(new URL(address).host);
  expect(await sidebarText(own)).toContain('Nothing read');
  expect((await reviewShown(own)).case).toBeNull();
  expect(await paintedWords(page)).toEqual([]);

  await pressInSidebar(firefox, own, 'Allow on this site');
  await expect
    .poll(() => sidebarText(own), patience)
    .toMatch(/Trigger point injections, left upper trapezius[\s\S]*Cyclobenzaprine/);
  await waitForMarks(page);
  const words = (await paintedWords(page)).map((painted) => painted.words).join('\n');
  expect(words).toContain('Trigger point injections, left upper trapezius');
  // What supports, on a light ground: #21629d.
  expect(await coloursOf(page, '#case', own)).toContain('33,98,157');
  expect(await pageState(page)).toEqual(before);
  for (const { name } of await paintedWords(page)) expect(name).toMatch(/^cg-\d+$/);

  // The same server under another name is another site.
  const elsewhere = await firefox.open(address.replace('127.0.0.1', 'localhost'));
  await hasText(elsewhere);
  await expect.poll(async () => (await reviewShown(own)).site?.access).toBe('not-granted');
  expect(await paintedWords(elsewhere)).toEqual([]);
  await elsewhere.close();
  await page.close();
  await own.close();
});

test('a passage shown from the panel is scrolled to and set off', async () => {
  const { firefox, portals } = used;
  const address = portals.url('demo', neck);
  const own = await allowSite(firefox, address);
  const page = await firefox.open(address);
  await page.setViewport({ width: 1000, height: 400 });
  await waitForMarks(page);
  const shown = await reviewDone(own);
  const furthest = evidenceOf(shown).reduce((a, b) => (b.start > a.start ? b : a));
  const { document, start, end } = furthest;
  const body = { tabId: shown.tab?.id, passage: { document, start, end } };
  expect(await ask(own, 'showPassage', body)).toEqual({ ok: true, value: null });
  const setOff = () =>
    page.evaluate(() => {
      const [range] = CSS.highlights.get('cg-6') ?? [];
      const { top = -1 } = range?.startContainer.parentElement?.getBoundingClientRect() ?? {};
      return top > 0 && top < innerHeight && scrollY > 0;
    });
  await expect.poll(setOff, patience).toBe(true);
  await page.close();
  await own.close();
});

test('the key opens and closes the sidebar, which then knows the site', async () => {
  const { firefox, portals } = used;
  const own = await firefox.openOwn('options.html');
  const address = portals.url('demo', neck).replace('127.0.0.1', 'localhost');
  const page = await firefox.open(address);
  const before = await firefox.isSidebarOpen();
  await firefox.pressKey();
  await expect.poll(isSidebarOpen, patience).toBe(!before);
  if (before) await firefox.pressKey();
  await expect.poll(isSidebarOpen, patience).toBe(true);
  await expect.poll(() => sidebarText(own), patience).toContain(new URL(address).host);
  await page.close();
  await own.close();
});

test('a page without encryption is read like others; taken back, it is left at once', async () => {
  const { firefox, portals } = used;
  const own = await firefox.openOwn('options.html');
  const page = await firefox.open(portals.url('demo', neck).replace('127.0.0.1', plainHost));
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await hasText(page);
  const { html } = await pageState(page);
  const before = await firefox.isSidebarOpen();
  await firefox.pressToolbarButton();
  await expect.poll(isSidebarOpen, patience).toBe(!before);
  if (before) await firefox.pressToolbarButton();
  await expect.poll(isSidebarOpen, patience).toBe(true);
  await pressInSidebar(firefox, own, 'Allow on this site');
  await waitForMarks(page);
  const pattern = `http://${plainHost}/*`;
  await own.evaluate((origin) => chrome.permissions.remove({ origins: [origin] }), pattern);
  await expect.poll(() => paintedWords(page), patience).toEqual([]);
  expect((await pageState(page)).html).toBe(html);
  await page.close();
  await own.close();
});

test('a case outlives a stop of the background', async () => {
  const { firefox, portals } = used;
  const address = portals.url('demo', neck);
  const own = await allowSite(firefox, address);
  const page = await firefox.open(address);
  await waitForMarks(page);
  const before = await reviewDone(own);
  await firefox.stopBackground();
  const after = await reviewDone(own);
  expect(after.case?.id).toBe(before.case?.id);
  expect(after.case?.review?.requests).toEqual(before.case?.review?.requests);
  await page.close();
  await own.close();
});

test('nothing was asked of anyone outside', () => {
  expect(used.firefox.outside.asked).toEqual([]);
});
