import type { Settings } from '../../../guidelines/judge-use.ts';
import { latestDay } from '../../../language/values/calendar.ts';
import { type MessageKey, say } from '../../../saying/said.ts';
import { dateOf } from '../../evidence/dates.ts';
import { evidenceAt } from '../../evidence/passage.ts';
import type { Evidence } from '../../review.ts';
import { type Judge, type JudgeContext, NOTHING } from '../judge.ts';
import { doneOrDenied } from '../places.ts';
import { saidAmount } from '../said-amount.ts';
import { type PastCount, pastCounts } from './counts.ts';
import { standingCounts } from './standing-counts.ts';

/**
 * Whether the number done so far is stated. A later number supersedes an earlier one; two numbers
 * for one time conflict, and so does "none"; a doubtful one cannot tell.
 */
export const judgeCountStated: Judge<Settings<'count-stated'>> = (settings, context) => {
  const counts = pastCounts(settings, context);
  const standing = standingCounts(counts);
  const first = standing.find(({ uncertain }) => !uncertain) ?? standing[0];
  const sameCourse = ({ course }: PastCount) =>
    standing.find((other) => other.course === course && !other.uncertain);
  if (!first) return NOTHING;
  const unit = settings.units?.[0] ?? '';
  const evidence = counts.slice(0, 8).map((count): Evidence => {
    const at = (role: Evidence['role'], why: MessageKey) =>
      evidenceAt(count.document, count.place, role, say(why, saidAmount(count.amount, unit)));
    if (!standing.includes(count)) return at('history', 'why_so_far_then');
    if (count.uncertain) return at('ambiguous', 'why_so_far_unsure');
    // "12 in 2013" and "8 this spring" are two courses, and both are stated
    const isSame = isSameAmount(count, sameCourse(count) ?? first);
    return isSame ? at('supports', 'why_so_far') : at('opposes', 'why_other_number');
  });
  evidence.push(...denials(settings, context, standing));
  return {
    evidence,
    ofOneEvent: true,
    reason: say('finding_stated', saidAmount(first.amount, unit)),
  };
};

/** Who says that there was none, beside a number: before it, that was so then. */
function denials(
  { none }: Settings<'count-stated'>,
  context: JudgeContext,
  standing: readonly PastCount[],
): Evidence[] {
  const sure = standing.filter(({ uncertain, amount }) => !uncertain && amount.high > 0);
  if (none === undefined || sure.length === 0) return [];
  return doneOrDenied(none, context).flatMap(({ document, item }) => {
    const beside = sure.some(
      (count) => count.document === document && count.place.sentence === item.sentence,
    );
    const date = dateOf(document, item);
    const day = date ? latestDay(date) : Number.NaN;
    const before = sure.some((count) => day < count.day);
    if (beside) return [];
    return [evidenceAt(document, item, before ? 'history' : 'opposes', say('why_none_so_far'))];
  });
}

function isSameAmount({ amount: one }: PastCount, { amount: other }: PastCount): boolean {
  return one.low === other.low && one.high === other.high;
}
