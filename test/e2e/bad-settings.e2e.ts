import type { Page } from '@playwright/test';
import { allowSite, extensionPage, patience, reviewDone, reviewShown } from './allow-site.ts';
import { expect, test } from './fixtures.ts';
import { waitForMarks } from './painted.ts';

const lowBack = 'cases/NG-15-21183';

const settingsChanged = (own: Page) =>
  own.evaluate(() =>
    chrome.runtime.sendMessage({ way: 'panelToBackground', name: 'settingsChanged', body: null }),
  );

test('a pack with an error is named, and the others are used', async ({ ext, portals }) => {
  const address = portals.url('demo', lowBack);
  const own = await allowSite(ext, address);
  // The options make the database; opened before it is there, it would be an empty one.
  const options = await extensionPage(ext, 'options.html');
  await expect(options.getByRole('heading', { level: 1 })).toBeVisible();
  await options.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('caseglass');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const row = { id: 'own-pack', added: '2026-01-01', pack: { id: 'own-pack', title: 7 } };
          const change = opening.result.transaction('packs', 'readwrite');
          change.objectStore('packs').put(row);
          change.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );
  await settingsChanged(own);
  const page = await ext.context.newPage();
  await page.goto(address);
  await waitForMarks(page);
  const shown = await reviewDone(own);
  expect(shown.case?.review?.requests.length).toBeGreaterThan(0);
  expect(shown.faults).toContainEqual({
    code: 'CG-202',
    what: expect.stringContaining('own-pack'),
  });
});

test('settings of a newer version are kept as they are, and the defaults used', async ({
  ext,
  portals,
}) => {
  const address = portals.url('demo', lowBack);
  const own = await allowSite(ext, address);
  await own.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('caseglass', 9_990);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      }),
  );
  await settingsChanged(own);
  const page = await ext.context.newPage();
  await page.goto(address);
  await waitForMarks(page);
  await expect
    .poll(async () => (await reviewShown(own)).faults.map(({ code }) => code), patience)
    .toContain('CG-501');
  const versions = await own.evaluate(() => indexedDB.databases());
  expect(versions).toContainEqual({ name: 'caseglass', version: 9_990 });
});
