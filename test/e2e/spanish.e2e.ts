import type { Page } from '@playwright/test';
import { launchBrowser } from './browser.ts';
import { inspectCard } from './card.ts';
import { expect, test } from './fixtures.ts';
import { painted } from './painted.ts';
import { layoutFaults } from './screen-faults.ts';

/** Low back case: it has every kind of verdict. */
const lowBack = 'NG-15-21183';

const emptyBox = { x: 0, y: 0, width: 0, height: 0 };

/** The mark on the words that exclude a radiculopathy. */
const negated = async (page: Page) =>
  (await painted(page)).find(({ words }) => words.includes('no evidence of'));

test('in a Spanish browser the review is told in Spanish, and the draft stays English', async ({
  portals,
}) => {
  test.setTimeout(60_000);
  const ext = await launchBrowser({ language: 'es' });
  try {
    const address = portals.url('demo', `cases/${lowBack}`);
    await ext.preApprove(address);
    const page = await ext.context.newPage();
    await page.goto(address);
    const panel = await ext.openSidePanel(address);
    await panel.setViewportSize({ width: 320, height: 760 });
    await panel.getByRole('button', { name: 'Permitir en este sitio' }).click();
    await expect(panel.getByText('Recibida el lunes 1 de junio de 2015.')).toBeVisible();
    await panel.locator('.req__head').first().click();
    await panel.getByRole('button', { name: 'Length of symptoms' }).click();
    const open = panel.locator('.crit-open');
    await expect(open.locator('.measure__say')).toHaveText('105 días');
    await expect(open.locator('.working')).toHaveText(
      'lesión el 12 de febrero de 2015, molestias hasta el 28 de mayo de 2015',
    );
    expect(await layoutFaults(panel)).toEqual([]);
    await panel.keyboard.press('Escape');
    await panel.getByRole('button', { name: 'Myofascial diagnosis' }).click();
    await expect(open.locator('.verdict')).toContainText('found, en 1 documento.');
    expect(await layoutFaults(panel)).toEqual([]);
    await panel.keyboard.press('Escape');

    await panel.getByRole('button', { name: 'Escribir el borrador' }).click();
    const drafted = () =>
      panel
        .locator('.draft textarea')
        .evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value));
    await expect
      .poll(async () => (await drafted()).join(' '))
      .toContain('105 days: injury 12 February 2015, complaints up to 28 May 2015.');

    await page.bringToFront();
    await page.getByText('no evidence of lumbar').first().scrollIntoViewIfNeeded();
    await expect.poll(() => negated(page)).toBeTruthy();
    const box = (await negated(page))?.box ?? emptyBox;
    await page.mouse.move(box.x + 20, box.y + box.height / 2);
    await expect.poll(async () => (await inspectCard(page)).words).toContain('negado por');
  } finally {
    await ext.close();
  }
});
