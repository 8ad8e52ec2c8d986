import { browser } from 'wxt/browser';
import { siteOf } from './site.ts';

/** The file WXT builds of `entrypoints/portal.content`. */
const script = '/content-scripts/portal.js';
const registration = 'portal';

/** The sites the reviewer, or the organisation, has allowed. */
export async function grantedPatterns(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((origin) => /^(?:https?|\*):\/\//.test(origin));
}

/** Whether a page of this address may be read. */
export async function isGranted(address: string | undefined): Promise<boolean> {
  const site = siteOf(address);
  return site !== undefined && (await browser.permissions.contains({ origins: [site.pattern] }));
}

let last: Promise<void> = Promise.resolve();

/**
 * Makes the registered content script that of exactly the allowed sites. Permissions are what
 * holds: a browser keeps a registration for a site that is no longer allowed, and does not run it.
 */
export function reconcileGrants(): Promise<void> {
  // One after the other: two at once would both find nothing registered.
  last = last.then(reconcile, reconcile);
  return last;
}

async function reconcile(): Promise<void> {
  const matches = await grantedPatterns();
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [registration] });
  if (matches.length === 0) {
    if (registered) await browser.scripting.unregisterContentScripts({ ids: [registration] });
    return;
  }
  if (registered && isSame(registered.matches, matches)) return;
  const wanted = {
    id: registration,
    matches,
    js: [script],
    allFrames: true,
    matchOriginAsFallback: true,
    runAt: 'document_idle' as const,
    persistAcrossSessions: true,
  };
  if (registered) await browser.scripting.updateContentScripts([wanted]);
  else await browser.scripting.registerContentScripts([wanted]);
}

/** Starts the reader in tabs of these sites that are open already. */
export async function serveOpenTabs(patterns: readonly string[]): Promise<void> {
  if (patterns.length === 0) return;
  const tabs = await browser.tabs.query({ url: [...patterns] });
  await Promise.all(
    tabs.map(async ({ id, discarded }) => {
      if (id === undefined || discarded) return;
      const target = { tabId: id, allFrames: true };
      // A tab that shows an error page of the browser, or is closing, cannot be served.
      await browser.scripting.executeScript({ target, files: [script] }).catch(() => undefined);
    }),
  );
}

function isSame(a: readonly string[] | undefined, b: readonly string[]): boolean {
  return a?.length === b.length && a.every((pattern) => b.includes(pattern));
}
