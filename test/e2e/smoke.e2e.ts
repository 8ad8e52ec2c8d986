import { expect, test } from './fixtures.ts';

test('the extension loads and its service worker runs', async ({ ext }) => {
  const manifest = await ext.worker.evaluate(() => chrome.runtime.getManifest());
  expect(manifest.name).toBe('Caseglass');
});

test('no site is readable at install', async ({ ext }) => {
  const { origins } = await ext.worker.evaluate(() => chrome.permissions.getAll());
  expect(origins ?? []).toEqual([]);
});

test('the key that opens the panel is assigned', async ({ ext }) => {
  const commands = await ext.worker.evaluate(() => chrome.commands.getAll());
  expect(commands.find((c) => c.name === '_execute_action')?.shortcut).toBe('Ctrl+Shift+Y');
});

test('the toolbar button opens the side panel beside the portal', async ({ ext, portals }) => {
  const page = await ext.context.newPage();
  await page.goto(portals.url('demo'));
  const panel = await ext.openSidePanel(portals.url('demo'));
  await expect(panel.locator('body')).not.toBeEmpty();
});

test('a request to the outside is refused and would be noticed', async ({ ext }) => {
  const page = await ext.context.newPage();
  await page.goto('http://outside.example/').catch(() => {});
  expect(ext.outside.asked).toContain('http://outside.example/');
});
