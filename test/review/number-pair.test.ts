import { describe, expect, test } from 'vitest';
import { numberPair } from '../../lib/review/judges/change/number-pair.ts';

/** What follows the name of a measure, with the earlier and the later number that it tells. */
const TOLD: readonly [string, number, number][] = [
  [' 15 (15 at IE), ', 15, 15],
  [' 45/60 (IE 35)', 35, 45],
  [' 9# (was 5# at start, 8# in July)', 5, 9],
  [' 34/80 on 2/2, 58/80 on 4/11', 34, 58],
  [' 1,020 ft, before 640', 640, 1020],
  [' 5 reps 24 s then, 13 s now', 24, 13],
  [' 10 lb to 30 lb', 10, 30],
  [' 18 in March, 25 in May', 18, 25],
  [' 46 at intake, 48 now', 46, 48],
  [' walks 1 mile, was 2 blocks', 600, 5280],
  [' from four hour shifts to eight', 240, 480],
  [' is one hundred twenty where it was ninety five', 95, 120],
  [' 90 min before a break; in January it was 20', 20, 90],
  [' 200 ft w/ RW IE; 1000 ft no AD now', 200, 1000],
  [' ten pounds on visit 1; on visit 14 he lifts forty pounds', 10, 40],
  [' 3 lb -> 10 lb', 3, 10],
];

describe('a measure then and now', () => {
  test.each(TOLD)('%s', (words, before, after) => {
    expect(numberPair(words)).toMatchObject({ before, after });
  });

  test.each([
    ' R 44 L 58',
    ' R 5/5 L 5/5',
    ' walks 30 min, was 2 blocks',
    ' goal 30, now 20',
    ' 40 40',
    ' 44, sitting 20 minutes at intake',
    ' ten minutes when he began and took four Norco a day',
  ])('not told: %s', (words) => {
    expect(numberPair(words)).toBeUndefined();
  });
});
