/**
 * Tables with a column for yes and one for no: "Symptom | Yes | No" over "Numbness | | x". What a row
 * says is told by the column its mark stands in.
 */
import { Mark } from '../marks.ts';
import { firstAtLeast } from '../sorted.ts';
import { foldedToken, Gap, markAt, type Tokens } from '../tokens.ts';
import type { WordTable } from '../word-table.ts';

/** What a row says, and the tokens that say it; -1 where nothing is marked. */
export interface ColumnAnswer {
  answer: 'yes' | 'no' | 'open';
  first: number;
  last: number;
}

/** Where the columns of a table stand: cells counted from 0, or offsets from the line's start. */
interface Columns {
  /** How cells are parted: by pipes, by tabs, or by runs of blanks. */
  parted: 'pipes' | 'tabs' | 'blanks';
  yes: number;
  no: number;
}

/** Changes of the columns that hold, by the token behind which they do, ascending. */
interface Tables {
  from: Int32Array;
  columns: (Columns | undefined)[];
}

export interface ColumnReader {
  /** Goes to the row that starts at token `a`; rows may be asked for in any order. */
  enter(a: number): void;
  /** Looks at mention tokens `[first, last]` of the row `[a, b)`. */
  read(a: number, b: number, first: number, last: number): ColumnAnswer | undefined;
}

const TAB_CODE = 9;
const BREAK_CODES = new Set([10, 13]);
const TICKS = new Set(['x', '✓', '✔', '☑', '☒', '✗', '*', 'yes', 'y', '+']);
/** A line with more tokens is no row of headings, nor a row that is marked. */
export const LONGEST_ROW = 40;

/** Reads the columns of texts tokenized with `table`. */
export function createColumnReader(table: WordTable): (tokens: Tokens) => ColumnReader {
  const yesWords = new Set(['yes', 'y'].map((word) => table.intern(word)));
  const noWords = new Set(['no', 'n'].map((word) => table.intern(word)));
  const [yes, y] = [...yesWords] as [number, number];
  return (tokens) => {
    let tables: Tables | undefined;
    let columns: Columns | undefined;

    function enter(a: number): void {
      tables ??= findTables();
      const { from, columns: found } = tables;
      columns = found[firstAtLeast(from, from.length, a) - 1];
    }

    /** Where columns begin to count, and where they end. */
    function findTables(): Tables {
      const from: number[] = [];
      const found: (Columns | undefined)[] = [];
      for (let at = 0; at < tokens.count; at += 1) {
        if ((tokens.breaks[at] as number) > 2 && found.at(-1) !== undefined) {
          from.push(at);
          found.push(undefined);
        }
        const word = tokens.word[at];
        const headed = word === yes || word === y ? headings(at) : undefined;
        if (headed === undefined) continue;
        from.push(at);
        found.push(headed);
      }
      return { from: Int32Array.from(from), columns: found };
    }

    /** The columns of a line that holds "yes" in the cell at `token` and "no" in another. */
    function headings(token: number): Columns | undefined {
      if (!isCell(tokens, token)) return undefined;
      const from = lineStart(tokens, token);
      for (let i = from; i < tokens.count && i < from + LONGEST_ROW; i += 1) {
        if (i > from && (tokens.breaks[i] as number) > 0) break;
        if (!noWords.has(tokens.word[i] as number) || !isCell(tokens, i)) continue;
        if (i === from || token === from) return undefined;
        const parted = partition(tokens, from, i);
        return {
          parted,
          yes: placeOf(tokens, from, token, parted),
          no: placeOf(tokens, from, i, parted),
        };
      }
      return undefined;
    }

    function read(a: number, b: number, first: number, last: number): ColumnAnswer | undefined {
      if (columns === undefined || first - lineStart(tokens, first) > 8) return undefined;
      const from = lineStart(tokens, first);
      const { parted } = columns;
      let cells = false;
      for (let i = last + 1; i < b && i < from + LONGEST_ROW; i += 1) {
        if ((tokens.breaks[i] as number) > 0) break;
        if (markAt(tokens, i) === Mark.bar || tokens.gap[i] === Gap.tab) cells = true;
        if (!cells || !TICKS.has(foldedToken(tokens, i)) || !isCell(tokens, i)) continue;
        const answer = columnOf(placeOf(tokens, from, i, parted), columns);
        if (answer !== undefined) return { answer, first: i, last: i };
      }
      return cells && parted === 'pipes' && a >= 0 && isBlankRow(tokens, last + 1, b)
        ? { answer: 'open', first: -1, last: -1 }
        : undefined;
    }

    return { enter, read };
  };
}

function columnOf(place: number, columns: Columns): 'yes' | 'no' | undefined {
  const toYes = Math.abs(place - columns.yes);
  const toNo = Math.abs(place - columns.no);
  if (columns.parted !== 'blanks') return toYes === 0 ? 'yes' : toNo === 0 ? 'no' : undefined;
  if (Math.min(toYes, toNo) > 4 || toYes === toNo) return undefined;
  return toYes < toNo ? 'yes' : 'no';
}

/** Whether nothing but pipes follow in the row. */
function isBlankRow(tokens: Tokens, from: number, b: number): boolean {
  for (let i = from; i < b && (tokens.breaks[i] as number) === 0; i += 1) {
    if (markAt(tokens, i) !== Mark.bar) return false;
  }
  return true;
}

/** Whether a token is all of its cell. */
function isCell(tokens: Tokens, token: number): boolean {
  const opens =
    token === 0 ||
    (tokens.breaks[token] as number) > 0 ||
    tokens.gap[token] === Gap.tab ||
    markAt(tokens, token - 1) === Mark.bar;
  const next = token + 1;
  const closes =
    next >= tokens.count ||
    (tokens.breaks[next] as number) > 0 ||
    tokens.gap[next] === Gap.tab ||
    markAt(tokens, next) === Mark.bar;
  return opens && closes;
}

/** The first token of the line of a token. */
export function lineStart(tokens: Tokens, token: number): number {
  let from = token;
  while (from > 0 && tokens.breaks[from] === 0 && token - from < LONGEST_ROW) from -= 1;
  return from;
}

function partition(tokens: Tokens, from: number, to: number): Columns['parted'] {
  for (let i = from; i <= to; i += 1) if (markAt(tokens, i) === Mark.bar) return 'pipes';
  const text = tokens.text.slice(tokens.start[from], tokens.start[to]);
  return text.includes('\t') ? 'tabs' : 'blanks';
}

/** The number of the cell of `token` in the line from `from`, or its offset from the line's start. */
function placeOf(tokens: Tokens, from: number, token: number, parted: Columns['parted']): number {
  if (parted === 'pipes') {
    let cells = 0;
    for (let i = from; i < token; i += 1) if (markAt(tokens, i) === Mark.bar) cells += 1;
    return cells;
  }
  const end = tokens.start[token] as number;
  let start = tokens.start[from] as number;
  if (parted === 'blanks') {
    while (start > 0 && !BREAK_CODES.has(tokens.text.charCodeAt(start - 1))) start -= 1;
    return end - start;
  }
  let cells = 0;
  for (let i = start; i < end; i += 1) if (tokens.text.charCodeAt(i) === TAB_CODE) cells += 1;
  return cells;
}
