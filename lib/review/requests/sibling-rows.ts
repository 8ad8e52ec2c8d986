import type { Sentence } from '../../language/mention.ts';
import { createSpanSet } from '../evidence/span-set.ts';
import { TELLING } from './bare-items.ts';
import { Cue } from './cues.ts';
import { countCells, lineEnd, lineStart, type Span, startsLine, withoutMarker } from './spans.ts';
import { hasAnchor, type RowText, type Zone } from './zone.ts';

/** A table has at least so many cells in a row. */
const LEAST_CELLS = 3;

/**
 * Rows of a table that stand beside a row that is asked for and are built as it is: they are items of
 * the same table, though nothing of their own says so.
 */
export function findSiblingRows(rowText: RowText, known: readonly Zone[]): Zone[] {
  const { reading, cues, isTold } = rowText;
  const { text } = reading;
  const taken = createSpanSet(
    known.flatMap(({ kind, parts }) =>
      kind === 'list' || kind === 'plan' || kind === 'decision' ? parts : [],
    ),
  );
  const isOfTable = (row: Span) => startsLine(text, row.start) && cellsOf(text, row) >= LEAST_CELLS;
  const asked = new Set(
    rowText.rows.filter((row) => hasAnchor(rowText, row) && taken.touches(row) && isOfTable(row)),
  );
  if (asked.size === 0) return [];
  // the row beside it is the one of the next line, of a table or not
  const rows = rowText.rows.filter((row) => startsLine(text, row.start));
  const zones: Zone[] = [];
  const mayJoin = (row: Sentence) =>
    !asked.has(row) &&
    hasAnchor(rowText, row) &&
    isOfTable(row) &&
    !isTold(row) &&
    !TELLING.has(reading.sections[row.section]?.kind ?? '') &&
    !cues.has(Cue.decisionWord, row.start, row.end);
  const join = (row: Sentence, beside: Sentence | undefined) => {
    if (!beside || !asked.has(beside) || !mayJoin(row) || !isBeside(text, row, beside)) return;
    asked.add(row);
    zones.push({ kind: 'plan', parts: [withoutMarker(text, row)] });
  };
  for (const [at, row] of rows.entries()) join(row, rows[at - 1]);
  for (let at = rows.length - 2; at >= 0; at -= 1) join(rows[at] as Sentence, rows[at + 1]);
  return zones;
}

function cellsOf(text: string, { start }: Span): number {
  return countCells(text.slice(lineStart(text, start), lineEnd(text, start)));
}

/** Whether two rows follow one another and have as many cells. */
function isBeside(text: string, a: Span, b: Span): boolean {
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  const between = text.slice(lineEnd(text, first.start), lineStart(text, second.start));
  return between.trim() === '' && between.length <= 2 && cellsOf(text, a) === cellsOf(text, b);
}
