import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  HighlightPainter,
  type HighlightRegistryLike,
} from '../../lib/marking/highlight-painter.ts';
import type { Painting } from '../../lib/marking/painter.ts';

class FakeHighlight extends Set<AbstractRange> {
  priority = 0;
  constructor(...ranges: AbstractRange[]) {
    super(ranges);
  }
}

const range = {} as AbstractRange;
const painting = (): Painting =>
  new Map([
    ['supports/light', [range]],
    ['current/light', [range]],
  ]);

let registry: Map<string, Highlight>;
const painter = () => new HighlightPainter(registry as unknown as HighlightRegistryLike);

beforeEach(() => {
  registry = new Map();
  vi.stubGlobal('Highlight', FakeHighlight);
});
afterEach(() => vi.unstubAllGlobals());

test('names say nothing of what was found', () => {
  painter().paint(painting());
  for (const name of registry.keys()) expect(name).toMatch(/^cg-\d+$/);
});

test('the passage the reviewer is on lies above all others', () => {
  painter().paint(painting());
  const priorities = [...registry.values()].map(({ priority }) => priority);
  expect(Math.max(...priorities)).toBe(priorities[1]);
});

test('what is no longer painted leaves the registry', () => {
  const one = painter();
  one.paint(painting());
  one.paint(new Map());
  expect(registry.size).toBe(0);
});

test('a name the page took for itself stays the page’s', () => {
  const one = painter();
  one.paint(painting());
  const [name] = registry.keys();
  const theirs = new FakeHighlight() as unknown as Highlight;
  registry.set(name as string, theirs);
  one.clear();
  expect([...registry.values()]).toEqual([theirs]);
});

test('what the page takes away is put back', () => {
  const one = painter();
  one.paint(painting());
  registry.clear();
  expect(one.guard()).toBe('kept');
  expect(registry.size).toBe(2);
});

test('a page that keeps taking it away is left alone', () => {
  const one = painter();
  one.paint(painting());
  const answers = Array.from({ length: 7 }, () => {
    registry.clear();
    return one.guard();
  });
  expect(answers.filter((answer) => answer === 'kept')).toHaveLength(5);
  expect(answers.at(-1)).toBe('given-up');
  one.paint(painting());
  expect(registry.size).toBe(0);
});
