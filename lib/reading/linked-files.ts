import type { LinkedFile } from '../case/document.ts';
import { allIn, titleOf } from './tree.ts';

const mostFiles = 50;
/** Links that are looked at: a page with more is a directory. */
const mostLinks = 3_000;
const longestName = 200;

/** The PDF files of the page's own site that it links to, holds in a frame, or is. */
export function linkedFiles(document: Document): LinkedFile[] {
  const files = new Map<string, LinkedFile>();
  const add = (address: string, words: string) => {
    if (files.size >= mostFiles || !URL.canParse(address, document.baseURI)) return;
    const url = new URL(address, document.baseURI);
    url.hash = '';
    if (url.origin !== document.defaultView?.origin || files.has(url.href)) return;
    files.set(url.href, { url: url.href, name: plainName(words) || nameOf(url) });
  };
  if (document.contentType === 'application/pdf') add(document.URL, titleOf(document));
  const links = document.links;
  for (let i = 0; i < links.length && i < mostLinks; i++) {
    const link = links[i];
    if (link && isPdf(link.href, link.getAttribute('type'))) add(link.href, link.textContent ?? '');
  }
  for (const frame of allIn(document, 'embed, object, iframe')) {
    const source = frame.getAttribute('src') ?? frame.getAttribute('data') ?? '';
    if (isPdf(source, frame.getAttribute('type'))) add(source, frame.getAttribute('title') ?? '');
  }
  return [...files.values()];
}

function isPdf(address: string, type: string | null): boolean {
  if (address === '') return false;
  return type === 'application/pdf' || /\.pdf(?:[?#]|$)/i.test(address);
}

function plainName(words: string): string {
  return words.replace(/\s+/g, ' ').trim().slice(0, longestName);
}

function nameOf(url: URL): string {
  const file = url.pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(file).slice(0, longestName);
  } catch {
    return file.slice(0, longestName);
  }
}
