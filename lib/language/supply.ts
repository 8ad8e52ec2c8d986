/** What follows from a medication statement: units and days of supply, and the dose a day. */
import type { DrugEntry } from './drug.ts';
import type { MedicationStatement, Range } from './mention.ts';
import { tidy } from './values/durations.ts';

/** A number for the reader: at most two decimals. */
export function inWords(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** A range for the reader: "4", "4-6". */
export function rangeInWords({ low, high }: Range): string {
  return low === high ? inWords(low) : `${inWords(low)}-${inWords(high)}`;
}

function unitOf(drug: DrugEntry): string {
  if (drug.route === 'transdermal' || drug.generic.includes('patch')) return 'patch';
  return drug.route === undefined || drug.route === 'oral' || drug.route === 'buccal'
    ? 'tablet'
    : 'unit';
}

function plural(count: number, unit: string): string {
  if (count === 1) return unit;
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
  const { take, frequency } = statement;
  if (frequency === undefined || frequency.perDay.low <= 0) return undefined;
  const taken = take ?? { low: 1, high: 1 };
  return {
    perDay: {
      low: tidy(taken.low * frequency.perDay.low),
      high: tidy(taken.high * frequency.perDay.high),
    },
    assumed: take === undefined,
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
  if (quantity === undefined) {
    if (statedDays === undefined) return undefined;
    return {
      days: { low: statedDays, high: statedDays },
      working: `directions for ${inWords(statedDays)} days`,
    };
  }
  const fills = 1 + (refills?.amount ?? 0);
  const units = quantity.amount * fills;
  const unit = unitOf(drug);
  const product =
    fills === 1
      ? `${units} ${plural(units, unit)}`
      : `${quantity.amount} ${plural(quantity.amount, unit)} x ${fills} fills = ${units}`;
  const pace = unitsPerDay(statement);
  if (pace === undefined)
    return { units, working: `${product}; directions are not written, so days cannot be computed` };
  if (drug.route === 'topical' && unit === 'unit')
    return { units, working: `${product}; days of a topical cannot be computed from its amount` };
  const days = {
    low: Math.floor(tidy(units / pace.perDay.high)),
    high: Math.floor(tidy(units / pace.perDay.low)),
  };
  const asNeeded = statement.frequency?.asNeeded ? ' as needed: at least' : ':';
  const assumed = pace.assumed ? ' (one at a time assumed)' : '';
  return {
    units,
    days,
    working: `${product}, at ${paceInWords(pace.perDay)}${assumed}${asNeeded} ${rangeInWords(days)} days`,
  };
}

/**
 * Milligrams of the first active substance a day, or micrograms an hour of a patch. `stated` is a dose
 * a day that the text writes ("60 mg/day"). Undefined where strength or directions are missing.
 */
export function computeDailyDose(
  statement: MedicationStatement,
  drug: DrugEntry,
  stated?: Range,
): MedicationStatement['dailyDose'] {
  if (stated !== undefined)
    return { amount: stated, unit: 'mg', working: `${rangeInWords(stated)} mg a day as written` };
  const { strength } = statement;
  if (strength === undefined) return undefined;
  if (strength.unit.endsWith('/h') || (drug.route === 'transdermal' && strength.unit === 'mcg')) {
    const amount = { low: strength.amount, high: strength.amount };
    return {
      amount,
      unit: 'mcg/h',
      working: `${inWords(strength.amount)} mcg/h, worn around the clock`,
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
