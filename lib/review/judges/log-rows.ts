/** Logs of a procedure: dated lines below a title that names it. */
import type { Mention } from '../../language/mention.ts';
import { firstFrom, type IndexedDocument, sentenceAt } from '../evidence/case-index.ts';
import { createMemo } from '../evidence/memo.ts';
import type { Place, Span } from '../evidence/scopes.ts';
import { type Placed, valuesIn } from './places.ts';
import { linesOf } from './table-cells.ts';

/** A title or a line of heads is not longer. */
const LONGEST_TITLE = 72;
/** Letters before the day of a row: "3)  10/08/15". */
const BEFORE_DAY = 14;
/** Lines of heads and blanks between a title and its rows. */
const BETWEEN = 2;
/** One dated line below a title is a line of something else. */
const FEWEST_ROWS = 2;
const MOST_ROWS = 30;

/** The rows of the logs whose titles hold one of these mentions; each row names a level of the spine. */
export function logRows(titles: readonly Placed<Mention>[]): Placed<Place>[] {
  const known = new Set<Span>();
  return titles.flatMap(({ document, item }) => {
    const lines = linesIn(document, '', () => [...linesOf(document.reading.text)]);
    const at = firstFrom(lines, item.start + 1) - 1;
    const title = lines[at];
    if (!title || known.has(title) || !isTitle(document, title)) return [];
    known.add(title);
    const rows: Place[] = [];
    for (let next = at + 1; next < lines.length && rows.length < MOST_ROWS; next += 1) {
      const line = lines[next] as Span;
      if (isRow(document, line))
        rows.push({ ...line, sentence: sentenceAt(document.reading, line.start) });
      else if (rows.length > 0 || next - at > BETWEEN) break;
    }
    return rows.length < FEWEST_ROWS ? [] : rows.map((row) => ({ document, item: row }));
  });
}

const linesIn = createMemo<IndexedDocument, readonly Span[]>();

function isTitle(document: IndexedDocument, line: Span): boolean {
  return line.end - line.start <= LONGEST_TITLE && valuesIn(document, 'date', line).length === 0;
}

function isRow(document: IndexedDocument, line: Span): boolean {
  const [day] = valuesIn(document, 'date', line);
  return (
    day !== undefined &&
    day.start - line.start <= BEFORE_DAY &&
    valuesIn(document, 'level', line).length > 0
  );
}
