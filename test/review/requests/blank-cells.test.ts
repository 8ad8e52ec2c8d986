import { expect, it } from 'vitest';
import { plainDocument } from '../../../lib/case/document.ts';
import { shippedRulebook } from '../../../lib/cli/shipped-packs.ts';
import { reviewCase } from '../../../lib/review/review-case.ts';

const rulebook = await shippedRulebook();

function quantityOf(text: string) {
  const caseFile = { id: 'case', documents: [plainDocument('d', 'd', text)] };
  const [request] = reviewCase(caseFile, rulebook).requests;
  return request?.criteria.find(({ id }) => id === 'request/quantity')?.verdict;
}

it.each([
  ['Request: physical therapy low back   ____', 'not-met'],
  ['Request: physical therapy low back | blank', 'not-met'],
  ['Request: physical therapy low back\tqty: ___', 'not-met'],
  ['Request: physical therapy low back   8 visits', 'met'],
])('%s: the quantity is %s', (text, verdict) => {
  expect(quantityOf(text)).toBe(verdict);
});

it('a row of thousands of blanks is read at once', () => {
  expect(quantityOf(`Request: physical therapy 8 visits. Qty${' '.repeat(8_000)}end`)).toBe('met');
});
