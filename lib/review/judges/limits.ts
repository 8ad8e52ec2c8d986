import type { Limit } from '../../guidelines/pack.ts';
import type { EditionStandard } from '../../guidelines/rulebook.ts';
import type { Range } from '../../language/mention.ts';
import { conceptsOf } from '../evidence/case-index.ts';
import type { EvidenceRole, Measure } from '../review.ts';
import type { JudgeContext } from './judge.ts';

/** A limit with the edition that sets it. */
export interface EditionLimit {
  limit: Limit;
  pack: string;
}

/** Days in the units that guidelines write durations in. */
const DAYS: Record<string, number> = { day: 1, week: 7, month: 30, year: 365 };

/** The limits on a criterion that apply here: the governing edition's first, one of each edition. */
export function limitsFor(context: JudgeContext, unit: string): EditionLimit[] {
  const { governing, others, notInForce } = context.standards;
  const inForce = [governing, ...others].flatMap((entry) => entry ?? []);
  const found = inForce.flatMap((entry) => applicableLimit(entry, context, unit) ?? []);
  if (found.length > 0) return found;
  // where no edition in force sets a number, the nearest one that did is better than none
  return notInForce.flatMap((entry) => applicableLimit(entry, context, unit) ?? []).slice(0, 1);
}

function applicableLimit(
  { standard, pack }: EditionStandard,
  context: JudgeContext,
  unit: string,
): EditionLimit | undefined {
  const limits = (standard.limits ?? []).filter((limit) => comparable(limit.unit, unit));
  const chosen =
    limits.find((limit) => limit.when?.some((ref) => holds(ref, context))) ??
    limits.find((limit) => !limit.when);
  return chosen && { limit: chosen, pack: pack.id };
}

function isDrugRef(ref: string): boolean {
  return ref.startsWith('drug:') || ref.startsWith('class:');
}

/** Whether the request is for that drug, or the record says so of this patient. */
function holds(ref: string, { index, request }: JudgeContext): boolean {
  const concepts = conceptsOf(ref, index.rulebook, request);
  if (isDrugRef(ref)) return request?.drug ? concepts.includes(`drug:${request.drug.id}`) : false;
  return index.documents.some((document) =>
    concepts.some((concept) =>
      document.mentions
        .get(concept)
        ?.some(
          ({ assertion }) =>
            assertion.presence === 'affirmed' &&
            assertion.subject === 'patient' &&
            assertion.voice !== 'guideline',
        ),
    ),
  );
}

function comparable(a: string, b: string): boolean {
  return singular(a) === singular(b) || (singular(a) in DAYS && singular(b) in DAYS);
}

function singular(unit: string): string {
  return unit.replace(/s$/, '');
}

/** A number in another unit of time; other units stay. */
export function inUnit(amount: number, from: string, to: string): number {
  const factor = DAYS[singular(from)];
  const target = DAYS[singular(to)];
  return factor && target ? (amount * factor) / target : amount;
}

/** Whether a number is within a limit; null where its range reaches over it. */
export function isWithin(amount: Range, unit: string, limit: Limit): boolean | null {
  const bound = inUnit(limit.amount, limit.unit, unit);
  switch (limit.comparison) {
    case 'at-most':
      return amount.high <= bound ? true : amount.low > bound ? false : null;
    case 'under':
      return amount.high < bound ? true : amount.low >= bound ? false : null;
    case 'at-least':
      return amount.low >= bound ? true : amount.high < bound ? false : null;
    case 'over':
      return amount.low > bound ? true : amount.high <= bound ? false : null;
  }
}

/** A number against every limit, kept apart by edition; the first one governs the verdict. */
export function measureAgainst(
  amount: Range,
  unit: string,
  limits: readonly EditionLimit[],
): { limits: Measure['limits']; role: EvidenceRole } {
  const measured = limits.map(({ limit, pack }) => ({
    pack,
    text: limit.text,
    amount: limit.amount,
    unit: limit.unit,
    within: isWithin(amount, unit, limit),
  }));
  const verdict = measured[0]?.within;
  const role = verdict === true ? 'supports' : verdict === false ? 'opposes' : 'ambiguous';
  return { limits: measured, role };
}

/** The side that what supports or opposes is held against; what cannot tell has none. */
export function otherSide(role: EvidenceRole): EvidenceRole | undefined {
  if (role === 'supports') return 'opposes';
  return role === 'opposes' ? 'supports' : undefined;
}
