import { constants, setPriority } from 'node:os';
import { chromium, expect, type Page, test } from '@playwright/test';
import { openShot, type Shot, shots } from '../screenshots/shots.ts';
import { startStories } from '../screenshots/story-server.ts';
import { findBrowser } from '../setup/ensure-browser.mjs';
import {
  axeFaults,
  bringAxe,
  layoutFaults,
  motionAndOrderFaults,
  untranslated,
} from './screen-faults.ts';

/**
 * Every screen in every look: for assistive technology, narrow, enlarged, and in a language of no
 * country. The screens are those of the pictures, drawn from an invented case without the extension.
 */

let address = '';
let page: Page;
const closing: (() => Promise<void>)[] = [];

test.beforeAll(async () => {
  // Nothing here measures time, as tests beside it may; the browser takes after this process.
  setPriority(constants.priority.PRIORITY_LOW);
  const stories = await startStories();
  address = stories.address;
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? (await findBrowser()) ?? '',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  page = await browser.newPage();
  // The first story of a kind is put together by the server while it loads.
  page.setDefaultTimeout(40_000);
  await bringAxe(page);
  closing.push(() => browser.close(), stories.close);
});

test.afterAll(async () => {
  for (const close of closing) await close();
});

/** The screens by their names; together they are all. */
const groups = {
  'requests and criteria':
    /^(?:overview|request|filter|conf|edit|uncl|not-doc|meas|crit|set|corr|own|saf|fault|as-of)/,
  'states of the panel':
    /^(?:cov|portal|keys|part|rev|reading|load|no-|pdf|imp|forb|first|not-a|unk|new)/,
  'letter and draft': /^(?:composer|letter|palette|snippet)/,
  pictures: /^timeline/,
  'options and pack bench': /^(?:options(?!-team)|bench)/,
  'options: team': /^options-team/,
  reader: /^reader/,
};

/** A narrow panel or window. */
const narrow = { width: 320, height: 760 };
/** As wide as a panel mostly is. */
const usual = { width: 480, height: 760 };
/** What is left of a panel of 480 px, and of a window of 1000 px, when it is seen at 200 %. */
const zoomed = (isPage: boolean) => ({ width: isPage ? 500 : 240, height: 380 });

const themed = (theme: string) =>
  page.evaluate((name) => {
    document.documentElement.dataset.theme = name;
  }, theme);

const enlarged = (size: string) =>
  page.evaluate((times) => {
    document.documentElement.style.setProperty('--text-size', times);
  }, size);

test('every screen is in one of the groups', () => {
  const all = Object.values(groups);
  const apart = Object.keys(shots).filter((name) => all.filter((of) => of.test(name)).length !== 1);
  expect(apart).toEqual([]);
});

for (const [group, names] of Object.entries(groups)) {
  const own = Object.entries(shots).filter(([name]) => names.test(name));
  const eachScreen = async (
    look: { language?: 'en' | 'pseudo' },
    faultsOf: (shot: Shot) => Promise<string[]>,
  ) => {
    const found: string[] = [];
    for (const [name, shot] of own) {
      await page.emulateMedia({ colorScheme: null, forcedColors: null, reducedMotion: 'reduce' });
      await page.setViewportSize(narrow);
      await openShot(page, address, shot, look);
      found.push(...(await faultsOf(shot)).map((fault) => `${name}: ${fault}`));
    }
    expect(found).toEqual([]);
  };

  test(`${group}: no fault that axe finds in light, dark and forced colours`, async () => {
    test.setTimeout(600_000);
    await eachScreen({}, async () => {
      const faults = await axeFaults(page);
      await themed('dark');
      faults.push(...(await axeFaults(page, ['color-contrast'])).map((each) => `dark ${each}`));
      await themed('light');
      await page.emulateMedia({ forcedColors: 'active' });
      faults.push(...(await axeFaults(page, ['color-contrast'])).map((each) => `forced ${each}`));
      return faults;
    });
  });

  test(`${group}: everything fits at 320 px, at 200 % zoom and with text twice as large`, async () => {
    test.setTimeout(600_000);
    await eachScreen({}, async () => {
      const faults = [...(await layoutFaults(page)), ...(await motionAndOrderFaults(page))];
      const isPage = /^(?:options|bench|reader)/.test(group);
      await page.setViewportSize(zoomed(isPage));
      faults.push(...(await layoutFaults(page)).map((each) => `200 %: ${each}`));
      await page.setViewportSize(usual);
      await enlarged('2');
      faults.push(...(await layoutFaults(page)).map((each) => `large text: ${each}`));
      return faults;
    });
  });

  test(`${group}: nothing is untranslated or cut off in longer words`, async () => {
    test.setTimeout(600_000);
    await eachScreen({ language: 'pseudo' }, async () => {
      const data = await page.evaluate(() => globalThis.storyData);
      return [
        ...(await untranslated(page, data)).map((text) => `untranslated: ${text}`),
        ...(await layoutFaults(page)),
      ];
    });
  });
}

test('by Tab one goes through the panel from its head to its foot', async () => {
  await page.setViewportSize(narrow);
  await openShot(page, address, shots.conflicting as Shot);
  await page.locator('header button').first().focus();
  const parts = ['header'];
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    const part = await page.evaluate(
      () => document.activeElement?.closest('header, nav, main, footer')?.localName ?? 'none',
    );
    if (parts.at(-1) !== part) parts.push(part);
    if (part === 'footer') break;
  }
  expect(parts).toEqual(['header', 'nav', 'main', 'footer']);
});
