import fc from 'fast-check';

/** Characters that texts are broken with: invisible, turning, joining, halves, and none at all. */
const oddities = [
  ...['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u034f', '\u180e'],
  ...['\u202a', '\u202b', '\u202d', '\u202e', '\u202c', '\u2066', '\u2067', '\u2069', '\u061c'],
  ...['\u0301', '\u0308', '\u0338', '\u20dd', 'e\u0301', 'i\u0307', '\u0e33', '\u1100\u1161'],
  ...['\ud800', '\udc00', '\ud83d', '\udfff\ud800', '\u0000', '\u0007', '\u001b[2J', '\u0085'],
  ...['😀', '👩‍⚕️', '🏳️‍🌈', '👨‍👩‍👧‍👦', '🇺🇸', '1️⃣', '𝟙𝟘 𝐦𝐠', 'ﬁ', 'ﷺ', 'Ω', 'İ', 'ß', 'ǅ', 'ſ'],
  ...['\u2028', '\u2029', '\r', '\r\n', '\n', '\t', '\u00a0', '\u3000', '\u000b', '\f'],
];

/** Words a review is made of, so that what is odd stands beside what is looked for. */
const clinical = [
  ...['trigger point injection', 'twitch response', 'Norco 10/325 q6h #120', 'Flexeril 7.5 mg'],
  ...['no ', 'denies ', 'history of ', 'should ', 'are recommended when ', 'the patient ', 'not '],
  ...['6/17/2015', '2015-02-30', '99/99/9999', 'for 3 months', 'x6 weeks', '12 visits', '8/10'],
  ...['REQUESTED ITEMS\n', '1. ', 'Request: ', 'SUBJECTIVE:\n', 'DETERMINATION: ', '| ', '[x] '],
  ...[
    '"',
    '(',
    '((',
    ']',
    ': ',
    '; ',
    '. ',
    '...',
    '#',
    '%',
    '&lt;',
    '<b>',
    '</script>',
    '{{',
    '}}',
  ],
  ...['-1', '1e309', '9'.repeat(40), '0.0000001', '٣', '½', 'NaN', 'Infinity', '__proto__'],
];

/** A text of any kind: clinical words, odd characters, and whatever else there is. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...clinical) },
      { weight: 3, arbitrary: fc.constantFrom(...oddities) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
      { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.constantFrom(...oddities, ...clinical, ' '), fc.integer({ min: 2, max: 60 }))
          .map(([piece, times]) => piece.repeat(times)),
      },
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));

/** Values no one expects. Large ones by name, so that a case of the corpus stays small. */
const unexpected: Record<string, () => unknown> = {
  'deep list': () => nested(4_000, (inner) => [inner]),
  'deep object': () => nested(4_000, (inner) => ({ a: inner })),
  'long text': () => 'a'.repeat(200_000),
  'long list': () => Array.from({ length: 20_000 }, (_, at) => at),
  'prototype key': () => JSON.parse('{"__proto__": {"polluted": true}}'),
  'constructor key': () => JSON.parse('{"constructor": {"prototype": {"polluted": true}}}'),
  'half a character': () => '\ud800',
};

function nested(depth: number, wrap: (inner: unknown) => unknown): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level++) value = wrap(value);
  return value;
}

type Value = { is: unknown } | { named: string };

const value: fc.Arbitrary<Value> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...Object.keys(unexpected)).map((named) => ({ named })) },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom<unknown>(
        ...[null, true, '', ' ', 0, -1, 1e308, 2 ** 53, 0.1, [], {}, [null], [[]], '*', '../..'],
        ...[
          '<img src=x onerror=alert(1)>',
          '{{',
          '(((',
          'javascript:alert(1)',
          '__proto__',
          '9e999',
        ],
      )
      .map((is) => ({ is })),
  },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3 }).map((is) => ({ is })) },
  { weight: 2, arbitrary: anyText.map((is) => ({ is })) },
);

/** One change of a sample: at the nth of its places something is replaced, added or taken out. */
export interface Change {
  at: number;
  how: 'replace' | 'add' | 'remove' | 'repeat';
  key: string;
  value: Value;
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat({ max: 100_000 }),
  how: fc.constantFrom('replace', 'replace', 'add', 'remove', 'repeat'),
  key: fc.constantFrom('__proto__', 'constructor', 'toString', 'length', 'id', 'x', '', '0'),
  value,
});

/** Some changes to be made to a sample by `changed`. */
export const changes: fc.Arbitrary<Change[]> = fc.array(change, { minLength: 1, maxLength: 4 });

/** A copy of a sample with changes. Keys are its own, `__proto__` too, as JSON.parse makes them. */
export function changed(sample: unknown, list: readonly Change[]): unknown {
  let root: unknown = JSON.parse(JSON.stringify(sample));
  for (const { at, how, key, value: given } of list) {
    const places = placesOf(root);
    const place = places[at % (places.length + 1)];
    const put = 'named' in given ? unexpected[given.named]?.() : given.is;
    if (!place) root = how === 'replace' ? put : root;
    else alter(place, how, key, put);
  }
  return root;
}

interface Place {
  holder: Record<string, unknown> | unknown[];
  key: string;
}

function alter({ holder, key }: Place, how: Change['how'], added: string, put: unknown): void {
  const inner = (holder as Record<string, unknown>)[key];
  if (how === 'replace') own(holder, key, put);
  else if (how === 'remove') {
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete holder[key];
  } else if (how === 'repeat' && Array.isArray(inner)) inner.push(...inner.slice(0, 1_000));
  else if (typeof inner === 'object' && inner !== null) own(inner, added, put);
  else own(holder, Array.isArray(holder) ? String(holder.length) : added, put);
}

function own(holder: object, key: string, put: unknown): void {
  const options = { value: put, enumerable: true, configurable: true, writable: true };
  // A list has its length already.
  if (!(Array.isArray(holder) && key === 'length')) Object.defineProperty(holder, key, options);
}

/** Every place in a value, down to the depth samples have. */
function placesOf(root: unknown): Place[] {
  const places: Place[] = [];
  const visit = (holder: unknown, depth: number) => {
    if (typeof holder !== 'object' || holder === null || depth > 12) return;
    for (const key of Object.keys(holder)) {
      if (places.length > 5_000) return;
      places.push({ holder: holder as Record<string, unknown>, key });
      visit((holder as Record<string, unknown>)[key], depth + 1);
    }
  };
  visit(root, 0);
  return places;
}
