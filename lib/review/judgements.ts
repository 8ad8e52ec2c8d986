import type { QuotedPassage } from '../case/passage.ts';
import type { CriterionReview, Evidence, RequestReview, Verdict } from './review.ts';

/**
 * What the reviewer judges otherwise than the review did: a passage that is set aside, a verdict
 * that is corrected. Each has the reviewer's reason, stands beside what was found and never
 * replaces it in the review itself.
 */
export type Judgement = Dismissal | Correction;

interface About {
  /** `RequestReview.id`, with the label by which it is known to be the same item still. */
  request: string;
  label: string;
  criterion: string;
  /** In the reviewer's own words. */
  reason: string;
}

export interface Dismissal extends About {
  kind: 'dismissal';
  passage: Pick<QuotedPassage, 'document' | 'quote'>;
}

export interface Correction extends About {
  kind: 'correction';
  verdict: Verdict;
}

/** A criterion as it stands with the reviewer's judgements. */
export interface JudgedCriterion extends CriterionReview {
  /** The verdict the review found, where the reviewer corrected it. */
  correction?: { found: Verdict; by: Correction };
  /** Passages the reviewer set aside; they are not among `evidence`. */
  dismissed?: { piece: Evidence; by: Dismissal }[];
}

export interface JudgedRequest extends RequestReview {
  criteria: JudgedCriterion[];
}

/** Whether two judgements are on the same thing, so that the later takes the place of the other. */
export function isSameMatter(a: Judgement, b: Judgement): boolean {
  if (a.request !== b.request || a.label !== b.label || a.criterion !== b.criterion) return false;
  if (a.kind === 'correction') return b.kind === 'correction';
  return b.kind === 'dismissal' && isSamePassage(a.passage, b.passage);
}

/** The judgements with one more, or with one taken back. */
export function withJudgement(
  judgements: readonly Judgement[],
  judgement: Judgement,
  isOn: boolean,
): Judgement[] {
  const others = judgements.filter((other) => !isSameMatter(other, judgement));
  return isOn ? [...others, judgement] : others;
}

/** A request with what the reviewer judged of it. What was judged of another item is left alone. */
export function judgedRequest(
  request: RequestReview,
  judgements: readonly Judgement[],
): JudgedRequest {
  const own = judgements.filter(
    ({ request: id, label }) => id === request.id && label === request.label,
  );
  if (own.length === 0) return request;
  return {
    ...request,
    criteria: request.criteria.map((criterion) =>
      judgedCriterion(
        criterion,
        own.filter((judgement) => judgement.criterion === criterion.id),
      ),
    ),
  };
}

/** Judgements whose request, criterion or passage the review does not hold any more. */
export function withoutPlace(
  requests: readonly RequestReview[],
  judgements: readonly Judgement[],
): Judgement[] {
  return judgements.filter((judgement) => {
    const request = requests.find(
      ({ id, label }) => id === judgement.request && label === judgement.label,
    );
    const criterion = request?.criteria.find(({ id }) => id === judgement.criterion);
    if (!criterion) return true;
    return (
      judgement.kind === 'dismissal' &&
      !criterion.evidence.some((piece) => isSamePassage(piece, judgement.passage))
    );
  });
}

function judgedCriterion(
  criterion: CriterionReview,
  judgements: readonly Judgement[],
): JudgedCriterion {
  const judged: JudgedCriterion = { ...criterion };
  const dismissals = judgements.filter((judgement) => judgement.kind === 'dismissal');
  const by = judgements.find((judgement) => judgement.kind === 'correction');
  const dismissalOf = (piece: Evidence) =>
    dismissals.find(({ passage }) => isSamePassage(passage, piece));
  const dismissed = criterion.evidence.flatMap((piece) => {
    const dismissal = dismissalOf(piece);
    return dismissal ? [{ piece, by: dismissal }] : [];
  });
  if (dismissed.length > 0) {
    judged.dismissed = dismissed;
    judged.evidence = criterion.evidence.filter((piece) => !dismissalOf(piece));
  }
  if (by) {
    judged.correction = { found: criterion.verdict, by };
    judged.verdict = by.verdict;
  }
  return judged;
}

type Named = Pick<QuotedPassage, 'document' | 'quote'>;

function isSamePassage(a: Named, b: Named): boolean {
  return a.document === b.document && a.quote === b.quote;
}
