import { readdirSync, readFileSync } from 'node:fs';
import { plainDocument } from '../../lib/case/document.ts';
import { shippedRulebook } from '../../lib/cli/shipped-packs.ts';
import type { Review } from '../../lib/review/review.ts';
import { reviewCase } from '../../lib/review/review-case.ts';

/**
 * Scores the review on our own labelled cases, one verdict a case, by criterion and verdict.
 *   npm run bench:review [-- WORD...]      only criteria and cases whose ids hold one of the words
 */

interface LabelledCase {
  id: string;
  criterion: string;
  /** The treatment whose request is meant, where a text asks for several. */
  treatment?: string;
  text: string;
  asOf: string;
  verdict: string;
}

const CASES = new URL('../cases/criteria/', import.meta.url);
const words = process.argv.slice(2);
const rulebook = await shippedRulebook();
const reviews = new Map<string, Review>();
const right = new Map<string, number>();
const total = new Map<string, number>();
let wrong = 0;

for (const file of readdirSync(CASES).filter((name) => name.endsWith('.jsonl'))) {
  const lines = readFileSync(new URL(file, CASES), 'utf8').split('\n');
  for (const line of lines.filter((each) => each.trim() !== '')) {
    const labelled = JSON.parse(line) as LabelledCase;
    if (words.length > 0 && !words.some((word) => line.includes(word))) continue;
    const got = verdictOf(labelled);
    const ok = got === labelled.verdict;
    count(total, labelled.verdict);
    if (ok) count(right, labelled.verdict);
    else {
      wrong += 1;
      print(`${labelled.id}: ${labelled.criterion}: ${labelled.verdict} -> ${got}`);
    }
  }
}
for (const [verdict, number] of total)
  print(`  ${verdict}: ${right.get(verdict) ?? 0} of ${number}`);
const all = [...total.values()].reduce((sum, number) => sum + number, 0);
print(
  `${all - wrong} of ${all} right (${((100 * (all - wrong)) / Math.max(1, all)).toFixed(1)} %)`,
);

function verdictOf({ criterion, treatment, text, asOf }: LabelledCase): string {
  const key = `${asOf} ${text}`;
  const review = reviews.get(key) ?? reviewText(text, asOf);
  reviews.set(key, review);
  const requests = review.requests.filter((one) => !treatment || one.treatment === treatment);
  const found = [...requests.flatMap(({ criteria }) => criteria), ...review.rfa].find(
    ({ id }) => id === criterion,
  );
  return found?.verdict ?? 'not asked for';
}

function reviewText(text: string, asOf: string): Review {
  return reviewCase({ id: 'case', documents: [plainDocument('case', 'case', text)] }, rulebook, {
    asOf,
  });
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
