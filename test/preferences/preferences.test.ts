import { expect, test } from 'vitest';
import { checkPreferences, defaultPreferences } from '../../lib/preferences/preferences.ts';

test('stored values are used', () => {
  const stored = new Map<string, unknown>([
    ['theme', 'dark'],
    ['packsOff', ['odg-limits']],
  ]);
  const { preferences, broken } = checkPreferences(stored);
  expect(preferences).toEqual({ ...defaultPreferences, theme: 'dark', packsOff: ['odg-limits'] });
  expect(broken).toEqual([]);
});

test('a broken value gives way to its default and is named; the others stand', () => {
  const stored = new Map<string, unknown>([
    ['theme', 'mauve'],
    ['textSize', 130],
    ['marksShown', { supports: 'yes' }],
  ]);
  const { preferences, broken } = checkPreferences(stored);
  expect(broken).toEqual(['theme', 'marksShown']);
  expect(preferences).toEqual({ ...defaultPreferences, textSize: 130 });
});

test('a key of another version is passed over', () => {
  const { preferences, broken } = checkPreferences(new Map([['fontOfTomorrow', 1]]));
  expect(preferences).toEqual(defaultPreferences);
  expect(broken).toEqual([]);
});

test('the defaults cannot be changed through what was read', () => {
  checkPreferences(new Map()).preferences.marksShown.supports = false;
  expect(defaultPreferences.marksShown.supports).toBe(true);
});
