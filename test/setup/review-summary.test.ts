import { expect, test } from 'vitest';
import { summarize } from './review-summary.ts';

test('a review reads as requests, criteria with verdict, reason and quote, and safety', () => {
  const text = summarize({
    requests: [
      {
        label: 'Alprazolam 0.5 mg',
        criteria: [
          {
            id: 'benzodiazepine/no-opioid',
            verdict: 'not-met',
            reason: 'An opioid is taken at the same time.',
            evidence: [{ quote: 'Norco\n  10/325', role: 'opposes' }],
          },
          {
            id: 'request/guideline-cited',
            verdict: 'not-applicable',
            reason: 'No decision.',
            evidence: [],
          },
        ],
      },
    ],
    safety: [{ id: 'safety/opioid-with-benzodiazepine', reason: 'Norco and alprazolam.' }],
  });
  expect(text.split('\n')).toEqual([
    'Alprazolam 0.5 mg',
    '  not-met         no opioid',
    '                  An opioid is taken at the same time.',
    '                  “Norco 10/325”',
    '  not-applicable  guideline cited',
    '',
    'Safety: opioid with benzodiazepine. Norco and alprazolam.',
  ]);
});

test('a long quote is cut to the width of a terminal', () => {
  const text = summarize({
    requests: [
      {
        label: 'Request',
        criteria: [
          {
            id: 'a/b',
            verdict: 'met',
            reason: 'Reason.',
            evidence: [{ quote: 'word '.repeat(60), role: 'supports' }],
          },
        ],
      },
    ],
    safety: [],
  });
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  expect(text).toContain('…”');
});
