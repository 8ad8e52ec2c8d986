import { describe, expect, it } from 'vitest';
import { saysUnits } from '../../../lib/review/requests/spoken-units.ts';

describe('quantities as dictated', () => {
  it.each([
    'Refill Flexeril ten milligrams at bedtime number thirty.',
    'Ambien twelve point five, thirty, two refills, one at bed.',
    'Norco one every six hours, one hundred twenty.',
    'Soma, forty five.',
  ])('%s', (words) => expect(saysUnits(words)).toBe(true));

  it.each(['Ambien five milligrams', 'Norco for thirty days', 'Soma, two a day, as before'])(
    '%s names none',
    (words) => expect(saysUnits(words)).toBe(false),
  );
});
