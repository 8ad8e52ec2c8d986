/** Strengths of a drug: in its name, or as a bare number that only this drug is sold in. */

import type { MedicationStatement, Value, ValueMention } from '../mention.ts';
import type { Parts } from './medication-parts.ts';

/** What may stand between a drug's name and a bare strength. */
const STRENGTH_LINK = /^(?:the|er|ec|sr|xr|cr|ir|dr|xl|la|odt|(?:[a-z]+ ){0,3}(?:at|to))?$/;
/** The second number of a combination right behind the name: "Suboxone 8/2", "8 mg-2 mg film". */
const RATIO = /^\s*(\d+(?:\.\d+)?)\s?(?:mg)?\s?[/-]\s?(\d+(?:\.\d+)?)(?:\s?mg\b)?(?![\d/-])/i;
const LONGEST_RATIO = 24;
/** Words before and behind a drug that is worn as a patch which say that it was injected. */
const INJECTED = /\b(?:iv|ivp|im|intravenous(?:ly)?|intramuscular(?:ly)?|push|bolus|sedation)\b/i;
const INJECTED_REACH = 24;

/**
 * A strength that only this drug is sold in, at the name that ends at `nameEnd` before `limit`: of the
 * number in its name ("Tylenol #3"), or of two numbers that no other combination has ("Suboxone 8/2").
 * One of two numbers is looked for only where the statement has no strength yet.
 */
export function strengthOfName(
  { reading: { text }, drug, found, nameEnd }: Parts,
  limit: number,
): MedicationStatement['strength'] {
  if (drug.numbered) {
    const words = text.slice(found.start, nameEnd).toLowerCase();
    const last = words.split(/[\s#.]+/).at(-1) ?? '';
    const amount = drug.numbered[last];
    if (amount !== undefined)
      return { amount, unit: 'mg', start: nameEnd - last.length, end: nameEnd };
  }
  if (drug.substances.length < 2 || found.strength !== undefined) return undefined;
  const ratio = RATIO.exec(text.slice(nameEnd, Math.min(limit, nameEnd + LONGEST_RATIO)));
  const [all, first, second] = ratio ?? [];
  if (all === undefined || !drug.strengths?.includes(Number(first))) return undefined;
  return {
    amount: Number(first),
    unit: 'mg',
    second: Number(second),
    start: nameEnd + all.length - all.trimStart().length,
    end: nameEnd + all.length,
  };
}

/** A bare number behind the name that is one of the strengths the drug is sold in: "Norco 10", "OxyContin down to 15". */
export function isBareStrength(parts: Parts, amount: number, mention: ValueMention): boolean {
  if (parts.found.strength !== undefined || parts.found.frequency !== undefined) return false;
  const between = parts.reading.text.slice(parts.nameEnd, mention.start).trim().toLowerCase();
  return STRENGTH_LINK.test(between) && (parts.drug.strengths?.includes(amount) ?? false);
}

/** Whether a dose is a strength of the drug that is not known yet. */
export function isSoldAs(parts: Parts, value: Value): boolean {
  if (value.kind !== 'dose' || parts.found.strength !== undefined) return false;
  return (
    value.unit === strengthUnit(parts) &&
    (parts.drug.strengths?.includes(value.amount.low) ?? false)
  );
}

/** The unit that a bare number is a strength in, by how the drug is taken. */
export function strengthUnit(parts: Parts): string {
  if (parts.drug.route === 'transdermal') return 'mcg/h';
  return parts.drug.route === 'topical' ? '%' : 'mg';
}

/** Injected drugs that share their name with a patch are not worn. */
export function isInjected(parts: Parts): boolean {
  if (parts.drug.route !== 'transdermal' || parts.found.strength?.unit !== 'mcg') return false;
  const { text } = parts.reading;
  const { start, end } = parts.found;
  return INJECTED.test(text.slice(Math.max(0, start - INJECTED_REACH), end + INJECTED_REACH));
}
