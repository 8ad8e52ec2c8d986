import { browser } from 'wxt/browser';
import { isPermitted, type Policy } from '../preferences/policy.ts';
import { policyInForce } from './managed.ts';
import { siteOf } from './site.ts';
import { isTeamOnly, type TeamSite, teamSite } from './team-site.ts';

/** The file WXT builds of `entrypoints/portal.content`. */
const script = '/content-scripts/portal.js';
const registration = 'portal';

/**
 * The sites the reviewer has allowed, without those the organisation forbids and without the team's
 * server, which the browser lets be reached for another reason.
 */
export async function grantedPatterns(): Promise<string[]> {
  const [{ origins = [] }, { policy }, team] = await Promise.all([
    browser.permissions.getAll(),
    policyInForce(),
    teamSite(),
  ]);
  return origins
    .filter((origin) => /^(?:https?|\*):\/\//.test(origin) && !teamOnly(team).includes(origin))
    .flatMap((origin) => permittedPart(origin, policy));
}

/** The pattern of a site that is the team's server and nothing else; none or one. */
function teamOnly(team: TeamSite | null): string[] {
  return team?.isPortal === false ? [team.pattern] : [];
}

/** All of a grant, none of it, or of a grant for many sites those that are listed. */
function permittedPart(origin: string, policy: Policy): string[] {
  const address = origin.replace(/^\*:/, 'https:').replace(/\*$/, '');
  if (address.includes('*')) return policy.onlyPortals ? policy.portals : [origin];
  return isPermitted(address, policy) ? [origin] : [];
}

/** Whether a page of this address may be read: allowed by the reviewer, and not forbidden. */
export async function isGranted(address: string | undefined): Promise<boolean> {
  const site = siteOf(address);
  if (site === undefined || address === undefined) return false;
  const [{ policy }, team, isAllowed] = await Promise.all([
    policyInForce(),
    teamSite(),
    browser.permissions.contains({ origins: [site.pattern] }),
  ]);
  return isAllowed && isPermitted(address, policy) && !isTeamOnly(address, team);
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
  const [matches, { policy }, team] = await Promise.all([
    grantedPatterns(),
    policyInForce(),
    teamSite(),
  ]);
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [registration] });
  if (matches.length === 0) {
    if (registered) await browser.scripting.unregisterContentScripts({ ids: [registration] });
    return;
  }
  // A grant for many sites may hold the team's server.
  const excludeMatches = [...policy.forbidden, ...teamOnly(team)];
  const isKnown =
    isSame(registered?.matches, matches) &&
    isSame(registered?.excludeMatches ?? [], excludeMatches);
  if (isKnown) return;
  const wanted = {
    id: registration,
    matches,
    excludeMatches,
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
    tabs.map(async ({ id, discarded, url }) => {
      if (id === undefined || discarded || !(await isGranted(url))) return;
      const target = { tabId: id, allFrames: true };
      // A tab that shows an error page of the browser, or is closing, cannot be served.
      await browser.scripting.executeScript({ target, files: [script] }).catch(() => undefined);
    }),
  );
}

function isSame(a: readonly string[] | undefined, b: readonly string[]): boolean {
  return a?.length === b.length && a.every((pattern) => b.includes(pattern));
}
