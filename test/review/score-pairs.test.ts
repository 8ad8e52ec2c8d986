import { describe, expect, it } from 'vitest';
import { scorePairs } from '../../lib/review/judges/change/score-pairs.ts';

describe('two scores that the words of a sentence tell apart', () => {
  it.each([
    ['Burning 6, was 7.', 7, 6],
    ['Feet burned at 8, now about 4.', 8, 4],
    ['7 and still 7.', 7, 7],
    ['avg 6, w/o meds 9', 9, 6],
    ['the leg is a five, it was an eight at the August visit', 8, 5],
    ['stabbing in the cheek is a 3, it used to be a 7', 7, 3],
    ['Pain before 8, an hour after 7.', 8, 7],
    ['Pain 8 without, 5 with it, wears off in two hours.', 8, 5],
    ['Knee 6 then, 6 now.', 6, 6],
    ['Scores 4 v. 8', 8, 4],
    ['Pain with meds/without meds: 4/8', 8, 4],
    ['4/10 medicated, 8/10 unmedicated', 8, 4],
    ['Left alone the pain is 8. The pill makes it 4.', 8, 4],
    ["He'd be at 8 if he did not take it. He's at 4.", 8, 4],
  ])('%s', (words, from, to) => {
    expect(scorePairs(words).map((pair) => [pair.from.low, pair.to.low])).toEqual([[from, to]]);
  });

  it.each([
    'L4-5, L5-S1 was 3',
    'he takes 3 a day, was 5',
    'walks 4 blocks, was 2',
    'PHQ-9 8, was 17',
    'Norco 10/325 one every 6 hours #120, was 8',
    'Pain 6 today.',
    'goal 3, now 6',
    'seen 2 or 3 months before the 8 visits',
    '4th Street, 09/20/2016',
    'Pain 8 back, 4 leg',
  ])('%s: none', (words) => {
    expect(scorePairs(words)).toEqual([]);
  });
});
