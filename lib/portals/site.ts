/** A site of the web, as the browser's permissions name it. */
export interface Site {
  /** As shown: `claims.northgate.example`. */
  host: string;
  /** `https://claims.northgate.example/*`: the whole host, whatever its port, since patterns have none. */
  pattern: string;
}

/** The site of an address; undefined for browser pages, files and extensions. */
export function siteOf(address: string | undefined): Site | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const { protocol, hostname, host } = new URL(address);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  return { host, pattern: `${protocol}//${hostname}/*` };
}
