import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { highlightName } from '../../lib/marking/style-sheet.ts';
import { expect, test } from './fixtures.ts';
import { openCase } from './open-case.ts';

const lowBack = 'NG-15-21183';

/** How many places of the page are set off now. */
const setOff = (page: Page) =>
  page.evaluate((name) => CSS.highlights.get(name)?.size ?? 0, highlightName('current', 'light'));

const violationsOf = async (panel: Page) =>
  (await new AxeBuilder({ page: panel }).setLegacyMode().analyze()).violations.map(({ id }) => id);

test('the timeline draws the case; a mark and a row of its table go to the page', async ({
  ext,
  portals,
}) => {
  const { page, panel } = await openCase(ext, portals, lowBack);
  await panel.getByRole('button', { name: 'Timeline' }).click();
  const chronology = panel.getByRole('figure', { name: 'Chronology' });
  await chronology.locator('[data-mark]').first().click();
  await expect.poll(() => setOff(page)).toBeGreaterThan(0);

  await chronology.getByRole('button', { name: 'Table' }).click();
  await chronology.getByRole('button', { name: 'show' }).last().click();
  await expect(chronology.getByRole('row')).not.toHaveCount(0);

  await panel.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await panel.bringToFront();
  await chronology.getByRole('button', { name: 'Copy image' }).click();
  await expect(chronology.getByText('Image copied')).toBeVisible();
  const types = await panel.evaluate(async () =>
    (await navigator.clipboard.read()).flatMap((item) => item.types),
  );
  expect(types).toContain('image/png');
});

test('the palette goes to a criterion and searches the claim, without a mouse', async ({
  ext,
  portals,
}) => {
  const { page, panel } = await openCase(ext, portals, lowBack);
  await panel.bringToFront();
  await panel.keyboard.press('Control+K');
  await panel.keyboard.type('radiculopathy');
  await expect(panel.getByRole('option', { selected: true })).toContainText(/radiculopathy/i);
  await panel.keyboard.press('Enter');
  await expect(panel.getByRole('heading', { level: 3, name: /radiculopathy.*\?$/i })).toBeVisible();

  await panel.keyboard.press('Control+K');
  await expect(panel.getByRole('combobox')).toBeFocused();
  await panel.keyboard.type('lumbar');
  await expect(panel.getByRole('option', { name: 'Search the text' })).toBeVisible();
  await panel.keyboard.press('ArrowUp');
  await panel.keyboard.press('Enter');
  await expect(panel.getByRole('group', { name: 'In the text' })).toBeVisible();
  await panel.keyboard.press('Enter');
  await expect.poll(() => setOff(page)).toBeGreaterThan(0);
});

test('timeline and palette have no accessibility fault in light, dark and forced colours', async ({
  ext,
  portals,
}) => {
  // six screens are looked through
  test.slow();
  const { panel } = await openCase(ext, portals, lowBack);
  await panel.getByRole('button', { name: 'Timeline' }).click();
  await panel
    .getByRole('figure', { name: 'Chronology' })
    .getByRole('button', { name: 'Table' })
    .click();
  for (const look of [
    { colorScheme: 'light' },
    { colorScheme: 'dark' },
    { forcedColors: 'active' },
  ] as const) {
    await panel.emulateMedia(look);
    expect(await violationsOf(panel), JSON.stringify(look)).toEqual([]);
    await panel.keyboard.press('Control+K');
    await panel.keyboard.type('visits');
    expect(await violationsOf(panel), `palette ${JSON.stringify(look)}`).toEqual([]);
    await panel.keyboard.press('Escape');
  }
});
