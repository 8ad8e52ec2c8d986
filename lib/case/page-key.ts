/**
 * Another address or another heading is another page: what was chosen or kept for one must not
 * reach the next. An anchor within a page is no other address; a route behind `#/` is.
 */
export function keyOf({ url, heading }: { url: string; heading: string }): string {
  const [address = '', anchor = ''] = url.split('#');
  const route = anchor.startsWith('/') || anchor.startsWith('!') ? `#${anchor}` : '';
  return `${address}${route}\n${heading}`;
}
