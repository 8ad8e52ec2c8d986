import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { makePdf } from '../e2e/make-files.ts';
import { chooseFile, press, textOf } from './controls.ts';
import { patience } from './firefox.ts';
import { allowSite, ask, reviewDone, reviewShown } from './review.ts';
import { coloursOf, paintedWords } from './seen.ts';
import { useFirefox } from './use-firefox.ts';

const used = useFirefox();

const note = [
  'Progress report of 06/17/2015.',
  'Cervical spine: trigger points with a local twitch response and referred pain.',
  'No evidence of radiculopathy.',
];
const request = [
  'Request for Authorization of 06/19/2015.',
  'Trigger point injections, right trapezius, two injections.',
];

const marked = async (page: Page) =>
  (await paintedWords(page)).map(({ words }) => words).join(' | ');

test('a PDF is reviewed, marked and gone through like a page', async () => {
  const { firefox } = used;
  const own = await firefox.openOwn('options.html');
  const page = await firefox.openOwn('reader.html');
  await chooseFile(page, 'packet.pdf', await makePdf([{ lines: note }, { lines: request }]));
  await expect.poll(() => marked(page), patience).toContain('twitch');
  const { case: shown, tab } = await reviewDone(page);
  expect(shown?.documents).toMatchObject([{ name: 'packet.pdf', pages: 2, pagesRead: 2 }]);
  const [first] = shown?.review?.requests ?? [];
  expect(first?.treatment).toBe('trigger-point-injection');
  const twitch = first?.criteria.find(({ id }) => id.endsWith('twitch-response'));
  expect(twitch?.verdict).toBe('met');
  // Lines of text are drawn at any height, so that the blue of the marks is mixed with the ground.
  const isBlue = (colour: string) => {
    const [red = 0, , blue = 0] = colour.split(',').map(Number);
    return blue - red > 60;
  };
  const colours = () => coloursOf(page, '.reader__text', own);
  await expect.poll(async () => (await colours()).some(isBlue), patience).toBe(true);

  const [passage] = first?.passages ?? [];
  const body = { tabId: tab?.id, passage };
  expect(await ask(page, 'showPassage', body)).toMatchObject({ ok: true });
  const pageNumber = () =>
    page.evaluate(() => {
      const fields = [...document.querySelectorAll('input')];
      return fields.find(({ labels }) => labels?.[0]?.innerText.trim() === 'Page')?.value;
    });
  await expect.poll(pageNumber, patience).toBe('2');
  await page.close();
  await own.close();
});

test('a PDF of a portal is fetched by its page, with the session of the reviewer', async () => {
  const { firefox } = used;
  const pdf = await makePdf([{ lines: note }, { lines: request }]);
  const server = createServer((asked, answer) => {
    const isFile = asked.url === '/files/report%201.pdf';
    const isKnown = asked.headers.cookie === 'session=open';
    if (isFile && isKnown) answer.setHeader('content-type', 'application/pdf').end(pdf);
    else if (isFile) answer.writeHead(403).end();
    else {
      answer.setHeader('set-cookie', 'session=open; HttpOnly; SameSite=Strict');
      answer.setHeader('content-type', 'text/html').end('<h1>Case 7</h1><p>No file read yet.</p>');
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const own = await allowSite(firefox, address);
  const page = await firefox.open(address);
  const { tab, case: before } = await reviewDone(own);
  const file = `${address}files/report%201.pdf`;
  expect(await ask(own, 'openReader', { tabId: tab?.id, file })).toMatchObject({ ok: true });
  const together = async () =>
    (await reviewShown(own)).case?.documents.map(({ name }) => name).sort();
  await expect.poll(together, patience).toEqual(['Case 7', 'report 1.pdf']);
  expect((await reviewDone(own)).case?.id).toBe(before?.id);
  await page.close();
  await own.close();
  server.closeAllConnections();
  server.close();
});

test('a scanned page is counted, and read by text recognition when that is asked for', async () => {
  const { firefox } = used;
  const scan = await firefox.browser.newPage();
  await scan.setViewport({ width: 850, height: 1100 });
  await scan.setContent(
    `<body style="margin: 70px; font: 22px/1.6 serif; background: white">${note.join('<br>')}</body>`,
  );
  const picture = Buffer.from(await scan.screenshot());
  await scan.close();
  const page = await firefox.openOwn('reader.html');
  await chooseFile(page, 'scan.pdf', await makePdf([{ lines: request }, { picture }]));
  await expect.poll(() => textOf(page), patience).toContain('1 page is a picture without text.');
  const verdict = async () =>
    (await reviewShown(page)).case?.review?.requests[0]?.criteria.find(({ id }) =>
      id.endsWith('/twitch-response'),
    )?.verdict;
  await expect.poll(verdict, patience).toBe('not-documented');
  await press(page, 'Read them by text recognition');
  const recognition = { timeout: 50_000, interval: 100 };
  await expect.poll(() => textOf(page), recognition).toMatch(/recognised, \d+ % sure/);
  await expect.poll(verdict, patience).toBe('met');
  await page.close();
});
