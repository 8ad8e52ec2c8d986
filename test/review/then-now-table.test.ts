import { describe, expect, test } from 'vitest';
import type { IndexedDocument } from '../../lib/review/evidence/case-index.ts';
import { thenNowRows } from '../../lib/review/judges/change/then-now-table.ts';

/** Each row as its label, its earlier and its later cells. */
function rowsOf(text: string): string[] {
  const cut = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  return thenNowRows({ reading: { text } } as IndexedDocument).map(({ label, early, late }) =>
    [cut(label), early.map(cut).join('+'), late.map(cut).join('+')].join(' | '),
  );
}

describe('tables whose columns are of two times', () => {
  test('bars', () => {
    expect(rowsOf('Activity | At start | Now\nStairs | one at a time | reciprocal')).toEqual([
      'Stairs | one at a time | reciprocal',
    ]);
  });

  test('a goal beside them, and what ends the table', () => {
    const head = 'Goal             Baseline 05/15     Current 10/03     Status';
    const row = 'Sit at desk      10 min             25 min            Achieved';
    expect(rowsOf(`${head}\n${row}\n\nPain             8                  5`)).toEqual([
      'Sit at desk | 10 min | 25 min',
    ]);
  });

  test('the newest column first, days of two years', () => {
    expect(rowsOf('        6/21/17    5/2/17\nGrip    40         22')).toEqual(['Grip | 22 | 40']);
    expect(rowsOf('        11/20    2/4\nGrip    22       40')).toEqual(['Grip | 22 | 40']);
  });

  test('heads that stand over two columns', () => {
    const head = '             Initial          Current';
    const sides = '             R      L         R      L';
    const row = 'Grip         20     45        38     46';
    expect(rowsOf([head, sides, row].join('\n'))).toEqual(['Grip | 20+45 | 38+46']);
  });

  test.each(['Right    Left\nGrip   20    45', 'Name: A    Age: 4\nDOI 1/2/15    Male'])(
    'none: %s',
    (text) => {
      expect(rowsOf(text)).toEqual([]);
    },
  );
});
