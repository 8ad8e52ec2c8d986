import { expect, test } from 'vitest';
import { plainDocument } from '../../lib/case/document.ts';
import { shippedRulebook } from '../../lib/cli/shipped-packs.ts';
import { reviewCase } from '../../lib/review/review-case.ts';

/** What is said of radiculopathy where an epidural is asked for beside such an examination. */
async function judged(exam: string): Promise<string | undefined> {
  const text = `PR-2 5/2/2016\n${exam}\nPlan: request right L5-S1 transforaminal epidural steroid injection.`;
  const documents = [plainDocument('note', 'note', text)];
  const review = reviewCase({ id: 'case', documents }, await shippedRulebook(), {
    asOf: '2016-05-02',
  });
  return review.requests
    .flatMap(({ criteria }) => criteria)
    .find(({ id }) => id === 'epidural-steroid-injection/radiculopathy-on-exam')?.verdict;
}

test.each([
  ['| Level | Motor R | Motor L | Sens R |\n| L4 | 5 | 5 | nl |\n| L5 | 4 | 5 | dec |', 'met'],
  ['| Level | Motor R | Motor L | Sens R |\n| L4 | 5 | 5 | nl |\n| L5 | 5 | 5 | nl |', 'not-met'],
  ['          L4    L5    S1\nMotor R   5     4     5\nSens R    nl    dec   nl', 'met'],
  ['\tRight\tLeft\nEHL\t4\t5\nAnkle jerk\t1+\t2+', 'met'],
  ['Level: L3 L4 L5 S1\nMotor (R): 5 5 4 5\nSensory (R): nl nl dec nl', 'met'],
  ['Motor: L4 5/5, L5 4/5, S1 5/5 on the right.', 'met'],
  ['Reflexes  R      L\nPatella   1+     1+\nAchilles  1+     1+', 'not-documented'],
])('reads %j as %s', async (exam, verdict) => {
  expect(await judged(exam)).toBe(verdict);
});
