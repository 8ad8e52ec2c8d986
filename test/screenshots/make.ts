import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { findBrowser } from '../setup/ensure-browser.mjs';
import { shootPageAndPanel } from './page-and-panel.ts';
import { openShot, shots } from './shots.ts';
import { startStories } from './story-server.ts';

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
  'timeline-use-480-light',
  'composer-slash-480-light',
  'options-marks-480-light',
]);

/** The last is for what takes a whole tab. */
const widths = [320, 480, 1000];
const themes = ['light', 'dark'];

async function shoot(browser: Browser, address: string, wanted: string | undefined) {
  for (const width of widths) {
    const page = await browser.newPage({
      viewport: { width, height: 760 },
      // a control halfway to its next look is none of its looks
      reducedMotion: 'reduce',
    });
    for (const theme of themes) {
      for (const [name, shot] of Object.entries(shots)) {
        if (wanted !== undefined && !name.startsWith(wanted)) continue;
        const { options, bench, reader } = shot;
        if (width > 480 && bench === undefined && reader === undefined) continue;
        await openShot(page, address, shot, { theme });
        const isWhole = options !== undefined || (bench !== undefined && width <= 480);
        if (isWhole) await page.evaluate(() => scrollTo(0, 0));
        const file = `${name}-${width}-${theme}`;
        const path = join(readme.has(file) ? shownInReadme : others, `${file}.png`);
        await page.screenshot({ path, fullPage: isWhole });
      }
    }
    await page.close();
  }
}

mkdirSync(shownInReadme, { recursive: true });
mkdirSync(others, { recursive: true });
const stories = await startStories();
const program = process.env.CHROMIUM ?? (await findBrowser());
const browser = await chromium.launch({
  executablePath: program ?? '',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
await shoot(browser, stories.address, process.argv[2]);
await browser.close();
await stories.close();
if (process.argv[2] === undefined || 'page-and-panel'.startsWith(process.argv[2])) {
  await shootPageAndPanel(shownInReadme);
}
