import { CARDINALS, numberWords } from '../../../language/number-words.ts';
import { whenOf } from './number-pair.ts';

/** How often spells of a complaint come, then and now, in spells a day. */
export interface SpellsChange {
  before: number;
  after: number;
  /** The words that say so. */
  words: { before: string; after: string };
  /** Offset behind the later written of the two, in UTF-16 units. */
  end: number;
}

interface Rate {
  start: number;
  end: number;
  /** Spells a day; of a bare number those of the unit of the other rate. */
  perDay: number;
  /** Days of the unit it is counted in; undefined for a bare number. */
  unit: number | undefined;
  words: string;
}

const NUMBER = `(?:\\d{1,3}|${numberWords(1, 20).join('|')}|thirty|forty|fifty|a few|a couple)`;
const COUNT = `(${NUMBER})(?:\\s?(?:-|–|to|or)\\s?(${NUMBER}))?`;
const UNIT = 'hour|hr|day|night|week|wk|month|mo|year|yr';
/** "3-4 spells a day", "twice a week", "2x/wk". */
const COUNTED = new RegExp(
  `(?<![\\w./-])(?:(once|twice)|${COUNT})(?:\\s?(?:or (?:twice|so)|times?|x|[a-z]+s)){0,2}\\s?(?:an?|per|every|each|/)\\s?(${UNIT})(?!\\w)`,
  'gi',
);
/** "Daily", "every other day", "all day long". */
const NAMED =
  /\b(constant(?:ly)?|all day(?: long)?|around the clock|hourly|every hour|daily|every day|each day|nightly|every night|each night|most (?:days|nights)|every other day|tid|bid|qid|at bedtime|qhs|weekly|every week|monthly|every month)\b/gi;
/** A number without its unit counts only right behind or before a word of time, or before "to" and the other. */
const BARE = new RegExp(
  `(?<=\\b(?:a|per) (?:day|night|week) (?:down )?to )${COUNT}(?!\\s?(?:a|per|every|each|/|mg))(?!\\w)|(?<=\\b(?:formerly|previously|before) )${COUNT}(?=\\s*(?:[.,;)]|$))|(?<=\\b(?:was|were|from|used to be|had been|have been|now|down to|instead of|versus|vs|not) (?:about |maybe |around |at least )?)${COUNT}(?=\\s*(?:[.,;)]|$|and\\b|before\\b))|(?<![\\w./-])${COUNT}(?=\\s+(?:now|today|currently)\\b|\\s+(?:down )?to\\s+\\d{1,2}\\s*(?:a|per|every|/))`,
  'gi',
);

const DAYS_OF: readonly [RegExp, number][] = [
  [/^h/i, 1 / 16],
  [/^(?:day|night)/i, 1],
  [/^w/i, 7],
  [/^mo/i, 30],
  [/^y/i, 365],
];
/** How many a day the names of rates mean. What never stops is more than any count. */
const NAMES: readonly [RegExp, number][] = [
  [/^(?:constant|all day|around)/i, 24],
  [/hour/i, 16],
  [/other day/i, 1 / 2],
  [/^qid/i, 4],
  [/^tid/i, 3],
  [/^bid/i, 2],
  [/^most/i, 4 / 5],
  [/week/i, 1 / 7],
  [/month/i, 1 / 30],
  [/./, 1],
];

/**
 * The two rates of a stretch that tell spells then and now, by the words beside them: "were daily, now
 * one or two a month", "3 a day and were 10", "12 to 5 a month". Undefined where none are told so.
 */
export function spellsChange(stretch: string): SpellsChange | undefined {
  const rates = ratesIn(stretch);
  const unit = rates.find((rate) => rate.unit !== undefined)?.unit;
  if (rates.length < 2 || rates.length > 4 || unit === undefined) return undefined;
  const timed = rates.map((rate, at) => {
    const from = rates[at - 1]?.end ?? 0;
    const to = rates[at + 1]?.start ?? stretch.length;
    const before = stretch.slice(Math.max(from, rate.start - 40), rate.start);
    const after = stretch.slice(rate.end, Math.min(to, rate.end + 30));
    const perDay = rate.unit === undefined ? rate.perDay / unit : rate.perDay;
    return { ...rate, perDay, when: whenOf(before, after) };
  });
  const [first, second] = timed;
  const early = timed.find(({ when }) => when === 'then');
  const late =
    timed.find(({ when }) => when === 'now') ?? timed.find(({ when }) => when === undefined);
  if (early && late) return change(early, late);
  const isFromTo =
    first &&
    second &&
    /^\s*(?:down )?(?:to|[-=]+>|→)\s*$/i.test(stretch.slice(first.end, second.start));
  return isFromTo ? change(first, second) : undefined;
}

function change(early: Rate, late: Rate): SpellsChange {
  return {
    before: early.perDay,
    after: late.perDay,
    words: { before: early.words, after: late.words },
    end: Math.max(early.end, late.end),
  };
}

function ratesIn(stretch: string): Rate[] {
  const counted = [...stretch.matchAll(COUNTED)].flatMap((match): Rate[] => {
    const [words, often, low, high, unit = ''] = match;
    const days = DAYS_OF.find(([pattern]) => pattern.test(unit))?.[1] ?? 1;
    const { start, end } = spanOf(match);
    // "12 to 5 a month" is no range
    if (low && high && numberOf(low) > numberOf(high)) {
      const middle = start + low.length;
      const last = words.slice(words.indexOf(high, low.length));
      return [
        { start, end: middle, perDay: numberOf(low) / days, unit: days, words: low },
        { start: end - last.length, end, perDay: numberOf(high) / days, unit: days, words: last },
      ];
    }
    const amount = often ? (/^o/i.test(often) ? 1 : 2) : middleOf(low, high);
    return [{ start, end, perDay: amount / days, unit: days, words }];
  });
  const named = [...stretch.matchAll(NAMED)].map((match): Rate => {
    const perDay = NAMES.find(([pattern]) => pattern.test(match[0]))?.[1] ?? 1;
    return { ...spanOf(match), perDay, unit: 1, words: match[0] };
  });
  const rates = [...counted, ...named];
  const bare = [...stretch.matchAll(BARE)].map((match): Rate => {
    const [words, ...numbers] = match;
    const [low, high] = pairOf(numbers);
    const perDay = middleOf(low, high);
    return { ...spanOf(match), perDay, unit: undefined, words };
  });
  const apart = bare.filter(
    (one) => !rates.some((other) => one.start < other.end && other.start < one.end),
  );
  return [...rates, ...apart].sort((one, other) => one.start - other.start);
}

/** The one and the other number of the alternative that was found. */
function pairOf(
  numbers: readonly (string | undefined)[],
): [string | undefined, string | undefined] {
  const at = numbers.findIndex((number) => number !== undefined);
  return at < 0 ? [undefined, undefined] : [numbers[at], numbers[at + 1]];
}

function spanOf(match: RegExpExecArray) {
  return { start: match.index, end: match.index + match[0].length };
}

function middleOf(low: string | undefined, high: string | undefined): number {
  const first = numberOf(low ?? '');
  return high === undefined ? first : (first + numberOf(high)) / 2;
}

function numberOf(written: string): number {
  const words = written.toLowerCase();
  if (words.startsWith('a ')) return words === 'a few' ? 3 : 2;
  return CARDINALS[words] ?? Number(words);
}
