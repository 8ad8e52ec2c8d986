import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import mammoth from 'mammoth';
import { expect, test } from './fixtures.ts';
import { openCase } from './open-case.ts';

/** Low back case: no radiculopathy is conflicting, a myofascial diagnosis is not documented. */
const lowBack = 'NG-15-21183';

const openInjections = (panel: Page) =>
  panel.getByRole('button', { name: /^1 Trigger point injections/ }).click();

async function openComposer(panel: Page, role = 'Physician reviewer'): Promise<void> {
  await openInjections(panel);
  await panel.keyboard.press('d');
  // Radios are covered by their labels.
  await panel.getByText(role, { exact: true }).click();
  await panel.getByRole('group', { name: 'Your decision on this item' }).waitFor();
}

test('a draft is composed, put into the field pointed at, read back and taken out again', async ({
  ext,
  portals,
}) => {
  const { page, panel } = await openCase(ext, portals, lowBack);
  await openComposer(panel);
  await panel.getByText('Deny', { exact: true }).click();
  await expect(panel.getByRole('textbox', { name: /: Decision$/ })).toHaveValue(/: denied\.$/);
  await expect(panel.getByRole('textbox', { name: /: Request$/ })).toHaveValue(/^Requested: /);

  const field = page.locator('#rationale');
  const others = page.locator('textarea:not(#rationale), input');
  const before = await others.evaluateAll((all) =>
    all.map((one) => (one as HTMLInputElement).value),
  );
  await panel.getByRole('button', { name: 'Choose the field' }).click();
  // What says so on the page, and what covers it meanwhile, stand in no document of its own.
  await expect(page.locator('html > [popover]')).toHaveCount(2);
  await field.scrollIntoViewIfNeeded();
  const box = await field.boundingBox();
  if (!box) throw new Error('the field shows');
  await page.mouse.click(box.x + 20, box.y + 20);
  await panel.getByRole('button', { name: 'Insert the draft' }).click();
  await expect(panel.getByText(/^Landed: read back/)).toBeVisible();
  await expect(field).toHaveValue(/What was not found\nSearched: /);
  await expect(field).toHaveValue(/: denied\.$/);
  expect(
    await others.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value)),
  ).toEqual(before);

  await panel.getByRole('button', { name: 'Take it back out' }).click();
  await expect(panel.getByText('Taken back. The field is as it was.')).toBeVisible();
  await expect(field).toHaveValue('');
});

test('the draft is saved as .docx, by the panel alone', async ({ ext, portals }) => {
  const { panel } = await openCase(ext, portals, lowBack);
  await openComposer(panel);
  const request = await panel.getByRole('textbox', { name: /: Request$/ }).inputValue();
  const saved = panel.waitForEvent('download');
  await panel.getByRole('button', { name: 'Save as .docx' }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toMatch(/^Trigger point injections.*\.docx$/);
  const { value } = await mammoth.extractRawText({
    buffer: readFileSync(await download.path()),
  });
  expect(value).toContain(request);
  expect(ext.outside.asked).toEqual([]);
});

test('edits and judgements are kept while the panel is closed, and listed in the draft', async ({
  ext,
  portals,
}) => {
  const { page, panel } = await openCase(ext, portals, lowBack);
  await openInjections(panel);
  await panel.getByRole('button', { name: /^No radiculopathy/ }).click();
  await panel.getByRole('button', { name: 'Correct this verdict' }).click();
  await panel.getByLabel('The verdict as you judge it').selectOption('met');
  await panel.getByLabel('Your reason').fill('The nerve study is the newer one.');
  await panel.getByRole('button', { name: 'Correct', exact: true }).click();
  await expect(panel.getByText('You judge: met. Found was: conflicting.')).toBeVisible();
  await panel.keyboard.press('Escape');
  await panel.keyboard.press('Escape');
  await expect(panel.getByText('1 judgement of your own')).toBeVisible();

  await openComposer(panel);
  await expect(panel.getByRole('textbox', { name: /: Your own judgement$/ })).toHaveValue(
    'The reviewer’s own judgement on “No radiculopathy”: met, where the search of the record gave conflicting. Reason: The nerve study is the newer one.',
  );
  const first = panel.getByRole('textbox', { name: /: Request$/ });
  await first.press('End');
  await first.fill(`${await first.inputValue()} Seen by telephone.`);

  // The panel is loaded anew, as when it was closed and opened.
  await panel.reload();
  await openInjections(panel);
  await panel.keyboard.press('d');
  await expect(first).toHaveValue(/Seen by telephone\.$/);

  // A text that changed is reviewed anew; judgement and edit stand.
  await page.locator('#rationale').evaluate((field) => {
    const line = document.createElement('p');
    line.textContent = 'Addendum 2 July 2015: no change.';
    field.closest('main')?.querySelector('p')?.after(line);
  });
  await expect(panel.getByRole('textbox', { name: /: Your own judgement$/ })).toBeVisible();
  await expect(first).toHaveValue(/Seen by telephone\.$/);
});

test('a slash calls snippets; the one chosen is filled in, and the undo key takes it back', async ({
  ext,
  portals,
}) => {
  const { panel } = await openCase(ext, portals, lowBack);
  await openComposer(panel);
  const field = panel.locator('.draft textarea').nth(1);
  await field.focus();
  await panel.keyboard.press('ControlOrMeta+End');
  await panel.keyboard.type(' /trigger');
  const list = panel.getByRole('listbox', { name: 'Snippets' });
  await expect(list.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  await expect(list).toBeInViewport();
  const before = await field.inputValue();
  await panel.keyboard.press('Enter');
  await expect(list).toHaveCount(0);
  await expect(field).toHaveValue(/MTUS.*In force/);
  await expect(field).not.toHaveValue(/\/trigger/);
  await panel.keyboard.press('ControlOrMeta+Z');
  await expect(field).toHaveValue(before);
});

test('the composer is sound for assistive technology, narrow, in light and dark', async ({
  ext,
  portals,
}) => {
  const { panel } = await openCase(ext, portals, lowBack);
  await openComposer(panel);
  await panel.getByText(/^What goes in/).click();
  await panel.setViewportSize({ width: 320, height: 800 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await panel.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page: panel }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    await panel.screenshot({ path: `test-results/composer-${colorScheme}.png`, fullPage: true });
  }
  const isWide = await panel.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  expect(isWide).toBe(false);
});
