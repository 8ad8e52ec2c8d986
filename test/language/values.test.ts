import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize } from '../../lib/language/tokens.ts';
import { readValues, settleDates } from '../../lib/language/values/read-values.ts';
import { createValueWords } from '../../lib/language/values/words.ts';
import { createWordTable } from '../../lib/language/word-table.ts';
import { describeValue } from './describe-value.ts';
import { goldLines } from './gold-lines.ts';
import { drugs } from './reader-of-drugs.ts';

interface GoldLine {
  about: string;
  text: string;
  /** Every value but bare numbers: "duration over 4 month = more than 4 months". */
  values: string[];
}

const table = createWordTable();
const words = createValueWords(table, drugs);
const noteDate = { year: 2015, month: 8, day: 12 };

function read(text: string) {
  const values = readValues(tokenize(text, table), words);
  settleDates(values, () => noteDate);
  return values;
}

describe('values of gold sentences', () => {
  it.each(goldLines<GoldLine>('values.jsonl'))('$about: $text', ({ text, values }) => {
    const found = read(text).filter(({ value }) => value.kind !== 'number');
    const lines = found.map(
      ({ value, start, end }) => `${describeValue(value)} = ${text.slice(start, end)}`,
    );
    expect(lines).toEqual(values);
  });

  it('reads a value that is wrapped over an empty line', () => {
    const [found] = read('According to an August\n\n \n\n12, 2015 note');
    expect(found && describeValue(found.value)).toBe('date 2015-08-12');
  });
});

describe('dates without a year', () => {
  const settled = (text: string, date: Parameters<typeof settleDates>[1]) => {
    const values = readValues(tokenize(text, table), words);
    settleDates(values, date);
    return values.map(({ value }) => describeValue(value));
  };

  it('take the year of the note, the one before for days that lie ahead of it', () => {
    expect(settled('seen on 7/30', () => noteDate)).toEqual(['date 2015-07-30']);
    expect(settled('seen on 12/20', () => noteDate)).toEqual(['date 2014-12-20']);
    expect(settled('due 9/20', () => noteDate)).toEqual(['date 2015-09-20']);
  });

  it('are left out where no date governs their place', () => {
    expect(settled('seen on 7/30', () => undefined)).toEqual([]);
    expect(settled('on it since March', () => undefined)).toEqual([]);
  });

  it('pass over a 29 February that the year does not have', () => {
    expect(settled('seen on 2/29', () => noteDate)).toEqual(['date 2012-02-29']);
  });
});

describe('any input', () => {
  const wordsOfNotes = fc.constantFrom(
    ...'pain 7/10 #30 q6h prn 2x6 since 8-18-11 a few weeks ago % > over half by L4-5 MED every 1/2 to or and - / . , x'.split(
      ' ',
    ),
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(wordsOfNotes).map((list) => list.join(' ')),
    fc.array(wordsOfNotes).map((list) => list.join('')),
  );

  it('gives values in order, inside the text and without overlap', () => {
    fc.assert(
      fc.property(text, (input) => {
        let end = 0;
        for (const mention of read(input)) {
          expect(mention.start).toBeGreaterThanOrEqual(end);
          expect(mention.end).toBeGreaterThan(mention.start);
          expect(mention.end).toBeLessThanOrEqual(input.length);
          end = mention.end;
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each(['1-', '5/', 'every ', '#', '#_', 'x 5 ', '9 of ', 'a few ', '1 year ', 'since ', '('])(
    'takes time in proportion to its length: %j repeated',
    (piece) => {
      const timeOf = (count: number) => {
        const input = piece.repeat(count);
        const start = performance.now();
        read(input);
        return performance.now() - start;
      };
      timeOf(2_000);
      const short = Math.max(timeOf(4_000), 1);
      expect(timeOf(40_000)).toBeLessThan(short * 10 * 8 + 50);
    },
  );
});
