import type { Page } from '@playwright/test';
import { allowSite, openAllowed, reviewDone } from './allow-site.ts';
import { expect, test } from './fixtures.ts';
import { waitForMarks } from './painted.ts';

const shoulder = 'cases/NG-15-20417';
/** Words of the case that no store may hold. */
const caseWords = /Halvorsen|trapezius|cyclobenzaprine 10|warehouse|NG-15-20417/i;

test('the page is the same before, while and after it is read and marked', async ({
  ext,
  portals,
}) => {
  const address = portals.url('demo', shoulder);
  const page = await ext.context.newPage();
  await page.goto(address);
  await page.locator('#notes').waitFor();
  const snapshot = () =>
    page.evaluate(() => ({
      html: document.documentElement.outerHTML,
      sheets: document.styleSheets.length,
      adopted: document.adoptedStyleSheets.length,
      globals: Object.getOwnPropertyNames(window).length,
      stored: localStorage.length + sessionStorage.length,
    }));
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    new MutationObserver((records) => seen.push(...records.map(({ type }) => type))).observe(
      document,
      { subtree: true, childList: true, attributes: true, characterData: true },
    );
    window.addEventListener('message', () => seen.push('message'));
    const { dispatchEvent } = EventTarget.prototype;
    EventTarget.prototype.dispatchEvent = function (event) {
      seen.push(event.type);
      return dispatchEvent.call(this, event);
    };
  });
  const before = await snapshot();
  await allowSite(ext, address);
  await page.bringToFront();
  await waitForMarks(page);
  expect(await snapshot()).toEqual(before);
  expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([]);
  // Names and their order tell nothing.
  const names = await page.evaluate(() => [...CSS.highlights.keys()]);
  for (const name of names) expect(name).toMatch(/^cg-\d+$/);

  const { protocol, hostname } = new URL(address);
  await ext.worker.evaluate(
    (origin) => chrome.permissions.remove({ origins: [origin] }),
    `${protocol}//${hostname}/*`,
  );
  await page.waitForFunction(() => CSS.highlights.size === 0);
  expect((await snapshot()).html).toBe(before.html);
});

test('nothing is asked of anyone while a page is read and reviewed', async ({ ext, portals }) => {
  const address = portals.url('demo', shoulder);
  const page = await ext.context.newPage();
  await page.goto(address);
  await page.locator('#notes').waitFor();
  await page.waitForLoadState('networkidle');
  const own = await allowSite(ext, address);
  const asked: string[] = [];
  ext.context.on('request', (request) => asked.push(request.url()));
  const askedOfPortal = portals.requests.length;
  await page.bringToFront();
  await waitForMarks(page);
  await reviewDone(own);
  expect(asked.filter((url) => !url.startsWith('chrome-extension://'))).toEqual([]);
  expect(portals.requests.slice(askedOfPortal)).toEqual([]);
  expect(ext.outside.asked).toEqual([]);
});

test('no word of a case is stored', async ({ ext, portals }) => {
  const address = portals.url('demo', shoulder);
  const { own, page } = await openAllowed(ext, address);
  await waitForMarks(page);
  const { case: shown } = await reviewDone(own);
  expect(shown?.review?.requests.length).toBeGreaterThan(0);
  expect(await everythingStored(own)).not.toMatch(caseWords);
  expect(await everythingStored(page)).toBe(await emptyStores(page));
});

test('what the reviewer writes in the page is a draft, and no evidence', async ({
  ext,
  portals,
}) => {
  const address = portals.url('demo', shoulder);
  const { own, page } = await openAllowed(ext, address);
  await waitForMarks(page);
  const field = page.locator('textarea').first();
  await field.pressSequentially('No zucchini is documented.');
  await expect
    .poll(async () => (await reviewDone(own)).case?.documents[0]?.unread.map(({ code }) => code))
    .toContain('CG-104');
  const { tab } = await reviewDone(own);
  const answer = await own.evaluate(
    (tabId) =>
      chrome.runtime.sendMessage({
        way: 'panelToBackground',
        name: 'searchAgain',
        body: { tabId, term: 'zucchini' },
      }),
    tab?.id,
  );
  expect(answer.value.found).toBe(0);
});

/** All a page of an origin can find in its databases and stores, as one text. */
async function everythingStored(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const found: unknown[] = [{ ...localStorage }, { ...sessionStorage }];
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name ?? '');
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      for (const store of database.objectStoreNames) {
        const rows = await new Promise((resolve) => {
          const all = database.transaction(store).objectStore(store).getAll();
          all.onsuccess = () => resolve(all.result);
        });
        found.push([name, store, rows]);
      }
      database.close();
    }
    for (const name of await caches.keys()) found.push(name);
    const storage = typeof chrome === 'undefined' ? undefined : chrome.storage;
    if (storage) found.push(await storage.local.get(null), await storage.sync.get(null));
    return JSON.stringify(found);
  });
}

async function emptyStores(page: Page): Promise<string> {
  return page.evaluate(() => JSON.stringify([{}, {}]));
}
