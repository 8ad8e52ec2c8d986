import { describe, expect, test } from 'vitest';
import { createReader } from '../../lib/language/reader.ts';

function found(phrase: string, text: string): string[] {
  const concepts = [{ id: 'test', name: 'test', phrases: [phrase] }];
  const { mentions } = createReader({ concepts, drugs: [] }).read(text);
  return [...mentions].map(({ start, end }) => text.slice(start, end));
}

describe('gaps side by side, and the marks of a form within them', () => {
  test.each([
    ['side effects ..4 none', 'Side effects (dropdown): none'],
    ['function ..5 (dropdown)? ..2 improved', 'Function since last visit (dropdown): improved'],
    ['function ..5 (dropdown)? ..2 improved', 'Function is improved'],
    ['pain ..2 (score)? ..2 (with)? ..1 medicine', 'Pain is less with this medicine'],
    // However often the phrase might have begun: from the first of them.
    ['pain ..3 improved ..3 # ..1 to ..2 #', 'Pain improved from 7/10 to 6/10'],
  ])('%s', (phrase, text) => {
    expect(found(phrase, text)).toEqual([text]);
  });

  test('both together reach no farther than their sum', () => {
    expect(found('pain ..1 (score)? ..1 low', 'Pain is on the whole low')).toEqual([]);
  });
});
