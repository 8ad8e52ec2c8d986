const TENS = 'ten|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred';

/** A number of units, set apart in its part of a dictated sentence: "number thirty", "at bed, sixty". */
const UNITS = new RegExp(
  `(?:,|\\b(?:gets|receives|dispense|number|another|written for|nightly|daily|bedtime|day|hours|night|evening|morning|needed|bid|tid|qid|qhs|hs|mg|milligrams))\\s+(?:(?:one|two|three|a) hundred(?:(?: and)? (?:${TENS}))?|(?:${TENS})(?:[ -](?:five|six|eight))?)\\s*(?:[,.;/]|$|refill|with|no refill|tablets|of (?:those|them|these|the))`,
  'i',
);

/** "Ninety (90) tablets of ...", in front of the drug. */
const UNITS_BEFORE =
  /(?:\(\d{1,3}\)|\b\d{1,3}|\b(?:ten|fifteen|twenty|thirty|forty|sixty|ninety))\s+(?:tablets?|tabs?|capsules?|caps?|pills?|patch(?:es)?|units?|tubes?|bottles?|boxe?s?) of\b/i;

/** Whether words name a number of tablets or other units as it is dictated. */
export function saysUnits(words: string): boolean {
  return UNITS.test(words) || UNITS_BEFORE.test(words);
}
