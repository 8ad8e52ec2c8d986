import { type IndexedDocument, sentenceAt } from '../../evidence/case-index.ts';
import { type Cell, cellsOf, cellsUnder, linesOf } from '../../evidence/table-cells.ts';
import { mentionIn } from '../places.ts';
import { THERAPIES } from './count-subject.ts';
import type { CuedNumber } from './cued-counts.ts';

/** Heads of columns that count visits done, and those beside them by which a ledger is known. */
const DONE =
  /^(?:visits? |# ?|no\.? )?(?:used|attended|completed|done|kept|seen|paid|billed|rendered)(?: visits)?$/i;
const GRANTED =
  /^(?:visits? |# ?|no\.? )?(?:auth\w*|auth'?d|approved|certified|granted|allowed|remaining|balance|left|open|expired|requested|cancel\w*|missed|no.?shows?)(?: visits)?$/i;
const TOTAL = /^(?:sub-?)?totals?\b/i;
const MOST_VISITS = 150;

/** The visits done that lines of a ledger sum up to. */
interface Sum {
  start: number;
  end: number;
  amount: number;
}

/** A ledger that is being read: its heads, and the sums of its lines by the therapy that they name. */
interface Ledger {
  columns: readonly Cell[];
  /** Which of the columns counts the visits done. */
  done: number;
  sums: Map<string, Sum>;
}

/**
 * "Auth #  Approved  Used  Balance" and the lines below: the visits done of all of them, of each therapy
 * its own where the lines name them.
 */
export function visitLedgers(document: IndexedDocument): CuedNumber[] {
  const { reading } = document;
  const { text } = reading;
  const found: CuedNumber[] = [];
  let ledger: Ledger | undefined;
  const close = () => {
    found.push(...(ledger ? countsOf(ledger, reading) : []));
    ledger = undefined;
  };
  for (const line of linesOf(document)) {
    const cells = line.columns ?? (ledger ? cellsOf(text, line) : []);
    const done = cells.findIndex(({ words }) => DONE.test(words));
    if (done >= 0 && cells.some(({ words }) => GRANTED.test(words))) {
      close();
      ledger = { columns: cells, done, sums: new Map() };
    } else if (ledger) {
      const cell = numberUnder(ledger, cells);
      if (cell) addLine(ledger, cells, cell, document);
      else close();
    }
  }
  close();
  return found;
}

/** Adds a line to the sum of its therapy; one that sums the others stands for them. */
function addLine(
  { sums }: Ledger,
  cells: readonly Cell[],
  cell: Cell,
  document: IndexedDocument,
): void {
  const amount = Number(cell.words);
  const isTotal = TOTAL.test(cells[0]?.words ?? '');
  if (isTotal && sums.size > 1) return;
  // the number of an authorization may stand before the name
  const label = cells.find((one) => mentionIn(document, THERAPIES, one)) ?? cells[0];
  const named = label && mentionIn(document, THERAPIES, label)?.concept;
  const therapy = named ?? (isTotal ? ([...sums.keys()][0] ?? '') : '');
  const sum = sums.get(therapy);
  sums.set(therapy, {
    // with its name, for what stands nearest to a count is what it counts
    start: isTotal ? cell.start : (sum?.start ?? (named && label ? label.start : cell.start)),
    end: sum && named ? sum.end : cell.end,
    amount: isTotal ? amount : (sum?.amount ?? 0) + amount,
  });
}

/** The sums of a ledger; where lines name therapies, those that name none are of something else. */
function countsOf({ sums }: Ledger, reading: IndexedDocument['reading']): CuedNumber[] {
  return [...sums].flatMap(([therapy, { start, end, amount }]) =>
    therapy === '' && sums.size > 1
      ? []
      : [{ place: { start, end, sentence: sentenceAt(reading, start) }, amount, ordinal: false }],
  );
}

function numberUnder({ columns, done }: Ledger, cells: readonly Cell[]): Cell | undefined {
  const under = cellsUnder(columns, cells, done);
  const [cell] = under;
  if (under.length !== 1 || !cell || !/^\d{1,3}$/.test(cell.words)) return undefined;
  return Number(cell.words) <= MOST_VISITS ? cell : undefined;
}
