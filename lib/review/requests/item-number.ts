import { CARDINALS, numberWords } from '../../language/number-words.ts';
import type { Span } from './spans.ts';

/** How often a procedure or a therapy is asked for, where only a bare number tells it. */

const WORDS = numberWords(1, 18);
const NUMBER = `${WORDS.join('|')}|twenty(?:-four)?|a single|single|\\d{1,2}`;
/** Words that may stand between a number and what it counts: "three repeat lidocaine". */
const BETWEEN = "(?:\\s+(?!and\\b|or\\b|of\\b|to\\b|for\\b|per\\b|in\\b)[a-z’'-]+){0,2}";
/** What follows a number that counts time, or that names a place in a row of things. */
const NOT_COUNTED =
  '(?!\\s*(?:%|/|:|-?\\s?(?:weeks?|wks?|days?|months?|mos?|years?|yrs?|hours?|hrs?|minutes?|mins?|mg|ml|cc|g|gm|x|times|per|a|each|level|daily|weekly|monthly)\\b))';

/** "(4)": nothing else in the brackets. */
const IN_BRACKETS = new RegExp(`\\(\\s*(?:x\\s?)?(${NUMBER})\\s*\\)`, 'i');
/** "x4", "times three". */
const TIMES = new RegExp(`(?:\\bx\\s?|\\btimes\\s)(${NUMBER})\\b${NOT_COUNTED}`, 'i');
/** "4 total", "two in all", "three in number". */
const IN_ALL = new RegExp(`\\b(${NUMBER})\\s+(?:total|in (?:all|number|total)|altogether)\\b`, 'i');
/** "Four spots", "the same two points". */
const PLACES = new RegExp(
  `\\b(${NUMBER})${BETWEEN}\\s+(?:spots?|sites?|points?|pts?|places?|areas?|muscles?|shots?|sticks?|units?)\\b`,
  'i',
);
/** A number set apart ends its words, its cell, or stands before a code. */
const BEHIND_SIGN = '(?:\\s*(?=[.,;:)"\'”]|$)|(?=\\t| {2}|\\||\\s*\\bCPT\\b))';
/** "Right trapezius, four.", "bilateral QL, 4, under ultrasound"; not the "5" of "L4, 5". */
const SET_APART = new RegExp(`(?<!\\b[ctls]-?\\d{1,2}),\\s*(${NUMBER})${BEHIND_SIGN}`, 'i');
/** "Right trapezius #4"; not "block #2", which is one of a row. */
const SIGNED = new RegExp(
  `(?<!\\b(?:RFA|blocks?|injections?|TPIs?|ESIs?|MBBs?|sets?|series|items?|requests?|visits?|lines?|claims?|procedures?|no|file) ?)#\\s?(${NUMBER})${BEHIND_SIGN}`,
  'i',
);
/** "2 each side": as many on the other. */
const EACH_SIDE = new RegExp(`\\b(${NUMBER}) (?:(?:on|to|in) )?(?:each|per|either) side\\b`, 'i');
/** "L levator and L trap, one each": as many at each of the places named before. */
const EACH_PLACE = new RegExp(
  `\\b(${NUMBER}) (?:(?:in|at|to|for) )?each(?= *(?:[.,;)\\n]|$))`,
  'i',
);
const JOINS = /[+&,/]|\band\b/gi;
const BOTH_SIDES = /\b(?:bilat(?:eral)?|both|b\/l)\b/i;
/** "Number: 4", "Units 4", "No. of injections ..... 4". */
const LABELLED = new RegExp(
  `\\b(?:(?:number|no\\.)(?: of (?:injections|sites|points|shots|visits|sessions|treatments))?|how many|units?|qty|quantity|count|total(?: of)?|up to|max(?:imum)?(?: of)?)\\s{0,40}(?:[:=]|\\.{3,120})?\\s{0,40}(${NUMBER})\\b${NOT_COUNTED}`,
  'i',
);
/** "Another three in the same place". */
const ANOTHER = new RegExp(
  `\\b(?:another|a further)\\s+(${NUMBER})\\b(?=\\s+(?:in|of|at|into|for|to|more|,|\\.))${NOT_COUNTED}`,
  'i',
);
/** Right before the name of the treatment: "three TPI", "2 repeat TPIs". */
const BEFORE_NAME = new RegExp(`(?:^|[\\s(,;:])(${NUMBER})${BETWEEN}\\s*$`, 'i');
/** Right behind it: "TPI 4". */
const BEHIND_NAME = new RegExp(`^\\s*[:,-]?\\s*(${NUMBER})\\s*(?:$|[,.;|)\\n])`, 'i');
/** Behind the part of the body: "PT cervical 8, twice weekly", "Chiropractic L knee 4". */
const BEHIND_PART = new RegExp(
  `\\b(?:spine|lumbar|cervical|thoracic|neck|back|knees?|shoulders?|wrists?|hands?|elbows?|ankles?|hips?|foot|feet|[LCT]\\/S|[LCT]S)\\s+(${NUMBER})\\s*(?:$|[.,;)\\n])`,
  'i',
);
const WITHIN_NAME = new RegExp(`\\b(${NUMBER})\\b`, 'i');

/** A cell of its own behind the name: "Post procedure PT  -  lumbar  6  M54.16". */
const IN_CELL = new RegExp(`(?:\\t|\\|| {2,})\\s*(${NUMBER})\\s*?(?=\\t|\\|| {2,}|\\n|$)`, 'gi');

/** So far before and behind its name an item tells its number. */
const REACH = 200;

const ANYWHERE = [
  IN_BRACKETS,
  TIMES,
  IN_ALL,
  PLACES,
  SET_APART,
  LABELLED,
  BEHIND_PART,
  SIGNED,
  ANOTHER,
];

/**
 * Where the words of an item from `start` to `end` (offsets of UTF-16 units) say how many are asked
 * for, and how many. `name` is where the treatment is named in them.
 */
export function itemNumber(
  text: string,
  { start, end }: Span,
  name: Span,
): (Span & { number: number }) | undefined {
  // "I'd like to repeat them, right trapezius times three": named before its words
  const isNamed = start <= name.start && name.end <= end;
  const from = isNamed ? Math.max(start, name.start - REACH) : start;
  const to = isNamed ? Math.min(end, name.end + REACH) : end;
  const twice = within(EACH_SIDE, text, from, to);
  if (twice) return { ...twice, number: 2 * twice.number };
  const each = within(EACH_PLACE, text, from, to);
  if (each) return { ...each, number: each.number * placesIn(text.slice(from, each.start)) };
  const found = !isNamed
    ? undefined
    : (within(WITHIN_NAME, text, name.start, name.end) ??
      within(BEFORE_NAME, text, from, name.start) ??
      within(BEHIND_NAME, text, name.end, to));
  if (found) return found;
  for (const shape of ANYWHERE) {
    const one = within(shape, text, from, to);
    if (one) return one;
  }
  // of several such cells none is known to be the number
  const cells = text.slice(isNamed ? name.end : from, to).match(IN_CELL) ?? [];
  return cells.length === 1 ? within(IN_CELL, text, isNamed ? name.end : from, to) : undefined;
}

/** How many places words name side by side: those that a mark or "and" joins, twice where both sides are meant. */
function placesIn(words: string): number {
  const joined = words.replace(/[\s,;:-]+$/, '').match(JOINS)?.length ?? 0;
  return (1 + joined) * (BOTH_SIDES.test(words) ? 2 : 1);
}

const ALONE = new RegExp(`^\\W*(?:${NUMBER})(?:\\s+(?:more|total|visits?|sessions?))?\\W*$`, 'i');

/** "Twelve.", "6 visits": a number is all that the words say. */
export function isNumberAlone(words: string): boolean {
  return ALONE.test(words);
}

function within(shape: RegExp, text: string, start: number, end: number) {
  shape.lastIndex = 0;
  const found = shape.exec(text.slice(start, end));
  const written = found?.[1]?.toLowerCase();
  if (!found || written === undefined) return undefined;
  const at = start + found.index + found[0].toLowerCase().lastIndexOf(written);
  return { start: at, end: at + written.length, number: amountOf(written) };
}

function amountOf(written: string): number {
  if (written.endsWith('single')) return 1;
  return written === 'twenty-four' ? 24 : (CARDINALS[written] ?? Number(written));
}
