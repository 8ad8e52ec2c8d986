// @vitest-environment happy-dom
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TextMap } from '../../lib/reading/text-map.ts';
import { brokenHtml, readHtml } from './read-html.ts';

/** Every character that was read from the tree leads to its node and from there back. */
function expectWayBack(map: TextMap): void {
  const { text } = map;
  for (let at = 0; at < text.length; at++) {
    const [span, ...others] = map.spansOf(at, at + 1);
    expect(others).toEqual([]);
    if (!span) continue;
    const shown = text.charAt(at);
    const inPage = span.node.data.charAt(span.start);
    expect(span.end - span.start).toBe(1);
    expect(inPage === shown || (/\s/.test(inPage) && /\s/.test(shown))).toBe(true);
    expect(map.offsetAt(span.node, span.start)).toBe(at);
  }
}

test('every character leads to its place in the page and back', () => {
  fc.assert(
    fc.property(brokenHtml, (html) => expectWayBack(readHtml(html).map)),
    { numRuns: 150 },
  );
});

test('a passage gives one span for each node, in order, with all its words', () => {
  fc.assert(
    fc.property(brokenHtml, fc.nat(), fc.nat(), (html, a, b) => {
      const { map } = readHtml(html);
      const [start, end] = [a % (map.text.length + 1), b % (map.text.length + 1)].sort(
        (left, right) => left - right,
      ) as [number, number];
      const spans = map.spansOf(start, end);
      expect(new Set(spans.map(({ node }) => node)).size).toBe(spans.length);
      const words = (text: string) => text.replace(/[\s\u00ad\u200b]+/g, '');
      const inPage = spans
        .map((span) => words(span.node.data.slice(span.start, span.end)))
        .join('');
      expect(isSubsequence(inPage, words(map.text.slice(start, end)))).toBe(true);
    }),
    { numRuns: 150 },
  );
});

test('the text has no line with space at its end and never two empty lines', () => {
  fc.assert(
    fc.property(brokenHtml, (html) => {
      const { text } = readHtml(html).map;
      expect(text).not.toMatch(/\n\n\n|^\n|\n$/);
    }),
    { numRuns: 150 },
  );
});

function isSubsequence(part: string, whole: string): boolean {
  let at = 0;
  for (const character of whole) if (character === part.charAt(at)) at++;
  return at === part.length;
}
