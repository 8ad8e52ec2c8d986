import { expect, test } from 'vitest';
import { ListMemory, type ListView } from '../../lib/reading/list-memory.ts';

const rowHeight = 30;
const linesOf = (claim: string, from: number, to: number, drift = 0) =>
  Array.from({ length: to - from }, (_, i) => {
    const top = (from + i) * rowHeight + drift;
    return { node: {}, text: `${claim} visit ${from + i}`, top, bottom: top + 20 };
  });

/** A list of 300 rows of which ten fit, scrolled to `row`; two more are drawn on either side. */
function at(row: number, { claim = 'A', rows = 300, drift = 0 } = {}): ListView {
  const from = Math.max(0, row - 2);
  const to = Math.min(rows, row + 12);
  return {
    lines: linesOf(claim, from, to, drift),
    scrolled: row * rowHeight,
    height: 10 * rowHeight,
    whole: rows * rowHeight,
  };
}

const texts = ({ away }: { away: readonly { text: string }[] }) => away.map(({ text }) => text);

test('rows that were scrolled out stay, in order and once', () => {
  const memory = new ListMemory();
  for (let row = 0; row < 60; row += 5) memory.take(at(row));
  const gone = texts(memory.take(at(60)));
  expect(gone).toEqual(linesOf('A', 0, 58).map(({ text }) => text));
});

test('on the way back nothing stands there twice', () => {
  const memory = new ListMemory();
  for (let row = 0; row <= 60; row += 5) memory.take(at(row));
  for (let row = 60; row > 20; row -= 5) memory.take(at(row));
  const shown = at(20);
  const all = [...texts(memory.take(shown)), ...shown.lines.map(({ text }) => text)];
  expect(new Set(all).size).toBe(all.length);
  expect(all).toHaveLength(72);
});

test('rows that come back at another height are known by their words', () => {
  const memory = new ListMemory();
  for (let row = 0; row <= 60; row += 5) memory.take(at(row));
  const shown = at(50, { drift: 95 });
  const all = [...texts(memory.take(shown)), ...shown.lines.map(({ text }) => text)];
  expect(new Set(all).size).toBe(all.length);
  expect(all).toHaveLength(72);
});

test('a list says that it has more until all of it was seen', () => {
  const memory = new ListMemory();
  expect(memory.take(at(0)).hasUnseen).toBe(true);
  for (let row = 0; row < 290; row += 8) memory.take(at(row));
  expect(memory.take(at(290)).hasUnseen).toBe(false);
});

test('a jump leaves a gap that was not seen', () => {
  const memory = new ListMemory();
  memory.take(at(0));
  memory.take(at(290));
  expect(memory.take(at(286)).hasUnseen).toBe(true);
  expect(texts(memory.take(at(286)))).toHaveLength(14);
});

test.each([
  ['where it stands', 60, 300],
  ['from its top', 0, 300],
  ['a little longer', 60, 310],
  ['much shorter', 0, 40],
])('another list in its place takes over nothing: %s', (_, row, rows) => {
  const memory = new ListMemory();
  for (let scrolled = 0; scrolled <= 60; scrolled += 5) memory.take(at(scrolled));
  expect(texts(memory.take(at(row, { claim: 'B', rows })))).toEqual([]);
});

test('a row that the page takes away while it shows is gone', () => {
  const memory = new ListMemory();
  memory.take(at(20));
  const view = at(20);
  const lines = view.lines.filter((_, i) => i !== 6).map((line, i) => (i < 6 ? line : up(line)));
  expect(texts(memory.take({ ...view, lines }))).toEqual([]);
  function up<Line extends { top: number; bottom: number }>(line: Line): Line {
    return { ...line, top: line.top - rowHeight, bottom: line.bottom - rowHeight };
  }
});

test('a list that is blank while it is scrolled fast loses nothing', () => {
  const memory = new ListMemory();
  for (let row = 0; row <= 60; row += 5) memory.take(at(row));
  memory.take({ ...at(120), lines: [] });
  expect(texts(memory.take(at(120)))).toHaveLength(72);
});

test('a list that was emptied is forgotten', () => {
  const memory = new ListMemory();
  for (let row = 0; row <= 60; row += 5) memory.take(at(row));
  memory.take({ lines: [], scrolled: 0, height: 300, whole: 300 });
  expect(texts(memory.take(at(100)))).toEqual([]);
});
