import { expect, test } from 'vitest';
import { firstPart, joinPages, readPage } from '../../lib/reading/file/paged-text.ts';

const page = (number: number, text: string) =>
  readPage({ number, width: 600, height: 800 }, [
    { text, x: 0, y: 10, width: 100, height: 10, confidence: 50 },
  ]);

test('a file longer than is read at once: no page after the limit counts as read', () => {
  const whole = joinPages([page(1, 'first page'), page(2, 'second page'), page(3, 'third page')]);
  const part = firstPart(whole, 15);
  expect(part.text).toBe('first page\n\nsec');
  expect(part.pages.map(({ readable }) => readable)).toEqual([true, true, false]);
  for (const { start, end } of part.pages)
    expect(end).toBeLessThanOrEqual(part.text.length + start);
  expect(part.uncertain).toHaveLength(1);
  expect(firstPart(whole, whole.text.length)).toBe(whole);
});
