import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Meaning, meanings, type PageMark } from '../../lib/case/page-mark.ts';
import { MarkIndex } from '../../lib/marking/mark-index.ts';

const mark = (start: number, end: number, meaning: Meaning = 'supports'): PageMark => ({
  start,
  end,
  meaning,
  kind: 'supports',
  requests: [],
  about: '',
  target: {},
});

const marksInOrder = fc
  .array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 30 }), fc.constantFrom(...meanings)))
  .map((spans) =>
    spans
      .map(([start, length, meaning]) => mark(start, start + length, meaning))
      .sort((a, b) => a.start - b.start || b.end - a.end),
  );

test('finds exactly the marks over a character', () => {
  fc.assert(
    fc.property(marksInOrder, fc.nat(100), (marks, offset) => {
      const found = new MarkIndex(marks).at(offset);
      const wanted = marks.filter(({ start, end }) => start <= offset && offset < end);
      expect(new Set(found)).toEqual(new Set(wanted));
    }),
  );
});

test('the shortest comes first, and over the same words the request', () => {
  const index = new MarkIndex([
    mark(0, 20, 'opposes'),
    mark(0, 10, 'supports'),
    mark(0, 10, 'request'),
  ]);
  expect(index.at(5).map(({ end, meaning }) => `${end} ${meaning}`)).toEqual([
    '10 request',
    '10 supports',
    '20 opposes',
  ]);
});

test('each passage is one stop, however many meanings it has', () => {
  const index = new MarkIndex([mark(0, 10, 'request'), mark(0, 10), mark(4, 8)]);
  expect(index.places()).toEqual([
    { start: 0, end: 10 },
    { start: 4, end: 8 },
  ]);
});

test('over the same words only the highest mark gives the tint', () => {
  const request = mark(0, 10, 'request');
  const supports = mark(0, 10, 'supports');
  const missing = mark(0, 10, 'missing');
  const index = new MarkIndex([request, supports, missing]);
  expect([request, supports, missing].map((one) => index.isUnder(one))).toEqual([
    true,
    true,
    false,
  ]);
});
