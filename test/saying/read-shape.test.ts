import { expect, test } from 'vitest';
import { z } from 'zod';
import { inEnglish } from '../../lib/cli/english.ts';
import { readShape } from '../../lib/saying/read-shape.ts';
import { says } from '../../lib/saying/said.ts';

const form = z.strictObject({
  name: z.string().min(1).max(5),
  count: z.int().positive().max(9),
  share: z.number().min(0).lt(1),
  kind: z.enum(['one', 'two']),
  size: z.union([z.literal(90), z.literal(100)]),
  on: z.boolean(),
  tags: z.array(z.string()).min(2).max(3),
  code: z.string().min(2),
  day: z.iso.date(),
  at: z.iso.datetime(),
  site: z.url(),
  id: z.string().regex(/^[a-z]+$/, says('reason_form_hyphens')),
  free: z.string().regex(/^x/),
  place: z.discriminatedUnion('by', [
    z.strictObject({ by: z.literal('label'), label: z.string() }),
    z.strictObject({ by: z.literal('path') }),
  ]),
  words: z.record(z.string(), z.string()),
  either: z.union([z.string(), z.array(z.string())]),
});

const right = {
  ...{ name: 'a', count: 1, share: 0.5, kind: 'one', size: 90, on: true, tags: ['a', 'b'] },
  ...{ code: 'ab', day: '2026-01-01', at: '2026-01-01T00:00:00Z', site: 'https://a.example' },
  ...{ id: 'a', free: 'x', place: { by: 'path' }, words: {}, either: 'a' },
};

const told = (value: unknown) =>
  readShape(form, value).faults.map(({ path, reason }) =>
    [path.join('.'), inEnglish(reason)].join(' ').trim(),
  );

test('what is right is read', () => {
  expect(readShape(form, right)).toEqual({ value: right, faults: [] });
});

test.each([
  [{ name: '' }, 'name This may not be empty.'],
  [{ name: 'longer' }, 'name At most 5 characters are allowed here.'],
  [{ name: undefined }, 'name This is missing: a text is expected.'],
  [{ name: null }, 'name A text is expected here.'],
  [{ count: 1.5 }, 'count A whole number is expected here.'],
  [{ count: 0 }, 'count A number above 0 is expected here.'],
  [{ count: 10 }, 'count A number of at most 9 is expected here.'],
  [{ count: undefined }, 'count This is missing: a number is expected.'],
  [{ share: -1 }, 'share A number of at least 0 is expected here.'],
  [{ share: 1 }, 'share A number below 1 is expected here.'],
  [{ kind: 'three' }, 'kind Allowed here: "one", "two".'],
  [{ size: 95 }, 'size Allowed here: 90, 100.'],
  [{ on: 'yes' }, 'on Either true or false is expected here.'],
  [{ tags: ['a'] }, 'tags At least 2 entries are expected here.'],
  [{ tags: ['a', 'b', 'c', 'd'] }, 'tags At most 3 entries are allowed here.'],
  [{ tags: undefined }, 'tags This is missing: a list is expected.'],
  [{ code: 'a' }, 'code At least 2 characters are expected here.'],
  [{ day: '1/2/26' }, 'day A date as YYYY-MM-DD is expected here.'],
  [{ at: '2026-01-01' }, 'at A date and time as 2026-03-04T09:00:00Z is expected here.'],
  [{ site: 'a' }, 'site A web address is expected here, such as https://example.org.'],
  [{ id: 'A' }, 'id Lower-case words joined by hyphens are expected here.'],
  [{ free: 'a' }, 'free This is not in the form that is expected here.'],
  [{ place: { by: 'eye' } }, 'place.by Allowed here: "label", "path".'],
  [{ place: { by: 'label' } }, 'place.label This is missing: a text is expected.'],
  [{ words: { a: 1 } }, 'words.a A text is expected here.'],
  [{ words: [] }, 'words A group of named values is expected here.'],
  [{ either: 1 }, 'either This has none of the forms that are allowed here.'],
  [{ either: ['a', 1] }, 'either.1 A text is expected here.'],
  [{ colour: 'red' }, 'colour The name “colour” is not known here.'],
])('%j is told by its kind, in one sentence', (more, sentence) => {
  expect(told({ ...right, ...more })).toEqual([sentence]);
});

test('what is no group of values at all is told', () => {
  expect(told(7)).toEqual(['A group of named values is expected here.']);
});
