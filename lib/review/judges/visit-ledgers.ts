import { type IndexedDocument, sentenceAt } from '../evidence/case-index.ts';
import type { CuedNumber } from './cued-counts.ts';
import { type Cell, cellsOf, cellsUnder, mayHaveColumns } from './table-cells.ts';

/** Heads of columns that count visits done, and those beside them by which a ledger is known. */
const DONE =
  /^(?:visits? |# ?|no\.? )?(?:used|attended|completed|done|kept|seen|paid|billed|rendered)(?: visits)?$/i;
const GRANTED =
  /^(?:visits? |# ?|no\.? )?(?:auth\w*|auth'?d|approved|certified|granted|allowed|remaining|balance|left|open|expired|requested|cancel\w*|missed|no.?shows?)(?: visits)?$/i;
const TOTAL = /^(?:sub-?)?totals?\b/i;
const MOST_VISITS = 150;

/** "Auth #  Approved  Used  Balance" and the lines below: the visits done of all of them. */
export function visitLedgers({ reading }: IndexedDocument): CuedNumber[] {
  const { text } = reading;
  const found: CuedNumber[] = [];
  let head: { columns: Cell[]; done: number } | undefined;
  let sum: { start: number; end: number; amount: number } | undefined;
  const close = () => {
    if (sum) {
      const place = { start: sum.start, end: sum.end, sentence: sentenceAt(reading, sum.start) };
      found.push({ place, amount: sum.amount, ordinal: false });
    }
    head = undefined;
    sum = undefined;
  };
  for (let from = 0; from <= text.length; ) {
    const at = text.indexOf('\n', from);
    const end = at < 0 ? text.length : at;
    const cells = head || mayHaveColumns(text, from, end) ? cellsOf(text, from, end) : [];
    const done = cells.findIndex(({ words }) => DONE.test(words));
    if (done >= 0 && cells.some(({ words }) => GRANTED.test(words))) {
      close();
      head = { columns: cells, done };
    } else if (head) {
      const cell = numberUnder(head, cells);
      if (!cell) close();
      else {
        const amount = Number(cell.words);
        const isTotal = TOTAL.test(cells[0]?.words ?? '');
        sum = {
          start: sum && !isTotal ? sum.start : cell.start,
          end: cell.end,
          amount: isTotal ? amount : (sum?.amount ?? 0) + amount,
        };
      }
    }
    from = end + 1;
  }
  close();
  return found;
}

function numberUnder(
  { columns, done }: { columns: readonly Cell[]; done: number },
  cells: readonly Cell[],
): Cell | undefined {
  const under = cellsUnder(columns, cells, done);
  const [cell] = under;
  if (under.length !== 1 || !cell || !/^\d{1,3}$/.test(cell.words)) return undefined;
  return Number(cell.words) <= MOST_VISITS ? cell : undefined;
}
