import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shiftSpans } from '../../lib/marking/shift.ts';

test('what stands before and after a change moves along, what it touches is left out', () => {
  const from = 'one two three';
  const to = 'one 2 three';
  const spans = [
    { start: 0, end: 3 },
    { start: 4, end: 7 },
    { start: 8, end: 13 },
  ];
  expect(shiftSpans(spans, from, to)).toEqual([
    { start: 0, end: 3 },
    { start: 6, end: 11 },
  ]);
});

test('what is kept covers the same words', () => {
  const words = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 30 });
  fc.assert(
    fc.property(words, words, words, words, fc.nat(), fc.nat(), (head, was, is, tail, a, b) => {
      const from = head + was + tail;
      const to = head + is + tail;
      const [start, end] = [a % (from.length + 1), b % (from.length + 1)].sort((x, y) => x - y);
      const span = { start: start ?? 0, end: end ?? 0 };
      for (const moved of shiftSpans([span], from, to)) {
        expect(to.slice(moved.start, moved.end)).toBe(from.slice(span.start, span.end));
      }
    }),
  );
});
