import { expect, test } from 'vitest';
import { longPattern } from '../../lib/language/long-pattern.ts';

const TEXTS = [
  'walks 5 minutes',
  'walks 5 minutes – then 20 minutes',
  '',
  '20 minutes. '.repeat(200),
];

test('a long pattern finds what the expression finds that it was made of', () => {
  const pattern = longPattern('(\\d+) min', 'i');
  for (const text of TEXTS) {
    expect(pattern.exec(text)).toEqual(/(\d+) min/i.exec(text));
    expect(pattern.test(text)).toBe(/\d+ min/i.test(text));
  }
});

test('all its matches are found from the first on', () => {
  const pattern = longPattern(/\d+/g);
  for (const text of TEXTS) expect([...pattern.matchAll(text)]).toEqual([...text.matchAll(/\d+/g)]);
});
