/** What follows from a medication statement: units and days of supply, and the dose a day. */
import type { DrugEntry } from './drug.ts';
import type { MedicationStatement, Range, Taper } from './mention.ts';
import { daysOfTaper } from './taper.ts';
import { tidy } from './values/durations.ts';

/** A number for the reader: at most two decimals. */
export function inWords(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** A range for the reader: "4", "4-6". */
export function rangeInWords({ low, high }: Range): string {
  return low === high ? inWords(low) : `${inWords(low)}-${inWords(high)}`;
}

function unitOf(drug: DrugEntry, quantityUnit?: string): string {
  if (quantityUnit !== undefined) return quantityUnit;
  if (drug.route === 'transdermal' || drug.generic.includes('patch')) return 'patch';
  return drug.route === undefined || drug.route === 'oral' || drug.route === 'buccal'
    ? 'tablet'
    : 'unit';
}

function plural(count: number, unit: string): string {
  if (count === 1 || unit === 'g' || unit === 'ml') return unit;
  return unit.endsWith('ch') ? `${unit}es` : `${unit}s`;
}

/** "at 1 a day", "at 4-6 a day", "at 1 each 3 days". */
function paceInWords(perDay: Range): string {
  if (perDay.low === perDay.high && perDay.low > 0 && perDay.low < 1)
    return `1 each ${inWords(1 / perDay.low)} days`;
  return `${rangeInWords(perDay)} a day`;
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
    working: `${rangeInWords(pace.perDay)} (at most ${inWords(limit)} as written) a day`,
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
      return {
        ...(taper.units && { units: taper.units }),
        days: taper.days,
        working: taper.working,
      };
    if (statedDays === undefined) return undefined;
    return {
      days: { low: statedDays, high: statedDays },
      working: `directions for ${inWords(statedDays)} days`,
    };
  }
  const fills = 1 + (refills?.amount ?? 0);
  const units = quantity.amount * fills;
  const unit = unitOf(drug, quantity.unit);
  const product =
    fills === 1
      ? `${units} ${plural(units, unit)}`
      : `${quantity.amount} ${plural(quantity.amount, unit)} x ${fills} fills = ${units}`;
  const pace = unitsPerDay(statement);
  if (pace === undefined && statedDays !== undefined) {
    const days = statedDays * fills;
    const each = fills === 1 ? '' : ' each';
    return {
      units,
      days: { low: days, high: days },
      working: `${product}, for ${inWords(statedDays)} days${each} as written: ${inWords(days)} days`,
    };
  }
  if (pace === undefined) {
    const why = statement.unitsADay?.working ?? 'directions are not written';
    return { units, working: `${product}; ${why}, so days cannot be computed` };
  }
  if (taper !== undefined) return supplyOfTaper(units, product, pace.perDay, taper);
  if (drug.route === 'topical' && statement.grams === undefined)
    return { units, working: `${product}; days of a topical cannot be computed from its amount` };
  const days = {
    low: Math.floor(tidy(units / pace.perDay.high)),
    high: Math.floor(tidy(units / pace.perDay.low)),
  };
  const isAsNeeded = statement.frequency?.asNeeded === true;
  const asNeeded = isAsNeeded ? ' as needed: at least' : ':';
  const assumed = pace.assumed ? ' (one at a time assumed)' : '';
  const speed = statement.unitsADay?.working ?? `${paceInWords(pace.perDay)}${assumed}`;
  const disagrees = disagreement(days, fills, statedDays, isAsNeeded);
  const working = `${product}, at ${speed}${asNeeded} ${rangeInWords(days)} days`;
  if (disagrees === undefined) return { units, days, working };
  return { units, days, working: `${working}; ${disagrees}`, disagrees };
}

/**
 * Where the days that a text states for one fill are not those its quantity lasts. As needed, a
 * quantity may last longer than computed and no shorter. A day is given for rounding.
 */
function disagreement(
  { low, high }: Range,
  fills: number,
  stated: number | undefined,
  isAsNeeded: boolean,
): string | undefined {
  if (stated === undefined) return undefined;
  const tooShort = stated < low / fills - 1;
  const tooLong = stated > high / fills + 1;
  if (!(tooLong || (tooShort && !isAsNeeded))) return undefined;
  return `the text says ${inWords(stated)} days`;
}

/** Days of a quantity that is taken ever more slowly: at least those at the first pace. */
function supplyOfTaper(
  units: number,
  product: string,
  perDay: Range,
  taper: Taper,
): MedicationStatement['supply'] {
  if (taper.units !== undefined || taper.dose !== undefined)
    return { units, days: taper.days, working: `${product}; ${taper.working}` };
  const days = {
    low: daysOfTaper(units, perDay.high, taper),
    high: daysOfTaper(units, perDay.low, taper),
  };
  return {
    units,
    days,
    working: `${product}, at ${paceInWords(perDay)} at first, ${taper.working}: the quantity lasts ${rangeInWords(days)} days`,
  };
}

/**
 * Milligrams of the first active substance a day, or micrograms an hour of a patch. `stated` is a dose
 * a day that the text writes ("60 mg/day") or that its intakes add up to. Undefined where strength or directions are missing.
 */
export function computeDailyDose(
  statement: MedicationStatement,
  drug: DrugEntry,
  stated?: { amount: Range; working: string },
): MedicationStatement['dailyDose'] {
  if (stated !== undefined) return { ...stated, unit: 'mg' };
  const { strength, taper, take } = statement;
  if (taper?.dose !== undefined) return { amount: taper.dose, unit: 'mg', working: taper.working };
  if (strength === undefined) return undefined;
  if (strength.unit.endsWith('/h') || (drug.route === 'transdermal' && strength.unit === 'mcg')) {
    // Two patches of 100 are worn together; half of one is not.
    const worn = { low: Math.max(1, take?.low ?? 1), high: Math.max(1, take?.high ?? 1) };
    const amount = { low: strength.amount * worn.low, high: strength.amount * worn.high };
    const many = worn.high > 1 ? ` x ${rangeInWords(worn)} = ${rangeInWords(amount)} mcg/h` : '';
    return {
      amount,
      unit: 'mcg/h',
      working: `${inWords(strength.amount)} mcg/h${many}, worn around the clock`,
    };
  }
  if (strength.unit !== 'mg' && strength.unit !== 'mcg') return undefined;
  const pace = unitsPerDay(statement);
  if (pace === undefined) return undefined;
  const amount = {
    low: tidy(strength.amount * pace.perDay.low),
    high: tidy(strength.amount * pace.perDay.high),
  };
  const most = statement.frequency?.asNeeded ? ' at most' : '';
  return {
    amount,
    unit: strength.unit,
    working: `${inWords(strength.amount)} ${strength.unit} x ${rangeInWords(pace.perDay)} a day${most} = ${rangeInWords(amount)} ${strength.unit}`,
  };
}
