import type { Settings } from '../../guidelines/judge-use.ts';
import { say } from '../../saying/said.ts';
import { evidenceAt } from '../evidence/passage.ts';
import type { Evidence } from '../review.ts';
import { isVague, judgeCountWithin } from './count-within.ts';
import { pastCounts } from './counts.ts';
import { type Judge, NOTHING } from './judge.ts';
import { doneMentions } from './places.ts';
import { saidAmount } from './said-amount.ts';

const MOST_SHOWN = 4;

/**
 * Whether a first course of a therapy was done. Visits done say so; earlier care without a number
 * cannot tell. A first request says nothing, unless it asks for more than a first course.
 */
export const judgeFirstCourse: Judge<Settings<'first-course'>> = (settings, context) => {
  const { had, ...counted } = settings;
  const done = pastCounts(counted, context).filter(
    ({ document, place }) => !isVague(document, place),
  );
  if (done.length > 0) {
    const evidence = done.slice(0, MOST_SHOWN).map(({ document, place, amount }): Evidence => {
      const why = say('why_amount_done', saidAmount(amount, 'visits'));
      // "0 of 24 used": none so far
      return evidenceAt(document, place, amount.high > 0 ? 'supports' : 'opposes', why);
    });
    return { evidence };
  }
  const earlier = doneMentions(had, context);
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
