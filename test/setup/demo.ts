// Shows the extension on the demo portal: in a window where there is a display, else in pictures
// and in the terminal.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type LoadedBrowser, launchBrowser } from '../e2e/browser.ts';
import { type Portals, startPortals } from '../portals/server.ts';
import { ROOT } from './processes.mjs';
import { summarize } from './review-summary.ts';
import { reviewText } from './review-text.ts';

const DEMO_CASE = 'cases/NG-15-21183';
const PICTURES = join(ROOT, '.output');

const hasDisplay = () =>
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** Opens the demo case and leaves the window to the user until it is closed. */
async function showWindow(browser: LoadedBrowser, portals: Portals) {
  const address = portals.url('demo', DEMO_CASE);
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.goto(address);
  await browser.openSidePanel(address);
  console.log(`The demo portal is at ${portals.url('demo')}.`);
  console.log('Press “Allow on this site” in the side panel.');
  console.log('Ctrl+Shift+Y (Command+Shift+Y) or the toolbar button opens the panel. Ctrl-C ends.');
  await new Promise<void>((closed) => browser.context.once('close', () => closed()));
}

/** Allows the portal as a user would, then takes pictures and prints the review. */
async function showHeadless(browser: LoadedBrowser, portals: Portals) {
  const address = portals.url('demo', DEMO_CASE);
  await browser.preApprove(portals.url('demo'));
  const page = await browser.context.newPage();
  await page.goto(address);
  const panel = await browser.openSidePanel(address);
  try {
    await panel.getByRole('button', { name: 'Allow on this site' }).click({ timeout: 10_000 });
    await panel.getByText('Trigger point injection').first().waitFor({ timeout: 10_000 });
  } catch {
    console.log('The side panel shows no review.');
  }
  await page.locator('#notes').evaluate((notes) => notes.scrollIntoView());
  await page.waitForTimeout(500);
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, 'page.png') });
  await panel.screenshot({ path: join(PICTURES, 'panel.png') });
  console.log(`${await page.title()}\n`);
  console.log(summarize(await reviewText(await page.locator('main').innerText())));
  console.log('\nPictures: .output/page.png, .output/panel.png');
}

const portals = await startPortals();
const browser = await launchBrowser({ headless: !hasDisplay() }).catch((error: Error) => {
  console.log(error.message.split('\n')[0]);
  process.exit(1);
});
let stopped = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    stopped = true;
    void browser.close().finally(() => process.exit(130));
  });
}
try {
  await (hasDisplay() ? showWindow : showHeadless)(browser, portals);
} catch (error) {
  // what was under way when the user ended it is no failure
  if (!stopped) throw error;
} finally {
  await browser.close();
  await portals.close();
}
