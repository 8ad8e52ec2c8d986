import type { Page } from '@playwright/test';
import {
  allowSite,
  extensionPage,
  openAllowed,
  patience,
  reviewDone,
  reviewShown,
} from './allow-site.ts';
import type { LoadedBrowser } from './browser.ts';
import { expect, test } from './fixtures.ts';
import { openCase } from './open-case.ts';
import { waitForMarks } from './painted.ts';

const lowBack = 'cases/NG-15-21183';
const shoulder = 'cases/NG-15-20417';

/** Stops the worker as the browser does, whatever it is at. */
async function stopWorker(ext: LoadedBrowser): Promise<void> {
  const { targetInfos } = await ext.cdp.send('Target.getTargets');
  const worker = targetInfos.find(
    ({ type, url }) => type === 'service_worker' && url.includes(ext.id),
  );
  if (worker) await ext.cdp.send('Target.closeTarget', { targetId: worker.targetId });
}

/** What a review says, without what counts. */
async function findings(own: Page) {
  const { case: open } = await reviewDone(own);
  return open?.review?.requests.map(({ label, criteria }) => ({
    label,
    verdicts: criteria.map(({ id, verdict }) => `${id} ${verdict}`),
  }));
}

test('a worker stopped in the midst of reviews, again and again, comes to the same', async ({
  ext,
  portals,
}) => {
  const address = portals.url('demo', lowBack);
  const { own, page } = await openAllowed(ext, address);
  await waitForMarks(page);
  const whole = await findings(own);
  expect(whole?.length).toBeGreaterThan(0);
  for (const line of ['Seen again.', 'And again.', 'And once more.']) {
    await page.evaluate((words) => document.querySelector('#notes')?.append(words), line);
    await stopWorker(ext);
    // The question wakes it, while the page sends what it now reads.
    await reviewShown(own);
    await stopWorker(ext);
  }
  await expect.poll(() => findings(own), patience).toEqual(whole);
  await waitForMarks(page);
});

test('a page that goes on in the midst of its review leaves nothing of itself', async ({
  ext,
  portals,
}) => {
  const own = await allowSite(ext, portals.url('demo', lowBack));
  const page = await ext.context.newPage();
  for (const id of [lowBack, shoulder, lowBack, shoulder]) {
    // Not waited for: the next one comes while this one is read.
    await page.goto(portals.url('demo', id), { waitUntil: 'commit' });
  }
  await expect
    .poll(async () => (await reviewDone(own)).case?.documents[0]?.name, patience)
    .toContain('NG-15-20417');
  await waitForMarks(page);
  const shown = await reviewDone(own);
  expect(shown.case?.documents).toHaveLength(1);
  expect(JSON.stringify(shown.case)).not.toContain('Devereux');
});

test('the database deleted underneath, and one that cannot be opened: said, and gone on with', async ({
  ext,
  portals,
}) => {
  const address = portals.url('demo', lowBack);
  const { own, page } = await openAllowed(ext, address);
  await waitForMarks(page);
  await own.evaluate(
    () =>
      new Promise<void>((done, fail) => {
        const deleting = indexedDB.deleteDatabase('caseglass');
        deleting.onsuccess = () => done();
        deleting.onerror = () => fail(deleting.error);
      }),
  );
  await page.reload();
  await waitForMarks(page);
  expect((await reviewDone(own)).faults).toEqual([]);

  const broken = await ext.context.newPage();
  await broken.addInitScript(() => {
    indexedDB.databases = () => Promise.reject(new DOMException('broken', 'UnknownError'));
  });
  await broken.goto(ext.url('options.html#appearance'));
  await expect(broken.locator('[data-fault="CG-504"]')).toBeVisible();

  await ext.worker.evaluate(() => {
    indexedDB.databases = () => Promise.reject(new DOMException('broken', 'UnknownError'));
  });
  await own.evaluate(() => {
    const body = null;
    return chrome.runtime.sendMessage({ way: 'panelToBackground', name: 'settingsChanged', body });
  });
  await page.bringToFront();
  await expect
    .poll(async () => (await reviewDone(own)).case?.review?.requests.length)
    .toBeGreaterThan(0);
});

test('session storage that is full: the case is reviewed and marked, and said to be too large', async ({
  ext,
  portals,
}) => {
  const address = portals.url('demo', lowBack);
  const own = await allowSite(ext, address);
  await own.evaluate(async () => {
    const filled = 'x'.repeat(1_000_000);
    for (let at = 0; ; at++) {
      try {
        await chrome.storage.session.set({ [`filled-${at}`]: filled });
      } catch {
        break;
      }
    }
    // To the last thousand characters.
    for (let at = 0; ; at++) {
      try {
        await chrome.storage.session.set({ [`more-${at}`]: filled.slice(0, 1_000) });
      } catch {
        break;
      }
    }
  });
  const page = await ext.context.newPage();
  await page.goto(address);
  await waitForMarks(page);
  const shown = await reviewDone(own);
  expect(shown.case?.faults).toContainEqual({ code: 'CG-503' });
  await stopWorker(ext);
  await expect.poll(async () => (await reviewShown(own)).case?.status, patience).toBe('ready');
});

test('fifty tabs: each is its own case, and all are forgotten with their tabs', async ({
  ext,
  portals,
}) => {
  test.setTimeout(120_000);
  const tabs = Number(process.env.CASEGLASS_TABS ?? 50);
  const address = portals.url('demo', lowBack);
  const own = await allowSite(ext, address);
  const pages = await Promise.all(
    Array.from({ length: tabs }, async (_, at) => {
      const page = await ext.context.newPage();
      await page.goto(portals.url('demo', `${at % 2 ? lowBack : shoulder}?tab=${at}`));
      return page;
    }),
  );
  const kept = () =>
    own.evaluate(
      async () =>
        Object.keys(await chrome.storage.session.get(null)).filter((key) => key.startsWith('case:'))
          .length,
    );
  await expect.poll(kept, { timeout: 60_000 }).toBe(tabs);
  const [first] = pages;
  await first?.bringToFront();
  if (first) await waitForMarks(first);
  expect((await reviewDone(own)).case?.documents).toHaveLength(1);
  await Promise.all(pages.map((page) => page.close()));
  await expect.poll(kept, patience).toBe(0);
});

test('a panel opened and closed again and again leaves nothing behind', async ({
  ext,
  portals,
}) => {
  const times = Number(process.env.CASEGLASS_OPENINGS ?? 25);
  test.setTimeout(60_000 + times * 1_500);
  const { page } = await openCase(ext, portals, 'NG-15-21183');
  await page.bringToFront();
  const panel = await extensionPage(ext);
  const open = async () => {
    await panel.goto(ext.url('sidepanel.html'));
    await panel.locator('.panel').waitFor();
  };
  // What is loaded once stays: measured from there.
  for (let at = 0; at < 5; at++) await open();
  const before = await heaps(ext, page);
  for (let at = 0; at < times; at++) await open();
  await panel.goto('about:blank');
  const after = await heaps(ext, page);
  process.stdout.write(`${times} openings: worker and page ${before} to ${after} bytes\n`);
  for (const [at, bytes] of after.entries()) {
    expect(bytes).toBeLessThan((before[at] ?? 0) * 1.1);
  }
});

/** Bytes in use after garbage was collected: of the worker, and of a page with its content script. */
async function heaps(ext: LoadedBrowser, page: Page): Promise<number[]> {
  const { targetInfos } = await ext.cdp.send('Target.getTargets');
  const worker = targetInfos.find(
    ({ type, url }) => type === 'service_worker' && url.includes(ext.id),
  );
  const response = await fetch(`${ext.debugAddress}/json/list`);
  const list = (await response.json()) as { id: string; webSocketDebuggerUrl: string }[];
  const address = list.find(({ id }) => id === worker?.targetId)?.webSocketDebuggerUrl ?? '';
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return [await heapOf(address), usedSize];
}

async function heapOf(address: string): Promise<number> {
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = reject;
  });
  const ask = (id: number, method: string) =>
    new Promise<{ usedSize: number }>((resolve) => {
      socket.onmessage = ({ data }) => {
        const answer = JSON.parse(data);
        if (answer.id === id) resolve(answer.result);
      };
      socket.send(JSON.stringify({ id, method }));
    });
  await ask(1, 'HeapProfiler.collectGarbage');
  const { usedSize } = await ask(2, 'Runtime.getHeapUsage');
  socket.close();
  return usedSize;
}
