import { CARDINALS, numberWords } from '../../language/number-words.ts';
import { BLOCK_FEET, inUnitBeside } from './amounts.ts';

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
  /** Order of the day it is of, within about a year; undefined where none stands beside it. */
  day?: number | undefined;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const DAY = new RegExp(
  `\\b(?:on|in|as of|by|dated|since|of|slip|visit|eval|IE|SOC|re-?exam|note)?[ (]*(?:(\\d{1,2})/(\\d{1,2})(?:/(\\d{2,4}))?(?=[\\s,;:.)=]|$)|(${MONTH})(?: \\d{1,2}(?:st|nd|rd|th)?)?(?:,? ((?:19|20)\\d\\d))?)`,
  'gi',
);
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
const NUMBER = new RegExp(
  `(?<![\\w./,-])(\\d{1,2},\\d{3}|\\d{1,4}(?:\\.\\d+)?|${IN_WORDS})([+-](?![\\w-]))?(?:\\s?/\\s?(\\d{1,3}))?(?![\\w/]*\\d)(?:\\s?-?(hours?|hrs?|h|minutes?|mins?|min|seconds?|secs?|sec|s|lbs?|pounds?|#|kg|ft|feet|foot|miles?|blocks?|blks?|degrees?|deg|°|%|per ?cent|steps?|stairs|flights?|reps?|laps?|points?|cm|mm|inch(?:es)?)(?!\\w))?(?!\\w)`,
  'gi',
);
const ANY = `(?:\\d|hundred|${ONES}|${TENS})`;
/** What may hold two numbers: most sentences do not, and that is told fast. */
const TWO_NUMBERS = new RegExp(`${ANY}[^]*${ANY}`, 'i');
/** The words before a number that put it in the past, and those that put it now. */
const THEN_BEFORE =
  /\b(?:was|were|been|from|start(?:ed|ing)?|eval\w*|IE|SOC|initial\w*|intake|admission|baseline|previous\w*|prior|formerly|originally|before|then|ago|first|could only|against|vs\.?|versus|compared (?:to|with)|instead of|rather than|used to|day 1|last (?:month|visit|time|year|note))\b[^\d,;]{0,22}$/i;
const NOW_BEFORE =
  /(?:\b(?:now|today|currently|at present|(?<!used )to|discharge|d\/c|latest|re-?test\w*|this (?:week|visit))\b|[-=]+>|→)[^\d,;]{0,15}$/i;
const THEN_AFTER =
  /^[^\w,;]*(?:(?:at|on|in|per|by|upon|before|prior to) )?(?:the |his |her )?(?:start|eval\w*|IE|SOC|initial\w*|intake|admission|baseline|previous\w*|prior|formerly|originally|before\w*|then|ago|first|last (?:month|visit|time|year|note))\b/i;
const NOW_AFTER =
  /^[^\w,;]*(?:at )?(?:now|today|currently|at present|discharge|d\/c|this (?:week|visit))\b/i;
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
  const numbers = withoutRanges(timedNumbers(words), words);
  if (numbers.length < 2 || numbers.length > 5) return undefined;
  const then = numbers.filter(({ when }) => when === 'then');
  const others = numbers.filter(({ when }) => when !== 'then');
  const dated = numbers.filter(({ day }) => day !== undefined);
  const now =
    others.find(({ when }) => when === 'now') ??
    others.find(({ day }) => day === undefined) ??
    newest(others);
  const early = then[0];
  if (early && now) return isApart(words, early, now) ? undefined : pair(early, now);
  const [first, second] = numbers;
  // "10 lb to 30 lb": with its unit each number stands for itself, and no range is meant
  const isChange = first && second && first.unit !== '' && first.unit === second.unit;
  if (isChange && /^\s*to\s*$/i.test(words.slice(first.end, second.start)))
    return pair(first, second);
  if (then.length === 0 && now?.when === 'now') {
    const rest = others.filter((one) => one !== now && one.day !== undefined);
    return rest[0] && pair(oldest(rest) as TimedNumber, now);
  }
  if (dated.length === numbers.length) {
    const [start, last] = [oldest(dated), newest(dated)];
    return start && last && start.day !== last.day ? pair(start, last) : undefined;
  }
  return undefined;
}

/** What a number without a unit of ours may count. */
const COUNTED = /^\s*(?:visits?|sessions?|notes?|reports?|days?|weeks?|wks?|months?|years?)\b/i;

/**
 * "Flexion 40 to 40; limit 20 lb at start", "unchanged from last 3 visits, in bed 16 h": a number with its
 * unit and one without, of two statements or things.
 */
function isApart(words: string, one: TimedNumber, other: TimedNumber): boolean {
  const between = words.slice(Math.min(one.end, other.end), Math.max(one.start, other.start));
  if (isBareOfArrow(words, one, between) || isBareOfArrow(words, other, between)) return true;
  if (one.unit === other.unit) return false;
  if ([one, other].some(({ end, unit }) => unit === '' && COUNTED.test(words.slice(end))))
    return true;
  return between.includes(';');
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
    (best, one) => (best && (best.day ?? 0) <= (one.day ?? 0) ? best : one),
    undefined,
  );
}

function newest(numbers: readonly TimedNumber[]): TimedNumber | undefined {
  return numbers.reduce<TimedNumber | undefined>(
    (best, one) => (best && (best.day ?? 0) > (one.day ?? 0) ? best : one),
    undefined,
  );
}

/** "At visit 8": which one it was. */
const NUMBERED =
  /\b(?:visit|session|treatment|tx|week|wk|day|month|page|phase|no\.?) (?:no\.? ?|#)?$/i;
/** Where a statement begins: "4/15 sits 30 min". */
const OPENS = /(?:^|[;.\n])\s*$/;

interface DayAt {
  start: number;
  end: number;
  order: number;
}

function timedNumbers(words: string): TimedNumber[] {
  const days = daysIn(words);
  let blank = words;
  for (const { start, end } of days)
    blank = blank.slice(0, start) + ' '.repeat(end - start) + blank.slice(end);
  const found = [...blank.matchAll(NUMBER)].filter(
    ({ 3: of, index }) => of !== '10' && !NUMBERED.test(blank.slice(0, index)),
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
      amount: amountOf(match[1] as string, match[2]) * factor,
      factor,
      unit: unit?.[1] ?? (match[4] ?? '').toLowerCase().replace(/s$/, ''),
      when: whenOf(before, after),
      day: dayBeside(days, start, end, words),
    };
  });
}

/** Whether the words beside something put it in the past or now. */
export function whenOf(before: string, after: string): 'then' | 'now' | undefined {
  // "45 (IE 35)": what stands in the bracket is of the number in it
  const opens = /^\s*\([^)]*$/.test(after);
  if (!opens && THEN_AFTER.test(after)) return 'then';
  if (!opens && NOW_AFTER.test(after)) return 'now';
  const own = before.split(/[,;(]/).at(-1) ?? before;
  if (NOW_BEFORE.test(own)) return 'now';
  return THEN_BEFORE.test(own) ? 'then' : undefined;
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

/** Days in their order; where one is written without its year, all are taken to be of one year. */
function daysIn(words: string): DayAt[] {
  const matches = [...words.matchAll(DAY)];
  const haveYears = matches.every(([, , , year, , ofName]) => year ?? ofName);
  return matches.flatMap((match): DayAt[] => {
    const [whole, month, day, shortYear, name, ofName] = match;
    const number = name ? MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1 : Number(month);
    if (number < 1 || number > 12 || Number(day ?? 1) > 31) return [];
    // "4/5" of a strength is no day: a day has its year, a word before it, or stands at a label's end
    if (
      !name &&
      !shortYear &&
      !/[a-z(]/i.test(whole) &&
      !OPENS.test(words.slice(0, match.index)) &&
      !/:$/.test(words.slice(0, match.index + whole.length + 1))
    )
      return [];
    const year = haveYears ? Number((shortYear ?? ofName)?.slice(-2)) : 0;
    return [
      {
        start: match.index,
        end: match.index + whole.length,
        order: year * 372 + number * 31 + Number(day ?? 1),
      },
    ];
  });
}

const BESIDE = 12;

function dayBeside(
  days: readonly DayAt[],
  start: number,
  end: number,
  words: string,
): number | undefined {
  const behind = days.find(
    (day) =>
      day.start >= end && day.start - end <= BESIDE && !/[;.\d]/.test(words.slice(end, day.start)),
  );
  const ahead = days.findLast(
    (day) =>
      day.end <= start && start - day.end <= BESIDE && !/[,;.\d]/.test(words.slice(day.end, start)),
  );
  // "on 3/1 40, on 5/1 42": the day behind a comma is of the next number
  const isOfNext = ahead && behind && words.slice(end, behind.start).includes(',');
  return (isOfNext ? ahead : (behind ?? ahead))?.order;
}
