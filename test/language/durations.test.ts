import { describe, expect, it } from 'vitest';
import { durationScores } from '../bench/duration-scores.ts';
import { sharedFile } from './gold-lines.ts';

const folder = sharedFile('data', 'durations');

describe.skipIf(folder === undefined)('public specifications of durations', () => {
  it('are met to at least 95 %, with both ends of a range and the operator', () => {
    const { right, all } = durationScores(folder as string);
    expect(right / all).toBeGreaterThanOrEqual(0.95);
  });
});
