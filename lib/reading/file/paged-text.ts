import type { Page } from '../../case/document.ts';
import { layOutPage, type PageItem, type PlacedItem } from './page-layout.ts';

/** How a page of a file came to its text. */
export type PageState = 'waiting' | 'read' | 'no-text' | 'recognised' | 'failed';

/** A page of a file with its text and where its items stand. */
export interface FilePage {
  number: number;
  width: number;
  height: number;
  state: PageState;
  items: readonly PageItem[];
  /** Items by their place in the page's own text. */
  placed: readonly PlacedItem[];
  text: string;
  /** Of text recognition, 0 to 100. */
  confidence?: number;
}

/** Pages are apart by an empty line; a header at the seam is stepped over by the language. */
const seam = '\n\n';
/** Below this, text recognition is not sure of a word. */
const sureFrom = 70;

/** A page that was not read yet, of the size its first neighbour has. */
export function waitingPage(number: number, width: number, height: number): FilePage {
  return { number, width, height, state: 'waiting', items: [], placed: [], text: '' };
}

/** A page with its items laid out. */
export function readPage(
  { number, width, height }: Pick<FilePage, 'number' | 'width' | 'height'>,
  items: readonly PageItem[],
  confidence?: number,
): FilePage {
  const { text, placed } = layOutPage(items);
  const state = text === '' ? 'no-text' : confidence === undefined ? 'read' : 'recognised';
  const page: FilePage = { number, width, height, state, items, placed, text };
  return confidence === undefined ? page : { ...page, confidence };
}

/** The whole text of a file, with where each page begins and which words are not sure. */
export interface PagedText {
  text: string;
  pages: Page[];
  uncertain: { start: number; end: number; confidence: number }[];
}

export function joinPages(pages: readonly FilePage[]): PagedText {
  const parts: string[] = [];
  const joined: Page[] = [];
  const uncertain: PagedText['uncertain'] = [];
  let length = 0;
  for (const { number, text, placed, items } of pages) {
    if (length > 0 && text !== '') {
      parts.push(seam);
      length += seam.length;
    }
    for (const { start, item } of placed) {
      const { confidence = 100, text: words } = items[item] as PageItem;
      if (confidence >= sureFrom) continue;
      uncertain.push({ start: length + start, end: length + start + words.length, confidence });
    }
    joined.push({ number, start: length, end: length + text.length, readable: text !== '' });
    parts.push(text);
    length += text.length;
  }
  // Pages follow without gaps: the seam belongs to the page before it.
  joined.forEach((page, at) => {
    const next = joined.slice(at + 1).find(({ readable }) => readable);
    if (page.readable && next) page.end = next.start;
  });
  return { text: parts.join(''), pages: joined, uncertain };
}

/** As much of a text as is reviewed at once; pages after it count as not read. */
export function firstPart(whole: PagedText, longest: number): PagedText {
  if (whole.text.length <= longest) return whole;
  return {
    text: whole.text.slice(0, longest),
    pages: whole.pages.map((page) => ({
      ...page,
      start: Math.min(page.start, longest),
      end: Math.min(page.end, longest),
      readable: page.readable && page.start < longest,
    })),
    uncertain: whole.uncertain.filter(({ end }) => end <= longest),
  };
}
