import { readFileSync } from 'node:fs';
import { inEnglishThroughout } from '../../lib/cli/english.ts';
import { type Abbreviation, abbreviationList } from '../../lib/letter/abbreviations.ts';
import { noChoices } from '../../lib/letter/assemble.ts';
import { type Composition, compose, type Material } from '../../lib/letter/composition.ts';
import { type Judgement, judgedRequest } from '../../lib/review/judgements.ts';
import type { CriterionReview, RequestReview } from '../../lib/review/review.ts';
import { review } from '../components/sample-review.ts';

export const shippedAbbreviations: Abbreviation[] = abbreviationList.parse(
  JSON.parse(readFileSync('public/letter/abbreviations.json', 'utf8')),
).abbreviations;

export const injections = inEnglishThroughout(review.requests[0] as RequestReview);
export const about = { request: injections.id, label: injections.label };

/** The injections of the sample case, with judgements of the reviewer's own. */
export function materialWith(
  judgements: Judgement[] = [],
  change: (criterion: CriterionReview) => CriterionReview = (criterion) => criterion,
): Material {
  const request = { ...injections, criteria: injections.criteria.map(change) };
  return {
    review,
    request: inEnglishThroughout(judgedRequest(request, judgements)),
    abbreviations: shippedAbbreviations,
    role: 'physician',
  };
}

export function begun(
  material = materialWith(),
  chosen: Partial<typeof noChoices> = {},
): Composition {
  return compose(null, material, { ...noChoices, ...chosen });
}
