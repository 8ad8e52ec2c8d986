import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { highlightName } from '../../lib/marking/style-sheet.ts';
import { expect, test } from './fixtures.ts';
import { openCase } from './open-case.ts';

/** Low back case: no radiculopathy is conflicting, a myofascial diagnosis is not documented. */
const lowBack = 'NG-15-21183';

const openInjections = (panel: Page) =>
  panel.getByRole('button', { name: /^1 Trigger point injections/ }).click();

const openCriterion = async (panel: Page, name: string) => {
  await openInjections(panel);
  await panel.getByRole('button', { name }).first().click();
};

/** The words set off in the page now. */
const setOff = (page: Page) =>
  page.evaluate(
    (name) => {
      const ranges = [...(CSS.highlights.get(name) ?? [])];
      return ranges.map((range) => range.startContainer.textContent ?? '').join(' ');
    },
    highlightName('current', 'light'),
  );

/** What a paste brings into the portal's page. */
async function pasteInto(page: Page): Promise<{ plain: string; html: string }> {
  await page.bringToFront();
  const pasted = page.evaluate(
    () =>
      new Promise<{ plain: string; html: string }>((done) => {
        document.addEventListener('paste', ({ clipboardData }) =>
          done({
            plain: clipboardData?.getData('text/plain') ?? '',
            html: clipboardData?.getData('text/html') ?? '',
          }),
        );
      }),
  );
  await page.locator('textarea').first().focus();
  await page.keyboard.press('ControlOrMeta+V');
  return pasted;
}

test('requests of the page are listed, and the panel says which case it shows', async ({
  ext,
  portals,
}) => {
  const { panel } = await openCase(ext, portals, lowBack);
  await expect(panel.getByRole('heading', { level: 1 })).toContainText(lowBack);
  await expect(panel.getByRole('banner')).toContainText('127.0.0.1');
  await expect(panel.getByRole('heading', { level: 2 }).nth(0)).toContainText('Trigger point');
  await expect(panel.getByRole('heading', { level: 2 }).nth(1)).toContainText('Physical therapy');
});

test('a criterion opens with both sides; a passage scrolls the page and is set off', async ({
  ext,
  portals,
}) => {
  const { page, panel } = await openCase(ext, portals, lowBack);
  await openCriterion(panel, 'No radiculopathy');
  await expect(panel.getByRole('region', { name: 'For', exact: true })).toContainText(
    'Electrodiagnostic study',
  );
  const against = panel.getByRole('region', { name: 'Against' });
  await expect(against).toContainText('left L5 radiculopathy');

  await page.evaluate(() => scrollTo(0, 0));
  await against
    .getByRole('article')
    .filter({ hasText: 'Findings are those of a left L5' })
    .getByRole('button', { name: 'show' })
    .click();
  await expect.poll(() => setOff(page)).toContain('left L5 radiculopathy');
  await expect(page.getByText('Findings are those of a left L5')).toBeInViewport();
});

test('an absence opens its receipt, and is searched again with a term of one’s own', async ({
  ext,
  portals,
}) => {
  const { page, panel } = await openCase(ext, portals, lowBack);
  await openCriterion(panel, 'Myofascial diagnosis');
  const receipt = panel.getByRole('region', { name: 'Search receipt' });
  await expect(receipt).toContainText('myofascial pain');
  await expect(receipt.getByRole('row').last()).toContainText('1 of 1');

  await panel.getByLabel('Search again with another term').fill('parcel');
  await panel.keyboard.press('Enter');
  const hits = panel.locator('.hits');
  await expect(hits.getByRole('heading')).toContainText(/parcel \d+ places?/);
  await hits.getByRole('button', { name: 'show' }).last().click();
  await expect.poll(() => setOff(page)).toMatch(/parcel/i);
});

test('a citation is copied plain and rich', async ({ ext, portals }) => {
  const { page, panel } = await openCase(ext, portals, lowBack);
  await openCriterion(panel, 'Twitch response');
  await panel.keyboard.press('c');
  await expect(panel.getByText('Citation copied')).toBeAttached();
  const pasted = await pasteInto(page);
  expect(pasted.plain).toMatch(
    /MTUS Chronic Pain Medical Treatment Guidelines, 2009\..*p\. 122.*In force 18 Jul 2009 to 28 Jul 2016; covers 28 May 2015\./,
  );
  expect(pasted.html).toContain(
    '<cite>MTUS Chronic Pain Medical Treatment Guidelines, 2009</cite>',
  );
});

test('the panel follows the tab, and each case keeps its place', async ({ ext, portals }) => {
  const { page, panel } = await openCase(ext, portals, lowBack);
  await openInjections(panel);
  const other = await ext.context.newPage();
  await other.goto(portals.url('demo', 'cases/NG-15-22650'));
  await expect(panel.getByRole('heading', { level: 1 })).toContainText('NG-15-22650');
  await expect(panel.getByRole('heading', { name: /Alprazolam/ })).toBeVisible();
  await page.bringToFront();
  await expect(panel.getByRole('heading', { level: 1 })).toContainText(lowBack);
  await expect(panel.getByRole('button', { name: 'All requests' })).toBeVisible();
});

test('the whole review can be read without a mouse', async ({ ext, portals }) => {
  const { panel } = await openCase(ext, portals, lowBack);
  const card = panel.getByRole('button', { name: /^1 Trigger point/ });
  // What is due and what is unsafe stands above the requests, and is passed on the way.
  const above = await panel.evaluate(() => {
    const stops = [...document.querySelectorAll('[data-stop]')];
    return stops.findIndex((stop) => stop.matches('.req__head'));
  });
  for (let stop = 0; stop <= above; stop += 1) await panel.keyboard.press('j');
  await expect(card).toBeFocused();
  await panel.keyboard.press('Enter');
  await panel.keyboard.press('j');
  await panel.keyboard.press('Enter');
  await expect(panel.getByText(/^1 of \d+/)).toBeVisible();
  await panel.keyboard.press('j');
  await expect(panel.getByText(/^2 of \d+/)).toBeVisible();
  await panel.keyboard.press('Escape');
  await panel.keyboard.press('Escape');
  await expect(card).toBeFocused();
});

test('another day changes the edition', async ({ ext, portals }) => {
  const { panel } = await openCase(ext, portals, lowBack);
  await panel.getByRole('button', { name: 'as of 28 May 2015' }).click();
  await panel.getByLabel('Editions in force on').fill('2016-09-01');
  await panel.getByRole('button', { name: 'Use', exact: true }).click();
  await expect(panel.getByRole('button', { name: 'as of 1 Sep 2016' })).toBeVisible();
  await openCriterion(panel, 'Twitch response');
  await expect(panel.getByRole('article', { name: /^Citation/ }).first()).toContainText('2016');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no fault that axe finds, ${colorScheme}, narrow and wide`, async ({ ext, portals }) => {
    test.slow();
    const { panel } = await openCase(ext, portals, lowBack);
    await panel.emulateMedia({ colorScheme });
    const expectNoFault = async () => {
      for (const width of [320, 480]) {
        await panel.setViewportSize({ width, height: 760 });
        expect(await panel.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
        const { violations } = await new AxeBuilder({ page: panel }).setLegacyMode().analyze();
        const found = violations.map(({ id, nodes }) => `${width} ${id} ${nodes[0]?.html}`);
        expect(found).toEqual([]);
      }
    };
    await expectNoFault();
    await openCriterion(panel, 'No radiculopathy');
    await expectNoFault();
    await panel.keyboard.press('Escape');
    await panel.getByRole('button', { name: 'Myofascial diagnosis' }).click();
    await expectNoFault();
  });
}
