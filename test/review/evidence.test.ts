import { describe, expect, test } from 'vitest';
import { plainDocument } from '../../lib/case/document.ts';
import { inEnglish } from '../../lib/cli/english.ts';
import { reviewCase } from '../../lib/review/review-case.ts';
import { say } from '../../lib/saying/said.ts';
import { criterion, judged, REQUEST, reviewOf, smallRulebook } from './small-rulebook.ts';

const twitch = {
  supports: [{ find: 'twitch' }],
  opposes: [{ find: 'twitch', presence: ['negated'] }],
  ambiguous: [{ find: 'jump-sign', why: 'a reaction is no twitch' }],
};

describe('what counts as evidence', () => {
  test.each([
    ['an affirmed finding', 'There is a local twitch response.', 'met'],
    ['a negated finding', 'No twitch response on palpation.', 'not-met'],
    ['an ambiguous one', 'Positive jump sign.', 'unclear'],
    ['nothing', 'Neck pain.', 'not-documented'],
    [
      'a guideline sentence',
      'The criteria for trigger point injections include evidence upon palpation of a twitch response.',
      'not-documented',
    ],
    [
      'a reviewer’s absence claim',
      'There is no documentation of a twitch response.',
      'not-documented',
    ],
  ])('%s', (_what, text, verdict) => {
    expect(judged(twitch, text).verdict).toBe(verdict);
  });

  test('a reviewer’s claim is shown as a claim', () => {
    const result = judged(twitch, 'There is no documentation of a twitch response.');
    expect(result.evidence).toMatchObject([{ role: 'claim' }]);
    expect(result.receipt).not.toBeNull();
  });

  test('evidence quotes the text and says how it was read', () => {
    const text = 'Exam of the neck. No twitch response on palpation.';
    const result = judged(twitch, text);
    const piece = result.evidence[0];
    expect(piece?.quote).toContain('No twitch response');
    expect(`${text}${REQUEST}`.slice(piece?.start, piece?.end)).toBe(piece?.quote);
    expect(inEnglish(piece?.why ?? '')).toMatch(/negated by "no"/i);
  });

  test('one statement that is repeated is shown once', () => {
    const result = judged(twitch, 'Positive jump sign.\n\nLater.\n\nPositive jump sign.');
    expect(result.evidence).toHaveLength(1);
  });
});

describe('companions', () => {
  const failed = (rule: object) => ({ supports: [{ find: 'class:nsaid', ...rule }] });

  test.each([
    ['in the sentence', { with: ['failed'] }, 'Motrin failed.', 'met'],
    [
      'not in the sentence',
      { with: ['failed'] },
      'Takes Motrin. Surgery failed.',
      'not-documented',
    ],
    [
      'in the sentence beside it',
      { with: ['failed'], within: 'neighbours' },
      'Takes Motrin. It failed.',
      'met',
    ],
    ['any of several', { with: [['relief', 'failed']] }, 'Motrin failed.', 'met'],
    ['all of them', { with: ['relief', 'failed'] }, 'Motrin failed.', 'not-documented'],
    ['forbidden', { without: ['failed'] }, 'Motrin failed.', 'not-documented'],
    ['forbidden and absent', { without: ['failed'] }, 'Takes Motrin.', 'met'],
    [
      'too far away',
      { with: ['failed'], near: 2 },
      'Motrin was taken for a long time and failed.',
      'not-documented',
    ],
    ['near enough', { with: ['failed'], near: 2 }, 'Motrin has failed.', 'met'],
    [
      'in another clause',
      { with: ['failed'], within: 'clause' },
      'Takes Motrin; surgery failed.',
      'not-documented',
    ],
  ])('%s', (_what, rule, text, verdict) => {
    expect(judged(failed(rule), text).verdict).toBe(verdict);
  });

  test('enough different passages', () => {
    const rule = { supports: [{ find: 'class:nsaid', atLeast: 2 }] };
    expect(judged(rule, 'Takes Motrin.').verdict).toBe('not-documented');
    expect(judged(rule, 'Takes Motrin. Ibuprofen at night.').verdict).toBe('met');
  });
});

describe('preconditions', () => {
  const repeat = {
    ...twitch,
    unless: { any: [{ find: 'relief' }], reason: 'No earlier injection is mentioned.' },
  };

  test('a false one makes the criterion not applicable, with the reason', () => {
    const result = judged(repeat, 'There is a twitch response.');
    expect(result).toMatchObject({
      verdict: 'not-applicable',
      reason: 'No earlier injection is mentioned.',
      evidence: [],
      receipt: null,
    });
  });

  test('a true one lets it be judged', () => {
    expect(judged(repeat, 'Good relief before. There is a twitch response.').verdict).toBe('met');
  });
});

describe('several documents', () => {
  test('evidence of one stands beside the request of another, with its document', () => {
    const rulebook = smallRulebook([criterion(twitch)]);
    const review = reviewOf(rulebook, [REQUEST, 'There is a twitch response.']);
    const result = review.requests[0]?.criteria[0];
    expect(result?.verdict).toBe('met');
    expect(result?.evidence[0]?.document).toBe('d2');
  });
});

test('a criterion whose pack names something unknown is unclear, and the others go on', () => {
  const rulebook = smallRulebook([criterion(twitch), criterion(twitch, 'injection/other')]);
  rulebook.faults.push({
    code: 'pack-unknown-reference',
    file: 'test.json',
    path: 'criteria[0].supports[0].find',
    reason: say('reason_no_concept', 'nix'),
    leftOut: 'entry',
    criterion: 'injection/test',
  });
  const review = reviewOf(rulebook, [`There is a twitch response.${REQUEST}`]);
  expect(review.requests[0]?.criteria.map(({ verdict, fault }) => [verdict, fault])).toEqual([
    ['unclear', 'pack-unknown-reference'],
    ['met', undefined],
  ]);
});

test('a passage says which of its words text recognition was not sure of', () => {
  const text = `A local twltch response, LTR present.${REQUEST}`;
  const start = text.indexOf('twltch');
  const document = {
    ...plainDocument('scan', 'Scan', text),
    uncertain: [{ start, end: start + 6, confidence: 61 }],
  };
  const review = reviewCase(
    { id: 'case', documents: [document] },
    smallRulebook([criterion({ supports: [{ find: 'twitch' }] })]),
    { asOf: '2015-01-01' },
  );
  const evidence = review.requests[0]?.criteria[0]?.evidence ?? [];
  expect(inEnglish(evidence[0]?.uncertain ?? '')).toBe('twltch (61 % sure)');
});
