import type { Range } from '../../language/mention.ts';
import { dateOfDay, earliestDay, latestDay } from '../../language/values/calendar.ts';
import type { Span } from './scopes.ts';

/** A day or a month that a text writes without its year: "1/15", "March 3", "mid March". */
export interface BareDay extends Span {
  month: number;
  day?: number;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** A month in words, no "may" that is a verb, and a day with a word before it, so that 8/10 is no score. */
const BARE_DAY =
  /(?:\b(?:on|of|from|since|dated|done|given|until|till?|through|thru|to|by|around|about|before|after|in|TPIs?|T?F?ESIs?|injections?|shots?|block|set)|#\d|[.;(]|^)\s*["“]?(?:the )?(1[0-2]|0?[1-9])\/(3[01]|[12]\d|0?[1-9])(?![\d/]|\s*(?:pain|on|relief|of|with|out))|\b(Jan|Feb|Mar(?=ch|[ .])|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?(?: (3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d/%]))?(?!,? (?:19|20)\d\d)/g;

/** The days without a year of some words; offsets from their start. */
export function bareDaysIn(words: string): BareDay[] {
  return [...words.matchAll(BARE_DAY)].map((match) => {
    const [whole, number, day, name, dayOfName] = match;
    const month = name ? MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1 : Number(number);
    const own = day ?? dayOfName;
    const start = match.index + (name ? 0 : whole.search(/\d+\/\d/));
    const end = match.index + whole.length;
    return own === undefined ? { start, end, month } : { start, end, month, day: Number(own) };
  });
}

/** The last such day that is not after a day, as days since 1970. */
export function lastUpTo(bare: BareDay, limit: number): Range | undefined {
  const { year } = dateOfDay(limit);
  return [year, year - 1].map((of) => inYear(bare, of)).find(({ low }) => low <= limit);
}

/** The first such day that is not before a day. */
export function firstOnOrAfter(bare: BareDay, from: number): Range | undefined {
  const { year } = dateOfDay(from);
  return [year, year + 1].map((of) => inYear(bare, of)).find(({ high }) => high >= from);
}

function inYear({ month, day }: BareDay, year: number): Range {
  const date = day === undefined ? { year, month } : { year, month, day };
  return { low: earliestDay(date), high: latestDay(date) };
}
