import { browser } from 'wxt/browser';
import { grantedPatterns } from './grants.ts';
import { onPolicyChange } from './managed.ts';
import { type Site, siteOf } from './site.ts';
import { onTeamSiteChange } from './team-site.ts';

/**
 * Calls back with the sites Caseglass may run on, now and after every change, until the signal
 * ends it.
 */
export function watchAllowedSites(signal: AbortSignal, onChange: (sites: Site[]) => void): void {
  const tell = async () => {
    const sites = (await grantedPatterns()).map(siteOfPattern);
    if (!signal.aborted) onChange(sites.sort((a, b) => a.host.localeCompare(b.host)));
  };
  const changed = () => void tell();
  browser.permissions.onAdded.addListener(changed);
  browser.permissions.onRemoved.addListener(changed);
  onPolicyChange(changed, signal);
  onTeamSiteChange(changed, signal);
  signal.addEventListener('abort', () => {
    browser.permissions.onAdded.removeListener(changed);
    browser.permissions.onRemoved.removeListener(changed);
  });
  void tell();
}

/**
 * The pattern to ask for when a user types an address: a whole site of the web, never several.
 * Undefined where the text is no such address.
 */
export function patternOf(typed: string): string | undefined {
  const text = typed.trim();
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  const site = siteOf(address);
  return site === undefined || /[*%]/.test(site.host) ? undefined : site.pattern;
}

function siteOfPattern(pattern: string): Site {
  return { pattern, host: pattern.replace(/^[a-z*]+:\/\//i, '').replace(/\/\*?$/, '') };
}
