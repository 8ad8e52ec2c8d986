import { inEnglish } from '../../lib/cli/english.ts';
import type { MedicationStatement, Range } from '../../lib/language/mention.ts';

function range({ low, high }: Range): string {
  const short = (value: number) => String(Math.round(value * 1000) / 1000);
  return low === high ? short(low) : `${short(low)}-${short(high)}`;
}

/** A statement in one line, as the gold sentences write it. */
export function describeMedication(statement: MedicationStatement): string {
  const { strength, take, frequency, quantity, quantityOpen, refills, supply, dailyDose } =
    statement;
  const { grams, unitsADay, taper } = statement;
  const parts = [statement.drug];
  if (strength !== undefined) {
    const second = strength.second === undefined ? '' : `/${strength.second}`;
    parts.push(`${strength.amount}${second} ${strength.unit}`);
  }
  if (take !== undefined) parts.push(`take ${range(take)}`);
  if (frequency !== undefined)
    parts.push(`${range(frequency.perDay)} a day${frequency.asNeeded ? ' prn' : ''}`);
  if (grams !== undefined) parts.push(`${range(grams)} g at once`);
  if (unitsADay !== undefined) parts.push(inEnglish(unitsADay.working));
  if (taper !== undefined) parts.push(`taper ${range(taper.days)} days`);
  if (quantity !== undefined) parts.push(`#${quantity.amount}`);
  if (quantityOpen !== undefined) parts.push('# open');
  if (refills !== undefined) parts.push(`${refills.amount} refills`);
  if (supply?.units !== undefined) parts.push(`${supply.units} units`);
  if (supply?.days !== undefined) parts.push(`${range(supply.days)} days`);
  if (supply?.disagreeing !== undefined) parts.push(`the text says ${supply.disagreeing} days`);
  if (dailyDose !== undefined) parts.push(`= ${range(dailyDose.amount)} ${dailyDose.unit}`);
  return parts.join(', ');
}
