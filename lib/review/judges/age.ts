import type { Settings } from '../../guidelines/judge-use.ts';
import { say } from '../../saying/said.ts';
import { evidenceAt } from '../evidence/passage.ts';
import { type Judge, NOTHING } from './judge.ts';
import { isWithin, limitsFor, measureAgainst } from './limits.ts';
import { voiceOf } from './places.ts';

/** The patient's age against a limit in years. Below it nothing is said: other reasons may hold. */
export const judgeAge: Judge<Settings<'age'>> = (_settings, context) => {
  const limits = limitsFor(context, 'years');
  const governing = limits[0];
  if (!governing) return NOTHING;
  for (const document of context.index.documents) {
    for (const mention of document.values.get('age') ?? []) {
      if (mention.value.kind !== 'age' || voiceOf(mention) !== 'record') continue;
      const years = { low: mention.value.years, high: mention.value.years };
      if (isWithin(years, 'years', governing.limit) !== true) return NOTHING;
      const text = say('measure_age', years.low);
      return {
        evidence: [evidenceAt(document, mention, 'supports', say('why_age', years.low))],
        measure: {
          text,
          working: [],
          amount: years.low,
          unit: 'years',
          limits: measureAgainst(years, 'years', limits).limits,
        },
        reason: say('finding_against_limit', text, governing.limit.text),
      };
    }
  }
  return NOTHING;
};
