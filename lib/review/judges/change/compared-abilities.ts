import { longPattern } from '../../../language/long-pattern.ts';
import type { Span } from '../../evidence/scopes.ts';
import { type Comparison, GAIN, NO_GAIN } from './compared-amounts.ts';
import type { Told } from './told-words.ts';

/** Concepts of the packs: what is not done, or only with help, and what is told alike of both times. */
export const CANNOT = 'compare-cannot';
export const SAME = 'compare-same';
/** "Before, he had to call in", "before the needles I'd last 20 minutes": little was done then. */
const LITTLE_THEN = 'compare-little-then';
/** "Pulled something on Sunday, could not turn the neck": what was lost then is no start to gain from. */
const HURT_ANEW = 'compare-hurt-anew';

const THEN = longPattern(
  /\b(?:was|were|had(?: been)?|(?:had|was|were|did|could)n't|used to|until|before\w*|previously|prior|formerly|initially|(?:at|on) (?:the )?(?:(?:very )?(?:first|initial) (?:visit|day|session|one)|day one|start|eval\w*|intake|baseline|initial|soc|ie|first|beginning|outset|onset)|(?:last|in the|in) (?:month|year|winter|spring|summer|fall|autumn|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b|ago|could not|couldn't|could only|when (?:he|she|therapy|we) (?:began|started))\b/i,
);

/** A clause of a sentence, with where it begins in it. */
interface Clause {
  start: number;
  words: string;
  /** Only says of what the next one is: "Patient form 4/28: ...". */
  isLabel?: boolean;
}

/** The clauses of a sentence. */
export function clausesOf(words: string): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  for (const { index, 0: mark } of words.matchAll(
    /[;,:]\s|\s(?:but|while|whereas|where|which|and now|now|versus|vs\.?|compared (?:to|with)|and(?= (?:I|he|she|they|pt) (?:still )?(?:can|could|is|was|cannot|can't|couldn't)\b))\s/gi,
  )) {
    clauses.push({ start, words: words.slice(start, index), isLabel: mark.startsWith(':') });
    start =
      index + mark.length - (/\b(?:now|where|which)\b/i.test(mark) ? mark.trimStart().length : 0);
  }
  clauses.push({ start, words: words.slice(start) });
  return clauses.filter((clause) => clause.words.trim() !== '');
}

/** The clause that an offset stands in. */
export function clauseAt(clauses: readonly Clause[], at: number): Span {
  const clause = clauses.findLast(({ start }) => start <= at);
  return clause ? spanOf(clause) : { start: at, end: at };
}

function spanOf({ start, words }: Clause): Span {
  return { start, end: start + words.length };
}

/** "Buttons his shirt, at eval his wife did it": unable then and able now, or unable at both times. */
export function byAbility(told: Told, clauses: readonly Clause[]): Comparison | undefined {
  const says = (clause: Clause, concept: string) =>
    told.first(concept, spanOf(clause)) !== undefined;
  if (clauses.length < 2 || clauses.some((one) => says(one, HURT_ANEW))) return undefined;
  const unable = clauses.filter((one) => says(one, CANNOT));
  if (unable.some((one) => says(one, SAME) || STILL.test(one.words))) return NO_GAIN;
  const poorThen = clauses.filter(
    (one) =>
      !says(one, AFTER_CARE) &&
      (says(one, LITTLE_THEN) || (THEN.test(one.words) && unable.includes(one))),
  );
  if (poorThen.length === 0) return undefined;
  const now = clauses.filter((clause) => !clause.isLabel && !poorThen.includes(clause));
  if (now.some((one) => unable.includes(one) || NOTHING_NOW.test(one.words))) return NO_GAIN;
  // "she walked to the store, had to sit down": one time, told in the past
  const isOfOneTime =
    now.every(({ words }) => TOLD_IN_PAST.test(words)) &&
    !poorThen.some((one) => says(one, LITTLE_THEN) || THEN_BY_NAME.test(one.words));
  if (isOfOneTime) return undefined;
  // "the pain was better" is nothing that is done
  return now.some(({ words }) => /\w{3}/.test(words) && !OF_PAIN_ALONE.test(words))
    ? GAIN
    : undefined;
}

/** A clause that begins with a verb of the past, and names no time of its own. */
const TOLD_IN_PAST =
  /^\W*(?:(?:he|she|they|I|pt|the patient) )?(?:\w{3,}ed|went|sat|stood|drove|made|took|ran|came|tried)\b(?!.*\b(?:now|today|again|since|this week|last|yesterday)\b)/i;
/** An earlier time by its own words, and no mere verb of the past. */
const THEN_BY_NAME =
  /\b(?:used to|until|before|previously|prior|formerly|initially|ago|first|start|eval\w*|intake|baseline|last|spring|summer|fall|autumn|winter|when)\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/i;

/** "After PT he was limited to the couch": little was done behind it, and not before. */
const AFTER_CARE = 'compare-after-care';
const NOTHING_NOW = /^\W*(?:unable|same|no)\b/i;

export const STILL = /\bstill\b/i;
const OF_PAIN_ALONE =
  /^(?:(?:he|she|they|pt|the patient) (?:says|said|reports?|feels?|felt)(?: that)? )?(?:the |his |her )?(?:pain|ache|spasms?|symptoms?|soreness|stiffness)\b[^;]{0,40}\b(?:better|less|lower|down|improved|gone|eased|relieved)\s*$/i;
