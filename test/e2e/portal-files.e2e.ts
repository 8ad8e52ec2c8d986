import { allowSite, openAllowed, patience, reviewDone, reviewShown } from './allow-site.ts';
import { expect, test } from './fixtures.ts';

test('a PDF the page links to is one click from the reader, and of the same case', async ({
  ext,
  portals,
}) => {
  const address = portals.url('files');
  await ext.preApprove(address);
  const page = await ext.context.newPage();
  await page.goto(address);
  const panel = await ext.openSidePanel(address);
  await panel.getByRole('button', { name: 'Allow on this site' }).click();
  await panel.locator('[data-request]').first().waitFor();
  await panel.locator('.coverline').click();
  await expect(panel.getByText('Fax of 06/01/2015')).toBeVisible();
  const opened = ext.context.waitForEvent('page');
  await panel.getByRole('button', { name: 'Open Operative report in the reader' }).click();
  const reader = await opened;
  await expect(reader.getByText('Operative report: twitch response').first()).toBeVisible(patience);
});

test('a tab that is a PDF says so, and opens in the reader', async ({ ext, portals }) => {
  const address = portals.url('files', 'report.pdf');
  await ext.preApprove(address);
  const page = await ext.context.newPage();
  await page.goto(address);
  const panel = await ext.openSidePanel(address);
  await panel.getByRole('button', { name: 'Allow on this site' }).click();
  await expect(panel.getByText('This page is a PDF')).toBeVisible(patience);
  const opened = ext.context.waitForEvent('page');
  await panel.getByRole('button', { name: 'Open in the reader' }).click();
  const reader = await opened;
  await expect(reader.getByText('Operative report: twitch response').first()).toBeVisible(patience);
});

test('a frame of another site is read in the open tab as soon as that site is allowed', async ({
  ext,
  portals,
}) => {
  const address = portals.url('frames');
  const { own, page } = await openAllowed(ext, address);
  await expect
    .poll(async () => (await reviewShown(own)).case?.documents[0]?.unread, patience)
    .toEqual([
      {
        code: 'CG-103',
        what: new URL(address).host.replace('127.0.0.1', 'localhost'),
        site: 'http://localhost/*',
      },
    ]);
  const before = await reviewDone(own);
  const elsewhere = await allowSite(ext, 'http://localhost/');
  await elsewhere.close();
  await page.bringToFront();
  await expect
    .poll(async () => (await reviewShown(own)).case?.documents.length, patience)
    .toBe((before.case?.documents.length ?? 0) + 1);
  await expect
    .poll(async () => (await reviewShown(own)).case?.documents[0]?.unread, patience)
    .toEqual([]);
  const registered = await ext.worker.evaluate(() =>
    chrome.scripting.getRegisteredContentScripts(),
  );
  expect(registered.flatMap(({ matches = [] }) => matches).sort()).toEqual([
    'http://127.0.0.1/*',
    'http://localhost/*',
  ]);
});
