import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { allowSite, openAllowed, patience, reviewDone, reviewShown } from './allow-site.ts';
import { expect, test } from './fixtures.ts';
import { seenBy, spyOn, startSpying } from './page-spy.ts';

interface Fixture {
  reads: string[];
  leavesOut?: string[];
  unread: string[];
  files?: string[];
  /** Its text is in frames, and so are its marks. */
  unmarked?: boolean;
  /** Events that the page itself sends all the time. */
  own?: string[];
}

const fixtures: Record<string, Record<string, Fixture>> = JSON.parse(
  readFileSync(join(import.meta.dirname, '../portals/fixtures.json'), 'utf8'),
);

/** The texts of the cases that are open, as the background keeps them in memory. */
async function textsRead(own: Page): Promise<string> {
  return own.evaluate(async () => {
    const stored = await chrome.storage.session.get(null);
    return Object.entries(stored)
      .filter(([key]) => key.startsWith('case:'))
      .flatMap(([, value]) =>
        (value as { documents: { document: { text: string } }[] }).documents.map(
          ({ document }) => document.text,
        ),
      )
      .join('\n----\n');
  });
}

for (const [portal, pages] of Object.entries(fixtures)) {
  for (const [
    path,
    { reads, leavesOut = [], unread, files, unmarked, own: ownEvents = [] },
  ] of Object.entries(pages)) {
    test(`${portal}/${path} is read, and sees nothing of it`, async ({ ext, portals }) => {
      test.setTimeout(90_000);
      const address = portals.url(portal, path);
      const page = await ext.context.newPage();
      await spyOn(page);
      await page.goto(address);
      await page.waitForLoadState('networkidle');
      if ((await page.content()).includes('dataset.ready'))
        await page.waitForSelector('[data-ready]');
      await startSpying(page);
      const { records: _, ...before } = await seenBy(page);
      const requests = portals.requests.length;

      const own = await allowSite(ext, address);
      await page.bringToFront();
      for (const words of reads) {
        await expect.poll(() => textsRead(own), patience).toContain(words);
      }
      const shown = await reviewDone(own);
      const text = await textsRead(own);
      for (const words of leavesOut) expect(text).not.toContain(words);
      const codes = shown.case?.documents.flatMap((one) => one.unread.map(({ code }) => code));
      expect(codes?.sort()).toEqual(unread);
      if (files) expect(shown.case?.files?.map(({ name }) => name)).toEqual(files);
      if (!unmarked && shown.case?.review?.requests.length) {
        await expect
          .poll(() => page.evaluate(() => CSS.highlights.size), patience)
          .toBeGreaterThan(0);
      }

      const { records, ...after } = await seenBy(page);
      expect(records.filter((record) => !ownEvents.includes(record))).toEqual([]);
      expect(after).toEqual(before);
      expect(portals.requests.slice(requests)).toEqual([]);
      expect(ext.outside.asked).toEqual([]);
      test.info().annotations.push({
        type: 'longest task',
        description: `${await page.evaluate(() => spy.longest)} ms`,
      });

      await own.evaluate(() => chrome.permissions.remove({ origins: ['http://127.0.0.1/*'] }));
      await expect.poll(() => textsRead(own)).toBe('');
      // Playwright's own waiting needs what a hostile page has overridden.
      await expect.poll(() => page.evaluate(() => CSS.highlights.size)).toBe(0);
      expect((await seenBy(page)).html).toBe(before.html);
    });
  }
}

test('what scrolled out of a list stays, once, until the list is another one', async ({
  ext,
  portals,
}) => {
  test.setTimeout(90_000);
  const address = portals.url('virtual-scroll');
  const { own, page } = await openAllowed(ext, address);
  const list = page.locator('#list');
  const scrollTo = async (entry: number) => {
    await list.evaluate(async (element, i) => {
      const shows = () => element.textContent?.includes(`Entry ${i} of`);
      while (!shows()) {
        element.scrollTop += element.clientHeight / 2;
        await new Promise((resolve) => setTimeout(resolve, 150));
      }
    }, entry);
  };
  await expect.poll(() => textsRead(own), patience).toContain('Entry 3 of LL-1');
  await scrollTo(80);
  await expect.poll(() => textsRead(own), patience).toContain('Entry 80 of LL-1');
  const entries = async () =>
    (await textsRead(own))
      .match(/Entry \d+ of LL-\d/g)
      ?.map((words) => Number(words.split(' ')[1]));
  const read = (await entries()) ?? [];
  expect(new Set(read).size).toBe(read.length);
  expect([...read].sort((a, b) => a - b)).toEqual(
    Array.from({ length: Math.max(...read) + 1 }, (_, i) => i),
  );
  const { case: shown } = await reviewDone(own);
  expect(shown?.documents[0]?.away).toBeGreaterThan(50);
  expect(shown?.documents[0]?.unread.map(({ code }) => code)).toEqual(['CG-112']);

  await scrollTo(299);
  await expect
    .poll(async () => (await reviewShown(own)).case?.documents[0]?.unread, patience)
    .toEqual([]);

  await page.evaluate(() =>
    (globalThis as unknown as { showClaim(c: string): void }).showClaim('LL-2'),
  );
  await expect.poll(() => textsRead(own), patience).toContain('of LL-2');
  await expect.poll(() => textsRead(own), patience).not.toContain('of LL-1');
});

test('what was folded away is read once it was shown, and stays', async ({ ext, portals }) => {
  const address = portals.url('folded');
  const { own, page } = await openAllowed(ext, address);
  await expect.poll(() => textsRead(own), patience).toContain('First tab');
  await page.getByText('History').click();
  await page.getByRole('button', { name: 'Exam' }).click();
  await page.getByRole('tab', { name: 'Orders' }).click();
  for (const words of ['Inside the details', 'Inside the section', 'Second tab', 'First tab']) {
    await expect.poll(() => textsRead(own), patience).toContain(words);
  }
  await page.getByText('History').click();
  await page.getByRole('button', { name: 'Exam' }).click();
  await expect
    .poll(async () => (await reviewShown(own)).case?.documents[0]?.away, patience)
    .toBeGreaterThanOrEqual(3);
  const text = await textsRead(own);
  for (const words of ['Inside the details', 'Inside the section', 'Second tab', 'First tab']) {
    expect(text.split(words)).toHaveLength(2);
  }
  // What changed while it was folded away was never shown.
  await page.evaluate(() => document.querySelector('#p1 p')?.replaceChildren('Another claim.'));
  await expect.poll(() => textsRead(own), patience).not.toContain('First tab');
  expect(await textsRead(own)).not.toContain('Another claim');
});

for (const framework of ['react', 'vue', 'angular']) {
  test(`a page that ${framework} draws anew with every key keeps its marks`, async ({
    ext,
    portals,
  }) => {
    const address = portals.url('rerender', `${framework}.html`);
    const { own, page } = await openAllowed(ext, address);
    await page.waitForFunction(() => CSS.highlights.size > 0);
    const before = await reviewDone(own);
    await page.getByLabel('Find').pressSequentially('the twitch response of today');
    await expect(page.getByLabel('Find')).toHaveValue('the twitch response of today');
    // The elements that were marked are gone, and those that are there are marked.
    await expect
      .poll(
        () =>
          page.evaluate(() =>
            [...CSS.highlights.values()]
              .flatMap((highlight) => [...highlight])
              .map(({ startContainer }) => startContainer.isConnected)
              .join(' '),
          ),
        patience,
      )
      .toMatch(/^true( true)*$/);
    const after = await reviewDone(own);
    expect(after.case?.review?.requests.length).toBe(before.case?.review?.requests.length);
    expect((await textsRead(own)).split('Twitch response on palpation')).toHaveLength(2);
  });
}

test('a page that floods the marks is left alone, and the panel says so once', async ({
  ext,
  portals,
}) => {
  const address = portals.url('hostile', 'flood.html');
  const { own } = await openAllowed(ext, address);
  await expect
    .poll(async () => (await reviewShown(own)).case?.faults.map(({ code }) => code), {
      timeout: 20_000,
    })
    .toEqual(['CG-301']);
});
