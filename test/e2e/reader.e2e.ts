import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { inEnglish } from '../../lib/cli/english.ts';
import { allowSite, patience, reviewDone, reviewShown } from './allow-site.ts';
import type { LoadedBrowser } from './browser.ts';
import { expect, test } from './fixtures.ts';
import { makeBomb, makeDocx, makePdf } from './make-files.ts';
import { waitForMarks } from './painted.ts';

const note = [
  'Progress report of 06/17/2015.',
  'Cervical spine: trigger points with a local twitch response and referred pain.',
  'No evidence of radiculopathy.',
];
const request = [
  'Request for Authorization of 06/19/2015.',
  'Trigger point injections, right trapezius, two injections.',
];

async function openReader(ext: LoadedBrowser): Promise<Page> {
  const page = await ext.context.newPage();
  await page.goto(ext.url('reader.html'));
  return page;
}

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page
    .getByLabel('File to read')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
}

/** The words under the marks of the pages that are drawn. */
async function markedWords(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...CSS.highlights.values()].flatMap((highlight) =>
      [...highlight].map((range) =>
        (range.startContainer.textContent ?? '').slice(range.startOffset, range.endOffset),
      ),
    ),
  );
}

test('a PDF is reviewed and marked like a page; the panel leads to its passages', async ({
  ext,
}) => {
  const page = await openReader(ext);
  await choose(page, 'packet.pdf', await makePdf([{ lines: note }, { lines: request }]));
  await expect
    .poll(async () => (await markedWords(page)).join(' | '), patience)
    .toContain('twitch');
  const { case: shown, tab } = await reviewDone(page);
  expect(shown?.documents).toMatchObject([{ name: 'packet.pdf', pages: 2, pagesRead: 2 }]);
  expect(shown?.review?.requests[0]?.treatment).toBe('trigger-point-injection');
  const twitch = shown?.review?.requests[0]?.criteria.find(({ id }) =>
    id.endsWith('twitch-response'),
  );
  expect(twitch?.verdict).toBe('met');
  await expect(page.getByRole('button', { name: /Page 1, \d+ findings/ })).toBeVisible();
  const { document = '', start = 0, end = 0 } = shown?.review?.requests[0]?.passages[0] ?? {};
  const answer = await page.evaluate(
    (body) => chrome.runtime.sendMessage({ way: 'panelToBackground', name: 'showPassage', body }),
    { tabId: tab?.id, passage: { document, start, end } },
  );
  expect(answer).toMatchObject({ ok: true });
  await expect(page.getByLabel('Page', { exact: true })).toHaveValue('2');
});

test('a place is found over line ends, and gone to from one to the next', async ({ ext }) => {
  const page = await openReader(ext);
  const lines = ['the right sho-', 'ulder hurts.', 'Right  shoulder again.'];
  await choose(page, 'a.pdf', await makePdf([{ lines: note }, { lines }]));
  const find = page.getByRole('searchbox', { name: 'Find in document' });
  await find.fill('right shoulder');
  await expect(page.getByText('1 of 2')).toBeVisible();
  await find.press('Enter');
  await expect(page.getByText('2 of 2')).toBeVisible();
  await find.fill('left knee');
  await expect(page.getByText('not found')).toBeVisible();
});

test('a scanned page is counted, read on request, and says how sure it is', async ({ ext }) => {
  test.setTimeout(120_000);
  const page = await openReader(ext);
  const scan = await ext.context.newPage();
  await scan.setViewportSize({ width: 850, height: 1100 });
  await scan.setContent(
    `<body style="margin: 70px; font: 22px/1.6 serif; background: white">${note.join('<br>')}</body>`,
  );
  const picture = await scan.screenshot();
  await scan.close();
  await choose(page, 'scan.pdf', await makePdf([{ lines: request }, { picture }]));
  await expect(page.getByText('1 page is a picture without text.')).toBeVisible();
  const before = await reviewDone(page);
  expect(before.case?.documents[0]).toMatchObject({ pages: 2, pagesRead: 1 });
  const verdict = (shown: typeof before) =>
    shown.case?.review?.requests[0]?.criteria.find(({ id }) => id.endsWith('/twitch-response'));
  expect(inEnglish(verdict(before)?.reason ?? '')).toContain('what could be read');
  await page.getByRole('button', { name: 'Read them by text recognition' }).click();
  await expect(page.getByText(/recognised, \d+ % sure/)).toBeVisible({ timeout: 90_000 });
  await expect
    .poll(async () => verdict(await reviewShown(page))?.verdict, { timeout: 30_000 })
    .toBe('met');
});

test('a thousand pages are read in turns, can be cancelled, and only those in view are drawn', async ({
  ext,
}) => {
  test.setTimeout(120_000);
  const page = await openReader(ext);
  const pages = Array.from({ length: 1_000 }, (_, at) => ({
    lines: [`Page ${at + 1} of the record.`, ...note, `Visit number ${at + 1}.`],
  }));
  await choose(page, 'record.pdf', await makePdf(pages));
  await expect(page.getByText(/Reading page \d+ of 1000/)).toBeVisible(patience);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText(/Reading was cancelled: \d+ pages were not read/)).toBeVisible();
  await choose(page, 'record.pdf', await makePdf(pages));
  await expect(page.getByText(/Reading page/)).toBeVisible(patience);
  await expect(page.getByText(/Reading page/)).toBeHidden({ timeout: 90_000 });
  expect(await page.locator('.reader__page canvas').count()).toBeLessThan(12);
  await page.getByLabel('Page', { exact: true }).fill('900');
  await page.getByLabel('Page', { exact: true }).press('Enter');
  await expect(page.locator('[data-page="899"] .reader__text')).toContainText(
    'Visit number 900.',
    patience,
  );
  expect(await page.locator('.reader__page canvas').count()).toBeLessThan(12);
});

test('texts, RTF and DOCX are read; what is none of them, broken or locked is refused', async ({
  ext,
}) => {
  const page = await openReader(ext);
  const name = async () => (await reviewShown(page)).case?.documents[0];
  await choose(page, 'note.txt', Buffer.from([...note, ...request].join('\n\n')));
  await expect
    .poll(async () => (await markedWords(page)).join(' | '), patience)
    .toContain('twitch');
  await choose(page, 'note.rtf', Buffer.from(`{\\rtf1\\ansi ${note.join('\\par ')}}`));
  await expect.poll(async () => (await name())?.name, patience).toBe('note.rtf');
  await expect(page.locator('.reader__sheet')).toContainText('local twitch response');
  await choose(page, 'note.docx', await makeDocx(note));
  await expect.poll(async () => (await name())?.name, patience).toBe('note.docx');
  await expect(page.locator('.reader__sheet')).toContainText('No evidence of radiculopathy.');
  await choose(page, 'picture.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]));
  await expect(page.getByText('CG-109')).toBeVisible();
  await choose(page, 'broken.pdf', Buffer.from('%PDF-1.7\nnothing of a PDF'));
  await expect(page.getByText('CG-108')).toBeVisible();
  await choose(page, 'bomb.docx', await makeBomb());
  await expect(page.getByText(/unpacks to far more than a document holds/)).toBeVisible(patience);
  await expect(page.getByText('CG-114')).toBeVisible();
  await choose(page, 'note.docx', await makeDocx(note));
  await expect(page.locator('.reader__sheet')).toContainText('No evidence of radiculopathy.');
});

test('a text is pasted', async ({ ext }) => {
  const page = await openReader(ext);
  await page.getByLabel('or paste a text').fill([...note, ...request].join('\n'));
  await page.getByRole('button', { name: 'Read this text' }).click();
  await expect
    .poll(async () => (await markedWords(page)).join(' | '), patience)
    .toContain('twitch');
});

test('a document opened from a case is reviewed with it, and stays when its tab is closed', async ({
  ext,
  portals,
}) => {
  const address = portals.url('demo', 'cases/NG-15-20417');
  const own = await allowSite(ext, address);
  const portal = await ext.context.newPage();
  await portal.goto(address);
  await waitForMarks(portal);
  const alone = await reviewDone(own);
  const opened = ext.context.waitForEvent('page');
  await own.evaluate(
    (body) => chrome.runtime.sendMessage({ way: 'panelToBackground', name: 'openReader', body }),
    { tabId: alone.tab?.id, file: null },
  );
  const reader = await opened;
  await choose(reader, 'old-chart.pdf', await makePdf([{ lines: note }]));
  await expect
    .poll(async () => (await reviewShown(own)).case?.documents.map(({ name }) => name), patience)
    .toEqual([alone.case?.documents[0]?.name, 'old-chart.pdf']);
  expect((await reviewDone(own)).case?.id).toBe(alone.case?.id);
  await reader.close();
  await portal.bringToFront();
  await expect
    .poll(async () => (await reviewShown(own)).case?.documents.map(({ where }) => where), patience)
    .toEqual(['here', 'closed']);
});

for (const scheme of ['light', 'dark'] as const) {
  test(`no fault that axe finds, ${scheme}, empty and with a document`, async ({ ext }) => {
    const page = await openReader(ext);
    await page.emulateMedia({ colorScheme: scheme });
    const faults = async () =>
      (await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id);
    expect(await faults()).toEqual([]);
    await choose(page, 'a.pdf', await makePdf([{ lines: note }, { lines: [] }]));
    await expect(page.getByText('1 page is a picture without text.')).toBeVisible();
    expect(await faults()).toEqual([]);
    await page.setViewportSize({ width: 400, height: 700 });
    const isWide = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    expect(isWide).toBe(false);
  });
}
