/** Lines of a table in plain text: their cells, and which of them stand under a head. */
import type { IndexedDocument } from './case-index.ts';
import { createMemo } from './memo.ts';
import type { Span } from './scopes.ts';

/** A cell of a line. */
export interface Cell extends Span {
  words: string;
  /** Where it begins in its line. */
  column: number;
}

const LONGEST_LINE = 200;
const MOST_COLUMNS = 9;
/** What parts the columns of a line. */
const COLUMN_GAP = /\s*(?:\t|\|)\s*| {2,}/g;

/** A line of a text without its end. */
export interface Line extends Span {
  /** What stands in its columns; undefined where it has none. */
  columns: readonly Cell[] | undefined;
}

/** The lines of a document, in their order: whoever looks for a table walks over them, and they are read once. */
export function* linesOf(document: IndexedDocument): Generator<Line> {
  const { text } = document.reading;
  const columns = columnsOf(document);
  for (let start = 0; start <= text.length; ) {
    const end = endOfLine(text, start);
    yield { start, end, columns: columns.get(start) };
    start = end + 1;
  }
}

/** The cells of the lines that may have columns, by where those begin. */
function columnsOf(document: IndexedDocument): ReadonlyMap<number, readonly Cell[]> {
  return columnsByLine(document, '', () => {
    const { text } = document.reading;
    const found = new Map<number, readonly Cell[]>();
    for (let start = 0; start <= text.length; ) {
      const end = endOfLine(text, start);
      if (mayHaveColumns(text, { start, end })) found.set(start, cellsOf(text, { start, end }));
      start = end + 1;
    }
    return found;
  });
}

const columnsByLine = createMemo<IndexedDocument, ReadonlyMap<number, readonly Cell[]>>();

function endOfLine(text: string, start: number): number {
  const at = text.indexOf('\n', start);
  return at < 0 ? text.length : at;
}

/** The cells of a line, if it is no longer than one of a table. Offsets in UTF-16 units of the text. */
export function cellsOf(text: string, { start: from, end }: Span): Cell[] {
  if (end - from > LONGEST_LINE) return [];
  const line = text.slice(from, end);
  if (!COLUMNS.test(line))
    return line.trim() === '' ? [] : [{ start: from, end, column: 0, words: line.trim() }];
  const cells: Cell[] = [];
  const add = (start: number, stop: number) => {
    const written = line.slice(start, stop);
    const words = written.trim();
    if (words === '') return;
    const column = start + written.length - written.trimStart().length;
    cells.push({ start: from + column, end: from + column + words.length, column, words });
  };
  let last = 0;
  for (const gap of line.matchAll(COLUMN_GAP)) {
    add(last, gap.index);
    last = gap.index + gap[0].length;
  }
  add(last, line.length);
  return cells.length <= MOST_COLUMNS ? cells : [];
}

/** Whether a line may have columns: most have none, and that is told fast. */
function mayHaveColumns(text: string, { start, end }: Span): boolean {
  if (end - start > LONGEST_LINE) return false;
  const line = text.slice(start, end);
  return line.includes('  ') || line.includes('|') || line.includes('\t');
}

const COLUMNS = /\S(?:\t| {2}|\s?\|)\s*\S|^\s*\|/;

/** The cells that stand under one column's head: by their number where it is that of the heads, else by their place. */
export function cellsUnder(heads: readonly Cell[], values: readonly Cell[], at: number): Cell[] {
  if (values.length === heads.length) return values.slice(at, at + 1);
  const middle = ({ column, words }: Cell) => column + words.length / 2;
  return values.filter((value) => {
    const distances = heads.map((head) => Math.abs(middle(head) - middle(value)));
    return distances.indexOf(Math.min(...distances)) === at;
  });
}
