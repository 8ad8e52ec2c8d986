/** What follows from a medication statement: units and days of supply, and the dose a day. */
import { type Filling, type Said, say } from '../../saying/said.ts';
import type { DrugEntry } from '../drug.ts';
import type { MedicationStatement, Range, Taper } from '../mention.ts';
import { tidy } from '../values/durations.ts';
import { daysOfTaper } from './taper.ts';

/** A range as it is said: "4", "4-6". */
export function saidRange({ low, high }: Range): Filling {
  return low === high ? low : say('range', low, high);
}

/** Units a day: units at one time by times a day. One unit is assumed where none is written. */
export function unitsPerDay(
  statement: MedicationStatement,
): { perDay: Range; assumed: boolean } | undefined {
  const { take, frequency, unitsADay, grams } = statement;
  if (unitsADay !== undefined)
    return unitsADay.amount.low > 0 ? { perDay: unitsADay.amount, assumed: false } : undefined;
  if (frequency === undefined || frequency.perDay.low <= 0) return undefined;
  const taken = grams ?? take ?? { low: 1, high: 1 };
  return {
    perDay: {
      low: tidy(taken.low * frequency.perDay.low),
      high: tidy(taken.high * frequency.perDay.high),
    },
    assumed: taken !== take && taken !== grams,
  };
}

/** Units a day under a written most: "1-2 q4-6h, max 8/day" is 4 to 8. Undefined where the pace is not known. */
export function capped(
  statement: MedicationStatement,
  most: { amount: number; of: 'units' | 'times' },
): MedicationStatement['unitsADay'] {
  const pace = unitsPerDay(statement);
  if (pace === undefined) return undefined;
  const limit = most.of === 'units' ? most.amount : most.amount * (statement.take?.high ?? 1);
  const { low, high } = pace.perDay;
  return {
    amount: { low: Math.min(low, limit), high: Math.min(high, limit) },
    working: say('working_capped', saidRange(pace.perDay), limit),
  };
}

/**
 * Units (quantity times fills) and, where the directions say how many a day, days of supply: `low` at
 * the fastest use, `high` at the slowest. `statedDays` are days that the text states ("x 7 days").
 * Undefined where neither a quantity nor such days are written.
 */
export function computeSupply(
  statement: MedicationStatement,
  drug: DrugEntry,
  statedDays?: number,
): MedicationStatement['supply'] {
  const { quantity, refills } = statement;
  const { taper } = statement;
  if (quantity === undefined) {
    if (taper?.dose !== undefined || taper?.units !== undefined)
      return { ...(taper.units && { units: taper.units }), days: taper.days };
    return statedDays === undefined ? undefined : { days: { low: statedDays, high: statedDays } };
  }
  const fills = 1 + (refills?.amount ?? 0);
  const units = quantity.amount * fills;
  const pace = unitsPerDay(statement);
  if (pace === undefined && statedDays !== undefined) {
    const days = statedDays * fills;
    return { units, days: { low: days, high: days } };
  }
  if (pace === undefined) return { units };
  if (taper !== undefined) return { units, days: daysTapered(units, pace.perDay, taper) };
  if (drug.route === 'topical' && statement.grams === undefined) return { units };
  const days = daysOf(units, pace.perDay);
  const isAsNeeded = statement.frequency?.asNeeded === true;
  const disagreeing = disagreement(days, fills, statedDays, isAsNeeded);
  return { units, days, ...(disagreeing !== undefined && { disagreeing }) };
}

/** Whole days that units last: `low` at the fastest use, `high` at the slowest. */
export function daysOf(units: number, perDay: Range): Range {
  return {
    low: Math.floor(tidy(units / perDay.high)),
    high: Math.floor(tidy(units / perDay.low)),
  };
}

/**
 * The days that a text states for one fill, where they are not those its quantity lasts. As needed, a
 * quantity may last longer than computed and no shorter. A day is given for rounding.
 */
function disagreement(
  { low, high }: Range,
  fills: number,
  stated: number | undefined,
  isAsNeeded: boolean,
): number | undefined {
  if (stated === undefined) return undefined;
  const tooShort = stated < low / fills - 1;
  const tooLong = stated > high / fills + 1;
  return tooLong || (tooShort && !isAsNeeded) ? stated : undefined;
}

/** Days of a quantity that is taken ever more slowly: at least those at the first pace. */
function daysTapered(units: number, perDay: Range, taper: Taper): Range {
  if (taper.units !== undefined || taper.dose !== undefined) return taper.days;
  return {
    low: daysOfTaper(units, perDay.high, taper),
    high: daysOfTaper(units, perDay.low, taper),
  };
}

/**
 * Milligrams of the first active substance a day, or micrograms an hour of a patch. `stated` is a dose
 * a day that the text writes ("60 mg/day") or that its intakes add up to. Undefined where strength or directions are missing.
 */
export function computeDailyDose(
  statement: MedicationStatement,
  drug: DrugEntry,
  stated?: { amount: Range; working: Said },
): MedicationStatement['dailyDose'] {
  if (stated !== undefined) return { ...stated, unit: 'mg' };
  const { strength, taper, take } = statement;
  if (taper?.dose !== undefined) return { amount: taper.dose, unit: 'mg', working: taper.working };
  if (strength === undefined) return undefined;
  if (strength.unit.endsWith('/h') || (drug.route === 'transdermal' && strength.unit === 'mcg')) {
    // Two patches of 100 are worn together; half of one is not.
    const worn = { low: Math.max(1, take?.low ?? 1), high: Math.max(1, take?.high ?? 1) };
    const amount = { low: strength.amount * worn.low, high: strength.amount * worn.high };
    const working =
      worn.high > 1
        ? say('working_patches', strength.amount, saidRange(worn), saidRange(amount))
        : say('working_patch', strength.amount);
    return { amount, unit: 'mcg/h', working };
  }
  if (strength.unit !== 'mg' && strength.unit !== 'mcg') return undefined;
  const pace = unitsPerDay(statement);
  if (pace === undefined) return undefined;
  const amount = {
    low: tidy(strength.amount * pace.perDay.low),
    high: tidy(strength.amount * pace.perDay.high),
  };
  const { unit } = strength;
  const working = say(
    statement.frequency?.asNeeded ? 'working_daily_dose_as_needed' : 'working_daily_dose',
    strength.amount,
    unit,
    saidRange(pace.perDay),
    saidRange(amount),
  );
  return { amount, unit, working };
}
