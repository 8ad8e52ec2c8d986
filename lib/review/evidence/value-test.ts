import type { ValueTest } from '../../guidelines/evidence-rule.ts';
import type { Range, Value } from '../../language/mention.ts';

/**
 * Whether a value is what a rule asks for. A range passes only where all of it does: "3-4 months" is
 * not over 3 months. A written "more than 3 months" is over 3, not just 3.
 */
export function passesValueTest(value: Value, test: ValueTest): boolean {
  if (value.kind !== test.kind || !hasUnit(value, test)) return false;
  const { atLeast, atMost, over, under } = test;
  if (atLeast === undefined && atMost === undefined && over === undefined && under === undefined) {
    return true;
  }
  const range = rangeOf(value);
  if (!range) return false;
  const operator = 'operator' in value ? value.operator : 'exactly';
  const atLeastSo = operator !== 'under' && operator !== 'at-most';
  const atMostSo = operator !== 'over' && operator !== 'at-least';
  return (
    (atLeast === undefined || (atLeastSo && range.low >= atLeast)) &&
    (over === undefined ||
      (atLeastSo && (range.low > over || (operator === 'over' && range.low >= over)))) &&
    (atMost === undefined || (atMostSo && range.high <= atMost)) &&
    (under === undefined ||
      (atMostSo && (range.high < under || (operator === 'under' && range.high <= under))))
  );
}

function hasUnit(value: Value, test: ValueTest): boolean {
  if (test.unit === undefined) return true;
  const units = typeof test.unit === 'string' ? [test.unit] : test.unit;
  if (value.kind === 'level') return units.includes(value.region);
  if (value.kind === 'side') return units.includes(value.side);
  return 'unit' in value && value.unit !== undefined && units.includes(value.unit);
}

/** The number of a value; durations in days. */
export function rangeOf(value: Value): Range | undefined {
  switch (value.kind) {
    case 'duration':
      return value.days;
    case 'since':
      return value.ago?.days;
    case 'frequency':
      return value.perDay;
    case 'age':
      return { low: value.years, high: value.years };
    case 'supply':
      return { low: value.days, high: value.days };
    case 'quantity':
    case 'refills':
      return { low: value.amount, high: value.amount };
    case 'score':
    case 'percent':
    case 'count':
    case 'dose':
    case 'number':
    case 'opioid-dose':
      return value.amount;
    default:
      return undefined;
  }
}
