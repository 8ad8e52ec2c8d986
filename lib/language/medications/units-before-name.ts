/** How many of a medicine are taken a day where the number stands before its name: "takes three Norco 10s a day". */
import type { Range } from '../mention.ts';
import { numberWords, numberWritten } from '../number-words.ts';

const WORDS = numberWords(1, 12).join('|');
/** Letters before a name that may hold the number and the word that makes it one of what is taken. */
const REACH = 40;
/** "2 Norco 10/325" may be the second of a list: digits count behind a word of taking. */
const BEFORE = new RegExp(
  `\\b(?:(?:tak(?:es?|ing)|took|uses?|using|used|needs?|swallows?|eats?|has|had|have|on|to|about|around|averag(?:es|ing)|roughly|only|just|usually|some)\\s(\\d{1,2})|(${WORDS}))(?:\\s?(?:-|to|or)\\s?(\\d{1,2}|${WORDS}))?\\s(?:of\\s)?(?:(?:his|her|the|these|my)\\s)?$`,
  'i',
);
/** What a day is called behind the name: "a day", "daily", "per 24 hours". */
const A_DAY =
  /^(?:['’]?s\b)?[ ,]{0,2}(?:tabs?|tablets?|pills?)?[ ,]{0,2}(?:(?:(?:a|per|each|every|\/) ?(?:single )?day\b|\/d\b|(?:every|per|in) 24 (?:hours|h)\b)|daily\b)/i;

/** The number before a name that starts at `start`. */
export function unitsBefore(text: string, start: number): Range | undefined {
  const found = BEFORE.exec(text.slice(Math.max(0, start - REACH), start));
  const low = found?.[1] ?? found?.[2];
  if (!found || low === undefined) return undefined;
  const one = numberWritten(low);
  const other = found[3] === undefined ? one : numberWritten(found[3]);
  return { low: Math.min(one, other), high: Math.max(one, other) };
}

/** The end of the words for a day that stand behind a name or its strength, which ends at `end`. */
export function dayBehind(text: string, end: number): number | undefined {
  const found = A_DAY.exec(text.slice(end, end + REACH));
  return found ? end + found[0].length : undefined;
}
