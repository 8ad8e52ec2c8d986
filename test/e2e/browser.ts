import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import {
  type BrowserContext,
  type CDPSession,
  chromium,
  type Page,
  type Worker,
} from '@playwright/test';
import { findBrowser } from '../setup/ensure-browser.mjs';
import { openExtensionsPage } from './extensions-page.ts';
import { type OutsideWorld, startOutsideWorld } from './outside-world.ts';

const EXTENSION = resolve(import.meta.dirname, '../../.output/chrome-mv3');

/** A Chromium of its own profile with the built extension loaded. */
export interface LoadedBrowser {
  context: BrowserContext;
  /** the extension's background as it was loaded last */
  readonly worker: Worker;
  /** the extension's id */
  readonly id: string;
  cdp: CDPSession;
  /** where its debugger listens, for a connection of one's own */
  debugAddress: string;
  /** every host outside this machine that anything in the browser asked for (headless only) */
  outside: OutsideWorld;
  /** an address of the extension: url('options.html') */
  url(path: string): string;
  /** clicks the toolbar button on the tab that shows this address: opens the real side panel */
  openSidePanel(tabUrl: string): Promise<Page>;
  /**
   * After this, a click that asks for permission to read the address's host is granted without a
   * prompt, which no test could answer.
   */
  preApprove(address: string): Promise<void>;
  /**
   * As it was after its start: one empty tab, the extension removed with all it stored and was
   * allowed and installed anew, nothing stored by any site, nothing asked of outside.
   */
  renew(): Promise<void>;
  close(): Promise<void>;
}

const freePort = () =>
  new Promise<number>((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** Installs the built extension and waits until its background runs. */
async function install(
  context: BrowserContext,
  cdp: CDPSession,
  program: string,
  path: string,
): Promise<{ id: string; worker: Worker }> {
  const started = context.waitForEvent('serviceworker', { timeout: 15_000 });
  started.catch(() => undefined);
  try {
    const { id } = await cdp.send('Extensions.loadUnpacked', { path });
    return { id, worker: await started };
  } catch (error) {
    throw new Error(
      `${program} started, but the extension's background did not run. If ${path} loads by hand in chrome://extensions, name another Chromium in CHROMIUM. (${error})`,
    );
  }
}

/** Closes every tab but a new one, and forgets what sites have stored. */
async function emptyTabs(context: BrowserContext): Promise<void> {
  const old = context.pages();
  const blank = await context.newPage();
  const [session] = await Promise.all([
    context.newCDPSession(blank),
    ...old.map((page) => page.close()),
  ]);
  await Promise.all([
    context.clearCookies(),
    context.clearPermissions(),
    session.send('Storage.clearDataForOrigin', { origin: '*', storageTypes: 'all' }),
    session.send('Network.clearBrowserCache'),
  ]);
  await session.detach();
}

/**
 * The environment, but that nothing is entered into the desktop's menu: on Linux Chromium runs a dozen shell
 * scripts for each extension that comes or goes.
 */
function withoutMenus(profile: string): NodeJS.ProcessEnv {
  const folder = join(profile, 'no-menus');
  mkdirSync(folder);
  for (const name of ['xdg-desktop-menu', 'xdg-icon-resource']) {
    writeFileSync(join(folder, name), '#!/bin/sh\n', { mode: 0o755 });
  }
  return { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH ?? ''}` };
}

/** Sends what is for outside to the stand-in, and keeps Chromium's own services from asking. */
const alone = (outside: OutsideWorld) => [
  `--proxy-server=${outside.address}`,
  '--proxy-bypass-list=127.0.0.1;localhost',
  '--gaia-url=http://127.0.0.1:9',
  '--autofill-server-url=http://127.0.0.1:9/',
  '--component-updater=url-source=http://127.0.0.1:9/',
];

/**
 * Starts Chromium with the extension built into .output/chrome-mv3, or another folder. Headless it is cut off
 * from everything outside this machine; with a window it is the user's to browse with. `language` is
 * that of its own menus, and so of the extension's.
 */
export async function launchBrowser({
  headless = true,
  extension = EXTENSION,
  language = 'en',
} = {}): Promise<LoadedBrowser> {
  const program = process.env.CHROMIUM ?? (await findBrowser());
  if (!program) throw new Error('No Chromium found: run `npm test`, or set CHROMIUM.');
  const profile = mkdtempSync(join(tmpdir(), 'caseglass-'));
  // Playwright's own folder for a test ends with the test, the browser does not.
  const downloads = join(profile, 'downloads');
  const port = await freePort();
  const outside = await startOutsideWorld();
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: program,
    headless,
    ...(headless ? { env: { ...withoutMenus(profile), LANGUAGE: language } } : {}),
    downloadsPath: downloads,
    viewport: headless ? { width: 1280, height: 900 } : null,
    // Playwright would leave extensions out
    ignoreDefaultArgs: ['--disable-extensions', ...(headless ? [] : ['--enable-automation'])],
    args: [
      ...(headless ? ['--headless=new', '--disable-gpu'] : ['--window-size=1500,950']),
      // Chromium's sandbox does not start for root
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      // to install and remove the extension from here
      '--enable-unsafe-extension-debugging',
      `--remote-debugging-port=${port}`,
      ...(headless ? alone(outside) : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--no-first-run',
      `--lang=${language}`,
    ],
  });
  const browser = context.browser();
  if (!browser) throw new Error('Chromium has closed.');
  const cdp = await browser.newBrowserCDPSession();
  let { id, worker } = await install(context, cdp, program, extension);
  const extensionsPage = await openExtensionsPage(cdp);
  const connections: { close(): Promise<void> }[] = [];

  /** A connection that is closed takes the folder for downloads with it. */
  async function disconnect(connection: { close(): Promise<void> }) {
    await connection.close();
    const behaviour = { behavior: 'allowAndName', downloadPath: downloads } as const;
    await cdp.send('Browser.setDownloadBehavior', behaviour);
  }

  const isPanelOpen = () =>
    worker.evaluate(
      async () =>
        (await chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL' as never] })).length > 0,
    );

  async function clickToolbarButton(tabUrl: string) {
    const { targetInfos } = await cdp.send('Target.getTargets', { filter: [{ type: 'tab' }] });
    const tab = targetInfos.find((target) => target.url.startsWith(tabUrl));
    if (!tab) throw new Error(`No tab shows ${tabUrl}`);
    await cdp.send('Extensions.triggerAction' as never, { id, targetId: tab.targetId } as never);
  }

  /** The panel is not among a context's own pages; a second connection made now lists it. */
  async function panelPage(): Promise<Page | undefined> {
    const connection = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    const page = connection
      .contexts()
      .flatMap((c) => c.pages())
      .find((p) => p.url().startsWith(`chrome-extension://${id}/sidepanel.html`));
    if (page) connections.push(connection);
    else await disconnect(connection);
    return page;
  }

  return {
    context,
    get worker() {
      return worker;
    },
    get id() {
      return id;
    },
    cdp,
    debugAddress: `http://127.0.0.1:${port}`,
    outside,
    url: (path) => `chrome-extension://${id}/${path}`,
    async openSidePanel(tabUrl) {
      // the button toggles, so it is clicked only when the panel is closed
      if (!(await isPanelOpen())) await clickToolbarButton(tabUrl);
      for (let tries = 0; tries < 50; tries++) {
        const page = (await isPanelOpen()) && (await panelPage());
        if (page) return page;
        await new Promise((wait) => setTimeout(wait, 100));
      }
      throw new Error('The side panel did not open.');
    },
    async preApprove(address) {
      // permissions are for a host, whatever its port
      const { protocol, hostname } = new URL(address);
      await extensionsPage.addHostPermission(id, `${protocol}//${hostname}/*`);
    },
    async renew() {
      for (const connection of connections.splice(0)) await disconnect(connection);
      await Promise.all([
        emptyTabs(context),
        // A test may have removed it itself.
        cdp.send('Extensions.uninstall', { id }).catch(() => undefined),
      ]);
      outside.asked.length = 0;
      ({ id, worker } = await install(context, cdp, program, extension));
    },
    async close() {
      for (const connection of connections) await connection.close();
      await context.close();
      await outside.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
