/** The days, visits and weeks beside the numbers of a statement, which put them in the order of time. */
import { firstFrom } from '../../../language/sorted.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const DAY = new RegExp(
  `\\b(?:on|in|as of|by|dated|since|of|slip|visit|eval|IE|SOC|re-?exam|note|(?:from|until|through) (?=\\d{1,2}/(?:[6-9]|[1-3]\\d)))?[ (]*(?:(\\d{1,2})/(\\d{1,2}|(?:19|20)\\d\\d)(?:/(\\d{2,4}))?(?=[\\s,;:.)=]|$)|(${MONTH})(?: \\d{1,2}(?:st|nd|rd|th)?)?(?:,? ((?:19|20)\\d\\d))?)`,
  'gi',
);
/** "On visit 14": which one it was, and by that when. */
const NUMBERED =
  /\b(?:on |at |by |in )?(?:visit|session|treatment|tx|week|wk|day|month) (?:no\.? ?|#)?(\d{1,2})(?![\d/])/gi;
/** What every day, and every number of a visit, holds. */
const MAY_BE_DAY = /\d\/\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/i;
const MAY_BE_NUMBERED = /[nktxyh] [n#\d]/i;
/** Where a statement begins: "4/15 sits 30 min". */
const OPENS = /[;.\n]\s*$/;

/** Whether nothing stands before a place, or what a pattern means right before it. */
function isBehind(opens: RegExp, words: string, at: number): boolean {
  const before = words.slice(Math.max(0, at - LONGEST_SPACE), at);
  return opens.test(before) || (at <= LONGEST_SPACE && before.trim() === '');
}

const LONGEST_SPACE = 40;

/** A time that stands in a statement. */
export interface TimeAt {
  start: number;
  end: number;
  /** Of two of one kind the greater is the later. */
  order: number;
  kind: 'day' | 'numbered';
}

/** Days and numbered visits, each kind in its order; days without a year are taken to be of one year. */
export function daysIn(words: string): TimeAt[] {
  const matches = MAY_BE_DAY.test(words) ? [...words.matchAll(DAY)] : [];
  const haveYears = matches.every(
    ([, , written, year, , ofName]) => year ?? ofName ?? written?.length === 4,
  );
  const days = matches.flatMap((match): TimeAt[] => {
    const [whole, month, written = '1', shortYear, name, ofName] = match;
    // "2/2016": a month with its year
    const isMonth = written.length === 4;
    const day = isMonth ? 1 : Number(written);
    const ofDay = isMonth ? written : (shortYear ?? ofName);
    const number = name ? MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1 : Number(month);
    if (number < 1 || number > 12 || day > 31) return [];
    // "4/5" of a strength is no day: a day has its year, a word before it, or stands at a label's end
    if (
      !name &&
      !isMonth &&
      !shortYear &&
      !/[a-z(]/i.test(whole) &&
      !isBehind(OPENS, words, match.index) &&
      !words.slice(0, match.index + whole.length + 1).endsWith(':')
    )
      return [];
    const year = haveYears ? Number(ofDay?.slice(-2)) : 0;
    const end = match.index + whole.length;
    return [{ start: match.index, end, order: year * 372 + number * 31 + day, kind: 'day' }];
  });
  const numbers = MAY_BE_NUMBERED.test(words) ? words.matchAll(NUMBERED) : [];
  const numbered = [...numbers].map((match): TimeAt => {
    const end = match.index + match[0].length;
    return { start: match.index, end, order: Number(match[1]), kind: 'numbered' };
  });
  return [...days, ...numbered].sort((one, other) => one.start - other.start);
}

const BESIDE = 12;
/** How far a time that opens a clause reaches: "on 3/1 she could stand for ten minutes". */
const OPENING_REACH = 40;

const LONGEST_TIME = 60;

/** The time that stands beside a number, if one does. */
export function timeBeside(
  times: readonly TimeAt[],
  start: number,
  end: number,
  words: string,
): TimeAt | undefined {
  const near = times.slice(
    firstFrom(times, start - OPENING_REACH - LONGEST_TIME),
    firstFrom(times, end + BESIDE + 1),
  );
  const behind = near.find(
    (time) => time.start >= end && !/[;.\d]/.test(words.slice(end, time.start)),
  );
  const ahead = near.findLast(
    (time) =>
      time.end <= start &&
      start - time.end <= OPENING_REACH &&
      !/[,;.\d]/.test(words.slice(time.end, start)) &&
      start - time.end <= reachOf(time, words),
  );
  // "on 3/1 40, on 5/1 42": the day behind a comma is of the next number
  const isOfNext = ahead && behind && words.slice(end, behind.start).includes(',');
  return isOfNext ? ahead : (behind ?? ahead);
}

function reachOf({ start }: TimeAt, words: string): number {
  return isBehind(CLAUSE_OPENS, words, start) ? OPENING_REACH : BESIDE;
}

const CLAUSE_OPENS = /(?:[;,.\n(]|\band)\s*$/i;
