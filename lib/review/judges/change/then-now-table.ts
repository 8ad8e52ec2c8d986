/** Tables whose columns are of two times: "Activity | At start | Now", "   2/1/16   4/20/16". */
import { firstFrom, type IndexedDocument } from '../../evidence/case-index.ts';
import { createMemo } from '../../evidence/memo.ts';
import type { Span } from '../../evidence/scopes.ts';
import { type Cell, cellsOf, cellsUnder, linesOf } from '../../evidence/table-cells.ts';
import { daysIn } from './number-days.ts';

/** One row of such a table. Offsets in UTF-16 units of the document. */
export interface ThenNowRow {
  label: Span;
  /** Cells of the earliest and of the latest time; two of each where both sides are measured. */
  early: readonly Span[];
  late: readonly Span[];
  /** Its columns are without a medicine and with it, whichever was first. */
  ofMedicine: boolean;
  /** Which side each of two is of, where a line below the head says so. */
  sides: readonly ('right' | 'left')[];
}

/** The rows of all such tables of a document; the same whatever is asked for. */
export function thenNowRows(document: IndexedDocument): readonly ThenNowRow[] {
  return rowsOf(document, '', () => findRows(document));
}

/** The row in whose label a place begins. */
export function thenNowRowAt(document: IndexedDocument, at: number): ThenNowRow | undefined {
  const labels = labelsOf(document, '', () => thenNowRows(document).map(({ label }) => label));
  const row = firstFrom(labels, at + 1) - 1;
  const found = at < (labels[row]?.end ?? at) ? thenNowRows(document)[row] : undefined;
  return found?.ofMedicine ? undefined : found;
}

const labelsOf = createMemo<IndexedDocument, readonly Span[]>();
const rowsOf = createMemo<IndexedDocument, readonly ThenNowRow[]>();

function findRows(document: IndexedDocument): ThenNowRow[] {
  const { text } = document.reading;
  const rows: ThenNowRow[] = [];
  let head: Head | undefined;
  let hasRows = false;
  for (const line of linesOf(document)) {
    const cells = line.columns ?? (head ? cellsOf(text, line) : []);
    const opened = headOf(cells);
    if (opened) {
      head = opened;
      hasRows = false;
    } else if (head && isSideRow(cells)) {
      head.sides = cells.slice(0, 2).map(({ words }) => (/^r/i.test(words) ? 'right' : 'left'));
    } else if (head) {
      const row = rowUnder(head, cells);
      if (row) rows.push(row);
      hasRows ||= row !== undefined;
      if (cells.length === 0 ? hasRows : endsTable(cells)) head = undefined;
    }
  }
  return rows;
}

/** A sentence below a table is none of its rows; a short line may head some of them. */
function endsTable([first, ...more]: readonly Cell[]): boolean {
  return more.length === 0 && first !== undefined && first.words.length > LONGEST_LABEL;
}

const LONGEST_LABEL = 40;

function isSideRow(cells: readonly Cell[]): boolean {
  return (
    cells.length >= 2 && cells.every(({ words }) => /^(?:[RL]|right|left|rt|lt)$/i.test(words))
  );
}

/** The head of a table: which of its columns are of the earliest and the latest time. */
interface Head {
  columns: readonly Cell[];
  /** Whether the first column names what is measured. */
  isLabelled: boolean;
  ofMedicine: boolean;
  early: number;
  late: number;
  sides: ('right' | 'left')[];
}

const OF_THEN =
  /^(?:at |on )?(?:the )?(?:start|init(?:ial)?|eval(?:uation)?|IE|SOC|intake|baseline|admission|admit|adm|before|pre|first(?: visit| seen| exam)?|begin\w*|was|then|prior|previous|last(?: visit| note| report)?|old|outset|entry|day 1)\b/i;
const OF_NOW =
  /^(?:at )?(?:now|today|current(?:ly)?|present|discharge|d\/?c|re-?(?:eval|exam|check|assess|test)\w*|latest|after|post|final|end|is|new|this visit|progress|exit|recert\w*)\b/i;

/** What is hoped for, and what was before the injury: no time of the care. */
const OF_NO_VISIT =
  /\b(?:goals?|targets?|normal|expect\w*|plan(?:ned|s)?|anticipated|projected|required|demands?|injur\w*|accident|prior level|PLOF)\b/i;

/** "Off med | On med": without a medicine and with it. */
const WITHOUT_IT =
  /^(?:off|without|w\/o|w\/out|no)\s?(?:the |his |her |any )?(?:meds?|medications?|medicines?|pills?|opioids?|drugs?|it)?$/i;
const WITH_IT =
  /^(?:on|with|w\/)\s?(?:the |his |her )?(?:meds?|medications?|medicines?|pills?|opioids?|drugs?|it)?$/i;

type Time =
  | { kind: 'then' | 'now'; ofMedicine?: true }
  | { kind: 'day' | 'numbered'; order: number };

function timeOf({ words }: Cell): Time | undefined {
  if (words.length > 24 || OF_NO_VISIT.test(words)) return undefined;
  if (WITHOUT_IT.test(words)) return { kind: 'then', ofMedicine: true };
  if (WITH_IT.test(words)) return { kind: 'now', ofMedicine: true };
  if (OF_THEN.test(words)) return { kind: 'then' };
  if (OF_NOW.test(words)) return { kind: 'now' };
  const [day] = daysIn(` ${words}`);
  // nothing but the day, or the number of the visit
  if (!day || words.replace(/[^a-z]/gi, '').length > 12) return undefined;
  return { kind: day.kind, order: day.order };
}

function headOf(columns: readonly Cell[]): Head | undefined {
  if (columns.length < 2) return undefined;
  const timed = columns.flatMap((cell, at) => {
    const time = timeOf(cell);
    return time ? [{ at, time }] : [];
  });
  if (timed.length < 2) return undefined;
  const then = timed.find(({ time }) => time.kind === 'then');
  const now = timed.findLast(({ time }) => time.kind === 'now');
  const ofMedicine = timed.some(({ time }) => 'ofMedicine' in time);
  if (ofMedicine && !timed.every(({ time }) => 'ofMedicine' in time)) return undefined;
  const counted = timed.flatMap(({ at, time }) => ('order' in time ? [{ at, ...time }] : []));
  if (new Set(counted.map(({ kind }) => kind)).size > 1) return undefined;
  const inOrder = counted.toSorted((one, other) => one.order - other.order);
  // without its year a day may be of the next one: then the columns tell the order
  const isNextYear = inOrder.length === 2 && isOverTheYear(columns, inOrder);
  const [first, last] = isNextYear ? [inOrder[1], inOrder[0]] : [inOrder[0], inOrder.at(-1)];
  const early = then ?? first;
  const late = now ?? last;
  if (!early || !late || early.at === late.at) return undefined;
  const isLabelled = timeOf(columns[0] as Cell) === undefined;
  return { columns, isLabelled, ofMedicine, early: early.at, late: late.at, sides: [] };
}

const MONTH_OF = /^\D*(\d{1,2})\//;

/** "11/20   2/4": the left one is the earlier. */
function isOverTheYear(columns: readonly Cell[], inOrder: readonly { at: number }[]): boolean {
  const [early, late] = inOrder.map(({ at }) => columns[at] as Cell) as [Cell, Cell];
  if (early.start < late.start || /\d\/\d{1,2}\/\d|\d{4}/.test(early.words)) return false;
  const [month = 0, other = 0] = [early, late].map(({ words }) =>
    Number(MONTH_OF.exec(words)?.[1]),
  );
  return month <= 4 && other >= 9;
}

function rowUnder(head: Head, cells: readonly Cell[]): ThenNowRow | undefined {
  const [label, ...values] = cells;
  if (!label || values.length < 2) return undefined;
  const heads = head.isLabelled ? head.columns.slice(1) : head.columns;
  if (/\b(?:goals?|target|normal|[LS]TG)\b/i.test(label.words)) return undefined;
  const offset = head.isLabelled ? 1 : 0;
  const early = cellsUnder(heads, values, head.early - offset);
  const late = cellsUnder(heads, values, head.late - offset);
  if (early.length === 0 || early.length !== late.length || early.length > 2) return undefined;
  // "8:00 am   8:30 am": when something was done
  if ([...early, ...late].some(({ words }) => CLOCK.test(words))) return undefined;
  return { label, early, late, ofMedicine: head.ofMedicine, sides: head.sides };
}

const CLOCK = /^\d{1,2}(?::\d\d)? ?[ap]\.?m\b|^\d{1,2}:\d\d$/i;
