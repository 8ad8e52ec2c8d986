// Finds a Chromium that loads an unpacked extension, or gets one.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runNode } from './processes.mjs';
import { findProgram, installDebianPackage, isDebianRoot, isProgram } from './programs.mjs';

const { env } = process;

/** Names on the path. Chrome and Edge are left out: their releases ignore --load-extension. */
const NAMES = ['chromium', 'chromium-browser', 'ungoogled-chromium', 'brave-browser', 'vivaldi'];

const PLACES = {
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    join(env.HOME ?? '', 'Applications/Chromium.app/Contents/MacOS/Chromium'),
    '/Applications/Brave Browser.app/Contents/MacOS/Brave Browser',
  ],
  win32: [env.LOCALAPPDATA, env.PROGRAMFILES, env['PROGRAMFILES(X86)']]
    .filter(Boolean)
    .flatMap((folder) => [
      join(folder, 'Chromium/Application/chrome.exe'),
      join(folder, 'BraveSoftware/Brave-Browser/Application/brave.exe'),
    ]),
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/snap/bin/chromium'],
};

async function playwrightsOwn() {
  try {
    const { chromium } = await import('@playwright/test');
    const file = chromium.executablePath();
    return file && existsSync(file) ? file : undefined;
  } catch {
    return undefined;
  }
}

/** The browser to use: CHROMIUM if set, else one on the path, in the usual places, Playwright's. */
export async function findBrowser() {
  return env.CHROMIUM ?? findProgram(NAMES, PLACES) ?? (await playwrightsOwn());
}

async function installDebians() {
  console.log('No Chromium found: installing the Debian package …');
  await installDebianPackage('chromium');
}

async function downloadPlaywrights() {
  console.log("No Chromium found: fetching Playwright's …");
  const cli = join(ROOT, 'node_modules/@playwright/test/cli.js');
  const { code } = await runNode([cli, 'install', 'chromium'], {
    quiet: true,
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
    seconds: 600,
  });
  if (code !== 0) console.log("Playwright's Chromium could not be fetched.");
}

/**
 * A browser to run, installed where need be. Call after the packages are installed.
 * @returns {Promise<string | undefined>} undefined when there is none; it has been said what to do
 */
export async function ensureBrowser() {
  let browser = await findBrowser();
  // On Debian the package brings the libraries with it; Playwright's download does not.
  const ways = isDebianRoot() ? [installDebians, downloadPlaywrights] : [downloadPlaywrights];
  for (const way of ways) {
    if (browser) break;
    await way();
    browser = await findBrowser();
  }
  if (browser && isProgram(browser)) return browser;
  console.log(
    browser
      ? `CHROMIUM names ${browser}, which is not a program that can be started.`
      : 'Please install Chromium (or set CHROMIUM to a browser that loads unpacked extensions) and run this again.',
  );
  return undefined;
}
