import type { Mention } from '../../language/mention.ts';
import type { Mentions } from '../../language/mentions.ts';
import { firstFrom } from '../../language/sorted.ts';

export { firstFrom };

/** Concepts of `packs/vocabulary/requests.json` that this room looks for, by what they are for. */
export const Cue = {
  listHeading: 'request-list-heading',
  listAnnounced: 'request-list-announced',
  planHeading: 'request-plan-heading',
  carryOnHeading: 'request-continue-heading',
  itemLabel: 'request-item-label',
  plainItemLabel: 'request-plain-item-label',
  orderLabel: 'request-order-label',
  column: 'request-column',
  medicationList: 'request-medication-list',
  detailLabel: 'request-detail-label',
  decisionHeading: 'request-decision-heading',
  decisionWord: 'request-decision-word',
  itemDecision: 'request-item-decision',
  conclusion: 'request-conclusion',
  rationale: 'request-rationale',
  ask: 'request-ask',
  askedAfter: 'request-asked-after',
  askedAtEnd: 'request-asked-at-end',
  given: 'request-given',
  order: 'request-order',
  orderTold: 'request-order-told',
  imperative: 'request-imperative',
  carryOn: 'request-continue',
  notBefore: 'request-not-before',
  notAfter: 'request-not-after',
  later: 'request-later',
  studyTold: 'request-study-told',
  visited: 'request-visited',
  writes: 'request-writes',
  setAside: 'request-set-aside',
  setApart: 'request-set-apart',
  disputed: 'request-disputed',
  disputes: 'request-disputes',
  commentAfter: 'request-comment-after',
  withdrawn: 'request-withdrawn',
  retract: 'request-retract',
  history: 'request-history',
  refillAll: 'request-refill-all',
  refillMark: 'request-refill-mark',
  openQuantity: 'request-open-quantity',
  quantityLabel: 'request-quantity-label',
  granted: 'request-granted',
  purchase: 'request-purchase',
  eventDirections: 'request-event-directions',
  restated: 'request-restated',
  pastAsking: 'request-past-asking',
  visitsDone: 'request-visits-done',
  psychology: 'request-psychology',
  retold: 'request-retold',
  paper: 'request-paper',
  earlierPaper: 'request-earlier-paper',
  triedOut: 'request-tried-out',
  openDirections: 'request-open-directions',
  correction: 'request-correction',
  puttingRight: 'request-putting-right',
  misprint: 'request-misprint',
  disagreement: 'request-disagreement',
  handwritten: 'request-handwritten',
  itemNumber: 'request-item-number',
  partMissing: 'request-level-missing',
  change: 'request-change',
  treatmentNote: 'request-treatment-note',
  kindPrefix: 'request-kind-',
  reviewerDecides: 'request-reviewer-decides',
  decisionDocument: 'request-decision-document',
  worksheetDocument: 'request-worksheet-document',
  guidelineNone: 'request-guideline-none',
  guidelineWord: 'request-guideline-word',
  guidelineName: 'request-guideline-name',
  guidelineAdministrator: 'request-guideline-administrator',
  guidelineReviewer: 'request-guideline-reviewer',
} as const;

/** The cues of a reading: a stretch is asked for those in it in logarithmic time. */
export interface CueIndex {
  /** Mentions that lie wholly in the stretch, by start. */
  within(concept: string, start: number, end: number): readonly Mention[];
  has(concept: string, start: number, end: number): boolean;
  all(concept: string): readonly Mention[];
  /** Where those of a concept start, ascending. */
  starts(concept: string): Int32Array;
}

/** The cues among the mentions of a reading. */
export function indexCues(mentions: Mentions): CueIndex {
  return {
    within: mentions.of,
    has: mentions.names,
    all: (concept) => mentions.get(concept) ?? [],
    starts: mentions.startsOf,
  };
}
