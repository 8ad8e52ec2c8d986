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
/** "Ninety (90) tablets of ...", in front of the drug. */
const UNITS_BEFORE =
  /(?:\(\d{1,3}\)|\b\d{1,3}|\b(?:ten|fifteen|twenty|thirty|forty|sixty|ninety))\s+(?:tablets?|tabs?|capsules?|caps?|pills?|patch(?:es)?|units?|tubes?|bottles?|boxe?s?) of\b/i;
/** "One (1) evaluation". */
const ONCE = /\b(?:one|a single|single) \(1\)|\bone[- ]time\b/i;
const TIMES = new RegExp(`\\btimes (?:${FEW})\\b(?! (?:a|per|weekly|daily))`, 'i');

/** Whether dictated words name a number of tablets or other units. */
export function saysUnits(words: string): boolean {
  return UNITS.test(words) || UNITS_BEFORE.test(words);
}

/** Whether the words say that something is asked for once. */
export function saysOnce(words: string): boolean {
  return ONCE.test(words);
}

/** Whether dictated words name how often something is done in all: "injections times three". */
export function saysTimes(words: string): boolean {
  return TIMES.test(words);
}
