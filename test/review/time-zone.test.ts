import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { plainDocument } from '../../lib/case/document.ts';
import { checkedRulebook } from '../../lib/cli/shipped-packs.ts';
import { reviewCase } from '../../lib/review/review-case.ts';
import index from '../../public/packs/index.json' with { type: 'json' };

const home = process.env.TZ;
afterEach(() => {
  if (home === undefined) delete process.env.TZ;
  else process.env.TZ = home;
});

/** On both sides of the date line, with half hours, with and without summer time. */
const zones = [
  'UTC',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Asia/Kolkata',
  'America/New_York',
];

test('a review says the same wherever the clock stands', async () => {
  const rulebook = await checkedRulebook(index);
  const file = new URL('../portals/demo/cases/NG-15-21183.json', import.meta.url);
  // All the words of a demo case, with its dates over the turn of summer time.
  const words: string[] = [];
  JSON.parse(readFileSync(file, 'utf8'), (_, value) => {
    if (typeof value === 'string') words.push(value);
    return value;
  });
  const text = `${words.join('\n')}\nDate of injury: 03/07/2015. Off work since 03/08/2015, for 90 days.\n`;
  const documents = [plainDocument('a', 'A', text)];
  const reviews = zones.map((zone) => {
    process.env.TZ = zone;
    const offset = new Date(2015, 0, 1).getTimezoneOffset();
    return { offset, review: JSON.stringify(reviewCase({ id: 'case', documents }, rulebook)) };
  });
  expect(new Set(reviews.map(({ offset }) => offset)).size).toBe(zones.length);
  expect(new Set(reviews.map(({ review }) => review)).size).toBe(1);
  expect(JSON.parse(reviews[0]?.review ?? '{}').requests.length).toBeGreaterThan(0);
});
