import { describe, expect, test } from 'vitest';
import { slipsWithin } from '../../lib/review/evidence/slips.ts';
import { drugReader } from '../language/reader-of-drugs.ts';

describe('slips of evidence', () => {
  test.each([
    ['nor co 1O/325 1 q6h #12O', 'Norco, 10/325, #120'],
    ['Flexor ill 10 mg #3O', 'Flexeril, #30'],
    ['Xanax O.5 mg', '0.5 mg'],
    ['lbuprofen 8OO mg', 'ibuprofen, 800 mg'],
    ['gabapentln 300 mg', 'gabapentin'],
    ['Norco 10/325 1 q6h #120', undefined],
    ['Oxycodone IR 10 mg', undefined],
  ])('%s', (text, read) => {
    expect(slipsWithin(drugReader.read(text), { start: 0, end: text.length })).toBe(read);
  });

  test('are those of the place only', () => {
    const text = 'Norco 10/325. Flexor ill 10 mg #3O';
    expect(slipsWithin(drugReader.read(text), { start: 0, end: 12 })).toBeUndefined();
  });
});
