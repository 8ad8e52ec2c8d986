import type { Page } from '@playwright/test';
import type { Inserted, InsertText } from '../../lib/messaging/protocol.ts';
import type { Result } from '../../lib/messaging/result.ts';
import { type allowSite, openAllowed, patience, reviewDone, reviewShown } from './allow-site.ts';
import { startEditors } from './editors-portal.ts';
import { test as base, expect } from './fixtures.ts';

const test = base.extend<object, { editors: string }>({
  editors: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright needs the pattern
    async ({}, use) => {
      const { address, close } = await startEditors();
      await use(address);
      await close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

// One worker for all of them: the page with the editors is put together once.
test.describe.configure({ mode: 'default' });

const plain = 'Requested: trigger point injections.\n\nCost $& is no matter; 3 < 4.';
const html =
  '<p>Requested: trigger point injections.</p><p>Cost $&amp; is no matter; 3 &lt; 4.</p>';

/** Where each field of the page is, by the name it holds its text under. */
const fields: Record<string, string> = {
  text: '#text',
  editable: '#editable',
  'react-text': '#react-text',
  prosemirror: '#prosemirror .ProseMirror',
  quill: '#quill .ql-editor',
  tinymce: '#tinymce_ifr',
  ckeditor: '.ck-editor__editable',
};

type Held = Record<string, string>;

const heldBy = (page: Page): Promise<Held> =>
  page.evaluate(() => {
    const { held } = window as unknown as { held: Record<string, () => string> };
    return Object.fromEntries(Object.entries(held).map(([name, text]) => [name, text()]));
  });

/** Every editor's text with its breaks as single spaces: each breaks lines in its own way. */
const onOneLine = (held: Held): Held =>
  Object.fromEntries(
    Object.entries(held).map(([name, text]) => [
      name,
      text.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replace(/\s+/g, ' ').trim(),
    ]),
  );

interface Opened {
  page: Page;
  insert(path: string, text?: { plain: string; html: string }): Promise<Result<Inserted>>;
  undo(): Promise<boolean>;
  own: Page;
}

async function openEditors(ext: Parameters<typeof allowSite>[0], address: string): Promise<Opened> {
  const { own, page } = await openAllowed(ext, address);
  await page.waitForSelector('html[data-ready]', patience);
  await reviewDone(own);
  const { tab } = await reviewShown(own);
  const ask = (name: string, body: object) =>
    own.evaluate(
      ([message, more]) =>
        chrome.runtime.sendMessage({ way: 'panelToBackground', name: message, body: more }),
      [name, { tabId: tab?.id, ...body }] as const,
    );
  return {
    page,
    own,
    insert: (path, text = { plain, html }) => {
      const insert: InsertText = { locator: { by: 'path', path: [path] }, ...text };
      return ask('insertText', { insert });
    },
    undo: async () => (await ask('undoInsert', {})).value,
  };
}

test('a text lands in every kind of field, in that one only, and is taken back', async ({
  ext,
  editors,
}) => {
  test.setTimeout(90_000);
  const { page, insert, undo } = await openEditors(ext, editors);
  const before = onOneLine(await heldBy(page));
  for (const [name, path] of Object.entries(fields)) {
    const inserted = await insert(path);
    expect.soft(inserted, name).toEqual({ ok: true, value: { outcome: 'landed', holds: '' } });
    const landed = `${before[name]} Requested: trigger point injections. Cost $& is no matter; 3 < 4.`;
    expect.soft(onOneLine(await heldBy(page)), name).toEqual({ ...before, [name]: landed });
    expect.soft(await undo(), `${name} taken back`).toBe(true);
    expect.soft(onOneLine(await heldBy(page)), `${name} taken back`).toEqual(before);
  }
});

test('the undo key of the field takes the text back as well', async ({ ext, editors }) => {
  test.setTimeout(90_000);
  const { page, insert } = await openEditors(ext, editors);
  const before = onOneLine(await heldBy(page));
  for (const [name, path] of Object.entries(fields)) {
    await insert(path);
    const field = name === 'tinymce' ? page.frameLocator(path).locator('body') : page.locator(path);
    await field.press('ControlOrMeta+z');
    await expect
      .soft(async () => {
        expect(onOneLine(await heldBy(page))[name], name).toBe(before[name]);
      })
      .toPass(patience);
  }
});

test('what the field makes of the text is read back and said', async ({ ext, editors }) => {
  const { page, insert, undo } = await openEditors(ext, editors);
  expect(await insert('#line', { plain: 'One line.', html: '' })).toEqual({
    ok: true,
    value: { outcome: 'landed', holds: '' },
  });
  expect(await insert('#short')).toEqual({
    ok: true,
    value: { outcome: 'changed', holds: 'Requested: trigger p'.trim() },
  });
  expect(await undo()).toBe(true);
  expect((await heldBy(page)).short).toBe('');
  expect(await insert('#locked')).toEqual({ ok: false, fault: 'CG-312' });
  expect(await insert('main')).toEqual({ ok: false, fault: 'CG-311' });
  expect(await insert('#nowhere')).toEqual({ ok: false, fault: 'CG-310' });
});

test('what was written after the text is not undone with it', async ({ ext, editors }) => {
  const { page, insert, undo } = await openEditors(ext, editors);
  await insert('#text');
  await page.locator('#react-line').press('End');
  await page.locator('#react-line').pressSequentially(' More.');
  expect(await undo()).toBe(true);
  const held = await heldBy(page);
  expect(held.text).toBe('Earlier words.');
  expect(held['react-line']).toBe('Earlier words. More.');

  await insert('#text');
  await page.locator('#text').press('End');
  await page.locator('#text').pressSequentially('!');
  expect(await undo()).toBe(false);
  expect((await heldBy(page)).text).toMatch(/3 < 4\.!$/);
});

test('the field that holds our text is a draft and no record, also in a frame of its own', async ({
  ext,
  editors,
}) => {
  const { own, insert, page } = await openEditors(ext, editors);
  const claim = 'There is a 4 week course of Soma carisoprodol 350 mg #90 requested.';
  const requests = async () => {
    const shown = await reviewShown(own);
    return shown.case?.review?.requests.map(({ label }) => label) ?? [];
  };
  await page.bringToFront();
  const before = await requests();
  for (const path of ['#text', '#tinymce_ifr', '#ckeditor + .ck-editor .ck-editor__editable']) {
    const inserted = await insert(path, { plain: claim, html: `<p>${claim}</p>` });
    expect(inserted, path).toMatchObject({ ok: true, value: { outcome: 'landed' } });
  }
  const caseText = async () => {
    const body = { tabId: (await reviewShown(own)).tab?.id };
    const answer = await own.evaluate(
      (about) =>
        chrome.runtime.sendMessage({ way: 'panelToBackground', name: 'getCaseText', body: about }),
      body,
    );
    return String(answer.value);
  };
  await expect.poll(caseText, patience).not.toContain('carisoprodol');
  expect(await caseText()).toContain('circumscribed trigger points');
  expect(await requests()).toEqual(before);
});
