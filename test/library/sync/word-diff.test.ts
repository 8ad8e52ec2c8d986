import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffWords } from '../../../lib/library/sync/word-diff.ts';

test('what both have stands once, what differs on its side', () => {
  expect(diffWords('no relief after six weeks', 'some relief after six weeks of it')).toEqual([
    { text: 'no ', in: 'first' },
    { text: 'some ', in: 'second' },
    { text: 'relief after six weeks', in: 'both' },
    { text: ' of it', in: 'second' },
  ]);
  expect(diffWords('', '')).toEqual([]);
});

test('words that both have are found although more stands between them on one side', () => {
  const runs = diffWords(
    'Counted across the class, from the earliest note that names one. Limit: four weeks.',
    'Counted across the class. Limit: four weeks (MTUS 2009); the two of ODG stand apart.',
  );
  expect(runs.filter((run) => run.in === 'first').map(({ text }) => text.trim())).toEqual([
    ', from the earliest note that names one',
  ]);
});

test('the runs give either text again', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', '.', ' ', '\n', '  ', '{{drug}}', '{'))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, text, (first, second) => {
      const runs = diffWords(first, second);
      const side = (other: string) =>
        runs.flatMap((run) => (run.in === other ? [] : run.text)).join('');
      expect([side('second'), side('first')]).toEqual([first, second]);
    }),
  );
});
