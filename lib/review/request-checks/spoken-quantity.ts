/**
 * Quantities as they are dictated: "number thirty", "point five, thirty, two refills", "times three".
 */

const TENS = 'ten|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred';
const FEW = 'one|two|three|four|five|six|eight|ten|twelve|\\d{1,2}';

/** A number of units that ends its part of the sentence. */
const UNITS = new RegExp(
  `(?:,|\\b(?:number|another|nightly|daily|bedtime|day|hours|needed|bid|tid|qid|qhs|hs|mg|milligrams))\\s+(?:(?:one|two|three) hundred\\s*)?(?:${TENS})(?:[ -](?:five|six|eight))?\\s*(?:[,.;/]|$|refill|with|no refill|of (?:those|them|these))`,
  'i',
);
const TIMES = new RegExp(`\\btimes (?:${FEW})\\b(?! (?:a|per|weekly|daily))`, 'i');

/** Whether dictated words name a number of tablets or other units. */
export function saysUnits(words: string): boolean {
  return UNITS.test(words);
}

/** Whether dictated words name how often something is done in all: "injections times three". */
export function saysTimes(words: string): boolean {
  return TIMES.test(words);
}
