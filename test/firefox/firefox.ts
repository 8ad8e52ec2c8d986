import { existsSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { type OutsideWorld, startOutsideWorld } from '../e2e/outside-world.ts';
import { findFirefox } from '../setup/ensure-firefox.mjs';
import { ROOT } from '../setup/processes.mjs';

const EXTENSION = join(ROOT, '.output/firefox-mv3');
/** The id of the manifest, and the host of its pages, which Firefox would choose at random. */
const ID = 'caseglass@caseglass.example';
const HOST = '3f0c5f6e-6a55-4a65-8d5e-1d9d4e8d6a01';
/** What Firefox makes of the id in the names of its own elements. */
const WIDGET = ID.replace(/[@.]/g, '_');

/** A name of this machine that is no local one to Firefox: pages there have no secure context. */
export const plainHost = 'claims.portal.example';

/** Judging the first case compiles all packs, on a machine that may be busy. */
export const patience = { timeout: 20_000, interval: 50 };

/** A headless Firefox of its own profile with the built extension installed. */
export interface LoadedFirefox {
  browser: Browser;
  /** every host outside this machine that anything in the browser asked for */
  outside: OutsideWorld;
  /** a page of a portal, in the tab that is shown */
  open(address: string): Promise<Page>;
  /** a page of the extension, in the tab that is shown */
  openOwn(path: string): Promise<Page>;
  /** the extension's button of the toolbar, where Firefox puts it: in the list of extensions */
  pressToolbarButton(): Promise<void>;
  /** the extension's key */
  pressKey(): Promise<void>;
  isSidebarOpen(): Promise<boolean>;
  /** a press of the mouse on a point of the sidebar's page */
  clickInSidebar(point: { x: number; y: number }): Promise<void>;
  /** ends the background, as Firefox does when it was idle for half a minute */
  stopBackground(): Promise<void>;
  close(): Promise<void>;
}

/** Starts Firefox, cut off from everything outside this machine. */
export async function launchFirefox(): Promise<LoadedFirefox> {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error('No Firefox found: run `npm test`, or set FIREFOX.');
  if (!existsSync(EXTENSION)) throw new Error('Run `npm run build:firefox` before.');
  const outside = await startOutsideWorld();
  const { hostname, port } = new URL(outside.address);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    defaultViewport: { width: 1000, height: 700 },
    // Without it drivers may look neither at pages of extensions nor at the browser's own window.
    args: ['--remote-allow-system-access'],
    // Firefox asks its own services for lists otherwise, whatever the settings say.
    env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [ID]: HOST }),
      // A click that asks for a permission is granted it: no test could answer the question.
      'extensions.webextOptionalPermissionPrompts': false,
      'services.settings.server': 'data:,#remote-settings-dummy/v1',
      'network.dns.localDomains': plainHost,
      'network.proxy.type': 1,
      'network.proxy.http': hostname,
      'network.proxy.http_port': Number(port),
      'network.proxy.ssl': hostname,
      'network.proxy.ssl_port': Number(port),
      'network.proxy.no_proxies_on': plainHost,
    },
  });
  await browser.installExtension(EXTENSION);
  const window = await browserWindow(browser);

  return {
    browser,
    outside,
    async open(address) {
      const page = await browser.newPage();
      await page.goto(address);
      await page.bringToFront();
      return page;
    },
    async openOwn(path) {
      const page = await browser.newPage();
      // It loads, but the driver never hears so.
      page.goto(`moz-extension://${HOST}/${path}`, { timeout: 1_000 }).catch(() => undefined);
      const isLoaded = () =>
        page
          .evaluate(
            () => location.protocol === 'moz-extension:' && document.readyState === 'complete',
          )
          .catch(() => false);
      await expect.poll(isLoaded, patience).toBe(true);
      await page.bringToFront();
      return page;
    },
    async pressToolbarButton() {
      // The list is filled when it opens.
      const list = `document.getElementById('unified-extensions-button')`;
      const button = `document.getElementById('${WIDGET}-BAP')`;
      await window(`${list}.click()`);
      await expect
        .poll(() => window(`${button}?.getClientRects().length > 0`), patience)
        .toBe(true);
      await window(`${button}.click()`);
    },
    async pressKey() {
      await window(`document.querySelector('#ext-keyset-id-${WIDGET} key').doCommand()`);
    },
    async isSidebarOpen() {
      return (await window('SidebarController.isOpen')) === true;
    },
    async clickInSidebar({ x, y }) {
      await window(`{
        const outer = document.getElementById('sidebar');
        const inner = outer.contentDocument.getElementById('webext-panels-browser');
        const [a, b] = [outer, inner].map((element) => element.getBoundingClientRect());
        for (const type of ['mousemove', 'mousedown', 'mouseup']) {
          const at = [a.x + b.x + ${x}, a.y + b.y + ${y}];
          window.synthesizeMouseEvent(type, ...at, { button: 0, clickCount: 1 });
        }
      }`);
    },
    async stopBackground() {
      await window(`WebExtensionPolicy.getByID('${ID}').extension.terminateBackground()`);
    },
    async close() {
      await browser.close();
      await outside.close();
    },
  };
}

/** What puppeteer sends its commands by; it has none of its own for the browser's window. */
interface Connection {
  send(method: string, body: object): Promise<{ result: unknown }>;
}

/** Runs scripts in the browser's own window, where the toolbar and the sidebar are. */
async function browserWindow(browser: Browser): Promise<(script: string) => Promise<unknown>> {
  const { connection } = browser as unknown as { connection: Connection };
  const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const { contexts } = result as { contexts: { context: string }[] };
  const target = { context: contexts[0]?.context };
  return async (expression) => {
    const answer = await connection.send('script.evaluate', {
      expression,
      target,
      awaitPromise: true,
    });
    const { result: value, exceptionDetails } = answer.result as {
      result?: { value?: unknown };
      exceptionDetails?: { text: string };
    };
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return value?.value;
  };
}
