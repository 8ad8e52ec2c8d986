import { isUndated } from '../../review/as-of.ts';
import { parseIso } from '../../review/evidence/dates.ts';
import { type Said, say, sayAll } from '../../saying/said.ts';
import { citationsIn } from './citations-in.ts';
import type { LetterCheck } from './letter-context.ts';
import { claimed, type LetterFinding } from './letter-finding.ts';
import { quoteLetter } from './read-letter.ts';

/** A guideline, or an edition of it, that was not in force on the date of the request. */
export const citationOutOfDate: LetterCheck = ({ letter, rulebook, review }) => {
  const { asOf } = review;
  if (!parseIso(asOf) || isUndated(review)) return [];
  const seen = new Set<string>();
  return citationsIn(letter, rulebook).flatMap((citation): LetterFinding[] => {
    const { editions, year } = citation;
    const current = editions.filter(
      ({ guideline: { inForce } }) =>
        inForce.from <= asOf && (inForce.to === undefined || asOf <= inForce.to),
    );
    const isYearToCome = year !== undefined && year > asOf.slice(0, 4);
    if (current.length > 0 && !isYearToCome) return [];
    const words = quoteLetter(letter.document, citation);
    if (seen.has(words.quote)) return [];
    seen.add(words.quote);
    return [
      {
        id: 'letter/citation-out-of-date',
        reason: say(
          'remark_not_in_force',
          words.quote.replace(/\s+/g, ' '),
          { day: asOf },
          sayAll('joint_semicolon', editions.map(saidEdition)) ?? '',
        ),
        evidence: [claimed(words)],
      },
    ];
  });
};

function saidEdition({
  guideline: { shortTitle, inForce },
}: {
  guideline: { shortTitle: string; inForce: { from: string; to?: string | undefined } };
}): Said {
  const { from, to } = inForce;
  return to
    ? say('edition_from_to', shortTitle, { day: from }, { day: to })
    : say('edition_from', shortTitle, { day: from });
}
