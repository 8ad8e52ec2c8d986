import type { UnreadPart } from '../case/document.ts';

/** In CSS pixels: what is smaller is a logo, a photograph of a person, a small chart. */
const leastWidth = 300;
const leastHeight = 200;

/** A picture or drawing large enough to be a page of a document: a fax, a scan, a drawn report. */
export function unreadPicture(element: Element): UnreadPart | undefined {
  const { localName } = element;
  if (localName !== 'img' && localName !== 'canvas') return undefined;
  const { width, height } = element.getBoundingClientRect();
  if (width < leastWidth || height < leastHeight) return undefined;
  const name = ['aria-label', 'alt', 'title'].map((from) => element.getAttribute(from)?.trim());
  return { code: 'CG-113', what: name.find(Boolean)?.slice(0, 200) ?? 'Picture' };
}
