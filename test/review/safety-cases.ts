import { plainDocument } from '../../lib/case/document.ts';
import { shippedRulebook } from '../../lib/cli/shipped-packs.ts';
import { reviewCase } from '../../lib/review/review-case.ts';
import { caseLines } from './case-lines.ts';

/** A short text with the safety findings it raises, as a line of `test/cases/safety/*.jsonl`. */
export interface SafetyCase {
  id: string;
  text: string;
  /** The day of the review, as YYYY-MM-DD. */
  asOf: string;
  /** Ids of the findings, sorted. */
  expect: string[];
}

const FOLDER = new URL('../cases/safety/', import.meta.url);

/** Every case of the folder, with the name of its file. */
export function safetyCases(): (SafetyCase & { file: string })[] {
  return caseLines(FOLDER);
}

/** Reviews texts with the shipped packs and gives the sorted ids of their safety findings. */
export async function openSafety(): Promise<(one: SafetyCase) => string[]> {
  const rulebook = await shippedRulebook();
  return ({ text, asOf }) =>
    reviewCase({ id: 'case', documents: [plainDocument('case', 'case', text)] }, rulebook, {
      asOf,
    })
      .safety.map(({ id }) => id)
      .sort();
}
