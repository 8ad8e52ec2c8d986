import type { Evidence } from '../../review/review.ts';
import { say } from '../../saying/said.ts';
import { absenceContradicted } from './absence-contradicted.ts';
import type { LetterAnswer } from './judge-letter.ts';
import { criteriaOf, type LetterCheck, reviewOf } from './letter-context.ts';
import { claimed, type LetterFinding } from './letter-finding.ts';
import { isOfTheLetter } from './same-text.ts';

/**
 * The letter gives one side of a criterion and leaves out what the record has on the other. What it
 * calls absent is the matter of `absence-contradicted`.
 */
export const contraryEvidenceIgnored: LetterCheck = (context) => {
  const contradicted = absenceContradicted(context);
  return context.letter.items.flatMap((item) => {
    const review = criteriaOf(reviewOf(context, item));
    return (context.judged.get(item) ?? []).flatMap((answer): LetterFinding[] => {
      const criterion = review.find(({ id }) => id === answer.criterion);
      const side = sideTaken(answer);
      if (!criterion || !side) return [];
      const other = side === 'supports' ? 'opposes' : 'supports';
      const record = criterion.evidence.filter(
        (one) => one.role === other && !isOfTheLetter(context, one),
      );
      if (record.length === 0) return [];
      const own = answer.evidence.filter(({ role }) => role === side);
      const isShown = contradicted.some(({ evidence }) =>
        record.some((one) =>
          evidence.some(({ quote, document }) => document === one.document && quote === one.quote),
        ),
      );
      if (isShown) return [];
      return [
        {
          id: 'letter/contrary-evidence-ignored',
          reason: say('remark_one_side', criterion.name.toLowerCase()),
          evidence: [...own.slice(0, 2).map((one) => claimed(one)), ...record.slice(0, 4)],
        },
      ];
    });
  });
};

/** The side an item takes on a criterion, where it takes one. */
function sideTaken({ evidence }: LetterAnswer): 'supports' | 'opposes' | null {
  const has = (role: Evidence['role']) => evidence.some((one) => one.role === role);
  if (has('supports') === has('opposes')) return null;
  return has('supports') ? 'supports' : 'opposes';
}
