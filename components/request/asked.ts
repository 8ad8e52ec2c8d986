import type { RequestReview } from '../../lib/review/review.ts';
import { counted, words } from '../../lib/wording/words.ts';

/** What was asked for, in parts, without what the label says already. */
export function askedParts({ label, details }: RequestReview): string[] {
  const { strength, quantity, refills, directions, daysSupply, visits, bodyPart, side, level } =
    details;
  const said = new Set(wordsOf(label));
  const unless = (value: string | number | null, show: (value: never) => string) =>
    value === null || wordsOf(String(value)).every((word) => said.has(word))
      ? []
      : [show(value as never)];
  const asIs = (value: string) => value;
  return [
    ...unless(strength, asIs),
    ...unless(quantity, (value: string) => words('asked_quantity', value)),
    ...unless(refills, (value: number) => counted('asked_refills', value)),
    ...unless(directions, asIs),
    ...unless(visits, (value: number) => counted('asked_visits', value)),
    ...unless(side, asIs),
    ...unless(bodyPart, asIs),
    ...unless(level, asIs),
    ...(daysSupply === null ? [] : [counted('asked_supply', daysSupply)]),
  ];
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\d[\d.]*|\p{L}+/gu) ?? [];
}
