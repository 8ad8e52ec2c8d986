import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { highlightName } from '../../lib/marking/style-sheet.ts';
import { benchPack, benchText } from '../components/sample-bench.ts';
import type { LoadedBrowser } from './browser.ts';
import { expect, test } from './fixtures.ts';
import { openCase } from './open-case.ts';

const packText = JSON.stringify(benchPack, null, 2);

async function openBench(ext: LoadedBrowser, address = 'bench.html'): Promise<Page> {
  const bench = await ext.context.newPage();
  await bench.goto(ext.url(address));
  await expect(bench.getByText('No fault. The pack can be used.')).toBeVisible({
    timeout: 15_000,
  });
  return bench;
}

const editor = (bench: Page) => bench.getByRole('textbox', { name: 'Pack' });
const record = (bench: Page) => bench.getByRole('textbox', { name: 'Text' });
const verdicts = (bench: Page) => bench.getByRole('region', { name: 'Verdicts' });

/** Types over everything that stands in the editor, as a paste does. */
async function write(bench: Page, text: string): Promise<void> {
  await editor(bench).click();
  await bench.keyboard.press('ControlOrMeta+A');
  await bench.keyboard.insertText(text);
}

async function writeBoth(bench: Page): Promise<void> {
  await record(bench).fill(benchText);
  await write(bench, packText);
  await expect(verdicts(bench)).toContainText('Number of visits', { timeout: 15_000 });
}

const paintedAs = (bench: Page, meaning: 'supports' | 'opposes') =>
  bench.evaluate(
    (names) =>
      names.flatMap((name) =>
        [...(CSS.highlights.get(name) ?? [])].map((range) =>
          (range.startContainer.textContent ?? '').slice(range.startOffset, range.endOffset),
        ),
      ),
    (['light', 'dark'] as const).map((shade) => highlightName(meaning, shade)),
  );

test('another limit changes the verdict and the marks at once', async ({ ext }) => {
  const bench = await openBench(ext);
  await writeBoth(bench);
  await expect(verdicts(bench).getByRole('button', { name: /visits/ })).toContainText('not met');
  await expect.poll(() => paintedAs(bench, 'opposes')).not.toEqual([]);

  await write(bench, packText.replace('"amount": 10', '"amount": 20'));
  await expect(verdicts(bench).getByRole('button', { name: /visits/ })).not.toContainText(
    'not met',
  );
  await expect.poll(() => paintedAs(bench, 'opposes')).toEqual([]);
  await expect.poll(() => paintedAs(bench, 'supports')).not.toEqual([]);
});

test('a fault is shown at its line, and the last good pack goes on', async ({ ext }) => {
  const bench = await openBench(ext);
  await writeBoth(bench);
  await write(bench, packText.replace('"rank": 1', '"rank": "first"'));
  const fault = bench.getByRole('button', { name: /A number is expected here/ });
  await expect(fault).toContainText('line 15');
  await expect(verdicts(bench)).toContainText('These are of the pack as it was before the fault.');
  await expect(verdicts(bench)).toContainText('Number of visits');
  await expect(bench.getByRole('button', { name: 'Save', exact: true })).toBeDisabled();
  await fault.click();
  await expect(bench.locator('.cm-activeLineGutter', { hasText: '15' })).toBeVisible();
  await bench.keyboard.press('End');

  await write(bench, packText.replace('"rank": 1\n', '"rank": 1,\n'));
  await expect(bench.getByRole('button', { name: /one too many/ })).toContainText('line 16');
});

test('a saved pack stands in the options, and is edited from there', async ({ ext }) => {
  const bench = await openBench(ext);
  await writeBoth(bench);
  await bench.getByLabel('Save as').selectOption('team');
  await bench.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(bench.getByText('Heat wraps is saved as a team pack')).toBeVisible();
  const options = await ext.context.newPage();
  await options.goto(ext.url('options.html#criteria'));
  await expect(options.getByText('team pack · edition: 2015')).toBeVisible();
  await options.getByRole('link', { name: 'Edit Heat wraps' }).click();
  await expect(editor(options)).toContainText('"Heat wraps"');
});

test('a shipped pack is opened as a copy that takes its place', async ({ ext }) => {
  const bench = await openBench(ext, 'bench.html#shipped/acupuncture');
  await expect(editor(bench)).toContainText('"replaces": "acupuncture"');
  const saved = bench.waitForEvent('download');
  await bench.getByRole('button', { name: 'Export' }).click();
  const file = await (await saved).path();
  expect(JSON.parse(readFileSync(file, 'utf8')).id).toBe('own-acupuncture');
});

test('a criterion is added with its text, and shown in the pack', async ({ ext }) => {
  const bench = await openBench(ext);
  await bench.getByLabel('Add a first draft').fill('my-pack-treatment/sleep-quality');
  await bench.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(record(bench)).toContainText('Sleep quality noted');
  const row = verdicts(bench).getByRole('button', { name: /Sleep quality/ });
  await expect(row).toContainText('met');
  await row.click();
  await expect
    .poll(() =>
      bench.evaluate((name) => CSS.highlights.has(name), highlightName('current', 'light')),
    )
    .toBe(true);
  await bench.getByRole('button', { name: 'Show in the pack' }).click();
  await expect(editor(bench)).toBeFocused();
  await bench.getByLabel('Add a first draft').fill('No name');
  await bench.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(bench.getByText('“No name” names no criterion')).toBeVisible();
});

test('the case of a tab can be taken, and nothing of a text is stored', async ({
  ext,
  portals,
}) => {
  await openCase(ext, portals, 'NG-15-20417');
  const bench = await openBench(ext, 'bench.html#shipped/trigger-point-injection');
  await bench.getByLabel('Text of an open case').selectOption({ index: 1 });
  await expect(record(bench)).toContainText('Halvorsen');
  await expect(verdicts(bench)).toContainText('Twitch response');
  const stored = await bench.evaluate(async () => {
    const rows: unknown[] = [{ ...localStorage }, { ...sessionStorage }];
    const library = await new Promise<IDBDatabase>((done) => {
      const opening = indexedDB.open('caseglass');
      opening.onsuccess = () => done(opening.result);
    });
    for (const store of library.objectStoreNames) {
      const all = library.transaction(store).objectStore(store).getAll();
      rows.push(await new Promise((done) => (all.onsuccess = () => done(all.result))));
    }
    library.close();
    return JSON.stringify(rows);
  });
  expect(stored).not.toMatch(/Halvorsen/);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no fault that axe finds, ${colorScheme}, narrow and wide`, async ({ ext }) => {
    test.slow();
    const bench = await openBench(ext);
    await bench.emulateMedia({ colorScheme });
    await writeBoth(bench);
    await verdicts(bench)
      .getByRole('button', { name: /visits/ })
      .click();
    await write(bench, packText.replace('"rank": 1', '"rank": "first"'));
    await expect(bench.getByRole('button', { name: /A number is expected/ })).toBeVisible();
    // the policy lets the editor have its styles
    await expect(bench.locator('.cm-gutters')).toHaveCSS('display', 'flex');
    for (const width of [320, 480, 1000]) {
      await bench.setViewportSize({ width, height: 760 });
      expect(await bench.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      const { violations } = await new AxeBuilder({ page: bench }).setLegacyMode().analyze();
      const found = violations.map(({ id, nodes }) => `${width} ${id} ${nodes[0]?.html}`);
      expect(found).toEqual([]);
    }
  });
}
