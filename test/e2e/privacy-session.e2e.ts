import type { Page } from '@playwright/test';
import { openAllowed, patience } from './allow-site.ts';
import type { LoadedBrowser } from './browser.ts';
import { expect, test } from './fixtures.ts';
import { makePdf } from './make-files.ts';
import { openCase } from './open-case.ts';
import { waitForMarks } from './painted.ts';
import { watchRequests } from './request-witness.ts';
import { joinTeam, serveTeam, syncNow, textsAt, writeSnippet } from './team-server.ts';

/** Low back case: no radiculopathy is conflicting, a myofascial diagnosis is not documented. */
const lowBack = 'NG-15-21183';
/** Words of that case. */
const caseWords = /Devereux|NG-15-21183|radiculopathy|lumbar|trigger point/i;

test('a whole working session asks nothing of anyone', async ({ ext, portals }) => {
  test.setTimeout(180_000);
  const witness = await watchRequests(ext.debugAddress, ext.id);
  const { page, panel } = await openCase(ext, portals, lowBack);
  await waitForMarks(page);
  const askedOfPortal = portals.requests.length;
  await review(panel);
  await compose(panel);
  await checkLetter(panel);
  await readDocument(ext);
  await changeOptions(ext);

  const own = new RegExp(
    `^(chrome-extension://${ext.id}/|blob:chrome-extension://${ext.id}/|data:)`,
  );
  const ours = witness.requests.filter(({ isOurs }) => isOurs);
  const contexts = ours.map(({ by }) => by).join('\n');
  for (const one of [
    'service_worker',
    'sidepanel',
    'reader',
    'options',
    'pdf.worker',
    'tesseract',
  ]) {
    expect(contexts).toContain(one);
  }
  expect(ours.filter(({ url }) => !own.test(url))).toEqual([]);
  expect(witness.requests.some(({ url }) => url.startsWith(portals.url('demo')))).toBe(true);
  // The other witnesses: the proxy before all that is outside, and the portal's own server.
  expect(ext.outside.asked).toEqual([]);
  expect(portals.requests.slice(askedOfPortal)).toEqual([]);
  witness.close();
});

async function review(panel: Page): Promise<void> {
  await panel.getByRole('button', { name: /^1 Trigger point injections/ }).click();
  await panel.getByRole('button', { name: /^No radiculopathy/ }).click();
  await panel.getByRole('button', { name: 'show', exact: true }).first().click();
  await panel.keyboard.press('Control+K');
  await expect(panel.getByRole('combobox')).toBeFocused();
  await panel.keyboard.type('lumbar');
  await expect(panel.getByRole('option', { name: 'Search the text' })).toBeVisible();
  await panel.keyboard.press('ArrowUp');
  await panel.keyboard.press('Enter');
  await expect(panel.getByRole('group', { name: 'In the text' })).toBeVisible();
  await panel.keyboard.press('Escape');
  await panel.getByRole('button', { name: 'Timeline' }).click();
  await expect(panel.getByRole('figure', { name: 'Chronology' })).toBeVisible();
}

async function compose(panel: Page): Promise<void> {
  await panel.reload();
  await panel.getByRole('button', { name: /^1 Trigger point injections/ }).click();
  await panel.keyboard.press('d');
  await panel.getByText('Physician reviewer', { exact: true }).click();
  await panel.getByText('Deny', { exact: true }).click();
  const saved = panel.waitForEvent('download');
  await panel.getByRole('button', { name: 'Save as .docx' }).click();
  await (await saved).path();
}

async function checkLetter(panel: Page): Promise<void> {
  await panel.reload();
  await panel.getByRole('button', { name: 'Letter', exact: true }).click();
  await panel
    .getByRole('textbox', { name: 'Check a letter' })
    .fill('The request for Botox is not medically necessary. See https://evil.example/a.png');
  const remarks = panel.getByRole('region', { name: 'Remarks on the letter' });
  await expect(remarks.locator('[data-finding]').first()).toBeVisible();
}

/** A document of two pages, one of them a picture that is read by text recognition. */
async function readDocument(ext: LoadedBrowser): Promise<void> {
  const scan = await ext.context.newPage();
  await scan.setViewportSize({ width: 850, height: 300 });
  await scan.setContent('<body style="font: 24px serif; background: white">A twitch response.');
  const picture = await scan.screenshot();
  await scan.close();
  const buffer = await makePdf([{ lines: ['Trigger point injections.'] }, { picture }]);
  const reader = await ext.context.newPage();
  await reader.goto(ext.url('reader.html'));
  await reader
    .getByLabel('File to read')
    .setInputFiles({ name: 'scan.pdf', mimeType: 'application/pdf', buffer });
  await reader.getByRole('button', { name: 'Read them by text recognition' }).click();
  await expect(reader.getByText(/recognised, \d+ % sure/)).toBeVisible({ timeout: 90_000 });
  await reader.close();
}

/** Snippets, an import that is refused, an export, another look: what the options are used for. */
async function changeOptions(ext: LoadedBrowser): Promise<void> {
  const options = await ext.context.newPage();
  await options.goto(ext.url('options.html#snippets'));
  await options.getByRole('searchbox', { name: 'Search snippets' }).fill('twitch');
  await options
    .getByRole('button', { name: /^Make an own copy/ })
    .first()
    .click();
  await expect(options.getByRole('button', { name: /^Edit/ }).first()).toBeVisible();
  const remote = { $schema: 'https://evil.example/schema.json', id: 'own', title: 7 };
  await options.goto(ext.url('options.html#criteria'));
  await options.getByLabel('Pack file').setInputFiles({
    name: 'own.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(remote)),
  });
  await expect(options.locator('.refused').first()).toBeVisible(patience);
  await options.goto(ext.url('options.html#data'));
  const saved = options.waitForEvent('download');
  await options
    .getByRole('button', { name: /^Export/ })
    .first()
    .click();
  await (await saved).path();
  await options.close();
}

test('with a team the background alone asks, of its server alone, with library objects alone', async ({
  ext,
  portals,
}) => {
  test.setTimeout(120_000);
  const served = await serveTeam();
  const witness = await watchRequests(ext.debugAddress, ext.id);
  try {
    const { page, panel } = await openCase(ext, portals, lowBack);
    await waitForMarks(page);
    const options = await joinTeam(ext, served, await served.member('ann'));
    await writeSnippet(options, 'Course', 'A short course.');
    await page.bringToFront();
    await review(panel);
    await options.bringToFront();
    await syncNow(options);
    await expect.poll(() => textsAt(served)).toEqual({ Course: 'A short course.' });

    const team = new URL(served.address).origin;
    const asked = witness.requests
      .filter(({ isOurs }) => isOurs)
      .filter(({ url }) => !/^(chrome-extension|blob|data):/.test(url));
    expect(asked.length).toBeGreaterThan(5);
    for (const { url, by } of asked) {
      expect(new URL(url).origin).toBe(team);
      expect(by).toMatch(/^service_worker /);
    }
    expect(ext.outside.asked).toEqual([]);
    const { seen, sent } = served.server.proxy;
    const bodies = sent.filter((body) => body !== '').map((body) => JSON.parse(body));
    const documents: object[] = bodies.flatMap(({ docs = [] }) => docs);
    expect(documents.length).toBeGreaterThan(0);
    const fields = new Set(documents.flatMap((document) => Object.keys(document)));
    expect([...fields].sort()).toEqual([
      '_id',
      'body',
      'kind',
      'operation',
      'updatedBy',
      'version',
    ]);
    expect(JSON.stringify([seen, sent])).not.toMatch(caseWords);
  } finally {
    witness.close();
    await served.close();
  }
});

test('the page cannot see the extension, and nothing of it can be reached', async ({
  ext,
  portals,
}) => {
  const address = portals.url('demo', `cases/${lowBack}`);
  const { page } = await openAllowed(ext, address);
  await waitForMarks(page);
  const manifest = await ext.worker.evaluate(() => chrome.runtime.getManifest());
  expect(manifest.web_accessible_resources ?? []).toEqual([]);
  expect(manifest.externally_connectable).toBeUndefined();
  const files = [
    ...['manifest.json', 'sidepanel.html', 'reader.html', 'options.html', 'background.js'],
    ...[
      'content-scripts/portal.js',
      'icon/16.png',
      'packs/shipped.json',
      '_locales/en/messages.json',
    ],
  ];
  const seen = await page.evaluate(
    async ({ root, names }) => {
      const reached: string[] = [];
      const loads = (element: HTMLElement, source: string) =>
        new Promise<boolean>((resolve) => {
          element.onload = () => resolve(true);
          element.onerror = () => resolve(false);
          element.setAttribute('src', source);
          document.head.append(element);
        });
      for (const name of names) {
        const url = `${root}${name}`;
        const fetched = await fetch(url).then(
          () => true,
          () => false,
        );
        const loaded = await loads(document.createElement('img'), url);
        const run = await loads(document.createElement('script'), url);
        if (fetched || loaded || run) reached.push(name);
      }
      const names_ = Object.getOwnPropertyNames(window).filter((name) =>
        /caseglass|wxt/i.test(name),
      );
      const { chrome } = window as unknown as { chrome?: { runtime?: unknown } };
      const entries = performance.getEntries().map((entry) => entry.name);
      return {
        reached,
        names: names_,
        runtime: typeof chrome?.runtime,
        entries: entries.filter(
          (name) => name.startsWith(root) && !names.some((one) => name.endsWith(one)),
        ),
        marked: [...document.querySelectorAll('*')].filter((element) =>
          [...element.attributes].some(({ name }) => /caseglass|^cg-/.test(name)),
        ).length,
      };
    },
    { root: ext.url(''), names: files },
  );
  expect(seen).toEqual({ reached: [], names: [], runtime: 'undefined', entries: [], marked: 0 });
});
