import { expect, test } from 'vitest';
import { standardsInOrder } from '../../lib/guidelines/editions.ts';
import type { EditionStandard } from '../../lib/guidelines/rulebook.ts';

function edition(id: string, rank: number, from: string, to?: string): EditionStandard {
  return {
    standard: { criterion: 'a/b', section: 's', text: 't', confidence: 'seen', sources: [] },
    pack: {
      id,
      title: id,
      version: '1',
      guideline: {
        title: id,
        shortTitle: id,
        edition: '1',
        rank,
        inForce: { by: 'request', from, ...(to && { to }) },
      },
    },
    sources: [],
  };
}

const mtus2009 = edition('mtus-2009', 1, '2009-07-18', '2016-07-28');
const mtus2016 = edition('mtus-2016', 1, '2016-07-29', '2017-11-30');
const odg = edition('odg', 4, '2007-06-15');

test.each([
  ['2015-08-12', 'mtus-2009', ['odg'], ['mtus-2016']],
  ['2016-07-28', 'mtus-2009', ['odg'], ['mtus-2016']],
  ['2016-07-29', 'mtus-2016', ['odg'], ['mtus-2009']],
  ['2019-01-01', 'odg', [], ['mtus-2016', 'mtus-2009']],
])('on %s the governing edition is %s', (date, governing, others, notInForce) => {
  const order = standardsInOrder([odg, mtus2009, mtus2016], date);
  expect(order.governing?.pack.id).toBe(governing);
  expect(order.others.map((entry) => entry.pack.id)).toEqual(others);
  expect(order.notInForce.map((entry) => entry.pack.id)).toEqual(notInForce);
});

test('without a standard nothing governs', () => {
  expect(standardsInOrder(undefined, '2015-01-01').governing).toBeNull();
});

test('an edition that the reviewer chose comes before those in force', () => {
  const order = standardsInOrder([odg, mtus2009, mtus2016], '2016-07-29', 'mtus-2009');
  expect(order.governing?.pack.id).toBe('mtus-2009');
  expect(order.others.map((entry) => entry.pack.id)).toEqual(['mtus-2016', 'odg']);
  expect(order.notInForce).toEqual([]);
});

test('a chosen edition that says nothing on a criterion leaves it to the one in force', () => {
  expect(standardsInOrder([odg, mtus2016], '2016-07-29', 'mtus-2009').governing?.pack.id).toBe(
    'mtus-2016',
  );
});
