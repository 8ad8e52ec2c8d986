/** Single procedures as they are dictated: "one (1) evaluation". */

/** "One (1) evaluation", "left quadratus, once". */
const ONCE =
  /\b(?:one|a single|single) \(1\)|\bone[- ]time\b|,\s*once\b(?!\s+(?:a|per|every|weekly|he|she|they|the|it))|\bonce only\b/i;

/** Whether the words say that something is asked for once. */
export function saysOnce(words: string): boolean {
  return ONCE.test(words);
}

const EVALUATION = /\beval(?:uation)?\b(?!['’]?s?\s+recommend)/i;

/** Whether a program's evaluation is asked for, which is done once, and not its days. */
export function isEvaluation(words: string): boolean {
  return EVALUATION.test(words) && !/\d/.test(words);
}
