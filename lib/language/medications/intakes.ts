/** What is taken at several times of a day, added up: "2 in am 1 in pm", "300 mg in am and 600 mg hs". */
import { type Said, say, sayAll } from '../../saying/said.ts';
import type { MedicationStatement, Range } from '../mention.ts';
import { tidy } from '../values/durations.ts';
import { saidRange } from './supply.ts';

/** Units or milligrams at a time of the day, beside those of the first directions. */
export interface Intake {
  units?: Range;
  dose?: number;
  perDay: Range;
}

/**
 * The sum of the first directions of a statement and further intakes: units a day, or milligrams where
 * doses are named. Undefined where they do not add up.
 */
export function sumOfIntakes(
  { frequency, strength, take }: MedicationStatement,
  intakes: readonly Intake[],
): { units: Sum } | { dose: Sum } | undefined {
  if (frequency === undefined || intakes.length === 0) return undefined;
  const units = intakes.flatMap((one) => (one.units ? times(one.units, one.perDay) : []));
  if (units.length === intakes.length) {
    const first = times(take ?? { low: 1, high: 1 }, frequency.perDay);
    return { units: addUp([first, ...units]) };
  }
  const doses = intakes.flatMap((one) => (one.dose ? times(point(one.dose), one.perDay) : []));
  if (strength === undefined || doses.length < intakes.length) return undefined;
  const first = times(point(strength.amount), frequency.perDay);
  return { dose: addUp([first, ...doses], strength.unit) };
}

interface Sum {
  amount: Range;
  working: Said;
}

function addUp(ranges: readonly Range[], unit?: string): Sum {
  const amount = ranges.reduce((one, other) => ({
    low: tidy(one.low + other.low),
    high: tidy(one.high + other.high),
  }));
  const parts = sayAll('joint_plus', ranges.map(saidRange)) ?? '';
  const working =
    unit === undefined
      ? say('working_sum_of_intakes', parts, saidRange(amount))
      : say('working_sum_of_doses', parts, saidRange(amount), unit);
  return { amount, working };
}

function times(one: Range, other: Range): Range {
  return { low: tidy(one.low * other.low), high: tidy(one.high * other.high) };
}

function point(value: number): Range {
  return { low: value, high: value };
}
