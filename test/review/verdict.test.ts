import { describe, expect, test } from 'vitest';
import type { EvidenceRole } from '../../lib/review/review.ts';
import type { Piece } from '../../lib/review/verdict/side.ts';
import { settle } from '../../lib/review/verdict/verdict.ts';

function piece(role: EvidenceRole, date?: string, subject = 'twitch'): Piece {
  const evidence = { document: 'd', start: 0, end: 1, quote: 'x', role };
  return { evidence: date ? { ...evidence, date } : evidence, subject };
}

const supports = (date?: string, subject?: string) => piece('supports', date, subject);
const opposes = (date?: string, subject?: string) => piece('opposes', date, subject);
const ambiguous = piece('ambiguous');

describe('three values', () => {
  test.each([
    ['support', [supports()], 'met'],
    ['opposition', [opposes()], 'not-met'],
    ['both without dates', [supports(), opposes()], 'conflicting'],
    ['doubt only', [ambiguous], 'unclear'],
    ['nothing', [], 'not-documented'],
    ['a claim only', [piece('claim')], 'not-documented'],
    ['history only', [piece('history')], 'not-documented'],
    ['support beside doubt', [supports(), ambiguous], 'met'],
    ['opposition beside a claim', [opposes(), piece('claim')], 'not-met'],
  ])('%s', (_what, pieces, verdict) => {
    expect(settle(pieces).verdict).toBe(verdict);
  });
});

describe('what a pack can say', () => {
  test.each([
    ['supports-win', 'met'],
    ['opposes-win', 'not-met'],
    ['conflict', 'conflicting'],
  ] as const)('%s', (how, verdict) => {
    expect(settle([supports(), opposes()], how).verdict).toBe(verdict);
  });

  test('doubt weakens support', () => {
    expect(settle([supports(), ambiguous], 'ambiguous-weakens').verdict).toBe('unclear');
    expect(settle([supports()], 'ambiguous-weakens').verdict).toBe('met');
  });
});

describe('newer statements', () => {
  test('supersede older ones of the same subject, which become history', () => {
    const settled = settle([supports('2012-03-01'), opposes('2015-06')]);
    expect(settled.verdict).toBe('not-met');
    expect(settled.evidence.map(({ role }) => role)).toEqual(['history', 'opposes']);
  });

  test('do not when the subject differs, unless the pack vouches for it', () => {
    const pieces = [supports('2012', 'study'), opposes('2015', 'weakness')];
    expect(settle(pieces).verdict).toBe('conflicting');
    expect(settle(pieces, 'newest').verdict).toBe('not-met');
  });

  test.each([
    ['a date is missing', supports(), opposes('2015')],
    ['the dates may be the same', supports('2015'), opposes('2015-06-01')],
  ])('do not when %s', (_why, one, other) => {
    expect(settle([one, other]).verdict).toBe('conflicting');
  });
});
