import { type IndexedDocument, sentenceAt } from '../../evidence/case-index.ts';
import type { Span } from '../../evidence/scopes.ts';
import { cellsOf, linesOf } from '../../evidence/table-cells.ts';
import type { CuedNumber } from './cued-counts.ts';

/** What stands at the head of a row or a column that numbers the visits. */
const HEAD =
  /^[ \t|]*(?:visit|session|tx|treatment)s?[ \t]?(?:#|no\.?|number)?[ \t]?:?(?=[ \t|]|$)/i;
const BETWEEN = /[ \t|,]+/;
/** So many one after the other number visits; fewer may be anything. */
const FEWEST = 3;

/** Visits that a flow sheet numbers, 1, 2, 3 and so on, beside their word or in the lines below it. */
export function numberedRows(document: IndexedDocument): CuedNumber[] {
  const { reading } = document;
  const { text } = reading;
  const found: CuedNumber[] = [];
  const add = ({ start, end }: Span, amount: number) => {
    if (amount >= FEWEST)
      found.push({
        place: { start, end, sentence: sentenceAt(reading, start) },
        amount,
        ordinal: true,
      });
  };
  let column: { head: Span; end: number; amount: number } | undefined;
  for (const line of linesOf(document)) {
    const words = text.slice(line.start, line.end);
    const head = HEAD.exec(words)?.[0];
    if (head !== undefined) {
      if (column) add({ start: column.head.start, end: column.end }, column.amount);
      add(line, inARow(words.slice(head.length).split(BETWEEN)));
      column = { head: line, end: line.end, amount: 0 };
    } else if (column) {
      const [first] = line.columns ?? cellsOf(text, line);
      if (first && Number(first.words) === column.amount + 1)
        column = { ...column, end: line.end, amount: column.amount + 1 };
      else if (first) {
        add({ start: column.head.start, end: column.end }, column.amount);
        column = undefined;
      }
    }
  }
  if (column) add({ start: column.head.start, end: column.end }, column.amount);
  return found;
}

/** How far the numbers run from one without a gap. */
function inARow(words: readonly string[]): number {
  const numbers = words.filter((word) => word !== '');
  const gap = numbers.findIndex((word, at) => Number(word) !== at + 1);
  return gap < 0 ? numbers.length : gap;
}
