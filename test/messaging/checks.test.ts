import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkForBackground } from '../../lib/messaging/background-check.ts';
import { longestText } from '../../lib/messaging/longest-text.ts';
import { checkForPage } from '../../lib/messaging/page-check.ts';
import { checkForPanel } from '../../lib/messaging/panel-check.ts';
import { palettes } from '../../lib/preferences/palette.ts';
import { type Said, say } from '../../lib/saying/said.ts';
import { states } from '../components/sample-active.ts';

const mark = {
  start: 0,
  end: 4,
  meaning: 'supports',
  kind: 'supports',
  requests: [1],
  date: null,
  about: 'Is it?',
  target: { request: 'a' },
};

const sheet = {
  way: 'backgroundToPage',
  name: 'paintMarks',
  body: { reader: 'r', revision: 1, marks: [mark], colours: palettes.grey, keys: null },
};

const read = {
  way: 'pageToBackground',
  name: 'textRead',
  body: {
    reader: 'r',
    revision: 1,
    url: 'https://a/',
    title: '',
    heading: '',
    text: '',
    unread: [],
  },
};

/** The same message with one part replaced by something else. */
function spoiled(message: object, path: string[], value: unknown): unknown {
  const copy = structuredClone(message) as Record<string, unknown>;
  let at = copy;
  for (const step of path.slice(0, -1)) at = at[step] as Record<string, unknown>;
  at[path.at(-1) as string] = value;
  return copy;
}

describe('to a page', () => {
  test('marks pass', () => expect(checkForPage(sheet)).toEqual(sheet));

  test.each([
    ['another way', ['way'], 'pageToBackground'],
    ['an unknown name', ['name'], 'toString'],
    ['a negative start', ['body', 'marks', '0', 'start'], -1],
    ['an end before the start', ['body', 'marks', '0', 'start'], 9],
    ['an unknown meaning', ['body', 'marks', '0', 'meaning'], 'good'],
    ['a mark without a target', ['body', 'marks', '0', 'target'], null],
    [
      'a colour that is more than a colour',
      ['body', 'colours', 'light', 'supports'],
      '#000; } * {',
    ],
    ['no reader', ['body', 'reader'], undefined],
  ])('%s does not', (_, path, value) => {
    expect(checkForPage(spoiled(sheet, path, value))).toBeUndefined();
  });
});

describe('to the background', () => {
  test('a text passes', () => expect(checkForBackground(read)).toEqual(read));

  test.each([
    ['an unknown name', ['name'], 'constructor'],
    ['a part too many', ['body', 'more'], 1],
    ['a text that is none', ['body', 'text'], 7],
    ['a text beyond all measure', ['body', 'text'], 'a'.repeat(longestText + 1)],
  ])('%s does not', (_, path, value) => {
    expect(checkForBackground(spoiled(read, path, value))).toBeUndefined();
  });
});

describe('to the panel', () => {
  const shown = {
    way: 'backgroundToPanel',
    name: 'reviewChanged',
    body: structuredClone(states.review),
  };
  const deep = Array.from({ length: 500 }).reduce<object>(
    (said) => say('as_sentence', said as Said),
    {
      name: 'date_chosen',
      about: [],
    },
  );

  test.each([
    ['words of a pack', 'Two medicines at once.'],
    ['something said', say('finding_length', say('amount_at_least', 3), { day: '2015-08' })],
  ])('%s pass', (_, reason) => {
    const message = spoiled(shown, ['body', 'case', 'review', 'safety', '0', 'reason'], reason);
    expect(checkForPanel(message)).toEqual((message as typeof shown).body);
  });

  test.each([
    ['a name that is none', { name: 'no such/name', about: [] }],
    ['a filling that is none', { name: 'as_sentence', about: [{ html: '<b>' }] }],
    ['a filling without end', { name: 'as_sentence', about: ['a'.repeat(100_000)] }],
    ['a number that is none', { name: 'as_sentence', about: [Number.NaN] }],
    ['a day that is none', { name: 'as_sentence', about: [{ day: 'tomorrow' }] }],
    ['more fillings than places', { name: 'as_sentence', about: Array(10).fill('a') }],
    ['sayings within each other without end', deep],
  ])('%s does not', (_, reason) => {
    const path = ['body', 'case', 'review', 'safety', '0', 'reason'];
    expect(checkForPanel(spoiled(shown, path, reason))).toBeUndefined();
    expect(
      checkForPanel(spoiled(shown, ['body', 'case', 'asOf', 'source'], reason)),
    ).toBeUndefined();
  });
});

test('whatever arrives, nothing is thrown', () => {
  fc.assert(
    fc.property(fc.anything(), (message) => {
      expect(checkForBackground(message)).toBeUndefined();
      expect(checkForPage(message)).toBeUndefined();
      expect(checkForPanel(message)).toBeUndefined();
    }),
  );
});
