import type { Settings } from '../../guidelines/judge-use.ts';
import { evidenceAt } from '../evidence/passage.ts';
import { type PastCount, pastCounts } from './counts.ts';
import { type Judge, NOTHING } from './judge.ts';

/** Whether the number done so far is stated; two different numbers for one thing conflict. */
export const judgeCountStated: Judge<Settings<'count-stated'>> = ({ of, units }, context) => {
  const counts = pastCounts(of, units, context);
  const first = counts.find(({ uncertain }) => !uncertain) ?? counts[0];
  if (!first) return NOTHING;
  const evidence = counts.slice(0, 6).map((count) => {
    const why = `${inWords(count)} so far`;
    if (count.uncertain) {
      return evidenceAt(count.document, count.place, 'ambiguous', `${why}, not stated for sure`);
    }
    const same = inWords(count) === inWords(first);
    return evidenceAt(
      count.document,
      count.place,
      same ? 'supports' : 'opposes',
      same ? why : `another number: ${why}`,
    );
  });
  return { evidence, reason: `${inWords(first)} stated.` };
};

function inWords({ value }: PastCount): string {
  const { low, high } = value.amount;
  return `${low === high ? low : `${low} to ${high}`} ${value.unit}`;
}
