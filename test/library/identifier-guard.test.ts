import { expect, test } from 'vitest';
import { findIdentifiers } from '../../lib/library/identifier-guard.ts';
import { alarmsIn, guidelineTexts, recallOf, starterTexts } from '../bench/identifier-scores.ts';
import { identifierSet } from '../bench/identifier-set.ts';

test.each([2026, 7, 411])('at least 99 % of planted identifiers are found, seed %i', (seed) => {
  const { texts, found } = recallOf(identifierSet(seed, 300));
  expect(texts).toBeGreaterThanOrEqual(2_000);
  expect(found / texts).toBeGreaterThanOrEqual(0.99);
});

test('no text of the starter library or of the guideline packs is stopped', () => {
  expect(alarmsIn(starterTexts()).words).toEqual([]);
  expect(alarmsIn(guidelineTexts()).words).toEqual([]);
});

test.each([
  ['Maria Lopez reports relief.', 'name', 'Maria Lopez'],
  ['Mr. Black was seen.', 'name', 'Black'],
  ['patient: ngozi okonkwo DOB 3/4/61', 'birth-date', '3/4/61'],
  ['SSN 123-45-6789', 'social-security', '123-45-6789'],
  ['Claim No. WC2015-004417', 'record-number', 'WC2015-004417'],
  ['Ma\u200Bria Lo\u00ADpez', 'name', 'Maria Lopez'],
  ['call (510) 555-0134', 'phone', '(510) 555-0134'],
  ['lives at 12 Oak Grove Lane', 'address', '12 Oak Grove Lane'],
  ['山田太郎', 'name', '山田太郎'],
])('%s', (text, kind, words) => {
  expect(findIdentifiers(text)).toContainEqual(expect.objectContaining({ kind, text: words }));
});

test.each([
  '8 CCR 9792.24.2, pages 63-66, in force 18 July 2009 to 28 July 2016',
  'Labor Code 4604.5(c)(1): 24 visits in 2015-2017; L34211; CPT 20552',
  'Norco 10/325 #60, 120 mg a day, 9-10 visits over 8 weeks',
  '{{drug|the medicine}} for {{request}}',
])('no alarm: %s', (text) => {
  expect(findIdentifiers(text)).toEqual([]);
});

test('a long hostile text takes no long time', () => {
  for (const piece of ['a.', '1-', 'A ', '1 A ', 'dob ', '@a', 'Maria ', '(555) ', 'claim #']) {
    const began = performance.now();
    findIdentifiers(piece.repeat(20_000 / piece.length));
    expect(performance.now() - began).toBeLessThan(3_000);
  }
});
