import type { Value } from '../../language/mention.ts';

/** "#60, not 90": a bare number is of the kind that it is set against. */
export function likened(value: Value, model: Value): Value | undefined {
  if (value.kind === model.kind) return value;
  if (value.kind !== 'number') return undefined;
  if (model.kind === 'quantity' || model.kind === 'refills')
    return { ...model, amount: value.amount.low };
  if (model.kind === 'count' || model.kind === 'dose') return { ...model, amount: value.amount };
  return undefined;
}

/** Whether two values are of one kind, or a bare number of the kind that it stands beside, and differ. */
export function areDifferent(one: Value, other: Value): boolean {
  const alike = likened(other, one);
  return alike !== undefined && JSON.stringify(one) !== JSON.stringify(alike);
}
