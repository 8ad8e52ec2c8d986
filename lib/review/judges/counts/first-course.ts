import type { Settings } from '../../../guidelines/judge-use.ts';
import { say } from '../../../saying/said.ts';
import { evidenceAt } from '../../evidence/passage.ts';
import type { Evidence } from '../../review.ts';
import { type Judge, NOTHING } from '../judge.ts';
import { doneMentions } from '../places.ts';
import { saidAmount } from '../said-amount.ts';
import { isVague, judgeCountWithin } from './count-within.ts';
import { pastCounts } from './counts.ts';

const MOST_SHOWN = 4;

/**
 * Whether a first course of a therapy was done. Visits done say so; earlier care without a number
 * cannot tell. A first request says nothing, unless it asks for more than a first course.
 */
export const judgeFirstCourse: Judge<Settings<'first-course'>> = (settings, context) => {
  const { had: earlierCare, ...counted } = settings;
  const done = pastCounts(counted, context).filter(
    ({ document, place }) => !isVague(document, place),
  );
  const had = done.filter(({ amount }) => amount.high > 0);
  if (done.length > 0) {
    const [role, counts] =
      had.length > 0 ? (['supports', had] as const) : (['opposes', done] as const);
    const evidence = counts.slice(0, MOST_SHOWN).map(({ document, place, amount }): Evidence => {
      const why = say('why_amount_done', saidAmount(amount, 'visits'));
      return evidenceAt(document, place, role, why);
    });
    return { evidence };
  }
  const earlier = doneMentions(earlierCare, context);
  if (earlier.length > 0) {
    const evidence = earlier
      .slice(0, MOST_SHOWN)
      .map(({ document, item }) =>
        evidenceAt(document, item, 'ambiguous', say('why_earlier_care')),
      );
    return { evidence };
  }
  const requested = judgeCountWithin(
    { use: 'count-within', count: 'requested', units: counted.units },
    context,
  );
  const over = requested.evidence.some(({ role }) => role === 'opposes');
  return over ? requested : NOTHING;
};
