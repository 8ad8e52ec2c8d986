/** Logs of a procedure: dated lines below a title that names it, or below heads of what came of it. */

import { firstFrom, type IndexedDocument, sentenceAt, within } from './case-index.ts';
import { createMemo } from './memo.ts';
import type { Place, Span } from './scopes.ts';
import { type Cell, type Line, linesOf } from './table-cells.ts';

export interface ProcedureLog {
  /** The short lines above the rows, which may name the procedure. */
  titles: readonly Span[];
  /** The heads of the columns; none where the rows have no heads. */
  heads: readonly Cell[];
  /** Each with a day at its start and a level of the spine. */
  rows: readonly Place[];
}

/** A title or a line of heads is not longer. */
const LONGEST_TITLE = 72;
/** A longer line is a note of its day. */
const LONGEST_ROW = 110;
/** Letters before the day of a row: "3)  10/08/15". */
const BEFORE_DAY = 14;
/** Lines of heads and blanks between a title and its rows. */
const BETWEEN = 3;
/** Without heads one dated line below a title is a line of something else. */
const FEWEST_ROWS = 2;
const FEWEST_HEADS = 3;
const OF_DAY = /^(?:(?:inj\w*|proc\w*|service) )?(?:date|dos|day|when)\b/i;
const OF_RELIEF =
  /%|\b(?:relief|better|improve\w*|benefit|response|result|outcome|helped|lasted)\b/i;

/** The logs of a document; the same whatever is asked for. */
export function procedureLogs(document: IndexedDocument): readonly ProcedureLog[] {
  return logsOf(document, '', () => findLogs(document));
}

/** The log that a place stands in a row of. */
export function logAt(document: IndexedDocument, { start }: Span): ProcedureLog | undefined {
  const rows = loggedRows(document, '', () =>
    procedureLogs(document).flatMap((log) => log.rows.map((row) => ({ ...row, log }))),
  );
  const row = rows[firstFrom(rows, start + 1) - 1];
  return row && start < row.end ? row.log : undefined;
}

/** The rows of all logs in the order of the text: many places are looked up in them. */
const loggedRows = createMemo<IndexedDocument, readonly (Place & { log: ProcedureLog })[]>();

/** Whether the heads say what came of each: then it is a log of what is spoken of. */
export function tellsOfRelief({ heads }: ProcedureLog): boolean {
  return heads.some(({ words }) => OF_RELIEF.test(words));
}

const logsOf = createMemo<IndexedDocument, readonly ProcedureLog[]>();

function findLogs(document: IndexedDocument): ProcedureLog[] {
  if (!document.values.has('level')) return [];
  const lines = [...linesOf(document)];
  const logs: ProcedureLog[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    if (!isRow(document, lines[at] as Span)) continue;
    let end = at;
    while (end < lines.length && isRow(document, lines[end] as Span)) end += 1;
    const above = lines
      .slice(Math.max(0, at - BETWEEN), at)
      .filter((line) => !isDated(document, line));
    const heads = above.map(headsOf).findLast(({ length }) => length > 0) ?? [];
    if (heads.length > 0 || end - at >= FEWEST_ROWS) {
      const rows = lines.slice(at, end).map((line) => placeOf(document, line));
      const titles = above.filter((line) => line.end - line.start <= LONGEST_TITLE);
      logs.push({ titles, heads, rows });
    }
    at = end;
  }
  return logs;
}

function headsOf({ columns: cells = [] }: Line): readonly Cell[] {
  return cells.length >= FEWEST_HEADS && cells.some(({ words }) => OF_DAY.test(words)) ? cells : [];
}

/** A line without the blanks around it. */
function placeOf({ reading }: IndexedDocument, { start, end }: Span): Place {
  const words = reading.text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  return { start: from, end: from + words.trim().length, sentence: sentenceAt(reading, from) };
}

function isDated({ values }: IndexedDocument, line: Span): boolean {
  return within(values.get('date'), line).length > 0;
}

function isRow({ values }: IndexedDocument, line: Span): boolean {
  if (line.end - line.start > LONGEST_ROW) return false;
  const dates = values.get('date') ?? [];
  const day = dates[firstFrom(dates, line.start)];
  return (
    day !== undefined &&
    day.end <= line.end &&
    day.start - line.start <= BEFORE_DAY &&
    within(values.get('level'), line).length > 0
  );
}
