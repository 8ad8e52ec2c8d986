import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { chooseFile, textOf } from './controls.ts';
import { patience } from './firefox.ts';
import { allowSite, ask, reviewDone, reviewShown } from './review.ts';
import { pageState, waitForMarks } from './seen.ts';
import { useFirefox } from './use-firefox.ts';

const used = useFirefox();
const neck = 'cases/NG-15-20417';

/** Keeps a portal profile as the options do. */
async function keepProfile(own: Page, origin: string, label: string): Promise<void> {
  const profile = {
    id: 'portal',
    name: 'Portal',
    pages: [`${origin}/*`],
    version: '1',
    places: { claimNumber: { by: 'label', label } },
  };
  await chooseFile(own, 'portal.json', Buffer.from(JSON.stringify(profile)));
  await expect.poll(() => textOf(own), patience).toContain('Portal was added.');
}

test('pages of one claim in two tabs are one case, by the number the profile finds', async () => {
  const { firefox, portals } = used;
  const address = portals.url('demo', neck);
  const own = await allowSite(firefox, address);
  await keepProfile(own, new URL(address).origin, 'Claim');
  const first = await firefox.open(address);
  const claim = async () => (await reviewShown(own)).case?.claimNumber;
  await expect.poll(claim, patience).toBe('NG-15-20417');
  const alone = await reviewDone(own);
  const second = await firefox.open(`${address}?tab=again`);
  await second.evaluate(() => document.querySelector('main')?.append('One more note.'));
  const where = async () =>
    (await reviewShown(own)).case?.documents.map((document) => document.where).sort();
  await expect.poll(where, patience).toEqual(['here', 'other-tab']);
  const together = await reviewDone(own);
  expect(together.case?.id).toBe(alone.case?.id);
  expect(together.case?.review?.requests.length).toBe(alone.case?.review?.requests.length);
  await first.close();
  await expect.poll(where, patience).toEqual(['closed', 'here']);
  await second.close();
  await own.close();
});

test('a place is pointed at in the page; the press does not reach it, and nothing stays', async () => {
  const { firefox, portals } = used;
  const address = portals.url('demo', neck);
  const own = await allowSite(firefox, address);
  const page = await firefox.open(address);
  await waitForMarks(page);
  const before = await pageState(page);
  const { tab } = await reviewDone(own);
  const picking = ask(own, 'pickPlace', { tabId: tab?.id, place: 'claimNumber' });
  const isAsking = () =>
    page.evaluate(() => document.querySelectorAll(':popover-open').length === 2);
  await expect.poll(isAsking, patience).toBe(true);
  const point = await page.evaluate(() => {
    const texts = document.createTreeWalker(document.querySelector('main') ?? document, 4);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      if (text.textContent?.trim() !== 'NG-15-20417') continue;
      const { x, y, width, height } = text.parentElement?.getBoundingClientRect() ?? new DOMRect();
      if (text.parentElement?.localName === 'dd') return { x: x + width / 2, y: y + height / 2 };
    }
    return { x: 0, y: 0 };
  });
  await page.mouse.click(point.x, point.y);
  expect(await picking).toMatchObject({
    ok: true,
    value: { locator: { by: 'label', label: 'Claim' }, shows: 'NG-15-20417' },
  });
  expect(await pageState(page)).toEqual(before);
  await page.close();
  await own.close();
});
