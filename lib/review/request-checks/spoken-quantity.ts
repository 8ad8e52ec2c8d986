/** Single procedures as they are dictated: "one (1) evaluation". */

/** "One (1) evaluation". */
const ONCE = /\b(?:one|a single|single) \(1\)|\bone[- ]time\b/i;

/** Whether the words say that something is asked for once. */
export function saysOnce(words: string): boolean {
  return ONCE.test(words);
}
