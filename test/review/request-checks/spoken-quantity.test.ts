import { describe, expect, it } from 'vitest';
import { unitsSaid } from '../../../lib/review/requests/spoken-units.ts';

function numberIn(words: string): number | undefined {
  return unitsSaid(words, { start: 0, end: words.length })?.number;
}

describe('quantities as dictated', () => {
  it.each([
    ['Refill Flexeril ten milligrams at bedtime number thirty.', 30],
    ['Ambien twelve point five, thirty, two refills, one at bed.', 30],
    ['Norco one every six hours, one hundred twenty.', 120],
    ['Soma, forty five.', 45],
    ['Lyrica, 150 twice a day, sixty?', 60],
    ['the patch again, Butrans 10, four of them.', 4],
    ['Lunesta 3 mg (thirty a month)', 30],
    ['apply 1 patch weekly, 4 patches.', 4],
    ['Ativan point five twice daily, one twenty, no refills', 120],
    ['hydrocodone-APAP 10/325 BID 60/0', 60],
    ['# one hundred and twelve', 112],
  ])('%s', (words, number) => expect(numberIn(words)).toBe(number));

  it.each([
    'Ambien five milligrams',
    'Norco for thirty days',
    'Soma, two a day, as before',
    'take 2 tablets every morning',
    'Celebrex two hundred, one each morning',
    'Percocet 10/325 for the last twenty months',
  ])('%s names none', (words) => expect(numberIn(words)).toBeUndefined());
});
