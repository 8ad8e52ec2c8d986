/** Numbers of injections and single procedures as they are dictated: "times three", "one (1)". */

const FEW = 'one|two|three|four|five|six|eight|ten|twelve|\\d{1,2}';
const TIMES = new RegExp(`\\btimes (?:${FEW})\\b(?! (?:a|per|weekly|daily))`, 'i');
/** "One (1) evaluation". */
const ONCE = /\b(?:one|a single|single) \(1\)|\bone[- ]time\b/i;

/** Whether the words say that something is asked for once. */
export function saysOnce(words: string): boolean {
  return ONCE.test(words);
}

/** "Trigger point injections, right trapezius, four": a number at the end. */
const AT_END = new RegExp(`,\\s*(?:x ?)?(?:${FEW})\\s*[.,;]?\\s*$`, 'i');

/** Whether dictated words name how often something is done in all: "injections times three". */
export function saysTimes(words: string): boolean {
  return TIMES.test(words) || AT_END.test(words);
}
