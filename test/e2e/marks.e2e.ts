import type { Page } from '@playwright/test';
import { markThousands } from '../bench/browser/many-marks.ts';
import { allowSite, openAllowed, reviewDone } from './allow-site.ts';
import { inspectCard } from './card.ts';
import { expect, test } from './fixtures.ts';
import { painted, paintedWords, waitForMarks } from './painted.ts';
import { coloursAt } from './pixels.ts';

const shoulder = 'cases/NG-15-20417';

test('marks lie under the words they are about, and are drawn', async ({ ext, portals }) => {
  const address = portals.url('demo', shoulder);
  const { page } = await openAllowed(ext, address);
  await waitForMarks(page);
  const requests = await paintedWords(page, 'request', 'request-line');
  expect(requests.join(' ')).toContain('Trigger point injections, left upper trapezius');
  expect((await paintedWords(page, 'supports', 'supports-line')).length).toBeGreaterThan(0);

  const [first] = (await painted(page)).filter(({ words }) =>
    words.startsWith('Trigger point inj'),
  );
  // The lines of a request, over and under, in the colour it has on light ground: #1e6d64.
  expect(await coloursAt(page, first?.box ?? { x: 0, y: 0, width: 0, height: 0 })).toContain(
    '30,109,100',
  );
});

test('on a dark ground the marks are those for dark', async ({ ext, portals }) => {
  const address = portals.url('demo', shoulder);
  await allowSite(ext, address);
  const page = await ext.context.newPage();
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(address);
  await waitForMarks(page);
  const [first] = (await painted(page)).filter(({ words }) =>
    words.startsWith('Trigger point inj'),
  );
  expect(await coloursAt(page, first?.box ?? { x: 0, y: 0, width: 0, height: 0 })).toContain(
    '138,199,190',
  );
});

test('with forced colours the marks are drawn by the system’s', async ({ ext, portals }) => {
  const address = portals.url('demo', shoulder);
  await allowSite(ext, address);
  const page = await ext.context.newPage();
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(address);
  const row = page.getByRole('row').filter({ hasText: 'Trigger point injections' }).first();
  const cell = row.getByRole('cell').filter({ hasText: 'Trigger point injections' });
  const plain = await coloursAt(page, (await cell.boundingBox()) ?? emptyBox);
  await waitForMarks(page);
  await expect
    .poll(async () => {
      const marked = await coloursAt(page, (await cell.boundingBox()) ?? emptyBox);
      return [...marked].some((colour) => !plain.has(colour));
    })
    .toBe(true);
});

const emptyBox = { x: 0, y: 0, width: 0, height: 0 };

test('the card says what a mark is, leads to the panel, and leaves no trace', async ({
  ext,
  portals,
}) => {
  const address = portals.url('demo', shoulder);
  const { page } = await openAllowed(ext, address);
  await waitForMarks(page);
  const before = await page.evaluate(() => document.documentElement.outerHTML);
  const [first] = (await painted(page)).filter(({ words }) =>
    words.startsWith('Trigger point inj'),
  );
  const { x, y, height } = first?.box ?? emptyBox;
  await page.mouse.move(x + 20, y + height / 2);
  await expect
    .poll(async () => (await inspectCard(page)).words)
    .toMatch(/Request 1[\s\S]*Show in panel/);

  await (await inspectCard(page)).click('Show in panel');
  const panelOpen = () =>
    ext.worker.evaluate(async () => {
      const open = await chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL' as never] });
      return open.length;
    });
  await expect.poll(panelOpen).toBe(1);
  const panel = await ext.openSidePanel(address);
  await expect(panel.getByRole('heading', { level: 1 })).toContainText('NG-15-20417');
  await expect(panel.getByText('Trigger point injections').first()).toBeVisible();

  await page.mouse.move(2, 2);
  await expect.poll(async () => (await inspectCard(page)).isOpen).toBe(false);
  expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
});

test('keys go from mark to mark, the card takes the keyboard and gives it back', async ({
  ext,
  portals,
}) => {
  const address = portals.url('demo', shoulder);
  const { page } = await openAllowed(ext, address);
  await waitForMarks(page);
  const brand = page.getByRole('link', { name: 'Northgate Claims' });
  await brand.focus();
  await page.keyboard.press('Alt+KeyJ');
  await expect.poll(async () => (await inspectCard(page)).words).toMatch(/mark 1 of \d+/);
  await page.keyboard.press('Alt+KeyJ');
  await expect.poll(async () => (await inspectCard(page)).words).toMatch(/mark 2 of \d+/);
  await expect.poll(() => paintedWords(page, 'current')).not.toEqual([]);
  await page.keyboard.press('Alt+KeyK');
  await expect.poll(async () => (await inspectCard(page)).words).toMatch(/mark 1 of \d+/);
  await page.keyboard.press('Escape');
  expect((await inspectCard(page)).isOpen).toBe(false);
  await expect(brand).toBeFocused();
});

test('what changes is read again, and what did not change stays marked', async ({
  ext,
  portals,
}) => {
  const address = portals.url('demo', shoulder);
  const { own, page } = await openAllowed(ext, address);
  await waitForMarks(page);
  await reviewDone(own);
  await page.evaluate(() => {
    const late = document.createElement('p');
    late.textContent = 'Late addendum about zucchini.';
    document.querySelector('main')?.prepend(late);
  });
  await expect
    .poll(async () => {
      const { tab } = (await reviewDone(own)) as { tab: { id: number } };
      const body = { tabId: tab.id, term: 'zucchini' };
      const answer = await own.evaluate(
        (sent) =>
          chrome.runtime.sendMessage({ way: 'panelToBackground', name: 'searchAgain', body: sent }),
        body,
      );
      return answer.value?.found;
    })
    .toBe(1);
  await expect
    .poll(async () => (await paintedWords(page, 'request', 'request-line')).join(' '))
    .toContain('Trigger point injections, left upper trapezius');
});

test('of thousands of marks those on the screen are painted, wherever one scrolls', async ({
  ext,
  portals,
}) => {
  const { page } = await openAllowed(ext, portals.url('demo', shoulder));
  await waitForMarks(page);
  await page.evaluate(() => {
    const table = document.createElement('table');
    for (let row = 0; row < 300; row += 1) {
      const cells = table.insertRow();
      for (let cell = 0; cell < 2; cell += 1) {
        cells.insertCell().textContent = `Row ${row}: palpable cord.`;
      }
    }
    const list = Array.from({ length: 700 }, (_, at) => {
      const item = document.createElement('p');
      item.textContent = `Item ${at}: palpable cord.`;
      // It stays at the top of the screen while those beside it scroll away.
      if (at === 100) Object.assign(item.style, { position: 'sticky', top: '0' });
      return item;
    });
    document.querySelector('main')?.append(table, ...list);
  });
  await expect.poll(() => markThousands({ ext }, /palpable cord/g, 'Item 699:')).toBe(1_300);
  for (const words of ['Row 0:', 'Row 150:', 'Row 299:', 'Item 350:', 'Item 699:', 'Item 3:']) {
    await page.getByText(words).first().scrollIntoViewIfNeeded();
    await expect.poll(() => unpainted(page, /palpable cord/)).toEqual([]);
  }
});

/** Paragraphs and cells on the screen in which these words stand and are not painted. */
function unpainted(page: Page, words: RegExp): Promise<string[]> {
  return page.evaluate((expression) => {
    const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]);
    const painted = new Set(ranges.map(({ startContainer }) => startContainer.parentElement));
    return [...document.querySelectorAll('p, td')]
      .filter((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return bottom > 0 && top < innerHeight && expression.test(element.textContent);
      })
      .filter((element) => !painted.has(element as HTMLElement))
      .map((element) => element.textContent);
  }, words);
}

test('the toolbar shows how many criteria are open', async ({ ext, portals }) => {
  const address = portals.url('demo', 'cases/NG-15-21183');
  const { own, page } = await openAllowed(ext, address);
  await waitForMarks(page);
  const { case: shown, tab } = await reviewDone(own);
  const open = shown?.review?.requests
    .flatMap(({ criteria }) => criteria)
    .filter(({ verdict }) => ['conflicting', 'unclear', 'not-documented'].includes(verdict));
  expect(open?.length).toBeGreaterThan(0);
  await expect
    .poll(() =>
      ext.worker.evaluate((tabId) => chrome.action.getBadgeText({ tabId }), tab?.id as number),
    )
    .toBe(String(open?.length));
});

test('a passage asked for by the panel is scrolled to and set off', async ({ ext, portals }) => {
  const address = portals.url('demo', shoulder);
  const own = await allowSite(ext, address);
  const page = await ext.context.newPage();
  await page.setViewportSize({ width: 1000, height: 400 });
  await page.goto(address);
  await waitForMarks(page);
  const { case: shown, tab } = await reviewDone(own);
  const evidence = (shown?.review?.requests ?? [])
    .flatMap(({ criteria }) => criteria)
    .flatMap((criterion) => criterion.evidence);
  const furthest = evidence.reduce((a, b) => (b.start > a.start ? b : a));
  const body = { tabId: tab?.id, passage: furthest };
  const answer = await own.evaluate(
    (sent) =>
      chrome.runtime.sendMessage({ way: 'panelToBackground', name: 'showPassage', body: sent }),
    body,
  );
  expect(answer).toEqual({ ok: true, value: null });
  await expect.poll(() => paintedWords(page, 'current')).not.toEqual([]);
  const [current] = (await painted(page)).filter(({ name }) => name === 'cg-6');
  expect(current?.box.y).toBeGreaterThan(0);
  expect(current?.box.y).toBeLessThan(400);
});
