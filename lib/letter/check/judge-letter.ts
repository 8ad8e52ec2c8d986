import type { Rulebook } from '../../guidelines/rulebook.ts';
import type { Mention } from '../../language/mention.ts';
import { conceptsOf } from '../../review/evidence/case-index.ts';
import { parseIso } from '../../review/evidence/dates.ts';
import { judgeCriterion } from '../../review/judge-criterion.ts';
import { searchedBy } from '../../review/receipt.ts';
import type { FoundRequest } from '../../review/requests/found-request.ts';
import type { Span } from '../../review/requests/spans.ts';
import type { Evidence } from '../../review/review.ts';
import type { Letter, LetterItem } from './read-letter.ts';

/** One criterion as an item of the letter answers it. */
export interface LetterAnswer {
  criterion: string;
  item: LetterItem;
  /** What the item says about the patient, and what it claims about the record. */
  evidence: Evidence[];
  /** Words of the criterion that the item quotes from a guideline. */
  quoted: Mention[];
  /** Words of the criterion that it says of the patient, whichever way. */
  spoken: Mention[];
}

export type JudgedLetter = readonly LetterAnswer[];

/**
 * Judges an item of the letter by the rules the record is judged by, so that both can be held against
 * each other criterion by criterion.
 */
export function judgeItem(
  item: LetterItem,
  letter: Letter,
  requests: readonly FoundRequest[],
  rulebook: Rulebook,
  asOf: string,
): JudgedLetter {
  const { request } = item;
  const date = parseIso(asOf);
  if (!request || !date) return [];
  const spans = [...item.headings, ...item.sentences];
  const isOwn = ({ start, end }: Span) =>
    spans.some((span) => span.start < end && start < span.end);
  const context = {
    index: { ...letter.index, asOf: date },
    request,
    requests,
    asOf: date,
    faults: new Map(),
  };
  return [...rulebook.criteria.values()]
    .filter(({ id }) => id.startsWith(`${request.treatment}/`))
    .map((criterion) => {
      const concepts = conceptsOf(searchedBy(criterion), rulebook, request);
      const named = letter.document.reading.mentions.among(concepts).filter(isOwn);
      return {
        criterion: criterion.id,
        item,
        evidence: judgeCriterion(criterion, context).evidence.filter(isOwn),
        quoted: named.filter(({ assertion }) => assertion.voice === 'guideline'),
        spoken: named.filter(({ assertion }) => assertion.voice !== 'guideline'),
      };
    });
}
