import type { CaseDocument } from './document.ts';

/** A place in one document: UTF-16 offsets into its text, `end` exclusive. */
export interface Passage {
  /** The document's id. */
  document: string;
  start: number;
  end: number;
}

/** A passage with its words: `text.slice(start, end) === quote`. */
export interface QuotedPassage extends Passage {
  quote: string;
}

/** The passage with the words it covers. Throws a RangeError when it does not lie in the document. */
export function quotePassage(document: CaseDocument, start: number, end: number): QuotedPassage {
  if (start < 0 || end > document.text.length || start > end) {
    throw new RangeError(`passage ${start}-${end} is outside ${document.id}`);
  }
  return { document: document.id, start, end, quote: document.text.slice(start, end) };
}

/** Whether two passages share at least one character. */
export function overlaps(a: Passage, b: Passage): boolean {
  return a.document === b.document && a.start < b.end && b.start < a.end;
}

/** The mark between two cells of a table, and not after a label, a bullet or a number of a list. */
const CELLS = /([^\s:.)•·*-])[^\S\n]*\t\s*/g;

/** Words of a record as they are shown and copied: on one line, with a bar between cells of a table. */
export function inOneLine(quote: string): string {
  return quote.trim().replace(CELLS, '$1 | ').replace(/\s+/g, ' ');
}
