import { expect, it } from 'vitest';
import { plainDocument } from '../../../lib/case/document.ts';
import { shippedRulebook } from '../../../lib/cli/shipped-packs.ts';
import { reviewCase } from '../../../lib/review/review-case.ts';

const rulebook = await shippedRulebook();
const requestsIn = (text: string) =>
  reviewCase({ id: 'case', documents: [plainDocument('d', 'd', text)] }, rulebook).requests;

// What may stand between two parts of a mixture is white space in many places: tried in all ways it
// would take the third power of its length.
it.each([
  ['blanks', ' '],
  ['lines', '\n'],
  ['further parts', ', a 1'],
  ['brackets', '('],
])('drugs far apart, with nothing but %s between, are read at once', (_, filler) => {
  const text = `Request: Lidoderm ${filler.repeat(20_000)} gabapentin 300 mg #90`;
  expect(requestsIn(text)[0]?.treatment).toBe('topical-analgesic');
});
