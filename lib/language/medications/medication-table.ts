/**
 * Numbers in tables of medications: "90" under "QTY" is a quantity. The heading row is looked for a
 * few lines above; cells are told apart by tabs or bars, or by their place in the line.
 */
import { isCell } from '../values/own-cell.ts';

const MOST_ROWS = 20;
const LONGEST_LINE = 400;
/** How far a cell may stand from its heading in a table that is aligned by spaces. */
const SLACK = 5;

const QUANTITY_HEADINGS = ['qty', 'quantity', 'disp', '#', 'amt', 'amount'];
const REFILL_HEADINGS = ['rf', 'refills', 'refill', 'rfs'];
const STRENGTH_HEADINGS = ['dose', 'strength', 'str', 'mg'];
const DAYS_HEADINGS = ['days supply', 'day supply', 'days sup', 'ds'];

/** What a column of a table of medications holds. */
type Column = 'strength' | 'quantity' | 'refills' | 'days' | 'other';

const COLUMNS: readonly (readonly [readonly string[], Column])[] = [
  [STRENGTH_HEADINGS, 'strength'],
  [QUANTITY_HEADINGS, 'quantity'],
  [REFILL_HEADINGS, 'refills'],
  [DAYS_HEADINGS, 'days'],
];
/** Rows of fewer cells aligned by spaces are no table. */
const FEWEST_CELLS = 3;

/** What the column of the number at `offset` holds; undefined when its line is no row of a table. */
export function columnValue(text: string, offset: number): Column | undefined {
  if (!isCell(text, offset)) return undefined;
  const lineStart = lineStartBefore(text, offset);
  if (lineStart < 0) return undefined;
  const place = offset - lineStart;
  const cell = cellsBefore(text, lineStart, offset);
  const row = cell > 0 ? [] : cellsOf(text.slice(lineStart, lineEndOf(text, lineStart)));
  for (const line of linesAbove(text, lineStart)) {
    const heading = headingInOrder(line, row, place) ?? headingAt(line, place, cell);
    if (heading !== undefined) return heading;
  }
  return undefined;
}

/** Whether the row of `offset` stands in a table with a column of quantities, and has nothing in it. */
export function lacksQuantity(text: string, offset: number): boolean {
  const lineStart = lineStartBefore(text, offset);
  if (lineStart < 0) return false;
  const lineEnd = text.indexOf('\n', lineStart);
  const row = text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd);
  for (const line of linesAbove(text, lineStart)) {
    const heading = QUANTITY_HEADINGS.find((one) => wordIndex(line, one) >= 0);
    if (heading && !hasDigit(line) && isRowOfTable(line) && isRowOfTable(row))
      return isEmptyAt(row, line, wordIndex(line, heading), heading.length);
    if (line.trim() === '') return false;
  }
  return false;
}

/** The lines above one, the nearest first and in small letters, as far up as a table may go. */
function* linesAbove(text: string, lineStart: number): Generator<string> {
  let end = lineStart - 1;
  for (let above = 0; above < MOST_ROWS && end > 0; above += 1) {
    const start = lineStartBefore(text, end);
    if (start < 0) return;
    yield text.slice(start, end).toLowerCase();
    end = start - 1;
  }
}

/** Cells told apart by bars, tabs or wide gaps, three of them at least. */
function isRowOfTable(line: string): boolean {
  return line.trim().split(/\t|\|| {2,}/).length >= 3;
}

/** Whether the cell of a row below a heading is empty. */
function isEmptyAt(row: string, line: string, at: number, length: number): boolean {
  const cell = cellsBefore(line, 0, at);
  if (cell > 0) return row.split(/[\t|]/)[cell]?.trim() === '';
  // a row with as many cells as its heading leaves none empty, however it is aligned
  if (cellsOf(row).length === cellsOf(line).length) return false;
  return row.slice(Math.max(0, at - 1), at + length + 1).trim() === '' && row.length > at;
}

/** Where the line of `offset` starts; -1 when it is too long for a row of a table. */
function lineStartBefore(text: string, offset: number): number {
  const floor = Math.max(0, offset - LONGEST_LINE);
  for (let at = offset - 1; at >= floor; at -= 1) if (text[at] === '\n') return at + 1;
  return floor === 0 ? 0 : -1;
}

/** Number of tabs or bars before the cell; 0 for a table aligned by spaces. */
function cellsBefore(text: string, from: number, to: number): number {
  let cells = 0;
  for (let i = from; i < to; i += 1) if (text[i] === '\t' || text[i] === '|') cells += 1;
  return cells;
}

/** A cell of a row that is aligned by spaces. */
interface Cell {
  start: number;
  words: string;
}

function cellsOf(line: string): Cell[] {
  return [...line.matchAll(/\S+(?: \S+)*/g)].map(({ 0: words, index }) => ({
    start: index,
    words,
  }));
}

function lineEndOf(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 || end > start + LONGEST_LINE ? Math.min(text.length, start + LONGEST_LINE) : end;
}

/** The meaning of a column by its place in the row, where a heading of as many cells is aligned badly. */
function headingInOrder(line: string, row: readonly Cell[], place: number): Column | undefined {
  if (row.length < FEWEST_CELLS || hasDigit(line)) return undefined;
  const headings = cellsOf(line);
  if (headings.length !== row.length) return undefined;
  const at = row.findIndex(({ start, words }) => start <= place && place < start + words.length);
  const words = headings[at]?.words;
  if (words === undefined) return undefined;
  return COLUMNS.find(([known]) => known.includes(words))?.[1];
}

/** The meaning of a column by the heading in `line` that stands over it; undefined when `line` is no heading row. */
function headingAt(line: string, place: number, cell: number): Column | undefined {
  let known = false;
  let nearest: Column = 'other';
  let least = SLACK + 1;
  for (const [headings, meaning] of COLUMNS) {
    for (const heading of headings) {
      const at = wordIndex(line, heading);
      if (at < 0) continue;
      known = true;
      const apart =
        cell > 0 ? (cellsBefore(line, 0, at) === cell ? 0 : SLACK + 1) : Math.abs(at - place);
      if (apart < least) {
        least = apart;
        nearest = meaning;
      }
    }
  }
  return known && !hasDigit(line) ? nearest : undefined;
}

function hasDigit(line: string): boolean {
  for (let i = 0; i < line.length; i += 1) {
    const code = line.charCodeAt(i);
    if (code >= 0x30 && code <= 0x39) return true;
  }
  return false;
}

/** Where `word` stands in `line` as a word of its own; -1 when it does not. */
function wordIndex(line: string, word: string): number {
  for (let at = line.indexOf(word); at >= 0; at = line.indexOf(word, at + 1)) {
    if (!isLetter(line, at - 1) && !isLetter(line, at + word.length)) return at;
  }
  return -1;
}

function isLetter(line: string, at: number): boolean {
  const code = line.charCodeAt(at);
  return code >= 0x61 && code <= 0x7a;
}
