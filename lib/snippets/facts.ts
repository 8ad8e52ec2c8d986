import type { QuotedPassage } from '../case/passage.ts';
import type { CriterionReview, Evidence, RequestReview } from '../review/review.ts';
import type { Worded } from '../saying/said.ts';
import type { FactName } from './slots.ts';

/** Where a value comes from: a passage of the record, or how it was worked out. */
export type FactSource =
  | { kind: 'passage'; passage: QuotedPassage }
  | { kind: 'date'; how: string }
  /** A finding that rests on a search which found nothing. */
  | { kind: 'search'; documents: string[] };

export interface Fact {
  value: string;
  source: FactSource;
}

export type CaseFacts = ReadonlyMap<FactName, Fact>;

/** Which part of a review fills the slots. */
export interface FactsOf {
  asOf: string;
  asOfSource: string;
  request: Worded<RequestReview> | null;
  criterion: Worded<CriterionReview> | null;
}

/** The facts a review offers for slots, in the language the snippet is filled in. One whose source is not known is left out. */
export function caseFacts({ asOf, asOfSource, request, criterion }: FactsOf): CaseFacts {
  const facts = new Map<FactName, Fact>();
  facts.set('as-of', { value: asOf, source: { kind: 'date', how: asOfSource } });
  if (request !== null) addRequest(facts, request);
  if (criterion !== null) addCriterion(facts, criterion);
  return facts;
}

function addRequest(
  facts: Map<FactName, Fact>,
  { label, passages, details }: Worded<RequestReview>,
): void {
  const values: [FactName, string | number | null][] = [
    ['request', label],
    ['drug', details.drug],
    ['strength', details.strength],
    ['quantity', details.quantity],
    ['refills', details.refills],
    ['directions', details.directions],
    ['days-supply', details.daysSupply],
    ['visits', details.visits],
    ['body-part', details.bodyPart],
    ['side', details.side],
    ['level', details.level],
  ];
  for (const [name, stated] of values) {
    if (stated === null || stated === '') continue;
    const value = String(stated);
    const passage = passages.find(({ quote }) => holds(quote, value)) ?? passages[0];
    if (passage !== undefined) facts.set(name, { value, source: { kind: 'passage', passage } });
  }
}

function addCriterion(facts: Map<FactName, Fact>, criterion: Worded<CriterionReview>): void {
  const { reason, measure, evidence, receipt } = criterion;
  const shown = decisive(criterion);
  const source: FactSource | null =
    shown !== null
      ? { kind: 'passage', passage: shown }
      : receipt === null
        ? null
        : { kind: 'search', documents: receipt.documents.map(({ name }) => name) };
  if (source === null) return;
  facts.set('finding', { value: reason, source });
  if (measure !== undefined && evidence.length > 0) {
    facts.set('measure', { value: measure.text, source });
  }
  if (shown === null) return;
  const passage: FactSource = { kind: 'passage', passage: shown };
  facts.set('evidence', { value: shown.quote, source: passage });
  if (shown.date !== undefined) facts.set('evidence-date', { value: shown.date, source: passage });
}

/** The passage the verdict rests on first: never a reviewer's claim or an older history. */
function decisive({ verdict, evidence }: Worded<CriterionReview>): Worded<Evidence> | null {
  const role = { met: 'supports', 'not-met': 'opposes', unclear: 'ambiguous' } as const;
  const wanted = verdict in role ? role[verdict as keyof typeof role] : null;
  return evidence.find((each) => each.role === wanted) ?? null;
}

function holds(quote: string, value: string): boolean {
  return quote.toLowerCase().includes(value.toLowerCase());
}
