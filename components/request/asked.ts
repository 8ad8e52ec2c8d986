import type { RequestReview } from '../../lib/review/review.ts';
import { counted, words } from '../../lib/wording/words.ts';

/** What was asked for, in parts, without what the label says already. */
export function askedParts({ label, details }: RequestReview): string[] {
  const { strength, quantity, refills, directions, daysSupply, visits, bodyPart, side, level } =
    details;
  const parts = [
    strength,
    quantity === null ? null : words('asked_quantity', quantity),
    refills === null ? null : counted('asked_refills', refills),
    directions,
    daysSupply === null ? null : counted('asked_supply', daysSupply),
    visits === null ? null : counted('asked_visits', visits),
    side,
    bodyPart,
    level,
  ];
  const said = label.toLowerCase();
  return parts.filter((part) => part !== null).filter((part) => !said.includes(part.toLowerCase()));
}
