import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { allowSite, reviewDone } from './allow-site.ts';
import { expect, test } from './fixtures.ts';
import { openCase } from './open-case.ts';
import { waitForMarks } from './painted.ts';

/** Rows of every table, and everything in the extension's storage areas. */
function kept(own: Page) {
  return own.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
    const rows: Record<string, number> = {};
    for (const name of names) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      for (const table of database.objectStoreNames) {
        rows[`${name}.${table}`] = await new Promise<number>((resolve) => {
          const counting = database.transaction(table).objectStore(table).count();
          counting.onsuccess = () => resolve(counting.result);
        });
      }
      database.close();
    }
    const { origins } = await chrome.permissions.getAll();
    const session = Object.keys(await chrome.storage.session.get(null));
    const local = Object.keys(await chrome.storage.local.get(null));
    return { rows, origins, session, local };
  });
}

test('an own copy of a starter snippet is made, changed and found; a wrong one says why', async ({
  ext,
}) => {
  const page = await ext.context.newPage();
  await page.goto(ext.url('options.html#snippets'));
  await page.getByRole('searchbox', { name: 'Search snippets' }).fill('twitch');
  await page
    .getByRole('button', { name: 'Make an own copy of Trigger points: the twitch response' })
    .click();
  await page.getByRole('button', { name: 'Edit Trigger points: the twitch response' }).click();
  const text = page.getByLabel('Text', { exact: true });
  await text.fill('The {{muscle}} must twitch.');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('“muscle” is no slot')).toBeVisible();
  await text.fill('Pressing it must make the muscle twitch.');
  await page.getByLabel('What was changed, and why').fill('shorter');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Pressing it must make the muscle twitch.')).toBeVisible();
  await page.getByRole('button', { name: 'History' }).click();
  await expect(page.getByText('A local twitch on palpation').first()).toBeVisible();
  const found = await new AxeBuilder({ page }).analyze();
  expect(found.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});

test('everything is deleted: no row, no site, no case, nothing in the storage areas', async ({
  ext,
  portals,
}) => {
  const address = portals.url('demo', 'cases/NG-15-21183');
  const own = await allowSite(ext, address);
  const claims = await ext.context.newPage();
  await claims.goto(address);
  await waitForMarks(claims);
  await reviewDone(own);
  const page = await ext.context.newPage();
  await page.goto(ext.url('options.html#snippets'));
  await page
    .getByRole('button', { name: /^Make a favourite/ })
    .first()
    .click();
  await page
    .getByRole('button', { name: /^Make an own copy/ })
    .first()
    .click();
  await expect(page.getByRole('button', { name: /^Edit/ }).first()).toBeVisible();
  const before = await kept(own);
  expect(Object.values(before.rows).some((count) => count > 0)).toBe(true);
  expect(before.origins).toHaveLength(1);

  await page.goto(ext.url('options.html#data'));
  await expect(page.getByText('snippets: 1')).toBeVisible();
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await page.getByRole('button', { name: 'Yes, delete everything' }).click();
  await expect(page.getByText('Everything was deleted.')).toBeVisible();
  await expect
    .poll(async () => {
      const { rows, origins, session, local } = await kept(own);
      const left = Object.entries(rows).filter(([, count]) => count > 0);
      return { left, origins, session, local };
    })
    .toEqual({ left: [], origins: [], session: [], local: [] });
});

test('10,000 snippets are imported in the browser', async ({ ext }) => {
  const page = await ext.context.newPage();
  await page.goto(ext.url('options.html#snippets'));
  const snippets = Array.from({ length: 10_000 }, (_, index) => ({
    id: `s-${index}`,
    title: `Course ${index}`,
    text: `Text number ${index} on short courses.`,
    criteria: ['muscle-relaxant/duration'],
    treatments: ['muscle-relaxant'],
    jurisdiction: 'California',
    tags: [],
    status: 'approved',
    version: 1,
    author: 'M. Lead',
    changed: '2026-03-03T09:00:00Z',
    changeNote: '',
    history: [],
    confidence: 'to-be-verified',
    sources: [],
  }));
  await page.getByLabel('File with snippets').setInputFiles({
    name: 'many.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(snippets)),
  });
  const began = Date.now();
  await expect(page.getByText('My snippets: 10000 added')).toBeVisible({ timeout: 30_000 });
  process.stdout.write(`10,000 snippets imported and listed in ${Date.now() - began} ms\n`);
});

test('a criterion offers its snippets, filled from the case with the sources', async ({
  ext,
  portals,
}) => {
  const { panel } = await openCase(ext, portals, 'NG-15-21183');
  await panel.locator('.req__head').first().click();
  await panel.locator('[data-key="draft"]').waitFor();
  await panel.locator('[data-stop*="/"][aria-expanded="false"]').first().click();
  await panel.getByRole('button', { name: /for this question$/ }).click();
  await panel.getByRole('searchbox', { name: 'Search snippets' }).waitFor();
  const [first] = await panel.locator('.snippet').all();
  await first?.locator('.snippet__title').click();
  await expect(panel.locator('.snippet.open .snippet__text')).not.toBeEmpty();
  await expect(panel.locator('.snippet.open')).toContainText('In force');
  const found = await new AxeBuilder({ page: panel }).analyze();
  expect(found.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});
