import { expect, test } from 'vitest';
import { shippedRulebook } from '../../lib/cli/shipped-packs.ts';
import { synonymsOf } from '../../lib/review/synonyms.ts';

const rulebook = await shippedRulebook();

test('a drug is found by its other names, whichever was asked for', () => {
  const others = synonymsOf('Xanax', rulebook).map((term) => term.toLowerCase());
  expect(others).toContain('alprazolam');
  expect(others).not.toContain('xanax');
  expect(synonymsOf('alprazolam', rulebook).map((term) => term.toLowerCase())).toContain('xanax');
});

test('a notion is found by its other wordings, which can all be searched', () => {
  const others = synonymsOf('taut band', rulebook);
  expect(others.length).toBeGreaterThan(0);
  expect(others.filter((term) => /[…(|?]/.test(term))).toEqual([]);
});

test('words the packs do not know have none', () => {
  expect(synonymsOf('kangaroo', rulebook)).toEqual([]);
  expect(synonymsOf('  ', rulebook)).toEqual([]);
});
