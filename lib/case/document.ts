import type { PageFacts } from './portal-profile.ts';

/**
 * One text that was read, with where it came from and what of it could be read.
 *
 * The text itself carries the layout, so that every source looks the same to the language:
 * a line feed ends a line or a block, an empty line ends a paragraph, a tab separates the
 * cells of a table row, and a label stands before its value as `Label: value`.
 * All offsets into `text` are UTF-16 code units, as JavaScript strings count them.
 */
export interface CaseDocument {
  /** Stable within its case file, never derived from the text. */
  id: string;
  /** What the reviewer sees: a page title, a file name. */
  name: string;
  text: string;
  origin: DocumentOrigin;
  /** In order, without gaps or overlap. A web page or a plain text is one page. */
  pages: Page[];
  /** Words that text recognition was not sure of, with how sure it was (0 to 100). */
  uncertain?: { start: number; end: number; confidence: number }[];
  /** What the portal's profile found beside the text. */
  facts?: PageFacts;
  /** Parts of the source that could not be read, named for the reader. */
  unread?: UnreadPart[];
}

export type DocumentOrigin =
  | { kind: 'page'; url: string }
  | { kind: 'frame'; url: string }
  | { kind: 'file'; fileName: string }
  | { kind: 'pasted' };

/** A page of the document: `start` to `end` of its text; an unreadable page has an empty span. */
export interface Page {
  number: number;
  start: number;
  end: number;
  readable: boolean;
}

/** Something that was there and could not be read: a frame of a site that was not granted, a scan. */
export interface UnreadPart {
  /** A stable code of `lib/case/fault.ts`. */
  code: string;
  /** What it is, in the reader's words: "Frame from docs.example". */
  what: string;
  /** The site to allow so that it can be read, as the browser's permissions name it. */
  site?: string;
}

/** A file of the portal that a page links to or shows in the browser's own viewer. */
export interface LinkedFile {
  url: string;
  /** The words of its link, or the file's own name. */
  name: string;
}

/** A document of one readable page, as a web page or a text file gives. */
export function plainDocument(
  id: string,
  name: string,
  text: string,
  origin: DocumentOrigin = { kind: 'pasted' },
): CaseDocument {
  return {
    id,
    name,
    text,
    origin,
    pages: [{ number: 1, start: 0, end: text.length, readable: true }],
  };
}

/** The page numbers that could not be read. */
export function unreadablePages(document: CaseDocument): number[] {
  return document.pages.filter((page) => !page.readable).map((page) => page.number);
}
