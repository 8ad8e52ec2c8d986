import type { Page } from '@playwright/test';
import { allowSite, openAllowed, patience, reviewDone, reviewShown } from './allow-site.ts';
import type { LoadedBrowser } from './browser.ts';
import { expect, test } from './fixtures.ts';
import { waitForMarks } from './painted.ts';

/** Keeps a profile as the options do, and has it taken over. */
async function keepProfile(own: Page, origin: string, label: string): Promise<void> {
  const profile = {
    id: 'portal',
    name: 'Portal',
    pages: [`${origin}/*`],
    version: '1',
    places: { claimNumber: { by: 'label', label } },
  };
  await own.goto(new URL('/options.html#portals', own.url()).href);
  await own.getByLabel('File with a portal profile').setInputFiles({
    name: 'portal.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(profile)),
  });
  await expect(own.getByText('Portal was added.')).toBeVisible();
}

/** Nobody looked at any case for ages, as a worker finds it that is started next. */
async function leaveAlone(ext: LoadedBrowser, own: Page): Promise<void> {
  await own.evaluate(async () => {
    const stored = await chrome.storage.session.get(null);
    for (const [key, value] of Object.entries(stored)) {
      if (key.startsWith('case:')) {
        await chrome.storage.session.set({ [key]: { ...(value as object), touched: 0 } });
      }
    }
  });
  const { targetInfos } = await ext.cdp.send('Target.getTargets');
  const worker = targetInfos.find(
    ({ type, url }) => type === 'service_worker' && url.includes(ext.id),
  );
  await ext.cdp.send('Target.closeTarget', { targetId: worker?.targetId ?? '' });
}

/** When each case that is kept was last looked at. */
const touchedCases = (own: Page) =>
  own.evaluate(async () => {
    const stored = Object.entries(await chrome.storage.session.get(null));
    return stored.flatMap(([key, value]) =>
      key.startsWith('case:') ? [(value as { touched: number }).touched] : [],
    );
  });

/** Asks something of the worker that changes nothing; its answer comes after all that was told before. */
const openCases = (own: Page) =>
  own.evaluate(() =>
    chrome.runtime.sendMessage({ way: 'panelToBackground', name: 'getOpenCases', body: null }),
  );

/** The texts of each case that is kept, by its claim number. */
async function keptCases(own: Page): Promise<{ claim: string | null; texts: string[] }[]> {
  return own.evaluate(async () => {
    const stored = await chrome.storage.session.get(null);
    return Object.entries(stored).flatMap(([key, value]) => {
      if (!key.startsWith('case:')) return [];
      const { claim, documents } = value as {
        claim: { number: string } | null;
        documents: { document: { text: string } }[];
      };
      return [
        { claim: claim?.number ?? null, texts: documents.map(({ document }) => document.text) },
      ];
    });
  });
}

declare global {
  function showClaim(claim: string, view: string, order: string): Promise<void>;
}

test('pages of one claim come together in two tabs, and can be told apart in the panel', async ({
  ext,
  portals,
}) => {
  const address = portals.url('demo', 'cases/NG-15-20417');
  const own = await allowSite(ext, address);
  await keepProfile(own, new URL(address).origin, 'Claim');
  const first = await ext.context.newPage();
  await first.goto(address);
  await expect
    .poll(async () => (await reviewShown(own)).case?.claimNumber ?? '', patience)
    .not.toBe('');
  const alone = await reviewDone(own);
  const second = await ext.context.newPage();
  await second.goto(`${address}?tab=again`);
  await second.evaluate(() => document.querySelector('main')?.append('One more note.'));
  await expect.poll(async () => (await reviewShown(own)).case?.documents.length, patience).toBe(2);
  const together = await reviewDone(own);
  expect(together.case?.id).toBe(alone.case?.id);
  expect(together.case?.documents.map(({ where }) => where).sort()).toEqual(['here', 'other-tab']);
  expect(together.case?.review?.requests.length).toBe(alone.case?.review?.requests.length);
  await first.close();
  await expect
    .poll(async () => (await reviewShown(own)).case?.documents.map(({ where }) => where), patience)
    .toEqual(['closed', 'here']);
});

test('a new case forgets what was read, and begins with the page', async ({ ext, portals }) => {
  const address = portals.url('demo', 'cases/NG-15-20417');
  const { own } = await openAllowed(ext, address);
  const before = await reviewDone(own);
  await own.evaluate(
    (tabId) =>
      chrome.runtime.sendMessage({ way: 'panelToBackground', name: 'newCase', body: { tabId } }),
    before.tab?.id,
  );
  await expect
    .poll(async () => (await reviewShown(own)).case?.id !== before.case?.id, patience)
    .toBe(true);
  expect((await reviewDone(own)).case?.documents).toHaveLength(1);
});

test('a case that nobody looked at is forgotten by an alarm, after a stop of the worker too', async ({
  ext,
  portals,
}) => {
  const address = portals.url('demo', 'cases/NG-15-20417');
  const { own } = await openAllowed(ext, address);
  await reviewDone(own);
  await expect.poll(() => keptCases(own)).toHaveLength(1);
  await leaveAlone(ext, own);
  await own.evaluate(() => chrome.alarms.create('forget-idle-cases', { when: Date.now() + 100 }));
  await expect.poll(async () => (await keptCases(own)).length, { timeout: 60_000 }).toBe(0);
});

test('who points, scrolls or presses a key in the portal’s page looks at its case; its scripts do not', async ({
  ext,
  portals,
}) => {
  const address = portals.url('demo', 'cases/NG-15-20417');
  const { own, page } = await openAllowed(ext, address);
  const acts: Record<string, () => Promise<void>> = {
    wheel: () => page.mouse.wheel(0, 200),
    key: () => page.keyboard.press('PageDown'),
    pointer: () => page.mouse.move(300, 300),
  };
  for (const [name, act] of Object.entries(acts)) {
    // A page tells it once a minute: each act in a page that was loaded anew.
    await page.reload();
    await page.bringToFront();
    await waitForMarks(page);
    await reviewDone(own);
    await leaveAlone(ext, own);
    await page.evaluate(() => {
      scrollBy(0, 10);
      for (const type of ['wheel', 'keydown', 'pointermove', 'input']) {
        document.body.dispatchEvent(new Event(type, { bubbles: true }));
      }
    });
    await openCases(own);
    expect(await touchedCases(own), name).toEqual([0]);
    await act();
    await expect.poll(async () => (await touchedCases(own))[0], name).toBeGreaterThan(0);
  }
});

test('two claims never mix: two tabs of a single page, two hundred switches', async ({
  ext,
  portals,
}) => {
  test.setTimeout(120_000);
  const address = portals.url('single-page');
  const own = await allowSite(ext, address);
  await keepProfile(own, new URL(address).origin, 'Claim number');
  const tabs = [await ext.context.newPage(), await ext.context.newPage()];
  for (const tab of tabs) await tab.goto(address);
  const claims = ['LR-1001', 'LR-1002', 'LR-1003'];
  const wrong: string[] = [];
  const seen = new Set<string | null>();
  const look = async () => {
    for (const { claim, texts } of await keptCases(own)) {
      seen.add(claim);
      for (const other of claims) {
        if (other !== claim && texts.some((text) => text.includes(`[${other}]`))) {
          wrong.push(`${other} in ${claim}`);
        }
      }
    }
  };
  const isRead = async (shown: string) =>
    (await keptCases(own)).some(
      ({ claim, texts }) => claim === shown && texts.some((text) => text.includes(`[${shown}]`)),
    );
  let seed = 7;
  const pick = <Item>(items: readonly Item[]): Item => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return items[seed % items.length] as Item;
  };
  for (let i = 0; i < 200; i++) {
    const order = pick(['number-first', 'text-first']);
    const tab = pick(tabs);
    const claim = pick(claims);
    await tab.evaluate(([name, view, first]) => showClaim(name, view, first), [
      claim,
      pick(['notes', 'form']),
      order,
    ] as const);
    if (i % 5 === 4) await look();
    // Some switches are seen, some are over before the page is read.
    if (i % 10 === 9) {
      await expect.poll(() => isRead(claim), patience).toBe(true);
      await look();
    }
  }
  expect(wrong).toEqual([]);
  expect([...seen].sort()).toEqual(claims);
});
