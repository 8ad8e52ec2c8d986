/** Heads of a table that no cell below confirms: "Muscle | Twitch" over "L trapezius | none". */
import { Mark } from '../marks.ts';
import { foldedToken, Gap, markAt, type Tokens } from '../tokens.ts';
import { ANSWERS, type Answer } from './answers.ts';
import { LONGEST_ROW, lineStart } from './columns.ts';
import type { FormAnswer } from './forms.ts';

/** Two cells may be a label and its answer. */
const FEWEST_CELLS = 3;
const MOST_ROWS = 12;

/** A cell of a line: its first and last token. */
type Cell = readonly [first: number, last: number];

/** What the cells below say of mention tokens `[first, last]` in a line of heads, where none says yes. */
export function readColumnHead(
  tokens: Tokens,
  first: number,
  last: number,
): FormAnswer | undefined {
  const heads = cellsFrom(tokens, lineStart(tokens, first));
  if (heads.cells.length < FEWEST_CELLS) return undefined;
  const column = heads.cells.findIndex(([from, to]) => from <= first && last <= to);
  if (column < 0 || heads.cells.some((cell) => answerOf(tokens, cell) !== undefined))
    return undefined;
  let found: FormAnswer | undefined;
  let { next } = heads;
  for (let row = 0; row < MOST_ROWS && next < tokens.count; row += 1) {
    if ((tokens.breaks[next] as number) > 2) break;
    const line = cellsFrom(tokens, next);
    const cell = line.cells[column];
    if (line.cells.length !== heads.cells.length || cell === undefined) break;
    next = line.next;
    // "|---|---|" rules off the heads
    if (line.cells.every(([from]) => markAt(tokens, from) === Mark.hyphen)) continue;
    const [from, to] = cell;
    // a dash may be a cell that nobody filled in
    const answer = markAt(tokens, from) === Mark.hyphen ? 'open' : answerOf(tokens, cell);
    if (answer !== 'no' && answer !== 'open') return undefined;
    if (!found || answer === 'open') found = { answer, first: from, last: to };
  }
  return found;
}

/** The cells of the line that begins at a token, and where the next line begins. */
function cellsFrom(tokens: Tokens, from: number): { cells: Cell[]; next: number } {
  const cells: Cell[] = [];
  let first = -1;
  let next = from;
  for (; next < tokens.count && next < from + LONGEST_ROW; next += 1) {
    if (next > from && (tokens.breaks[next] as number) > 0) break;
    const isBar = markAt(tokens, next) === Mark.bar;
    if (first >= 0 && (isBar || tokens.gap[next] === Gap.tab)) {
      cells.push([first, next - 1]);
      first = -1;
    }
    if (first < 0 && !isBar) first = next;
  }
  if (first >= 0) cells.push([first, next - 1]);
  return { cells, next };
}

function answerOf(tokens: Tokens, [first, last]: Cell): Answer | undefined {
  const words: string[] = [];
  for (let at = first; at <= last; at += 1) words.push(foldedToken(tokens, at));
  return ANSWERS.get(words.join(' '));
}
