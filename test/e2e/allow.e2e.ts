import { expect, test } from './fixtures.ts';

test('a site is read only once it is allowed, by one click in the panel', async ({
  ext,
  portals,
}) => {
  const address = portals.url('demo', 'cases/NG-15-21183');
  await ext.preApprove(address);
  const page = await ext.context.newPage();
  await page.goto(address);
  const panel = await ext.openSidePanel(address);
  const request = panel.getByText('Trigger point injections').first();

  await expect(panel.getByText(new URL(address).host).first()).toBeVisible();
  await expect(request).toBeHidden();
  await panel.getByRole('button', { name: 'Allow on this site' }).click();
  await expect(request).toBeVisible();
  expect(
    await ext.worker.evaluate(async () => (await chrome.permissions.getAll()).origins),
  ).toEqual(['http://127.0.0.1/*']);
  expect(ext.outside.asked).toEqual([]);
});
