import { expect, test } from 'vitest';
import { plainDocument } from '../../lib/case/document.ts';
import { inEnglish } from '../../lib/cli/english.ts';
import { reviewCase } from '../../lib/review/review-case.ts';
import { reviewOf, smallRulebook } from './small-rulebook.ts';

const labels = {
  concepts: [
    {
      id: 'date-of-request',
      name: 'date of the request',
      phrases: ['request for authorization is'],
    },
    { id: 'date-of-visit', name: 'date of the visit', phrases: ['date of visit'] },
  ],
};
const base = smallRulebook([]);
const rulebook = {
  ...base,
  concepts: new Map([...base.concepts, ...labels.concepts.map((each) => [each.id, each] as const)]),
};

function asOf(...texts: string[]) {
  const documents = texts.map((text, at) => plainDocument(`d${at}`, `${at}`, text));
  const review = reviewCase({ id: 'case', documents }, rulebook);
  return [review.asOf, inEnglish(review.asOfSource)];
}

test.each([
  [
    'the date of the request goes before others',
    'Request for authorization is August 12, 2015. Reviewed 9/1/2015.',
    ['2015-08-12', 'date of the request'],
  ],
  [
    'then the date of the visit',
    'Date of visit 6/4/2014. Next visit 7/4/2014.',
    ['2014-06-04', 'date of the visit'],
  ],
  [
    'then the newest date',
    'Seen 6/4/2014 and 5/1/2014.',
    ['2014-06-04', 'newest date in the text'],
  ],
  ['without a date it says so', 'Neck pain.', ['1970-01-01', 'no date found']],
])('%s', (_what, text, expected) => {
  expect(asOf(text)).toEqual(expected);
});

test('a request in another document counts', () => {
  expect(asOf('Date of visit 6/4/2014.', 'Request for authorization is 6/20/2014.')).toEqual([
    '2014-06-20',
    'date of the request',
  ]);
});

test('the reviewer’s choice goes before all', () => {
  expect(reviewOf(rulebook, ['Date of visit 6/4/2014.'], '2018-01-01').asOf).toBe('2018-01-01');
});
