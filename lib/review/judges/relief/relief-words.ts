import type { Range } from '../../../language/mention.ts';
import type { Span } from '../../evidence/scopes.ts';

/** How long a relief lasted, days. */
export interface Length {
  days: Range;
  place: Span;
  /** The writer is not sure. */
  doubtful: boolean;
}

/** Concepts of the packs: that the relief was there yet, and that it was gone. */
export const STILL = 'relief-still-there';
export const GONE = 'relief-gone';

/** Words between "until" and its date: "until about the end of". */
export const UNTIL =
  /\b(?:until|till|til|through|thru|up to|into|to|by)\s+(?:(?:about|around|roughly|sometime in|the|a|first|second|last|early|mid|middle|late|end|beginning|start|week|part|days?|half|of|in|\d{1,2}(?:st|nd|rd|th))[\s-]+)*$/i;
export const SHORT_OF = /\b(?:by|early|beginning|start|first)\b/i;
const MIDDLE_OF = /\bmid(?:dle)?\b/i;
export const END_OF = /\b(?:end|late|last|through|thru)\b/i;
export const LONGEST_UNTIL = 50;

/** "Until early June", "until the middle of October": the part of the month that words name. */
export function endWithin({ first, last }: { first: number; last: number }, words: string): Range {
  if (SHORT_OF.test(words)) return { low: first, high: first + 7 };
  // a day is no month
  if (MIDDLE_OF.test(words) && last - first > MIDDLE)
    return { low: first + MIDDLE - GIVE_OR_TAKE, high: first + MIDDLE + GIVE_OR_TAKE };
  return { low: END_OF.test(words) ? last : first, high: last };
}

/** Days into a month, and so many before or after. */
const MIDDLE = 14;
const GIVE_OR_TAKE = 7;

/** "60% relief; off work until 3/20": what a clause of its own says lasted so long, without a word of relief. */
export function isOfOther(before: string): boolean {
  const clause = /[,;]\s*([^,;%]*)$/.exec(before)?.[1] ?? '';
  return /[a-z]{3}/i.test(clause.replace(UNTIL, '')) && !OF_RELIEF.test(clause);
}

const OF_RELIEF =
  /\b(?:relief|reliev\w+|help\w*|last\w*|held|hold\w*|good|better|great|well|carried|effect\w*|eas\w+|pain|benefit\w*|worked|improv\w+|less|fine|it|this|that|gone|back|wore|return\w*|still|stayed|kept|\d+)\b/i;
