import type { Verdict } from '../../lib/review/review.ts';
import { type CountedKey, counted, words } from '../../lib/wording/words.ts';

/** Verdicts that leave a question open, in the order they are shown. */
export const openVerdicts = [
  'not-met',
  'conflicting',
  'unclear',
  'not-documented',
] as const satisfies Verdict[];

/** All verdicts, open ones first, as strips and lists order them. */
export const verdictOrder = [...openVerdicts, 'met', 'not-applicable'] as const satisfies Verdict[];

const names = {
  met: 'verdict_met',
  'not-met': 'verdict_not_met',
  conflicting: 'verdict_conflicting',
  unclear: 'verdict_unclear',
  'not-documented': 'verdict_not_documented',
  'not-applicable': 'verdict_not_applicable',
} as const satisfies Record<Verdict, string>;

const sentences = {
  met: 'verdict_met_sentence',
  'not-met': 'verdict_not_met_sentence',
  conflicting: 'verdict_conflicting_sentence',
  unclear: 'verdict_unclear_sentence',
  'not-documented': 'verdict_not_documented_sentence',
  'not-applicable': 'verdict_not_applicable_sentence',
} as const satisfies Record<Verdict, string>;

/** "not documented" */
export function verdictName(verdict: Verdict): string {
  return words(names[verdict]);
}

/** "Not documented." */
export function verdictSentence(verdict: Verdict): string {
  return words(sentences[verdict]);
}

export function isOpen(verdict: Verdict): boolean {
  return (openVerdicts as readonly Verdict[]).includes(verdict);
}

/** Things with a verdict in the order of `verdictOrder`; equal ones keep their places. */
export function inVerdictOrder<Item extends { verdict: Verdict }>(items: readonly Item[]): Item[] {
  return verdictOrder.flatMap((verdict) => items.filter((item) => item.verdict === verdict));
}

/** How many have each verdict, in order. */
export function tallyOf(items: readonly { verdict: Verdict }[]): [Verdict, number][] {
  return verdictOrder.map((verdict) => [
    verdict,
    items.filter((item) => item.verdict === verdict).length,
  ]);
}

/** "17 criteria: 1 conflicting, 3 unclear, 5 not documented, 3 met" */
export function tallySentence(items: readonly { verdict: Verdict }[]): string {
  const stem: CountedKey = 'criteria';
  const parts = tallyOf(items)
    .filter(([, count]) => count > 0)
    .map(([verdict, count]) => `${count} ${verdictName(verdict)}`);
  return words('list_of', counted(stem, items.length), parts.join(', '));
}
