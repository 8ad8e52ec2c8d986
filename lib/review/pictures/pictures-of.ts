import { standardsInOrder } from '../../guidelines/editions.ts';
import type { DateValue } from '../../language/mention.ts';
import { isoDate } from '../../language/values/calendar.ts';
import type { CaseIndex } from '../evidence/case-index.ts';
import type { FoundRequest } from '../requests/found-request.ts';
import type { RequestReview } from '../review.ts';
import { chronicleOf } from './chronicle.ts';
import { drawnScores, type PainQuestion } from './pain-scores.ts';
import type { MeasurePicture, Pictures } from './picture.ts';

interface Options {
  /** The requests as found, and as reviewed in the same order. */
  requests: readonly FoundRequest[];
  reviewed: readonly RequestReview[];
  asOf: DateValue;
  edition?: string | undefined;
}

/**
 * What can be drawn of a reviewed case. Lengths of use and visits are those of the judged criteria,
 * never computed again; scores are read as the judge of pain reads them.
 */
export function picturesOf(
  index: CaseIndex,
  { requests, reviewed, asOf, edition }: Options,
): Pictures {
  const exposures: MeasurePicture[] = [];
  const visits: MeasurePicture[] = [];
  const questions: PainQuestion[] = [];
  for (const [at, { id, criteria }] of reviewed.entries()) {
    const request = requests[at];
    if (!request) continue;
    const treatment = index.rulebook.treatments.get(request.treatment);
    for (const { id: criterion, verdict } of criteria) {
      const use = index.rulebook.criteria.get(criterion)?.judge;
      if (!use || verdict === 'not-applicable') continue;
      if (use.use === 'class-exposure') exposures.push({ request: id, criterion });
      if (use.use === 'count-within' && treatment?.quantity === 'visits')
        visits.push({ request: id, criterion });
      if (use.use === 'pain-change') {
        const found = index.rulebook.standards.get(criterion);
        const standards = standardsInOrder(found, isoDate(asOf), edition);
        questions.push({ settings: use, context: { index, request, requests, asOf, standards } });
      }
    }
  }
  const { events, leftOut } = chronicleOf(index, requests);
  return {
    exposures,
    visits,
    pain: drawnScores(index.documents, questions),
    chronicle: events,
    chronicleLeftOut: leftOut,
  };
}
