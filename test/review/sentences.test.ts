import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { plainDocument } from '../../lib/case/document.ts';
import { shippedRulebook } from '../../lib/cli/shipped-packs.ts';
import { reviewCase } from '../../lib/review/review-case.ts';

/**
 * Variants of wording: one sentence of a report each, with the verdict it must lead to. What a rule
 * must match stands beside what looks alike and must not.
 */

const ROWS = ['sentences.tsv', 'sentences-medicines.tsv'].flatMap((file) =>
  readFileSync(new URL(`../cases/criteria/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t') as [string, string, string]),
);

const REQUESTS: Record<string, string> = {
  'trigger-point-injection': 'trigger point injections, right trapezius',
  'muscle-relaxant': 'cyclobenzaprine 10 mg #30, one tid',
  benzodiazepine: 'lorazepam 1 mg #30, one at bedtime',
  'physical-therapy': 'physical therapy, right shoulder, 2 x 4',
  opioid: 'Norco 10/325 #90, one tid',
  'urine-drug-test': 'urine drug screen',
  nsaid: 'naproxen 500 mg #60, one bid',
  gastroprotection: 'omeprazole 20 mg #30, one daily',
  anticonvulsant: 'gabapentin 300 mg #90, one tid',
  antidepressant: 'duloxetine 30 mg #30, one daily',
  'sedative-hypnotic': 'zolpidem 10 mg #30, one at bedtime',
  'topical-analgesic': 'lidocaine 5% patch #30, one daily',
};

const rulebook = await shippedRulebook();

function verdictOf(criterion: string, sentence: string): string {
  const treatment = criterion.split('/')[0] ?? '';
  const text = `PROGRESS REPORT 6/10/2015\nDate of injury 2/3/2012.\n\n${sentence}\n\nRequest for authorization: ${REQUESTS[treatment]}\n`;
  const caseFile = { id: 'sentence', documents: [plainDocument('note', 'Note', text)] };
  const review = reviewCase(caseFile, rulebook, { asOf: '2015-06-10' });
  const request = review.requests.find((one) => one.treatment === treatment);
  return request?.criteria.find(({ id }) => id === criterion)?.verdict ?? 'not judged';
}

test.each([...new Set(ROWS.map(([criterion]) => criterion))])('%s', (criterion) => {
  const wrong = ROWS.filter(([id]) => id === criterion).flatMap(([, verdict, sentence]) => {
    const found = verdictOf(criterion, sentence);
    return found === verdict ? [] : [`${sentence} | ${verdict}, found ${found}`];
  });
  expect(wrong).toEqual([]);
});
