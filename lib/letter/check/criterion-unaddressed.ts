import { say } from '../../saying/said.ts';
import type { LetterAnswer } from './judge-letter.ts';
import { criteriaOf, type LetterCheck, reviewOf } from './letter-context.ts';
import { claimed, type LetterFinding } from './letter-finding.ts';

/**
 * A criterion that the letter itself quotes from the guideline, or that the record leaves open while
 * the letter approves, and of which it says nothing about this patient.
 */
export const criterionUnaddressed: LetterCheck = (context) =>
  context.letter.items.flatMap((item) => {
    const review = criteriaOf(reviewOf(context, item));
    const judged = context.judged.get(item) ?? [];
    return judged.flatMap((answer): LetterFinding[] => {
      const criterion = review.find(({ id }) => id === answer.criterion);
      if (!criterion || criterion.verdict === 'not-applicable') return [];
      if (isAnswered(answer)) return [];
      const name = criterion.name.toLowerCase();
      const quoted = answer.quoted.slice(0, 1);
      if (quoted.length > 0) {
        const { text, sentences } = context.letter.document.reading;
        const sentence = sentences[quoted[0]?.sentence ?? 0];
        const span = quoted[0] ?? sentence;
        if (!span) return [];
        return [
          {
            id: 'letter/criterion-unaddressed',
            reason: say('remark_only_quoted', name),
            evidence: [
              claimed({
                document: 'letter',
                start: span.start,
                end: span.end,
                quote: text.slice(span.start, span.end),
              }),
              ...criterion.evidence.filter(({ role }) => role !== 'claim').slice(0, 3),
            ],
          },
        ];
      }
      const isOpen = criterion.verdict === 'not-met' || criterion.verdict === 'conflicting';
      if (item.decision !== 'approve' || !isOpen) return [];
      return [
        {
          id: 'letter/criterion-unaddressed',
          reason: say('remark_unaddressed', name),
          evidence: criterion.evidence.filter(({ role }) => role === 'opposes').slice(0, 3),
        },
      ];
    });
  });

/** Something that settles it, a claim on it, or its very words said of the patient. */
function isAnswered({ evidence, quoted, spoken }: LetterAnswer): boolean {
  if (evidence.some(({ role }) => role !== 'ambiguous' && role !== 'history')) return true;
  const words = new Set(quoted.map(({ concept }) => concept));
  // "Trigger points are present" answers no question about a twitch that was quoted beside them.
  const said = new Set(spoken.map(({ concept }) => concept));
  if (evidence.some(({ role }) => role === 'ambiguous') && quoted.length > 0) {
    return quoted.every(({ concept }) => said.has(concept));
  }
  return spoken.some(({ concept }) => quoted.length === 0 || words.has(concept));
}
