import { expect, test } from 'vitest';
import { plainDocument } from '../../lib/case/document.ts';
import { shippedRulebook } from '../../lib/cli/shipped-packs.ts';
import { reviewCase } from '../../lib/review/review-case.ts';

const rulebook = await shippedRulebook();

/** Days of use of the class of the one drug asked for. */
function daysOf(text: string): number | undefined {
  const documents = [plainDocument('d', 'Note', text)];
  const [request] = reviewCase({ id: 'case', documents }, rulebook).requests;
  return request?.criteria.find(({ id }) => id.endsWith('/duration'))?.measure?.amount;
}

test.each([
  [
    'Methadone since 2008, Duragesic since 2010, Soma "for years", Xanax first appears on 2/10/14.',
    'Soma 350 mg tid #90',
    760,
  ],
  ['Norco since 2008, Xanax first appears in the record of 2/10/14.', 'Xanax 1 mg bid #60', 121],
  ['Xanax first appears in the record of 2/10/14, Norco since 2008.', 'Xanax 1 mg bid #60', 121],
])('the date of another drug is not that of this one: %s', (told, asked, days) => {
  expect(daysOf(`PR-2 5/12/14\n${told}\nRequests: ${asked}.`)).toBe(days);
});
