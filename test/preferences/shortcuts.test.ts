import { describe, expect, test } from 'vitest';
import { checkPreferences, defaultPreferences } from '../../lib/preferences/preferences.ts';
import {
  defaultShortcuts,
  markKeysOf,
  shortcutFault,
  shortcutsSchema,
  writtenKey,
} from '../../lib/preferences/shortcuts.ts';

const nothing = {
  key: '',
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
};

test('presses are written as shortcuts are', () => {
  expect(writtenKey({ ...nothing, key: 'j', code: 'KeyJ' })).toBe('J');
  expect(writtenKey({ ...nothing, key: '?', code: 'Slash', shiftKey: true })).toBe('?');
  expect(writtenKey({ ...nothing, key: 'k', code: 'KeyK', metaKey: true })).toBe('Ctrl+K');
  expect(writtenKey({ ...nothing, key: '∆', code: 'KeyJ', altKey: true })).toBe('Alt+J');
  expect(
    writtenKey({ ...nothing, key: 'K', code: 'KeyK', ctrlKey: true, altKey: true, shiftKey: true }),
  ).toBe('Ctrl+Alt+Shift+K');
  expect(writtenKey({ ...nothing, key: 'Shift', code: 'ShiftLeft', shiftKey: true })).toBeNull();
  expect(writtenKey({ ...nothing, key: ' ', code: 'Space' })).toBeNull();
});

describe('a key for an action', () => {
  test('is refused with the reason', () => {
    expect(shortcutFault('show', 'J', defaultShortcuts)).toEqual({
      kind: 'conflict',
      with: 'next',
    });
    expect(shortcutFault('nextMark', 'N', defaultShortcuts)).toEqual({ kind: 'single-key' });
    expect(shortcutFault('palette', 'Ctrl+T', defaultShortcuts)).toEqual({
      kind: 'of-the-browser',
    });
    expect(shortcutFault('show', 'Enter', defaultShortcuts)).toEqual({ kind: 'not-a-key' });
    expect(shortcutFault('show', 'X', defaultShortcuts)).toBeUndefined();
    expect(shortcutFault('show', null, defaultShortcuts)).toBeUndefined();
  });

  test('is stored only without a conflict; what is missing takes its default', () => {
    expect(shortcutsSchema.safeParse({ ...defaultShortcuts, show: 'J' }).success).toBe(false);
    expect(shortcutsSchema.parse({ show: 'X', marks: null })).toEqual({
      ...defaultShortcuts,
      show: 'X',
      marks: null,
    });
  });
});

test('broken stored keys give way to the defaults and are named', () => {
  const { preferences, broken } = checkPreferences(new Map([['shortcuts', { show: 'Hyper+J' }]]));
  expect(preferences.shortcuts).toEqual(defaultPreferences.shortcuts);
  expect(broken).toEqual(['shortcuts']);
});

test('the page’s keys are off unless both are set', () => {
  expect(markKeysOf(defaultShortcuts)).toEqual({ next: 'Alt+J', previous: 'Alt+K' });
  expect(markKeysOf({ ...defaultShortcuts, nextMark: null })).toBeNull();
});
