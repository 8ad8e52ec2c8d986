import {
  allowSite,
  extensionPage,
  openAllowed,
  patience,
  reviewDone,
  reviewShown,
} from './allow-site.ts';
import { inspectCard } from './card.ts';
import { expect, test } from './fixtures.ts';
import { waitForMarks } from './painted.ts';

const lowBack = 'cases/NG-15-21183';

test('nothing runs on a site that was not allowed', async ({ ext, portals }) => {
  const address = portals.url('demo', lowBack);
  const own = await allowSite(ext, address);
  // The same server under another name is another site.
  const elsewhere = address.replace('127.0.0.1', 'localhost');
  const page = await ext.context.newPage();
  await page.goto(elsewhere);
  await page.locator('#notes').waitFor();
  const allowed = await ext.context.newPage();
  await allowed.goto(address);
  // By now a reader of the first page would long have sent its text.
  await waitForMarks(allowed);
  expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
  await page.bringToFront();
  const { case: shown, site } = await reviewShown(own);
  expect(shown).toBeNull();
  expect(site?.access).toBe('not-granted');
});

test('a site that is taken back is left at once, and not read again', async ({ ext, portals }) => {
  const address = portals.url('demo', lowBack);
  const { own, page } = await openAllowed(ext, address);
  await waitForMarks(page);
  await own.evaluate(() => chrome.permissions.remove({ origins: ['http://127.0.0.1/*'] }));
  await page.waitForFunction(() => CSS.highlights.size === 0);
  await expect
    .poll(() => ext.worker.evaluate(() => chrome.scripting.getRegisteredContentScripts()))
    .toEqual([]);
  await expect
    .poll(() => ext.worker.evaluate(() => chrome.storage.session.get(null).then(Object.keys)))
    .not.toContainEqual(expect.stringMatching(/^case:/));
});

test('a case outlives a stop of the worker', async ({ ext, portals }) => {
  const address = portals.url('demo', lowBack);
  const { own, page } = await openAllowed(ext, address);
  await waitForMarks(page);
  const before = await reviewDone(own);
  const { targetInfos } = await ext.cdp.send('Target.getTargets');
  const worker = targetInfos.find(
    ({ type, url }) => type === 'service_worker' && url.includes(ext.id),
  );
  await ext.cdp.send('Target.closeTarget', { targetId: worker?.targetId ?? '' });
  const after = await reviewDone(own);
  await expect
    .poll(async () => (await reviewShown(own)).case?.review?.requests.length)
    .toBe(before.case?.review?.requests.length);
  expect(after.case?.id).toBe(before.case?.id);
});

test('another case in the same tab takes over nothing of the last one', async ({
  ext,
  portals,
}) => {
  const { own, page } = await openAllowed(ext, portals.url('demo', lowBack));
  await waitForMarks(page);
  const first = await reviewDone(own);
  const ask = (name: string, body: object) =>
    own.evaluate(
      ([n, b]) => chrome.runtime.sendMessage({ way: 'panelToBackground', name: n, body: b }),
      [name, body] as const,
    );
  expect(await ask('setAsOf', { tabId: first.tab?.id, asOf: '2016-09-01' })).toMatchObject({
    ok: true,
  });
  expect((await reviewDone(own)).case?.asOf).toMatchObject({ date: '2016-09-01', chosen: true });
  expect(await ask('setAsOf', { tabId: first.tab?.id, asOf: 'tomorrow' })).toEqual({
    ok: false,
    fault: 'CG-204',
  });
  expect(await ask('setEdition', { tabId: first.tab?.id, edition: 'mtus-2009' })).toMatchObject({
    ok: true,
  });
  expect((await reviewDone(own)).case?.edition).toBe('mtus-2009');
  expect(await ask('setEdition', { tabId: first.tab?.id, edition: 'none-such' })).toEqual({
    ok: false,
    fault: 'CG-205',
  });
  await page.goto(portals.url('demo', 'cases/NG-15-22650'));
  await expect
    .poll(async () => (await reviewShown(own)).case?.documents[0]?.name, patience)
    .toContain('NG-15-22650');
  const second = await reviewDone(own);
  expect(second.case?.id).not.toBe(first.case?.id);
  expect(second.case?.asOf?.chosen ?? false).toBe(false);
  expect(second.case?.edition).toBeNull();
  expect(JSON.stringify(second.case)).not.toContain('Devereux');
});

test('when the extension is gone the marks go too, and the page says so once', async ({
  ext,
  portals,
}) => {
  const address = portals.url('demo', lowBack);
  const { page } = await openAllowed(ext, address);
  await waitForMarks(page);
  await ext.worker.evaluate(() => chrome.management.uninstallSelf()).catch(() => undefined);
  await expect.poll(() => ext.context.serviceWorkers().length).toBe(0);
  await page.evaluate(() => document.querySelector('main')?.append('changed'));
  await page.waitForFunction(() => CSS.highlights.size === 0);
  await expect.poll(async () => (await inspectCard(page)).words).toContain('Reload this page');
  await (await inspectCard(page)).click('Close');
  expect((await inspectCard(page)).isOpen).toBe(false);
});

test('after an update the new version marks the open page again, and nothing is said', async ({
  ext,
  portals,
}) => {
  const address = portals.url('demo', lowBack);
  const { page } = await openAllowed(ext, address);
  await waitForMarks(page);
  const updated = ext.context.waitForEvent('serviceworker');
  await ext.worker.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  await updated;
  // What the last version kept in memory went with it: this one has read the page itself.
  const own = await extensionPage(ext);
  await page.bringToFront();
  expect((await reviewDone(own)).case?.documents).toHaveLength(1);
  await waitForMarks(page);
  expect((await inspectCard(page)).isOpen).toBe(false);
});
