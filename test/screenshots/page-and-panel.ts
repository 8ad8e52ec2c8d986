import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { highlightName } from '../../lib/marking/style-sheet.ts';
import { launchBrowser } from '../e2e/browser.ts';
import { openCase } from '../e2e/open-case.ts';
import { startPortals } from '../portals/server.ts';

/** A case of the demo portal with its marks, and the built extension's panel beside it. */
export async function shootPageAndPanel(folder: string): Promise<void> {
  const portals = await startPortals();
  const ext = await launchBrowser();
  try {
    const { page, panel } = await openCase(ext, portals, 'NG-15-21183');
    await page.setViewportSize({ width: 860, height: 760 });
    await panel.setViewportSize({ width: 380, height: 760 });
    await panel.getByRole('button', { name: /^1 Trigger point/ }).click();
    await panel.getByRole('button', { name: 'No radiculopathy' }).click();
    await page.getByText('Straight leg raising').scrollIntoViewIfNeeded();
    await page.waitForFunction(
      (name) => CSS.highlights.has(name),
      highlightName('opposes', 'light'),
    );
    // Before another tab comes to the front, since the panel would follow it.
    const pictures = [await page.screenshot(), await panel.screenshot()];
    const canvas = await ext.context.newPage();
    await sideBySide(canvas, pictures, join(folder, 'page-and-panel.png'));
  } finally {
    await ext.close();
    await portals.close();
  }
}

async function sideBySide(canvas: Page, pictures: Buffer[], path: string): Promise<void> {
  const images = pictures
    .map((picture) => `<img src="data:image/png;base64,${picture.toString('base64')}">`)
    .join('');
  await canvas.setViewportSize({ width: 1241, height: 760 });
  await canvas.setContent(
    `<style>body { display: flex; gap: 1px; margin: 0; background: #bfc6cb }</style>${images}`,
  );
  await canvas.screenshot({ path });
}
