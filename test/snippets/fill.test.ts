import { expect, test } from 'vitest';
import type { CriterionReview, RequestReview } from '../../lib/review/review.ts';
import type { Worded } from '../../lib/saying/said.ts';
import { caseFacts } from '../../lib/snippets/facts.ts';
import { filledText, fillSnippet } from '../../lib/snippets/fill.ts';
import { prepareInsertion, warningsOf } from '../../lib/snippets/validity.ts';
import { sample } from './sample.ts';

const passage = { document: 'd1', start: 10, end: 34, quote: 'Flexeril 5 mg #30, neck' };

const request: Worded<RequestReview> = {
  id: 'muscle-relaxant-1',
  treatment: 'muscle-relaxant',
  label: 'Flexeril 5 mg #30',
  listed: true,
  passages: [passage],
  details: {
    drug: 'cyclobenzaprine',
    strength: '5 mg',
    quantity: '30',
    refills: null,
    directions: null,
    daysSupply: null,
    visits: null,
    bodyPart: null,
    side: null,
    level: null,
  },
  criteria: [],
};

const criterion: Worded<CriterionReview> = {
  id: 'muscle-relaxant/duration',
  name: 'Duration',
  question: 'Is exposure short?',
  verdict: 'not-met',
  reason: 'Exposure of at least 56 days.',
  evidence: [
    { ...passage, quote: 'the record lacks it', role: 'claim' },
    { ...passage, quote: 'taking it\n since 17 June', role: 'opposes', date: '2015-06-17' },
  ],
  receipt: null,
  citation: null,
  alsoCited: [],
  measure: { text: 'At least 56 days', working: [], limits: [] },
};

const facts = caseFacts({ asOf: '2015-08-12', asOfSource: 'letter', request, criterion });
const fill = (text: string) => fillSnippet({ text }, facts);

test('a slot holds the value, in the format asked for, with its passage', () => {
  const { parts } = fill('{{drug:sentence}} of {{evidence-date:us}}: {{evidence:quote}}');
  expect(parts.map(({ text }) => text).join('')).toBe(
    'Cyclobenzaprine of 06/17/2015: “taking it since 17 June”',
  );
  expect(parts[0]).toMatchObject({ kind: 'filled', source: { kind: 'passage', passage } });
});

test('a slot the case says nothing of shows its fallback and says so', () => {
  const { parts } = fill('{{visits|[how many]}} {{side}}');
  expect(parts.filter(({ kind }) => kind === 'fallback').map(({ text }) => text)).toEqual([
    '[how many]',
    '[side]',
  ]);
});

test('a value without a passage is no value', () => {
  const unsourced = caseFacts({
    asOf: '2015-08-12',
    asOfSource: 'letter',
    request: { ...request, passages: [] },
    criterion: { ...criterion, evidence: [] },
  });
  const filled = fillSnippet(
    { text: '{{drug|none}} {{measure|none}} {{finding|none}}' },
    unsourced,
  );
  expect(filledText(filled)).toBe('none none none');
});

test('a reviewer’s claim never fills a slot', () => {
  expect(filledText(fill('{{evidence}}'))).not.toContain('lacks');
});

test.each([
  ['2009-07-17', ['not-yet-in-force']],
  ['2009-07-18', []],
  ['2016-07-28', []],
  ['2016-07-29', ['no-longer-in-force']],
])('on %s the edition warns %j', (asOf, warnings) => {
  expect(warningsOf(sample('a'), asOf)).toEqual(warnings);
});

test('drafts and retired ones warn as well', () => {
  expect(warningsOf(sample('a', { status: 'draft' }), '2015-08-12')).toEqual(['draft']);
  expect(warningsOf(sample('a', { status: 'retired' }), '2015-08-12')).toEqual(['retired']);
});

test('outside its dates the text is handed over only when its warnings were accepted', () => {
  const inside = prepareInsertion(sample('a'), facts, '2015-08-12');
  expect(inside.kind).toBe('ready');
  const outside = prepareInsertion(sample('a'), facts, '2020-01-01');
  expect(outside).not.toHaveProperty('filled');
  if (outside.kind !== 'warned') throw new Error('no warning');
  expect(outside.warnings).toEqual(['no-longer-in-force']);
  expect(filledText(outside.accept())).toContain('Cyclobenzaprine is meant');
});
