import { describe, expect, it } from 'vitest';
import { itemNumber } from '../../../lib/review/requests/item-number.ts';

/** The number of an item whose treatment is named by "TPI" or "PT". */
function numberOf(item: string): number | undefined {
  const named = /TPIs?|PT/.exec(item);
  if (!named) throw new Error(`no treatment in ${item}`);
  const name = { start: named.index, end: named.index + named[0].length };
  return itemNumber(item, { start: 0, end: item.length }, name)?.number;
}

describe('a bare number in the words of an item', () => {
  it.each([
    ['TPI left trapezius (4)', 4],
    ['TPI both upper traps, 4 total, 1% lido', 4],
    ['TPI bilateral QL, 4, under ultrasound', 4],
    ['TPI right piriformis, single, ultrasound guided', 1],
    ['TPI again, same two spots left rhomboid', 2],
    ['TPI times three to the trapezius', 3],
    ['three repeat TPIs', 3],
    ['12 PT', 12],
    ['PT 6', 6],
    ['PT, left ankle, twelve.', 12],
    ['TPI, neck, units: 6', 6],
    ['PT cervical 8, twice weekly', 8],
    ['PT L knee 4', 4],
  ])('%s', (item, number) => expect(numberOf(item)).toBe(number));

  it.each([
    'PT 6/12/2015',
    'TPI at L4, 5 and S1',
    'PT, two weeks',
    'PT times two daily',
    'TPI with 1% lidocaine, 3 ml',
    'TPI left trapezius, pain 7/10',
    'PT, 2 per week',
    'PT L knee 4/5 strength',
    'PT left shoulder 2 weeks',
    'TPI, she is a 44 year old',
  ])('%s says none', (item) => expect(numberOf(item)).toBeUndefined());
});
