import type { QuotedPassage } from '../../case/passage.ts';
import { segmentsOf } from '../../review/request-checks/levels.ts';
import type { IndexedDocument } from '../../review/requests/find-requests.ts';
import type { FoundRequest, StatedPart } from '../../review/requests/found-request.ts';
import { isBodyPart, mentionsIn, valuesIn } from '../../review/requests/traits.ts';
import type { RequestDetails } from '../../review/review.ts';
import type { Statement } from './statements.ts';

export type PartName =
  | 'strength'
  | 'quantity'
  | 'refills'
  | 'visits'
  | 'side'
  | 'level'
  | 'body-part';

/** One value of a request with the words that state it. */
export interface Stated {
  part: PartName;
  value: string;
  passage: { start: number; end: number };
}

/** Parts that may be smaller in what is allowed than in what was asked for. */
const CHANGEABLE: ReadonlySet<PartName> = new Set(['quantity', 'refills', 'visits', 'strength']);
/** A part of a drug stands within so many characters of its name. */
const NEAR_DRUG = 90;

/** What a statement of the letter says of the request, part by part. */
export function partsStated({ reading }: IndexedDocument, statement: Statement): Stated[] {
  const { subject, span } = statement;
  const stated: Stated[] = [];
  const add = (part: PartName, value: string, { start, end }: { start: number; end: number }) => {
    if (CHANGEABLE.has(part) && start >= statement.changedFrom) return;
    stated.push({ part, value, passage: { start, end } });
  };
  const until = Math.min(span.end, subject.end + NEAR_DRUG);
  for (const mention of valuesIn(reading, span)) {
    const { value, start } = mention;
    const isBesideDrug = !subject.drug || (start >= subject.start && start < until);
    if (value.kind === 'dose' && subject.drug && isBesideDrug)
      add('strength', strengthOf(value.amount.low, value.second), mention);
    if (value.kind === 'quantity' && value.stated && isBesideDrug && subject.drug)
      add('quantity', String(value.amount), mention);
    if (value.kind === 'refills' && subject.drug) add('refills', String(value.amount), mention);
    if (
      value.kind === 'count' &&
      subject.drug &&
      isBesideDrug &&
      /tab|cap|pill|patch/.test(value.unit)
    )
      add('quantity', String(value.amount.low), mention);
    if (value.kind === 'count' && !subject.drug && isToCome(value.standing))
      add('visits', String(value.amount.high), mention);
    if (value.kind === 'side') add('side', value.side, mention);
    if (value.kind === 'level')
      for (const segment of segmentsOf(value)) add('level', segment, mention);
  }
  for (const mention of mentionsIn(reading, span, isBodyPart)) {
    if (mention.assertion.voice !== 'guideline') add('body-part', mention.concept, mention);
  }
  return stated;
}

function isToCome(standing: string | undefined): boolean {
  return standing === undefined || standing === 'more';
}

function strengthOf(amount: number, second: number | undefined): string {
  return second === undefined ? String(amount) : `${amount}/${second}`;
}

/** What the record states of a request, part by part, with the place that says so first. */
export function partsOfRecord(
  request: FoundRequest,
): Map<PartName, Map<string, QuotedPassage | undefined>> {
  const { parts, details } = request;
  const found = new Map<PartName, Map<string, QuotedPassage | undefined>>();
  const add = (part: PartName, value: string, passage?: QuotedPassage) => {
    const known = found.get(part) ?? new Map<string, QuotedPassage | undefined>();
    found.set(part, known);
    if (!known.get(value)) known.set(value, passage);
  };
  const each = <T>(
    part: PartName,
    list: readonly StatedPart<T>[],
    wordsOf: (value: T) => string[],
  ) => {
    for (const { value, passage } of list)
      for (const one of wordsOf(value)) add(part, one, passage);
  };
  each('strength', parts.strengths, ({ amount, second }) => [strengthOf(amount, second)]);
  each('quantity', parts.quantities, (amount) => [String(amount)]);
  each('refills', parts.refills, (amount) => [String(amount)]);
  each('visits', parts.counts, ({ amount }) => [String(amount.high), String(amount.low)]);
  each('side', parts.sides, (side) => [side]);
  each('level', parts.levels, (level) => segmentsOf(level));
  each('body-part', parts.bodyParts, (concept) => [concept]);
  fillFromDetails(details, add);
  return found;
}

function fillFromDetails(
  details: RequestDetails,
  add: (part: PartName, value: string) => void,
): void {
  if (details.quantity && /^\d+$/.test(details.quantity)) add('quantity', details.quantity);
  if (details.refills !== null) add('refills', String(details.refills));
  if (details.visits !== null) add('visits', String(details.visits));
  if (details.side) add('side', details.side);
}
