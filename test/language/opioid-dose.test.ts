import { describe, expect, it } from 'vitest';
import { inEnglish } from '../../lib/cli/english.ts';
import { opioidDose } from '../../lib/language/medications/opioid-dose.ts';
import { say } from '../../lib/saying/said.ts';
import { drugReader, drugsById } from './reader-of-drugs.ts';

const dose = (text: string, table = 'CDC 2022') =>
  opioidDose(drugReader.read(text).medications, drugsById, table);

describe('morphine equivalents a day', () => {
  it.each([
    ['Norco 10/325 four times a day', 40, 40],
    ['Percocet 10/325 four times a day', 60, 60],
    ['Duragesic 25 mcg/h', 60, 60],
    ['tramadol 50 mg four times a day', 40, 20],
    ['Nucynta 100 mg twice a day', 80, 80],
    ['hydromorphone 4 mg four times a day', 80, 64],
    ['methadone 10 mg tid', 141, 240],
    ['methadone 5 mg tid', 70.5, 60],
    ['OxyContin 15 bid + oxycodone IR 10 four a day', 105, 105],
    ['Tylenol #3 one q6h', 18, 18],
    ['Tylenol #4 bid', 18, 18],
    ['Ultram ER 200 daily', 40, 20],
    ['Ultracet 1 qid', 30, 15],
    ['Fioricet with codeine 50/325/40/30 1 q6h', 18, 18],
    ['Duragesic 100 mcg/h 2 patches q72h', 480, 480],
    ['methadone 10 mg 2 in am 1 in pm', 141, 240],
    ['MS Contin 30 mg in the morning and 60 mg at night', 90, 90],
    ['Norco 10/325 1-2 q4h prn, max 6/day', 60, 60],
    ['fentanyl 100 mcg IV at the procedure', 0, 0],
    ['Suboxone 8/2 bid', 0, 0],
  ])('%s', (text, in2022, in2016) => {
    expect(dose(text).total.high).toBeCloseTo(in2022, 3);
    expect(dose(text, 'CDC 2016').total.high).toBeCloseTo(in2016, 3);
  });

  it('keeps both ends of what may be taken', () => {
    expect(dose('Norco 10/325 1-2 q4-6h prn').total).toEqual({ low: 40, high: 120 });
  });

  it('shows the working by drug', () => {
    const { shares } = dose('Norco 10/325 qid, Percocet 10/325 qid');
    expect(inEnglish(shares[1]?.working ?? '')).toBe(
      '10 mg x 4 a day = 40 mg; x 1.5 (CDC 2022) = 60 MME',
    );
  });

  it('names what it leaves out, and why', () => {
    expect(dose('Butrans 10 mcg/h weekly, Norco 10/325').missing).toEqual([
      {
        statement: 0,
        drug: 'buprenorphine-transdermal',
        reason: expect.stringContaining('artial agonist'),
      },
      {
        statement: 1,
        drug: 'hydrocodone-acetaminophen',
        reason: say('dose_no_frequency'),
      },
    ]);
  });

  it('counts a drug once that is stated twice', () => {
    expect(dose('Norco 10/325 qid. Refill Norco 10/325 qid #120.').total.high).toBe(40);
  });

  it('passes over drugs that are no opioids', () => {
    expect(dose('Soma 350 mg tid').total).toEqual({ low: 0, high: 0 });
  });
});
