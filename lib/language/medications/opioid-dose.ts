/**
 * Morphine milligram equivalents a day, of each opioid and in all, by one table of factors. For
 * estimates of risk and not for switching drugs (CDC 2022 says so of its factors).
 */
import { type Said, say, type Words } from '../../saying/said.ts';
import type { DrugEntry, MmeFactor } from '../drug.ts';
import type { MedicationStatement, Range } from '../mention.ts';
import { tidy } from '../values/durations.ts';
import { saidRange, unitsPerDay } from './supply.ts';

export interface OpioidShare {
  /** Index into the statements given. */
  statement: number;
  drug: string;
  mme: Range;
  factor: MmeFactor;
  /** "10 mg x 4 a day = 40 mg; x 1.5 (CDC 2022) = 60 MME". */
  working: Said;
}

export interface OpioidDose {
  table: string;
  /** Of all opioids whose dose and factor are known. `low` at the least use, `high` at the most. */
  total: Range;
  shares: OpioidShare[];
  /** Opioids that the total leaves out, and why; with one of these the total is a least. */
  missing: { statement: number; drug: string; reason: Words }[];
}

/**
 * The dose of the opioids among `statements`, which the caller has chosen as taken over the same days.
 * The same drug at the same strength stated twice counts once, at its latest statement.
 */
export function opioidDose(
  statements: readonly MedicationStatement[],
  drugs: ReadonlyMap<string, DrugEntry>,
  table: string,
): OpioidDose {
  const shares = new Map<string, OpioidShare>();
  const missing = new Map<string, OpioidDose['missing'][number]>();
  statements.forEach((statement, index) => {
    const drug = drugs.get(statement.drug);
    if (drug === undefined || !drug.classes.includes('opioid')) return;
    const reason = reasonLeftOut(statement, drug, table);
    if (reason !== undefined) {
      missing.set(statement.drug, { statement: index, drug: statement.drug, reason });
      return;
    }
    shares.set(
      `${statement.drug} ${statement.strength?.amount ?? ''}`,
      shareOf(statement, index, drug, table),
    );
  });
  const found = [...shares.values()];
  const named = new Set(found.map(({ drug }) => drug));
  const total = found.reduce(
    (sum, { mme }) => ({ low: tidy(sum.low + mme.low), high: tidy(sum.high + mme.high) }),
    { low: 0, high: 0 },
  );
  return {
    table,
    total,
    shares: found,
    missing: [...missing.values()].filter(({ drug }) => !named.has(drug)),
  };
}

function reasonLeftOut(
  statement: MedicationStatement,
  drug: DrugEntry,
  table: string,
): Words | undefined {
  if (!drug.mme?.some((factor) => factor.table === table))
    return drug.noMme ?? say('dose_no_factor', table);
  if (dailyOpioid(statement, drug) === undefined) {
    return statement.strength === undefined && drug.opioidPerUnit === undefined
      ? say('dose_no_strength')
      : say('dose_no_frequency');
  }
  return undefined;
}

/** The factor for a daily dose: of the steps of a table, the highest that the dose exceeds. */
function factorFor(drug: DrugEntry, table: string, dose: number): MmeFactor {
  let chosen: MmeFactor | undefined;
  for (const factor of drug.mme ?? []) {
    if (factor.table !== table || dose <= (factor.above ?? 0)) continue;
    if (chosen === undefined || (factor.above ?? 0) >= (chosen.above ?? 0)) chosen = factor;
  }
  return chosen ?? (drug.mme?.find((factor) => factor.table === table) as MmeFactor);
}

/** The milligrams of the opioid a day: not those of the substance that is written first. */
function dailyOpioid(
  statement: MedicationStatement,
  { opioidPerUnit }: DrugEntry,
): MedicationStatement['dailyDose'] {
  if (opioidPerUnit === undefined) return statement.dailyDose;
  const perDay = unitsPerDay(statement)?.perDay;
  if (perDay === undefined) return undefined;
  const amount = { low: tidy(opioidPerUnit * perDay.low), high: tidy(opioidPerUnit * perDay.high) };
  const working = say(
    'working_opioid_in_each',
    opioidPerUnit,
    saidRange(perDay),
    saidRange(amount),
  );
  return { amount, unit: 'mg', working };
}

function shareOf(
  statement: MedicationStatement,
  index: number,
  drug: DrugEntry,
  table: string,
): OpioidShare {
  const dose = dailyOpioid(statement, drug) as NonNullable<MedicationStatement['dailyDose']>;
  const factor = factorFor(drug, table, dose.amount.high);
  const milligrams = dose.unit === 'mcg' && factor.per === 'mg/day' ? 1000 : 1;
  const mme = {
    low: tidy((dose.amount.low / milligrams) * factorFor(drug, table, dose.amount.low).factor),
    high: tidy((dose.amount.high / milligrams) * factor.factor),
  };
  const working = say('working_mme', dose.working, factor.factor, table, saidRange(mme));
  return { statement: index, drug: drug.id, mme, factor, working };
}
