import { longPattern } from '../../../language/long-pattern.ts';
import { CARDINALS, numberWords } from '../../../language/number-words.ts';
import { BLOCK_FEET, inUnitBeside } from './amounts.ts';
import { daysIn, type TimeAt, timeBeside } from './number-days.ts';

/** A measure then and now, in the order of time. */
export interface NumberPair {
  before: number;
  after: number;
  /** What both are counted in; empty where neither says. */
  unit: string;
  /** Offset behind the later written of the two, in UTF-16 units. */
  end: number;
}

interface TimedNumber {
  start: number;
  end: number;
  amount: number;
  unit: string;
  /** What its unit multiplies it by. */
  factor: number;
  when?: 'then' | 'now' | undefined;
  /** The day or the visit it is of, where one stands beside it. */
  time?: TimeAt | undefined;
}

const UNITS: readonly [RegExp, string, number][] = [
  [/^h/i, 'minute', 60],
  [/^min/i, 'minute', 1],
  [/^s(?:ec|$)/i, 'second', 1],
  [/^(?:lb|pound|#)/i, 'pound', 1],
  [/^(?:kg|kilo)/i, 'pound', 2.2],
  [/^(?:ft|feet|foot)/i, 'foot', 1],
  [/^mile/i, 'foot', 5280],
  [/^bl(?:oc)?k/i, 'foot', BLOCK_FEET],
  [/^(?:deg|°)/i, 'degree', 1],
  [/^(?:%|per ?cent)/i, 'percent', 1],
];
const ONES = numberWords(1, 19).join('|');
const TENS = 'twenty|thirty|forty|fourty|fifty|sixty|seventy|eighty|ninety';
const BELOW_HUNDRED = `(?:(?:${TENS})(?:[ -](?:${ONES}))?|${ONES})`;
/** "Ninety five", "one hundred and twenty". */
const IN_WORDS = `(?:(?:an?|${ONES}) hundred(?: (?:and )?${BELOW_HUNDRED})?|${BELOW_HUNDRED})`;
const NUMBER = longPattern(
  `(?<![\\w./,-])(\\d{1,2},\\d{3}|\\d{1,4}(?:\\.\\d+)?|${IN_WORDS})([+-](?![\\w-]))?(?:\\s?/\\s?(\\d{1,3}))?(?![\\w/]*\\d)(?:\\s?-?(hours?|hrs?|(?<=\\d ?)h|minutes?|mins?|min|seconds?|secs?|sec|(?<=\\d ?)s|lbs?|pounds?|#|kg|ft|feet|foot|miles?|blocks?|blks?|degrees?|deg|°|%|per ?cent|steps?|stairs|flights?|reps?|laps?|points?|cm|mm|inch(?:es)?)(?!\\w))?(?!\\w)`,
  'gi',
);
const ANY = `(?:\\d|hundred|${ONES}|${TENS})`;
/** What may hold two numbers: most sentences do not, and that is told fast. */
const TWO_NUMBERS = new RegExp(`${ANY}[^]*${ANY}`, 'i');
/** Whether a stretch may hold two numbers; if not, no part of it does. */
export function mayHoldPair(words: string): boolean {
  return TWO_NUMBERS.test(words);
}

/** The words before a number that put it in the past, and those that put it now. */
const THEN_BEFORE =
  /\b(?:was|were|been|from|(?<!since )start(?:ed|ing)?|began|begun|where|eval\w*|IE|SOC|initial\w*|intake|admission|baseline|previous\w*|prior|formerly|originally|before|then|ago|first|could only|against|vs\.?|versus|compared (?:to|with)|instead of|rather than|used to|day 1|last (?:month|visit|time|year|note))\b[^\d,;]{0,22}$/i;
const NOW_BEFORE =
  /(?:\b(?:now|today|currently|at present|(?<!used )to|discharge|d\/c|latest|re-?test\w*|this (?:week|visit))\b|[-=]+>|→)[^\d,;]{0,15}$/i;
/** "1000 ft without the walker now": what may stand before the word of time. */
const SOME_WORDS =
  "[^\\w,;]*(?:(?!(?:since|as|until|before|after|than|from|if|when|to (?=start))\\b)[a-z/']+ ){0,4}?";
/** "Before his knee gives out": what ends it, and no time. */
const HIS_PART =
  '(?:his|her|the|my) (?:\\w+ ){0,2}(?:hurts?|aches?|gives?|goes|locks?|swells?|tires?|starts?|acts|flares|gets|buckles|cramps|burns|throbs)';
const THEN_AFTER = longPattern(
  `^${SOME_WORDS}(?:(?:at|on|in|per|by|upon|prior to) )?(?:the |his |her )?(?:start|eval\\w*|IE|SOC|initial\\w*|intake|admission|baseline|previous\\w*|prior|formerly|originally|before(?!\\s+(?:an?|he|she|they|I|having|needing|stopping|resting|sitting|standing|breaks?|pain|symptoms|it (?:hurts|starts|locks|gives|goes)|lunch|dinner|supper|breakfast|noon|bed(?:time)?|work|school|church|${HIS_PART})\\b)\\w*|then|ago|first|last (?:month|visit|time|year|note))\\b`,
  'i',
);
const NOW_AFTER = new RegExp(
  `^${SOME_WORDS}(?:at )?(?:now|today|currently|at present|discharge|d\\/c|(?:this|last) week|this visit)\\b`,
  'i',
);
/** "Start 110 today 110": where the word of time stands right before the first number, it does before all. */
const TIME_BEFORE =
  /\b(?:start|eval|IE|SOC|initial|intake|admission|baseline|now|today|current|then|before|pre|prior)\s*[:=]?\s*$/i;
const NO_COMPARISON =
  /\b(?:before (?:the|his|her) (?:injury|accident|fall)|goals?|target|normal|[LS]TG|age|uninvolved|unaffected|other side)\b/i;

/**
 * The two numbers of a stretch that tell one measure then and now: by the words and days beside
 * them, by an arrow, by brackets. Numbers of different units are not compared.
 */
export function numberPair(words: string): NumberPair | undefined {
  if (!TWO_NUMBERS.test(words) || NO_COMPARISON.test(words)) return undefined;
  const numbers = ofOneUnit(withoutRanges(timedNumbers(words), words));
  if (numbers.length < 2 || numbers.length > 5) return undefined;
  const then = numbers.filter(({ when }) => when === 'then');
  if (then.length === 0 && isDatedApart(numbers)) return ofFirstAndLast(numbers);
  const others = numbers.filter(({ when }) => when !== 'then');
  const now =
    others.find(({ when }) => when === 'now') ??
    others.find(({ time }) => time === undefined) ??
    newest(others);
  const early = then[0];
  if (early && now) return isApart(words, early, now) ? undefined : pair(early, now);
  const [first, second] = numbers;
  if (numbers.length === 2 && first && second && isArrow(words, first, second))
    return pair(first, second);
  // "10 lb to 30 lb": with its unit each number stands for itself, and no range is meant
  const isChange = first && second && first.unit !== '' && first.unit === second.unit;
  if (isChange && /^\s*to\s*$/i.test(words.slice(first.end, second.start)))
    return pair(first, second);
  if (then.length === 0 && now?.when === 'now') {
    const rest = others.filter((one) => one !== now && one.time !== undefined);
    return rest[0] && pair(oldest(rest) as TimedNumber, now);
  }
  return isDatedApart(numbers) ? ofFirstAndLast(numbers) : undefined;
}

/** Whether each has its day or each its visit, and not all the same. */
function isDatedApart(numbers: readonly TimedNumber[]): boolean {
  const kinds = new Set(numbers.map(({ time }) => time?.kind));
  const orders = new Set(numbers.map(({ time }) => time?.order));
  return kinds.size === 1 && !kinds.has(undefined) && orders.size > 1;
}

function ofFirstAndLast(numbers: readonly TimedNumber[]): NumberPair | undefined {
  const [first, last] = [oldest(numbers), newest(numbers)];
  return first && last && pair(first, last);
}

/** "10 lb for 20 feet, 40 lb for 100 feet": of several things that are measured the one told first. */
function ofOneUnit(numbers: readonly TimedNumber[]): TimedNumber[] {
  const units = Map.groupBy(numbers, ({ unit }) => unit);
  const isEachTwice = units.size > 1 && [...units.values()].every(({ length }) => length === 2);
  return isEachTwice ? [...([...units.values()][0] ?? [])] : [...numbers];
}

/** What a number without a unit of ours may count, and measures nothing. */
const COUNTED =
  /^\s*(?:(?:\w+ )?(?:visits?|sessions?|treatments?|adjustments?|manipulations?)|tx|notes?|reports?|days?|weeks?|wks?|months?|years?)\b/i;

/**
 * "Flexion 40 to 40; limit 20 lb at start", "unchanged from last 3 visits, in bed 16 h": a number with its
 * unit and one without, of two statements or things.
 */
function isApart(words: string, one: TimedNumber, other: TimedNumber): boolean {
  const between = words.slice(Math.min(one.end, other.end), Math.max(one.start, other.start));
  if (isBareOfArrow(words, one, between) || isBareOfArrow(words, other, between)) return true;
  if (between.length > FARTHEST) return true;
  if (one.unit === other.unit) return false;
  if ([one, other].some(({ end, unit }) => unit === '' && COUNTS_A_NOUN.test(words.slice(end))))
    return true;
  const isBareFirst = (one.start < other.start ? one : other).unit === '';
  if (isBareFirst && !NO_OTHER_THING.test(between)) return true;
  return between.includes(';') && !isOfSame(words.slice(0, Math.max(one.start, other.start)));
}

/** "44, sitting 20 minutes": what stands between them names another thing, or it does not. */
const NO_OTHER_THING =
  /^(?:[^a-z]|\b(?:to|and|but|now|today|currently|it|is|was|are|he|she|they|can|could|at|the|then|initially|before|start\w*|eval\w*|intake|baseline|IE|SOC|up|down|vs|versus|from|about|only|in|on|last|this|week|month|visit|discharge|first|after|therapy|PT|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*)\b)*$/i;

/** Letters between two numbers that are still of one thing. */
const FARTHEST = 100;

/** "Four Norco a day": a number of something else that its own word names. */
const COUNTS_A_NOUN =
  /^ (?!(?:to|at|on|in|by|and|or|but|of|now|today|then|initially|before|previously|vs|versus|with|without|after|when|last|over|from|was|were|is|are|if|for|this|the|once|ago|again|since|as|only|per|a|an)\b)[a-z]{3,}/i;

/** "Types 90 min; in May it was 20": of the same thing, though the unit is not said again. */
const IT_WAS = /\b(?:it|that|this) (?:was|had been|used to be) (?:only |about |just |barely )?$/i;
const TOLD_OF_THEN = /\b(?:was|were|could|had|managed|did|at first|when)\b/i;

function isOfSame(ahead: string): boolean {
  const said = IT_WAS.exec(ahead);
  return said !== null && !TOLD_OF_THEN.test(ahead.slice(0, said.index));
}

/** "ODI 44 -> 24, full shifts (was 4 hr)": 24 has a number of its own to be held against, and no unit. */
function isBareOfArrow(words: string, { start, end, unit }: TimedNumber, between: string): boolean {
  if (unit !== '' || ARROW.test(between)) return false;
  return (
    /\d\s*(?:[-=]+>|→)\s*$/.test(words.slice(0, start)) ||
    /^\s*(?:[-=]+>|→)\s*\d/.test(words.slice(end))
  );
}

const ARROW = /^\s*(?:[-=]+>|→)\s*$/;

/** "3 lb -> 10 lb": the earlier before the sign. */
function isArrow(words: string, one: TimedNumber, other: TimedNumber): boolean {
  return ARROW.test(words.slice(one.end, other.start));
}

/** "Sitting 10 to 25 minutes": with one unit for both it may be a range, and says nothing of then and now. */
function withoutRanges(numbers: readonly TimedNumber[], words: string): TimedNumber[] {
  const opensRange = (at: number) => {
    const [one, next] = [numbers[at], numbers[at + 1]];
    return (
      one !== undefined &&
      next !== undefined &&
      one.unit === '' &&
      next.unit !== '' &&
      one.when === undefined &&
      /^\s*(?:to|-|–)\s*$/i.test(words.slice(one.end, next.start))
    );
  };
  return numbers.filter((_, at) => !opensRange(at) && !opensRange(at - 1));
}

function pair(early: TimedNumber, late: TimedNumber): NumberPair | undefined {
  if (early.unit !== late.unit && early.unit !== '' && late.unit !== '') return undefined;
  const unit = early.unit || late.unit;
  // "from four hour shifts to eight": the one without a unit is in that of the other
  const factor = Math.max(early.factor, late.factor);
  const scaled = ({ amount, unit: own }: TimedNumber) =>
    own === '' ? inUnitBeside(amount, factor) : amount;
  const end = Math.max(early.end, late.end);
  return { before: scaled(early), after: scaled(late), unit, end };
}

function oldest(numbers: readonly TimedNumber[]): TimedNumber | undefined {
  return numbers.reduce<TimedNumber | undefined>(
    (best, one) => (best && (best.time?.order ?? 0) <= (one.time?.order ?? 0) ? best : one),
    undefined,
  );
}

function newest(numbers: readonly TimedNumber[]): TimedNumber | undefined {
  return numbers.reduce<TimedNumber | undefined>(
    (best, one) => (best && (best.time?.order ?? 0) > (one.time?.order ?? 0) ? best : one),
    undefined,
  );
}

/** The same words with blanks for some stretches, sorted by start. */
function without(words: string, stretches: readonly TimeAt[]): string {
  let blank = '';
  for (const { start, end } of stretches) {
    blank += words.slice(blank.length, start);
    blank += ' '.repeat(Math.max(0, end - blank.length));
  }
  return blank + words.slice(blank.length);
}

const YEAR = /^(?:19|20)\d\d$/;
/** "Page 8", "no. 8": which one it is. */
const NUMBERED = /\b(?:page|phase|no\.?) (?:no\.? ?|#)?$/i;

function timedNumbers(words: string): TimedNumber[] {
  const days = daysIn(words);
  const blank = without(words, days);
  const found = [...NUMBER.matchAll(blank)].filter(
    ({ 0: whole, 3: of, 4: unit, index }) =>
      of !== '10' &&
      !NUMBERED.test(blank.slice(Math.max(0, index - 16), index)) &&
      !(unit === undefined && YEAR.test(whole)) &&
      (unit !== undefined || !COUNTED.test(blank.slice(index + whole.length))),
  );
  const isBefore = TIME_BEFORE.test(blank.slice(0, found[0]?.index ?? 0));
  return found.map((match, at): TimedNumber => {
    const start = match.index;
    const end = start + match[0].length;
    const from = found[at - 1] ? (found[at - 1]?.index ?? 0) + (found[at - 1]?.[0].length ?? 0) : 0;
    const before = blank.slice(Math.max(from, start - 40), start);
    const after = isBefore
      ? ''
      : blank.slice(end, Math.min(found[at + 1]?.index ?? blank.length, end + 30));
    const unit = UNITS.find(([pattern]) => pattern.test(match[4] ?? ''));
    const factor = unit?.[2] ?? 1;
    return {
      start,
      end,
      amount: (partOf(match) ?? amountOf(match[1] as string, match[2])) * factor,
      factor,
      unit: unit?.[1] ?? match[4]?.toLowerCase().replace(/s$/, '') ?? outOf(match[3]),
      when: whenOf(before, after),
      time: timeBeside(days, start, end, words),
    };
  });
}

/** "40/80": of how many; a muscle's grade needs no such word. */
function outOf(most: string | undefined): string {
  return most === undefined || most === '5' ? '' : `/${most}`;
}

/** Whether the words beside something put it in the past or now. */
export function whenOf(before: string, after: string): 'then' | 'now' | undefined {
  // "45 (IE 35)": what stands in the bracket is of the number in it
  const opens = /^\s*\([^)]*$/.test(after);
  if (!opens && THEN_AFTER.test(after)) return 'then';
  if (!opens && NOW_AFTER.test(after)) return 'now';
  const own = before.split(/[,;(]|\band (?=is\b|are\b|now\b)/).at(-1) ?? before;
  if (NOW_BEFORE.test(own)) return 'now';
  return THEN_BEFORE.test(own) ? 'then' : undefined;
}

/** "1/4 mile": a part of one, and no date or grade. */
function partOf([, part, , whole, unit]: RegExpExecArray | RegExpMatchArray): number | undefined {
  if (unit === undefined || !/^[234]$/.test(whole ?? '') || Number(part) >= Number(whole))
    return undefined;
  return /^(?:mile|hour|hr|block)/i.test(unit) ? Number(part) / Number(whole) : undefined;
}

function amountOf(written: string, grade: string | undefined): number {
  const number = /\d/.test(written) ? Number(written.replace(',', '')) : inWords(written);
  return number + (grade === '+' ? 0.3 : grade === '-' ? -0.3 : 0);
}

function inWords(written: string): number {
  const [hundreds, rest] = written.toLowerCase().split(/ ?hundred(?: and)? ?/);
  const sum = (words = '') =>
    words.split(/[ -]/).reduce((total, word) => total + (CARDINALS[word] ?? 0), 0);
  if (rest === undefined) return sum(hundreds);
  return 100 * Math.max(1, sum(hundreds)) + sum(rest);
}
