import { browser } from 'wxt/browser';

/** A site on which the user, or the organization, allowed Caseglass to run. */
export interface AllowedSite {
  /** As the browser keeps it: `https://claims.northgate.example/*`. */
  pattern: string;
  /** As shown: `claims.northgate.example`. */
  host: string;
}

/** Calls back with the allowed sites now and after every change, until the signal ends it. */
export function watchAllowedSites(
  signal: AbortSignal,
  onChange: (sites: AllowedSite[]) => void,
): void {
  const tell = async () => {
    const { origins = [] } = await browser.permissions.getAll();
    if (!signal.aborted) onChange(origins.map(siteOf).sort((a, b) => a.host.localeCompare(b.host)));
  };
  const changed = () => void tell();
  browser.permissions.onAdded.addListener(changed);
  browser.permissions.onRemoved.addListener(changed);
  signal.addEventListener('abort', () => {
    browser.permissions.onAdded.removeListener(changed);
    browser.permissions.onRemoved.removeListener(changed);
  });
  void tell();
}

/**
 * The pattern to ask for when a user types an address: a whole site of the web, never less and
 * never several. Undefined where the text is no such address.
 */
export function patternOf(typed: string): string | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return undefined;
  const { protocol, host } = new URL(address);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  return /[*\s]/.test(host) ? undefined : `${protocol}//${host}/*`;
}

function siteOf(pattern: string): AllowedSite {
  return { pattern, host: pattern.replace(/^[a-z*]+:\/\//i, '').replace(/\/\*?$/, '') };
}
