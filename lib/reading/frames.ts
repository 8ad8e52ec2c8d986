import type { UnreadPart } from '../case/document.ts';

/** Elements that show another document. Its text is read by the reader of that document, if at all. */
const frameTags = new Set(['iframe', 'frame', 'embed', 'object']);

export function isFrame(element: Element): boolean {
  return frameTags.has(element.localName);
}

/** What cannot be read of a frame, as far as its own page can tell. */
export function unreadFrame(element: Element): UnreadPart | undefined {
  if (!showsSomething(element)) return undefined;
  const type = element.getAttribute('type') ?? '';
  const source = element.getAttribute('src') ?? element.getAttribute('data') ?? '';
  if (type === 'application/pdf' || /\.pdf(?:[?#]|$)/i.test(source)) {
    return { code: 'CG-105', what: source.split(/[?#]/)[0]?.split('/').at(-1) || 'PDF' };
  }
  const other = otherSite(source, element.ownerDocument.baseURI);
  if (!other) return undefined;
  const site = `${other.protocol}//${other.hostname}/*`;
  return { code: 'CG-103', what: other.host, site };
}

function showsSomething(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1;
}

/** The address of a frame of another site; undefined for frames of this one and for empty ones. */
function otherSite(source: string, base: string): URL | undefined {
  if (source === '' || !URL.canParse(source, base)) return undefined;
  const address = new URL(source, base);
  if (address.protocol !== 'https:' && address.protocol !== 'http:') return undefined;
  return address.host === new URL(base).host ? undefined : address;
}
