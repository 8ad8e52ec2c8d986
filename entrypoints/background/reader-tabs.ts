import { browser } from 'wxt/browser';
import { type Result, success } from '../../lib/messaging/result.ts';
import type { Cases } from './cases.ts';

/** Whether an address is that of our reader page. */
export function isReader(address: string | undefined): boolean {
  return address?.startsWith(browser.runtime.getURL('/reader.html')) === true;
}

/** Opens the reader beside a tab, for the case of that tab: empty, or with a file of its site. */
export async function openReader(
  tabId: number,
  file: string | null,
  cases: Cases,
): Promise<Result<null>> {
  await cases.store.restored;
  const asked = new URLSearchParams({ tab: String(tabId) });
  const caseId = cases.desk.caseOf(tabId)?.id;
  if (caseId !== undefined) asked.set('case', caseId);
  if (file !== null) asked.set('file', file);
  await browser.tabs.create({ url: `${browser.runtime.getURL('/reader.html')}#${asked}` });
  return success(null);
}
