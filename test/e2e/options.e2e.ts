import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { highlightName } from '../../lib/marking/style-sheet.ts';
import { expect, test } from './fixtures.ts';
import { openCase } from './open-case.ts';

/** A case with evidence for its requests. */
const neck = 'NG-15-20417';

const isPainted = (page: Page, meaning: 'supports' | 'request') =>
  page.evaluate((name) => CSS.highlights.has(name), highlightName(meaning, 'light'));

/** Writes a row of the settings as it should not be. */
const storeBroken = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((done, reject) => {
        const opening = indexedDB.open('caseglass');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const change = opening.result.transaction('preferences', 'readwrite');
          change.objectStore('preferences').put({ key: 'theme', value: 42 });
          change.oncomplete = () => {
            opening.result.close();
            done();
          };
        };
      }),
  );

/** Does to the database what a later version of Caseglass would. */
const raiseVersion = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((done, reject) => {
        const opening = indexedDB.open('caseglass', 9_990);
        opening.onerror = () => reject(opening.error);
        opening.onupgradeneeded = () => opening.result.createObjectStore('later');
        opening.onsuccess = () => {
          opening.result.close();
          done();
        };
      }),
  );

test('marks and theme change in the open page and panel at once', async ({ ext, portals }) => {
  const { page, panel } = await openCase(ext, portals, neck);
  await expect.poll(() => isPainted(page, 'supports')).toBe(true);
  const options = await ext.context.newPage();
  await options.goto(ext.url('options.html#marks'));
  await options.getByRole('checkbox', { name: 'Supports' }).click();
  await page.bringToFront();
  await expect.poll(() => isPainted(page, 'supports')).toBe(false);
  expect(await isPainted(page, 'request')).toBe(true);

  await options.bringToFront();
  await options.getByRole('link', { name: 'Appearance' }).click();
  await options.getByRole('radio', { name: 'Dark' }).check({ force: true });
  await expect(panel.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('a guideline that is switched off is no longer cited', async ({ ext, portals }) => {
  const { page, panel } = await openCase(ext, portals, neck);
  await panel.locator('[data-request]').first().getByRole('button').first().click();
  await panel.getByRole('button', { name: 'Twitch response' }).click();
  const governing = panel.getByRole('article', { name: /^Citation/ }).first();
  await expect(governing).toContainText('MTUS Chronic Pain Medical Treatment Guidelines, 2009');
  const options = await ext.context.newPage();
  await options.goto(ext.url('options.html#criteria'));
  await options.getByRole('checkbox', { name: /^MTUS Chronic Pain Medical/ }).click();
  await page.bringToFront();
  await expect(governing).not.toContainText('MTUS Chronic Pain Medical Treatment Guidelines, 2009');
});

test('a site that is revoked is no longer read', async ({ ext, portals }) => {
  const { page, panel } = await openCase(ext, portals, neck);
  const options = await ext.context.newPage();
  await options.goto(ext.url('options.html'));
  await options.getByRole('button', { name: /^Revoke/ }).click();
  await expect(options.getByText('No site is allowed yet.')).toBeVisible();
  await page.bringToFront();
  await expect(panel.locator('[data-request]')).toHaveCount(0);
});

test('a broken stored setting gives way to its default, and says so', async ({ ext }) => {
  const options = await ext.context.newPage();
  await options.goto(ext.url('options.html#appearance'));
  await options.getByRole('radio', { name: 'Dark' }).check({ force: true });
  await storeBroken(options);
  await options.reload();
  await expect(options.getByRole('alert')).toContainText('so its default holds: Theme.');
  await expect(options.getByRole('radio', { name: 'As the system' })).toBeChecked();
  await options.getByRole('button', { name: 'Forget what was saved' }).click();
  await expect(options.getByRole('alert')).toBeHidden();
});

test('settings of a newer version are refused in one plain sentence, and kept', async ({ ext }) => {
  const options = await ext.context.newPage();
  await options.goto(ext.url('options.html#appearance'));
  await options.getByRole('radio', { name: 'Dark' }).check({ force: true });
  await raiseVersion(options);
  await options.reload();
  await expect(options.getByRole('alert')).toContainText('saved by a newer version');
  await expect(options.getByRole('radio')).toHaveCount(0);
  const stored = await options.evaluate(async () => (await indexedDB.databases())[0]?.version);
  expect(stored).toBe(9_990);
});

test('an own pack with an error is refused with the place and the reason', async ({ ext }) => {
  const options = await ext.context.newPage();
  await options.goto(ext.url('options.html#criteria'));
  const pack = { id: 'team', title: 'Team', version: '1', jurisdiction: 'any', licence: 'own' };
  const give = (content: unknown) =>
    options.getByLabel('Pack file').setInputFiles({
      name: 'team.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(content)),
    });
  await give({ ...pack, title: '' });
  await expect(options.getByText('team.json was not added.')).toBeVisible();
  await expect(options.locator('.packfaults')).toContainText('title');
  await give(pack);
  await expect(options.getByText('Team was added and is in use.')).toBeVisible();
  await options.getByRole('button', { name: 'Remove Team' }).click();
  await expect(options.getByRole('button', { name: 'Remove Team' })).toBeHidden();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no fault that axe finds, ${colorScheme}, narrow and wide`, async ({ ext }) => {
    test.slow();
    const options = await ext.context.newPage();
    await options.emulateMedia({ colorScheme });
    for (const part of ['portals', 'criteria', 'marks', 'appearance', 'about']) {
      await options.goto(ext.url(`options.html#${part}`));
      await options.getByRole('heading', { level: 2 }).waitFor();
      for (const width of [320, 480]) {
        await options.setViewportSize({ width, height: 760 });
        const { violations } = await new AxeBuilder({ page: options }).setLegacyMode().analyze();
        const found = violations.map(({ id, nodes }) => `${part} ${id} ${nodes[0]?.html}`);
        expect(found).toEqual([]);
      }
    }
  });
}
