import { expect, test } from 'vitest';
import { sidebarText } from './controls.ts';
import { patience } from './firefox.ts';
import { allowSite, evidenceOf, reviewDone, reviewShown } from './review.ts';
import { coloursOf, pageState, paintedWords, waitForMarks } from './seen.ts';
import { useFirefox } from './use-firefox.ts';

const used = useFirefox();
const neck = 'cases/NG-15-20417';

test('open and closed shadow roots and frames are read, and their marks are drawn', async () => {
  const { firefox, portals } = used;
  const address = portals.url('demo', neck);
  const own = await allowSite(firefox, address);
  const page = await firefox.open(address);
  await waitForMarks(page);
  await page.evaluate(() => {
    const note = (name: string, mode: ShadowRootMode, words: string) => {
      const host = document.createElement(name);
      host.style.display = 'block';
      host.attachShadow({ mode }).innerHTML = `<p>${words}</p>`;
      return host;
    };
    const frame = document.createElement('iframe');
    frame.srcdoc = '<h1>Addendum</h1><p>Exam: no twitch response on palpation.</p>';
    const elsewhere = document.createElement('iframe');
    elsewhere.src = 'http://localhost:9/report';
    const main = document.querySelector('main');
    main?.prepend(
      note('x-open', 'open', 'Palpation evokes referred pain.'),
      note('x-closed', 'closed', 'On palpation there is referred pain.'),
      frame,
      elsewhere,
    );
  });
  const quotes = async () => evidenceOf(await reviewShown(own)).map(({ quote }) => quote);
  for (const words of ['evokes referred pain', 'there is referred', 'no twitch response on palp']) {
    await expect.poll(async () => (await quotes()).join('\n'), patience).toContain(words);
  }
  const { case: shown } = await reviewDone(own);
  expect(shown?.documents.map(({ name }) => name)).toContain('Addendum');
  expect(shown?.documents[0]?.unread).toContainEqual({
    code: 'CG-103',
    what: 'localhost:9',
    site: 'http://localhost/*',
  });
  // What supports, on a light ground: #21629d.
  for (const host of ['x-open', 'x-closed']) {
    await expect.poll(() => coloursOf(page, host, own), patience).toContain('33,98,157');
  }
  const frame = page.frames().find((one) => one.url() === 'about:srcdoc');
  await expect.poll(() => frame?.evaluate(() => CSS.highlights.size), patience).toBeGreaterThan(0);
  await page.close();
  await own.close();
});

test('the card opens beside a mark, above the page, and leaves no trace', async () => {
  const { firefox, portals } = used;
  const address = portals.url('demo', neck);
  const own = await allowSite(firefox, address);
  const page = await firefox.open(address);
  await waitForMarks(page);
  const before = await pageState(page);
  const point = await page.evaluate(() => {
    for (const range of [...CSS.highlights.values()].flatMap((highlight) => [...highlight])) {
      const element = range.startContainer.parentElement;
      const { x, y, height } = element?.getBoundingClientRect() ?? { x: 0, y: 0, height: 0 };
      if (y > 0 && y < innerHeight) return { x: x + 4, y: y + height / 2 };
    }
    return { x: 0, y: 0 };
  });
  await page.mouse.move(point.x, point.y);
  const card = () =>
    page.evaluate(() => {
      const host = document.querySelector('[popover]:popover-open');
      const { width = 0, height = 0 } = host?.getBoundingClientRect() ?? {};
      return {
        isOpen: host !== null,
        isSeen: width > 0 || height > 0,
        isClosed: !host?.shadowRoot,
      };
    });
  await expect.poll(async () => (await card()).isOpen, patience).toBe(true);
  expect((await card()).isClosed).toBe(true);
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await card()).isOpen, patience).toBe(false);
  expect(await pageState(page)).toEqual(before);
  expect((await paintedWords(page)).length).toBeGreaterThan(0);
  await page.close();
  await own.close();
});

test('a press on the card leads to the sidebar, or says how to open it', async () => {
  const { firefox, portals } = used;
  const address = portals.url('demo', neck);
  const own = await allowSite(firefox, address);
  const page = await firefox.open(address);
  await waitForMarks(page);
  const { tab } = await reviewDone(own);
  /** The card's root is closed to the page; scripts of the extension may look inside. */
  const card = () =>
    own.evaluate(async (tabId) => {
      const look = () => {
        const host = document.querySelector(':popover-open') as
          | (Element & { openOrClosedShadowRoot: ShadowRoot | null })
          | null;
        const root = host?.openOrClosedShadowRoot;
        const buttons = [...(root?.querySelectorAll('button') ?? [])];
        const show = buttons.find((button) => button.textContent === 'Show in panel');
        const { x = 0, y = 0, width = 0, height = 0 } = show?.getBoundingClientRect() ?? {};
        return { words: root?.textContent ?? '', x: x + width / 2, y: y + height / 2 };
      };
      const [{ result } = {}] = await chrome.scripting.executeScript({
        target: { tabId: tabId ?? 0 },
        func: look,
      });
      return result;
    }, tab?.id);
  const pressShow = async () => {
    await page.keyboard.down('Alt');
    await page.keyboard.press('KeyJ');
    await page.keyboard.up('Alt');
    await expect.poll(async () => (await card())?.words, patience).toContain('Show in panel');
    const { x = 0, y = 0 } = (await card()) ?? {};
    await page.mouse.click(x, y);
  };
  await pressShow();
  await expect
    .poll(async () => (await card())?.words, patience)
    .toContain('Open the panel with its toolbar button');
  await page.keyboard.press('Escape');
  await firefox.pressToolbarButton();
  await expect.poll(() => firefox.isSidebarOpen(), patience).toBe(true);
  await expect.poll(() => sidebarText(own), patience).toContain('Trigger point injections');
  await pressShow();
  await expect.poll(async () => (await reviewShown(own)).target, patience).not.toBeNull();
  expect((await card())?.words ?? '').not.toContain('toolbar button');
  await page.close();
  await own.close();
});
