import { expect, test } from 'vitest';
import { plainDocument } from '../../lib/case/document.ts';
import type { PageFacts } from '../../lib/case/portal-profile.ts';
import { inEnglish } from '../../lib/cli/english.ts';
import { shippedRulebook } from '../../lib/cli/shipped-packs.ts';
import { reviewCase } from '../../lib/review/review-case.ts';

const rulebook = await shippedRulebook();
const text =
  'Request for Authorization (DWC Form RFA). Visit of 05/02/2016. Please authorize Flexeril 5 mg #30.';

function review(facts?: PageFacts) {
  const document = { ...plainDocument('page', 'Page', text), ...(facts ? { facts } : {}) };
  return reviewCase({ id: 'case', documents: [document] }, rulebook);
}

test('the date of the request that the portal shows chooses the editions', () => {
  const { asOf, asOfSource } = review({ requestDate: '08/01/2016' });
  expect(asOf).toBe('2016-08-01');
  expect(inEnglish(asOfSource)).toContain('as the portal shows it');
  expect(review().asOf).not.toBe('2016-08-01');
});

test('the day of receipt that the portal shows starts the decision clock', () => {
  const clock = (facts?: PageFacts) =>
    review(facts).rfa.find(({ id }) => id === 'rfa/decision-due');
  expect(clock()?.verdict).toBe('not-documented');
  const shown = clock({ receivedDate: 'Jul 29, 2016 6:10 PM' });
  expect(shown?.verdict).toBe('unclear');
  expect(inEnglish(shown?.reason ?? '')).toContain('Due');
});

test('what is no whole date is left aside', () => {
  expect(review({ requestDate: 'soon', receivedDate: '2016' }).asOf).toBe(review().asOf);
});
