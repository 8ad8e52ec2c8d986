import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SAMPLE_FOLDERS } from '../../lib/release/prepared-phrases.ts';
import { launchBrowser } from '../e2e/browser.ts';
import { ensureBrowser } from '../setup/ensure-browser.mjs';
import { ROOT, runNode } from '../setup/processes.mjs';
import { filesIn, OUTPUT, STORE_BUILDS } from './builds.ts';
import { readZip, unzip } from './unzip.ts';

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const zipOf = (folder: string, part: string) => join(folder, `caseglass-${version}-${part}.zip`);
const wxt = join(ROOT, 'node_modules/wxt/bin/wxt.mjs');

const again = mkdtempSync(join(tmpdir(), 'caseglass-release-'));
afterAll(() => rmSync(again, { recursive: true, force: true }));

describe('a second build', () => {
  beforeAll(async () => {
    for (const browser of ['chrome', 'firefox']) {
      // Without what the runner of these tests adds, which would make it a build for tests.
      const env = { CASEGLASS_OUTPUT: again, NODE_ENV: 'production', VITEST: '' };
      const { code, output } = await runNode([wxt, 'zip', '-b', browser], { quiet: true, env });
      if (code !== 0) throw new Error(output);
    }
  });

  test.each(['chrome', 'firefox', 'sources'])('%s: the zip is the same, byte by byte', (part) => {
    const [first, second] = [OUTPUT, again].map((folder) => readFileSync(zipOf(folder, part)));
    expect(second?.equals(first as Buffer)).toBe(true);
  });
});

describe.each(STORE_BUILDS)('the zip of %s', (build) => {
  const zip = readZip(zipOf(OUTPUT, build.replace('-mv3', '')));

  test('holds the build and nothing else, in order, without times', () => {
    const names = zip.map(({ name }) => name);
    expect(names).toEqual(filesIn(join(OUTPUT, build)).sort());
    for (const { name, content, time } of zip) {
      expect(content.equals(readFileSync(join(OUTPUT, build, name))), name).toBe(true);
      expect(time).toBe(zip[0]?.time);
    }
  });
});

test('Edge is given what Chrome is given', () => {
  const [chrome, edge] = ['chrome', 'edge'].map((browser) => {
    const entries = readZip(zipOf(OUTPUT, browser));
    return entries
      .filter(({ name }) => name === 'manifest.json')
      .map(({ content }) => `${content}`);
  });
  expect(edge).toEqual(chrome);
});

test.each(['chrome', 'edge'])('the zip for %s loads, and its background runs', async (part) => {
  const extension = join(again, `unzipped-${part}`);
  unzip(zipOf(OUTPUT, part), extension);
  const program = await ensureBrowser();
  if (!program) throw new Error('No Chromium to load it in.');
  process.env.CHROMIUM = program;
  const browser = await launchBrowser({ extension });
  try {
    const manifest = await browser.worker.evaluate(() => chrome.runtime.getManifest());
    expect(manifest.version).toBe(version);
    const page = await browser.context.newPage();
    const refused: string[] = [];
    page.on('console', (said) => {
      if (said.text().includes('Content Security Policy')) refused.push(said.text());
    });
    await page.goto(browser.url('options.html#about'));
    await page.getByRole('link', { name: 'Licences' }).waitFor();
    const answer = await page.goto(browser.url('licences.txt'));
    expect(await answer?.text()).toContain('Apache License');
    await page.goto(browser.url('sidepanel.html'));
    await page.getByRole('heading').first().waitFor();
    expect(refused).toEqual([]);
  } finally {
    await browser.close();
  }
});

test('the sources hold what builds the extension, and no other test, secret or output', () => {
  const names = readZip(zipOf(OUTPUT, 'sources')).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['package-lock.json', 'wxt.config.ts', 'LICENSE']));
  const allowed = /^(components|entrypoints|lib|public)\/|^[^/]+\.(json|md|ts)$|^LICENSE$/;
  const isSample = (name: string) => SAMPLE_FOLDERS.some((folder) => name.startsWith(`${folder}/`));
  expect(names.filter((name) => !allowed.test(name) && !isSample(name))).toEqual([]);
  expect(names.some(isSample)).toBe(true);
});
