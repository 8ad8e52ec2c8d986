import type { Page } from '@playwright/test';
import type { Portals } from '../portals/server.ts';
import type { LoadedBrowser } from './browser.ts';

/** A case of the demo portal with the side panel beside it, the site allowed by a click there. */
export async function openCase(
  ext: LoadedBrowser,
  portals: Portals,
  id: string,
): Promise<{ page: Page; panel: Page }> {
  const address = portals.url('demo', `cases/${id}`);
  await ext.preApprove(address);
  const page = await ext.context.newPage();
  await page.goto(address);
  const panel = await ext.openSidePanel(address);
  await panel.getByRole('button', { name: 'Allow on this site' }).click();
  await panel.locator('[data-request]').first().waitFor();
  return { page, panel };
}
