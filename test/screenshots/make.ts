import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { createServer } from 'vite';
import { findBrowser } from '../setup/ensure-browser.mjs';
import { shootPageAndPanel } from './page-and-panel.ts';

/**
 * Pictures of the panel in every state and of the options, narrow and wide, light and dark, with
 * an invented case. `npm run screenshots [-- NAME]` writes those the README shows to
 * test/screenshots/pictures and all others to .output/screenshots. The one of page and panel is of
 * the built extension, which the command builds first.
 */
const here = import.meta.dirname;
const shownInReadme = join(here, 'pictures');
const others = join(here, '../../.output/screenshots');

const readme = new Set([
  'overview-480-light',
  'conflicting-480-light',
  'conflicting-480-dark',
  'not-documented-320-light',
  'options-marks-480-light',
]);

type Step = (page: Page) => Promise<void>;

const open =
  (name: string): Step =>
  (page) =>
    page.getByRole('button', { name }).first().click();

const steps = (...all: Step[]): Step => {
  return async (page) => {
    for (const step of all) await step(page);
  };
};

interface Shot {
  state?: string;
  /** A part of the options instead of the panel. */
  options?: string;
  /** The pack bench instead of the panel. */
  bench?: 'fault' | 'right';
  do?: Step;
}

const toPicture =
  (name: string): Step =>
  (page) =>
    page
      .getByRole('figure', { name })
      .evaluate((figure) => figure.scrollIntoView({ block: 'start' }));

const firstRequest = open('1 Trigger point injections');

const waitForVerdicts: Step = (page) => page.getByText('Number of visits').first().waitFor();

/** Name of the picture: the address it starts from, and what is done there. */
const shots: Record<string, Shot> = {
  overview: { state: 'review' },
  request: { state: 'review', do: firstRequest },
  conflicting: { state: 'review', do: steps(firstRequest, open('No radiculopathy')) },
  editions: {
    state: 'review',
    do: steps(firstRequest, open('No radiculopathy'), open('1 other edition')),
  },
  unclear: { state: 'review', do: steps(firstRequest, open('Twitch response')) },
  'not-documented': {
    state: 'review',
    do: steps(firstRequest, open('Myofascial diagnosis'), async (page) => {
      await page.getByLabel('Search again').fill('taut band');
      await page.keyboard.press('Enter');
      await page.getByText('1 place').waitFor();
    }),
  },
  measure: { state: 'review', do: steps(firstRequest, open('Symptoms over 3 months')) },
  composer: { state: 'review', do: steps(firstRequest, open('Write the draft')) },
  'composer-choices': {
    state: 'review',
    do: steps(firstRequest, open('Write the draft'), (page) =>
      page.getByText(/^What goes in/).click(),
    ),
  },
  'composer-role': {
    state: 'partly-read',
    do: steps(firstRequest, open('Write the draft')),
  },
  'correct-verdict': {
    state: 'review',
    do: steps(firstRequest, open('No radiculopathy'), open('Correct this verdict')),
  },
  'timeline-use': { state: 'timeline', do: open('Timeline') },
  'timeline-visits': {
    state: 'timeline',
    do: steps(open('Timeline'), toPicture('Visits')),
  },
  'timeline-pain': { state: 'timeline', do: steps(open('Timeline'), toPicture('Pain scores')) },
  'timeline-chronology': {
    state: 'timeline',
    do: steps(open('Timeline'), toPicture('Chronology')),
  },
  'timeline-table': {
    state: 'timeline',
    do: steps(open('Timeline'), toPicture('Pain scores'), (page) =>
      page
        .getByRole('figure', { name: 'Pain scores' })
        .getByRole('button', { name: 'Table' })
        .click(),
    ),
  },
  'timeline-none': { state: 'review', do: open('Timeline') },
  safety: { state: 'review', do: open('One drug under two names') },
  fault: { state: 'review', do: steps(open('2 Amrix 15 mg'), open('Length of use')) },
  coverage: { state: 'partly-read', do: open('1 document') },
  'as-of': { state: 'review', do: open('as of') },
  keys: { state: 'review', do: open('keys') },
  palette: {
    state: 'review',
    do: steps(open('Search and commands'), (page) => page.keyboard.type('twi')),
  },
  'partly-read': { state: 'partly-read' },
  reviewing: { state: 'reviewing' },
  reading: { state: 'reading' },
  loading: { state: 'loading' },
  'no-requests': { state: 'no-requests' },
  'no-text': { state: 'no-text' },
  'no-review': { state: 'no-review' },
  'no-case': { state: 'no-case' },
  impossible: { state: 'impossible' },
  'not-allowed': { state: 'not-allowed' },
  'unknown-site': { state: 'unknown-site' },
  'newer-settings': { state: 'newer-settings' },
  bench: { bench: 'right', do: waitForVerdicts },
  'bench-fault': { bench: 'fault', do: waitForVerdicts },
  'options-portals': { options: 'portals' },
  'options-criteria': { options: 'criteria' },
  'options-marks': { options: 'marks' },
  'options-appearance': { options: 'appearance' },
  'options-keys': { options: 'keys' },
  'options-about': { options: 'about' },
  'options-broken': { options: 'appearance', state: 'broken' },
  'options-newer': { options: 'appearance', state: 'newer' },
};

/** The last is for what takes a whole tab. */
const widths = [320, 480, 1000];
const themes = ['light', 'dark'];

async function shoot(browser: Browser, address: string, wanted: string | undefined) {
  for (const width of widths) {
    const page = await browser.newPage({ viewport: { width, height: 760 } });
    for (const theme of themes) {
      for (const [name, shot] of Object.entries(shots)) {
        if (wanted !== undefined && !name.startsWith(wanted)) continue;
        const { options, bench, state = '' } = shot;
        if (width > 480 && bench === undefined) continue;
        const part = { ...(options && { options }), ...(bench && { bench }) };
        const what = new URLSearchParams({ theme, state, ...part });
        await page.goto(`${address}?${what}`);
        await page.locator('h1').waitFor();
        await shot.do?.(page);
        const file = `${name}-${width}-${theme}`;
        const path = join(readme.has(file) ? shownInReadme : others, `${file}.png`);
        await page.screenshot({
          path,
          fullPage: options !== undefined || (bench !== undefined && width <= 480),
        });
      }
    }
    await page.close();
  }
}

mkdirSync(shownInReadme, { recursive: true });
mkdirSync(others, { recursive: true });
const server = await createServer({
  configFile: false,
  root: join(here, '../..'),
  logLevel: 'error',
  server: { host: '127.0.0.1', port: 0, watch: null },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
});
await server.listen();
const origin = server.resolvedUrls?.local[0] ?? '';
const program = process.env.CHROMIUM ?? (await findBrowser());
const browser = await chromium.launch({
  executablePath: program ?? '',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
await shoot(browser, `${origin}test/screenshots/index.html`, process.argv[2]);
await browser.close();
await server.close();
if (process.argv[2] === undefined || 'page-and-panel'.startsWith(process.argv[2])) {
  await shootPageAndPanel(shownInReadme);
}
