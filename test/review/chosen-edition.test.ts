import { expect, test } from 'vitest';
import { plainDocument } from '../../lib/case/document.ts';
import { shippedRulebook } from '../../lib/cli/shipped-packs.ts';
import { reviewCase } from '../../lib/review/review-case.ts';

const rulebook = await shippedRulebook();
const text = [
  'Progress report, 06/10/2015.',
  'Trigger point injections of the upper back were done on 03/02/2015 with 60% relief for seven weeks.',
  'Request: one repeat trigger point injection, right trapezius.',
].join('\n\n');

function interval(edition?: string) {
  const documents = [plainDocument('report', 'report', text)];
  const options = edition === undefined ? {} : { edition };
  const review = reviewCase({ id: 'case', documents }, rulebook, {
    asOf: '2015-06-10',
    ...options,
  });
  const criteria = review.requests.flatMap((request) => request.criteria);
  const found = criteria.find(({ id }) => id === 'trigger-point-injection/repeat-relief');
  if (!found) throw new Error('not judged');
  return found;
}

test('the edition in force on the day is judged by, and the others are cited beside it', () => {
  const { citation, alsoCited } = interval();
  expect(citation).toMatchObject({ pack: 'mtus-2009', governs: true });
  expect(alsoCited.length).toBeGreaterThan(0);
  expect(alsoCited.some(({ governs }) => governs)).toBe(false);
});

test('an edition that the reviewer chose is judged by where it speaks', () => {
  const other = interval().alsoCited[0]?.pack;
  const chosen = interval(other);
  expect(chosen.citation).toMatchObject({ pack: other, governs: true });
  expect(chosen.alsoCited.map(({ pack }) => pack)).toContain('mtus-2009');
  expect(chosen.measure?.limits[0]?.pack ?? other).toBe(other);
});
