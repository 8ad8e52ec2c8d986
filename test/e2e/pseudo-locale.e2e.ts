import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { pseudoMessages } from '../wording/pseudo-locale.ts';
import { extensionPage, reviewDone } from './allow-site.ts';
import { launchBrowser } from './browser.ts';
import { expect, test } from './fixtures.ts';
import { makeDocx } from './make-files.ts';
import { layoutFaults, untranslated } from './screen-faults.ts';

/** The built extension in a language of no country: what is in none of its messages shows. */

const built = resolve(import.meta.dirname, '../../.output/chrome-mv3');
/** Low back case: it has every kind of verdict. */
const lowBack = 'NG-15-21183';

/** A copy of the build whose English is the pseudo-locale. */
function pseudoBuild(): string {
  const copy = mkdtempSync(join(tmpdir(), 'caseglass-pseudo-'));
  cpSync(built, copy, { recursive: true });
  const file = join(copy, '_locales/en/messages.json');
  writeFileSync(file, JSON.stringify(pseudoMessages(JSON.parse(readFileSync(file, 'utf8')))));
  return copy;
}

/** Everything the extension ships that is shown as it is: packs and snippets. */
const shipped = ['packs', 'snippets']
  .flatMap((folder) =>
    readdirSync(join(built, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.json'))
      .map((name) => readFileSync(join(built, folder, name), 'utf8')),
  )
  .join(' ');

test('panel, options and reader show no word that is not among the messages', async ({
  portals,
}) => {
  test.setTimeout(180_000);
  const extension = pseudoBuild();
  const ext = await launchBrowser({ extension });
  const found: string[] = [];
  let data = `${shipped} 127.0.0.1 http chrome version 0.1.0`;
  const look = async (name: string, page: Page, isPanel = true) => {
    if (isPanel) await page.setViewportSize({ width: 320, height: 760 });
    const faults = [...(await untranslated(page, data)), ...(await layoutFaults(page))];
    found.push(...faults.map((fault) => `${name}: ${fault}`));
  };
  try {
    const address = portals.url('demo', `cases/${lowBack}`);
    await ext.preApprove(address);
    const page = await ext.context.newPage();
    await page.goto(address);
    data += ` ${await page.title()} ${page.url()}`;
    const panel = await ext.openSidePanel(address);
    await panel.locator('.first').waitFor();
    await look('first steps', panel);
    await panel.locator('.btn.primary').click();
    await panel.locator('[data-request]').first().waitFor();
    const own = await extensionPage(ext);
    await page.bringToFront();
    data += ` ${JSON.stringify(await reviewDone(own))}`;
    await look('overview', panel);
    await panel.locator('.req__head').first().click();
    await look('request', panel);
    for (const verdict of ['conflicting', 'not-documented', 'met']) {
      await panel.locator(`.crit:has(.glyph.${verdict})`).first().click();
      await panel.locator('.crit-open').waitFor();
      await look(verdict, panel);
      await panel.keyboard.press('Escape');
    }
    await panel.locator('[data-key="draft"]').click();
    await panel.locator('.draft textarea').first().waitFor();
    await look('draft', panel);
    await panel.locator('.tabs button').nth(1).click();
    await look('timeline', panel);
    await panel.locator('.tabs button').nth(2).click();
    await look('letter', panel);
    await panel.locator('.coverline').click();
    await look('coverage', panel);
    await panel.locator('.status .link').click();
    await look('keys', panel);

    const options = await ext.context.newPage();
    for (const part of [
      'portals',
      'criteria',
      'snippets',
      'marks',
      'appearance',
      'keys',
      'data',
      'about',
    ]) {
      await options.goto(ext.url(`options.html#${part}`));
      await options.locator('h2').first().waitFor();
      await look(`options ${part}`, options);
    }
    const reader = await ext.context.newPage();
    await reader.goto(ext.url('reader.html'));
    await reader.locator('.reader').waitFor();
    await look('reader', reader, false);
    const lines = ['Progress note. Trigger points with a twitch response.'];
    data += ` ${lines[0]} note.docx`;
    const buffer = await makeDocx(lines);
    await reader
      .locator('input[type=file]')
      .setInputFiles({ name: 'note.docx', mimeType: 'application/octet-stream', buffer });
    await reader.getByText('twitch response').first().waitFor();
    await look('reader with a document', reader, false);
  } finally {
    await ext.close();
    rmSync(extension, { recursive: true, force: true });
  }
  expect(found).toEqual([]);
});
