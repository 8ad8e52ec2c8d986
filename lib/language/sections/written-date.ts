/**
 * The date that opens a line or follows a label, enough to date a section: "8/12/15",
 * "10-06-2014", "Aug 12, 2015", "12 May 2014", "12-Mar-14", "Feb. 2014". Dates within prose are the business of the value grammars.
 */
import { Mark } from '../marks.ts';
import type { DateValue } from '../mention.ts';
import { foldedToken, Gap, markAt, numberAt, TokenKind, type Tokens } from '../tokens.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const LONGEST_MONTH = 9;
const BEFORE_YEAR = new Set<number>([Mark.point, Mark.comma, Mark.hyphen]);
const FIRST_YEAR = 1900;
const LAST_YEAR = 2099;
const SEPARATORS = new Set<number>([Mark.hyphen, Mark.slash, Mark.point]);

/** A full date and the token after it. */
export interface WrittenDate {
  date: DateValue;
  next: number;
}

/** The full date at `token`; undefined when none is written there. */
export function writtenDate(tokens: Tokens, token: number, to: number): WrittenDate | undefined {
  if (tokens.kind[token] === TokenKind.number) {
    return numericDate(tokens, token, to) ?? dayFirstDate(tokens, token, to);
  }
  if (tokens.kind[token] === TokenKind.word) return namedDate(tokens, token, to);
  return undefined;
}

function numericDate(tokens: Tokens, token: number, to: number): WrittenDate | undefined {
  if (token + 4 >= to) return undefined;
  const separator = markAt(tokens, token + 1);
  if (!SEPARATORS.has(separator) || markAt(tokens, token + 3) !== separator) return undefined;
  for (let i = token + 1; i <= token + 4; i += 1) {
    if (tokens.gap[i] !== Gap.none || tokens.breaks[i] !== 0) return undefined;
  }
  const month = numberAt(tokens, token);
  const day = numberAt(tokens, token + 2);
  const year = numberAt(tokens, token + 4);
  const date = month > 31 ? dateOf(month, day, year) : dateOf(year, month, day);
  return date && { date, next: token + 5 };
}

function namedDate(tokens: Tokens, token: number, to: number): WrittenDate | undefined {
  let at = token + 1;
  if (at < to && markAt(tokens, at) === Mark.point) at += 1;
  if (tokens.kind[at] !== TokenKind.number) return undefined;
  const month = monthAt(tokens, token);
  if (month === 0) return undefined;
  const day = numberAt(tokens, at);
  at += 1;
  if (day >= FIRST_YEAR && day <= LAST_YEAR) return { date: { year: day, month }, next: at };
  if (at < to && tokens.kind[at] === TokenKind.word && tokens.gap[at] === Gap.none) at += 1;
  if (at < to && markAt(tokens, at) === Mark.comma) at += 1;
  const date = at < to ? dateOf(numberAt(tokens, at), month, day) : undefined;
  return date && { date, next: at + 1 };
}

/** "12 May 2014", "3 Feb. 2015", "12-Mar-14". */
function dayFirstDate(tokens: Tokens, token: number, to: number): WrittenDate | undefined {
  const named = markAt(tokens, token + 1) === Mark.hyphen ? token + 2 : token + 1;
  if (named + 1 >= to || tokens.kind[named] !== TokenKind.word) return undefined;
  let at = named + 1;
  if (BEFORE_YEAR.has(markAt(tokens, at))) at += 1;
  if (tokens.kind[at] !== TokenKind.number) return undefined;
  const month = monthAt(tokens, named);
  if (month === 0) return undefined;
  const date = at < to ? dateOf(numberAt(tokens, at), month, numberAt(tokens, token)) : undefined;
  return date && { date, next: at + 1 };
}

/** The number of the month that a word names, in full or in short; 0 for none. */
function monthAt(tokens: Tokens, token: number): number {
  const name = foldedToken(tokens, token);
  return name.length > LONGEST_MONTH ? 0 : MONTHS.findIndex((short) => name.startsWith(short)) + 1;
}

/** A calendar date; two-digit years are of this century. Undefined when there is no such day. */
function dateOf(year: number, month: number, day: number): DateValue | undefined {
  const full = year < 100 ? 2000 + year : year;
  const valid = Number.isInteger(full) && Number.isInteger(month) && Number.isInteger(day);
  if (
    !valid ||
    full < FIRST_YEAR ||
    full > LAST_YEAR ||
    month < 1 ||
    month > 12 ||
    day < 1 ||
    day > 31
  )
    return undefined;
  return { year: full, month, day };
}
