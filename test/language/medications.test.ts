import { describe, expect, it } from 'vitest';
import { describeMedication } from './describe-medication.ts';
import { goldLines } from './gold-lines.ts';
import { drugReader } from './reader-of-drugs.ts';

interface GoldLine {
  text: string;
  medications: string[];
}

const read = (text: string) => drugReader.read(text).medications;

describe('medication statements of gold sentences', () => {
  it.each(goldLines<GoldLine>('medications.jsonl'))('$text', ({ text, medications }) => {
    expect(read(text).map(describeMedication)).toEqual(medications);
  });
});

describe('medication statements', () => {
  it('read the columns of a table by their headings', () => {
    const table = [
      'LINE  DRUG                       SIG                     QTY    RF',
      '01    HYDROCODONE/APAP 10-325    1 TAB Q 8 H PRN PAIN    90     0',
      '02    OMEPRAZOLE DR 20 MG        1 CAP BID               60     1',
    ].join('\n');
    expect(read(table).map(({ quantity, refills }) => [quantity?.amount, refills?.amount])).toEqual(
      [
        [90, 0],
        [60, 1],
      ],
    );
  });

  it('read tables whose cells are parted by tabs', () => {
    const table = 'Drug\tSig\tQty\tRefills\nNorco 10/325\tq6h prn\t120\t2';
    expect(read(table)[0]).toMatchObject({ quantity: { amount: 120 }, refills: { amount: 2 } });
  });

  it('read what stands under the name in a form', () => {
    const form =
      ' 1) AMRIX 15 mg cap     Sig: 1 cap daily as directed\n    Qty ____   Refills ____    Last filled 6-08-2015 (#30)';
    const [amrix] = read(form);
    expect(amrix).toMatchObject({
      strength: { amount: 15 },
      take: { low: 1 },
      frequency: { perDay: { high: 1 } },
    });
    expect(amrix?.quantityOpen).toBeDefined();
    expect(amrix?.quantity).toBeUndefined();
  });

  it('tell apart a name and a longer one that starts with it', () => {
    expect(read('Ambien CR 12.5 mg qhs, Voltaren Gel 1% qid').map(({ drug }) => drug)).toEqual([
      'zolpidem-er',
      'diclofenac-gel',
    ]);
  });

  it('take the date of a quoted note, and not that of another thing in a list', () => {
    const [quoted] = read(
      'According to a June 17, 2015 progress note, the provider prescribed Clonazepam.',
    );
    expect(quoted?.date).toEqual({ year: 2015, month: 6, day: 17 });
    const [listed] = read(
      'Prior treatment included therapy from 12-2014 to 1-2015, TENS, Lortab and Valium.',
    );
    expect(listed?.date).toBeUndefined();
  });

  it('have days of supply where the directions say how many a day', () => {
    const [flexeril] = read('Flexeril 5mg 1 PO QHS PRN #30 with 2 refills');
    expect(flexeril?.supply).toEqual({ units: 90, days: { low: 90, high: 90 } });
    const [xanax] = read('Xanax 0.5mg #15 with 1 refill');
    expect(xanax?.supply?.days).toBeUndefined();
  });

  it('stay quick on a line that names drugs without end', () => {
    const start = performance.now();
    read('Norco 10/325 #60 '.repeat(4_000));
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});
