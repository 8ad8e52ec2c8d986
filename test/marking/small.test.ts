import { describe, expect, test } from 'vitest';
import { isCombination } from '../../lib/marking/keys.ts';
import { linesOf } from '../../lib/marking/lines-of.ts';
import {
  highlightName,
  type Layer,
  markStyleSheet,
  type Shade,
} from '../../lib/marking/style-sheet.ts';
import { windowOf } from '../../lib/marking/window-of.ts';
import { palettes } from '../../lib/preferences/palette.ts';

describe('style of the marks', () => {
  const css = markStyleSheet(palettes['blue-rust']);
  const rule = (layer: Layer, shade: Shade) =>
    css.split('\n').find((line) => line.startsWith(`::highlight(${highlightName(layer, shade)}) `));

  test('every meaning has a line of its own', () => {
    const layers = ['supports', 'opposes', 'ambiguous', 'missing', 'request'] as const;
    const lines = layers.map((layer) => /underline[^#]*/.exec(rule(layer, 'light') ?? '')?.[0]);
    expect(new Set(lines).size).toBe(5);
  });

  test('a light and a dark ground have their own', () => {
    expect(rule('supports', 'light')).toContain('#21629d');
    expect(rule('supports', 'dark')).toContain('#88bef6');
  });

  test('a line without tint has no ground', () => {
    expect(rule('supports-line', 'light')).not.toContain('background');
  });

  test('nothing but marks is styled', () => {
    const selectors = css.match(/^\s*[^{}@]+(?=\{)/gm) ?? [];
    for (const selector of selectors)
      expect(selector.trim()).toMatch(/^(::highlight\(cg-\d+\)(, )?)+$/);
  });
});

test('a key is known by its place, whatever letter Alt makes of it', () => {
  const press = (more: Partial<KeyboardEvent>) =>
    ({ altKey: false, ctrlKey: false, shiftKey: false, metaKey: false, ...more }) as KeyboardEvent;
  expect(isCombination(press({ altKey: true, code: 'KeyJ', key: '∆' }), 'Alt+J')).toBe(true);
  expect(isCombination(press({ code: 'KeyJ', key: 'j' }), 'Alt+J')).toBe(false);
  expect(isCombination(press({ altKey: true, ctrlKey: true, code: 'KeyJ' }), 'Alt+J')).toBe(false);
});

test('the window holds what is near the viewport, found with few looks', () => {
  const items = Array.from({ length: 10_000 }, (_, at) => at * 10);
  let looks = 0;
  const boxOf = (top: number) => {
    looks++;
    return { top, bottom: top + 8 };
  };
  const near = windowOf(items, boxOf, 50_000, 50_100);
  expect(near[0]).toBe(50_000);
  expect(near.at(-1)).toBe(50_100);
  expect(looks).toBeLessThan(40);
});

test('a passage is drawn line by line, without the space between', () => {
  const text = 'Positive jump sign in the \n\n  low back. Next';
  const lines = linesOf({ start: 9, end: 39 }, text).map(({ start, end }) =>
    text.slice(start, end),
  );
  expect(lines).toEqual(['jump sign in the', 'low back.']);
  expect(linesOf({ start: 0, end: 8 }, text)).toEqual([{ start: 0, end: 8 }]);
});
