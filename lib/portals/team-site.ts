import { browser } from 'wxt/browser';
import { siteOf } from './site.ts';

/** The site of the team's server. The browser lets it be reached; nothing is read or marked on it. */
export interface TeamSite {
  /** As `Site.pattern`. */
  pattern: string;
  /** The reviewer has allowed it as a portal as well. */
  isPortal: boolean;
}

const key = 'teamSite';

/** The site of the team's server; null where there is no team. */
export async function teamSite(): Promise<TeamSite | null> {
  const stored = (await browser.storage.local.get(key))[key] as Partial<TeamSite> | undefined;
  if (typeof stored?.pattern !== 'string') return null;
  return { pattern: stored.pattern, isPortal: stored.isPortal === true };
}

/** Whether nothing may run on a page of this address, since it is only the team's server. */
export function isTeamOnly(address: string, team: TeamSite | null): boolean {
  return team !== null && !team.isPortal && siteOf(address)?.pattern === team.pattern;
}

/**
 * Asks the browser to let the team's server be reached; whether it does. Called straight from a
 * click. That it is no portal is noted before, so that nothing starts on it when it is permitted.
 *
 * @param isPortal whether the site is among the allowed portals already
 */
export async function permitTeamSite(pattern: string, isPortal: boolean): Promise<boolean> {
  const before = teamSite();
  const noted = note({ pattern, isPortal });
  const isPermitted = await browser.permissions.request({ origins: [pattern] });
  await noted;
  const earlier = await before;
  const isSame = earlier?.pattern === pattern;
  if (isPermitted && earlier !== null && !isSame) await takeBack(earlier);
  if (!isPermitted && !isSame) await note(earlier);
  return isPermitted;
}

/** The team is left: its server is not to be reached any more. */
export async function forgetTeamSite(): Promise<void> {
  const team = await teamSite();
  await note(null);
  if (team !== null) await takeBack(team);
}

/** Allows a site as a portal; whether it was. Called straight from a click. */
export async function allowSite(pattern: string): Promise<boolean> {
  const isAllowed = await browser.permissions.request({ origins: [pattern] });
  const team = await teamSite();
  if (isAllowed && team?.pattern === pattern) await note({ pattern, isPortal: true });
  return isAllowed;
}

/** Takes a portal back. A team's server that was one is still reached, and no longer read. */
export async function revokeSite(pattern: string): Promise<void> {
  const team = await teamSite();
  if (team?.pattern === pattern) await note({ pattern, isPortal: false });
  else await browser.permissions.remove({ origins: [pattern] });
}

/** Calls back when the team's site has changed, or whether it is a portal, until the signal ends it. */
export function onTeamSiteChange(onChange: () => void, signal?: AbortSignal): void {
  const changed = (changes: object, area: string) => {
    if (area === 'local' && key in changes) onChange();
  };
  browser.storage.onChanged.addListener(changed);
  signal?.addEventListener('abort', () => browser.storage.onChanged.removeListener(changed));
}

async function note(team: TeamSite | null): Promise<void> {
  if (team === null) await browser.storage.local.remove(key);
  else await browser.storage.local.set({ [key]: team });
}

async function takeBack({ pattern, isPortal }: TeamSite): Promise<void> {
  if (!isPortal) await browser.permissions.remove({ origins: [pattern] });
}
