import { openAllowed, patience, reviewDone } from './allow-site.ts';
import { expect, test } from './fixtures.ts';
import { makeDocx, makePdf } from './make-files.ts';
import { painted, waitForMarks } from './painted.ts';

test('marks lie on their words beside turning, joining and invisible signs', async ({
  ext,
  portals,
}) => {
  const address = portals.url('hostile', 'signs.html');
  const { own, page } = await openAllowed(ext, address);
  await waitForMarks(page);
  const words = async () => (await painted(page)).map((range) => range.words);
  const asked = expect.stringMatching(/^Trig\u00adger poi\u200bnt injections/);
  await expect.poll(words, patience).toContainEqual(asked);
  expect(await words()).toContainEqual(expect.stringContaining('twitch response'));
  const { case: open } = await reviewDone(own);
  const quotes = open?.review?.requests
    .flatMap(({ criteria }) => criteria.flatMap(({ evidence }) => evidence))
    .map(({ quote }) => quote);
  expect(quotes).toContainEqual(expect.stringContaining('twitch response'));
  expect(quotes).toContainEqual(expect.stringContaining('referred pain'));
});

test('a page that forges messages changes nothing and learns nothing', async ({ ext, portals }) => {
  const address = portals.url('demo', 'cases/NG-15-21183');
  const { own, page } = await openAllowed(ext, address);
  await waitForMarks(page);
  const before = await reviewDone(own);
  const answers = await page.evaluate(async (id) => {
    const heard: string[] = [];
    addEventListener('message', ({ data }) => {
      if (data?.ok !== undefined) heard.push(JSON.stringify(data));
    });
    const forged = [
      { way: 'panelToBackground', name: 'newCase', body: { tabId: 1 } },
      { way: 'panelToBackground', name: 'getActiveReview', body: { windowId: 1 } },
      { way: 'pageToBackground', name: 'markingFault', body: { fault: 'CG-301' } },
      { way: 'backgroundToPage', name: 'stop', body: null },
    ];
    for (const message of forged) {
      postMessage(message, '*');
      dispatchEvent(new CustomEvent('message', { detail: message }));
      document.dispatchEvent(new MessageEvent('message', { data: message }));
      new BroadcastChannel('caseglass').postMessage(message);
    }
    const { chrome } = window as {
      chrome?: { runtime?: { sendMessage?: unknown; connect?: unknown } };
    };
    if (chrome?.runtime?.sendMessage || chrome?.runtime?.connect) heard.push('a way in');
    const frame = document.createElement('iframe');
    frame.src = `chrome-extension://${id}/sidepanel.html`;
    document.body.append(frame);
    await new Promise((resolve) => {
      frame.onload = resolve;
    });
    try {
      if (frame.contentDocument?.querySelector('.panel')) heard.push('a panel of its own');
    } catch {
      // An error page of the browser is of another origin.
    }
    frame.remove();
    return heard;
  }, ext.id);
  expect(answers).toEqual([]);
  const after = await reviewDone(own);
  expect(after.case?.id).toBe(before.case?.id);
  expect(after.case?.faults).toEqual([]);
  await waitForMarks(page);
});

test('files that are broken, cut off or out to hurt are refused in one sentence', async ({
  ext,
}) => {
  const page = await ext.context.newPage();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.goto(ext.url('reader.html'));
  const pdf = await makePdf([{ lines: ['Trigger point injections.'] }]);
  const docx = await makeDocx(['Trigger point injections.']);
  const deep = `%PDF-1.7\n1 0 obj\n${'['.repeat(100_000)}\nendobj\ntrailer<</Root 1 0 R>>`;
  const files: [string, Buffer, string][] = [
    ['cut.pdf', pdf.subarray(0, pdf.length / 3), 'CG-108'],
    ['deep.pdf', Buffer.from(deep), 'CG-108'],
    ['head.pdf', Buffer.from('%PDF-1.7'), 'CG-108'],
    ['cut.docx', docx.subarray(0, docx.length / 2), 'CG-108'],
    ['other.docx', Buffer.concat([docx.subarray(0, 60), Buffer.alloc(2_000, 7)]), 'CG-108'],
    ['picture.png', Buffer.from('\u0089PNG\r\n\u001a\n\0\0\0\0', 'latin1'), 'CG-109'],
  ];
  for (const [name, buffer, code] of files) {
    await page
      .getByLabel('File to read')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
    await expect(page).toHaveTitle(name);
    await expect(page.getByText(code), name).toBeVisible(patience);
  }
  // The next good one is read as if nothing had been.
  await page
    .getByLabel('File to read')
    .setInputFiles({ name: 'good.pdf', mimeType: 'application/pdf', buffer: pdf });
  await expect(page.getByText('Trigger point injections.').first()).toBeVisible(patience);
  expect(errors).toEqual([]);
});
