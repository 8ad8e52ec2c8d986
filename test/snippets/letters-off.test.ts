import { expect, test } from 'vitest';
import { lettersOff } from '../../lib/snippets/letters-off.ts';

test.each([
  ['therapy', 'therapy', 0],
  ['therapy', 'terapy', 1],
  ['therapy', 'ttherapy', 1],
  ['therapy', 'theropy', 1],
  ['therapy', 'thearpy', 2],
  ['therapy', 'tharapie', 3],
  ['therapy', 'kangaroo', 3],
  ['therapy', '', 3],
  ['', 'on', 2],
])('“%s” and “%s” are %i letters off, counted to one more than two', (word, other, off) => {
  expect(lettersOff(word, 2)(other)).toBe(off);
  expect(lettersOff(other, 2)(word)).toBe(off);
});

test('what was asked before changes nothing', () => {
  const offOf = lettersOff('visits', 2);
  expect(['visit', 'diagnosis', 'visits', 'vsiits'].map(offOf)).toEqual([1, 3, 0, 2]);
});
