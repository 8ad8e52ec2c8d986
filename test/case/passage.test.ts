import { expect, test } from 'vitest';
import { inOneLine } from '../../lib/case/passage.ts';

test.each([
  ['Neck pain\n  since May.', 'Neck pain since May.'],
  [
    'Number of injections: TBD\tLumbar strain,\nleft sciatica',
    'Number of injections: TBD | Lumbar strain, left sciatica',
  ],
  ['Quantity:\t60', 'Quantity: 60'],
  ['1.\tXanax 0.5 mg\t#60\t\t2', '1. Xanax 0.5 mg | #60 | 2'],
  [' \t ', ''],
])('words of a record stand on one line: %j', (quote, shown) => {
  expect(inOneLine(quote)).toBe(shown);
});
