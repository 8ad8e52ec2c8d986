import { expect, test } from 'vitest';
import { plainDocument } from '../../lib/case/document.ts';
import { shippedRulebook } from '../../lib/cli/shipped-packs.ts';
import { reviewCase } from '../../lib/review/review-case.ts';

const ASKED = 8;
const rulebook = await shippedRulebook();

/** The visits of physical therapy so far with the eight asked for. */
function visitsIn(told: string): number | undefined {
  const text = `PT note 5/12/14\n${told}\nRequest: physical therapy 2x4, lumbar spine.`;
  const documents = [plainDocument('d', 'Note', text)];
  const [request] = reviewCase({ id: 'case', documents }, rulebook).requests;
  return request?.criteria.find(({ id }) => id === 'physical-therapy/visit-limit')?.measure?.amount;
}

test.each([
  ['Physical therapy: of the 12 visits certified she has 3 remaining.', 9],
  ['Physical therapy: twelve visits authorized, four left.', 8],
  ['Physical therapy: thirty visits authorized, four left.', 26],
  ['Physical therapy: all but two of the twelve were used.', 10],
])('visits so far are what was granted without what is left: %s', (told, visits) => {
  expect(visitsIn(told)).toBe(visits + ASKED);
});
