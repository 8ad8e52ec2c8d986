import type { Settings } from '../../guidelines/judge-use.ts';
import { earliestDay, latestDay } from '../../language/values/calendar.ts';
import { dateOf } from '../evidence/dates.ts';
import { evidenceAt } from '../evidence/passage.ts';
import type { EvidenceRole } from '../review.ts';
import { type PastCount, pastCounts } from './counts.ts';
import { type Judge, NOTHING } from './judge.ts';

/** Whether the number done so far is stated; two different numbers for one thing conflict. */
export const judgeCountStated: Judge<Settings<'count-stated'>> = (
  { of, units, stated },
  context,
) => {
  const counts = pastCounts(of, units, context, stated);
  const first = latest(counts.filter(({ uncertain }) => !uncertain)) ?? counts[0];
  if (!first) return NOTHING;
  const evidence = counts.slice(0, 6).map((count) => {
    const why = `${inWords(count)} so far`;
    const at = (role: EvidenceRole, words: string) =>
      evidenceAt(count.document, count.place, role, words);
    if (count.uncertain) return at('ambiguous', `${why}, not stated for sure`);
    if (sameAmount(count, first)) return at('supports', why);
    const superseded = isOlder(count, first);
    return at(superseded ? 'history' : 'opposes', superseded ? why : `another number: ${why}`);
  });
  return { evidence, reason: `${inWords(first)} stated.` };
};

/** The newest where dates tell, else the first. */
function latest(counts: readonly PastCount[]): PastCount | undefined {
  return counts.reduce<PastCount | undefined>(
    (newest, count) => (newest && !isOlder(newest, count) ? newest : count),
    undefined,
  );
}

/** A number grows with time: an earlier one does not contradict a later one. */
function isOlder(one: PastCount, other: PastCount): boolean {
  const before = dateOf(one.document, one.place);
  const after = dateOf(other.document, other.place);
  return before !== undefined && after !== undefined && latestDay(before) < earliestDay(after);
}

function sameAmount({ value: { amount } }: PastCount, { value: other }: PastCount): boolean {
  return amount.low === other.amount.low && amount.high === other.amount.high;
}

function inWords({ value }: PastCount): string {
  const { low, high } = value.amount;
  return `${low === high ? low : `${low} to ${high}`} ${value.unit}`;
}
