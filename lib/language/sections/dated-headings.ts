/** Headings that are a date, with or without the kind of a note: "3/09/2015:", "Office visit 5/11/15". */

import { OPEN_WORDS } from '../abbreviations.ts';
import { itemNumberEnd, type Lines } from '../lines.ts';
import { longPattern } from '../long-pattern.ts';
import { Mark } from '../marks.ts';
import { foldedToken, markAt, TokenKind, type Tokens } from '../tokens.ts';
import type { SectionSpan } from './sections.ts';
import { isClauseEnd, isRule, startsTitle } from './title-words.ts';
import { type WrittenDate, writtenDate } from './written-date.ts';

/** The kind of a note, before its date: "PR-2  3/09/2015", "Office visit 5/11/15", "TAB A. PTP report, 3/4/14". */
const NOTE_KIND = longPattern(
  /^(?:(?:pr[- ]?[1-4]|primary|treating|physician'?s?|office|clinic|progress|follow[- ]?up|f\/?u|re-?check|re-?eval\w*|visit|note|notes|report|exam|encounter|soap|examined|session|consult\w*|phone|tele\w*|t\/?c|call|appt|appointment|med|medication|pain|ortho\w*|psych\w*|nurse|rn|np|pa|md|pt|p\.?t\.?|o\.?t\.?|ptp|qme|ame|chiro\w*|(?:physical|occupational) therapy|therapy|daily|acupuncture|rv|ov|dos|dov|seen|entry|(?:tab|exhibit|page|p\.?|pg|sheet|record)(?: [a-z0-9]{1,2}\b)?|(?:mon|tue?s?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|addendum|supplemental|initial|interim|final|from|of|dated|date|on|no|#)[\s.,:;#=([-]*(?:\d{1,2}(?:\s*[:.)-]?\s+(?=\S)|\s*[(,]\s*))?){1,7}$/i,
);
const LONGEST_NOTE_KIND = 10;
/** What follows the date of a note on its line: an hour, a name, "(visit 8)". */
const AFTER_NOTE_DATE =
  /^[\s,.)\]-]*(?:\(?(?:\d{1,2}:\d{2} ?(?:[ap]\.?m?\.?)?|\d{4}(?: ?h(?:rs)?)?|[A-Z][\w.]{0,14}|visit|session|no\.?|excerpts?|copy|copied|cont(?:'d|inued)?|typed|dictated|scanned|signed|of|p(?:age|g)?\.?|#? ?\d{1,2})\)?[\s,.)\]-]*){0,5}$/;

/** A line that opens with a full date: a note of that day. */
export function datedHeading(
  tokens: Tokens,
  lines: Lines,
  line: number,
  from: number,
  to: number,
): SectionSpan | undefined {
  let start = behindNumber(tokens, from, to);
  while (start < to && (isRule(tokens, start) || isBracket(tokens, start))) start += 1;
  // "== 2. QME 02/25/2016 ==": between rules a number is the heading's own.
  if (start > from && isRule(tokens, start - 1)) start = itemNumberEnd(tokens, start, to);
  if (start >= to || isOfTreatment(tokens, lines, line)) return undefined;
  const note = noteHeading(tokens, lines, line, from, start, endBeforeRules(tokens, start, to));
  if (note) return note;
  const kind = tokens.kind[start];
  if (kind !== TokenKind.number && kind !== TokenKind.word) return undefined;
  if (
    kind === TokenKind.word &&
    (tokens.end[start] as number) - (tokens.start[start] as number) > 9
  )
    return undefined;
  const written = writtenDate(tokens, start, to);
  if (written === undefined) return undefined;
  const next = written.next;
  const closed = closesDate(tokens, next, to) || isRule(tokens, next);
  if (!closed && (kind === TokenKind.word || !startsBlock(tokens, lines, line, from)))
    return undefined;
  if (goesOn(tokens, lines, from)) return undefined;
  return sectionOf(from, start, written);
}

const EARLIER = new Set('prior previous past last earlier'.split(' '));
const LONGEST_TITLE = 5;

/** "PREVIOUS TPI" and below it "Date: 11/12/2012": the day of what was done, and of no note. */
export function isOfTreatment(tokens: Tokens, lines: Lines, line: number): boolean {
  const first = lines.first[line - 1];
  const end = lines.first[line] as number;
  return (
    first !== undefined &&
    end - first <= LONGEST_TITLE &&
    EARLIER.has(foldedToken(tokens, first)) &&
    foldedToken(tokens, end) === 'date'
  );
}

/** A line that names a note and its date, and nothing else but what columns hold. */
function noteHeading(
  tokens: Tokens,
  lines: Lines,
  line: number,
  from: number,
  start: number,
  to: number,
): SectionSpan | undefined {
  if (tokens.kind[start] !== TokenKind.word || !startsTitle(tokens, start)) return undefined;
  if (!startsBlock(tokens, lines, line, from)) return undefined;
  for (let i = start + 1; i < to && i <= start + LONGEST_NOTE_KIND; i += 1) {
    const written = writtenDate(tokens, i, to);
    if (written === undefined) continue;
    const before = tokens.text.slice(tokens.start[start], tokens.start[i]);
    if (!NOTE_KIND.test(before)) return undefined;
    const { next } = written;
    const after = next < to ? tokens.text.slice(tokens.start[next], tokens.end[to - 1]) : '';
    const isAlone = closesDate(tokens, next, to) || isWide(tokens, next);
    if (!isAlone && !AFTER_NOTE_DATE.test(after)) return undefined;
    return sectionOf(from, start, written);
  }
  return undefined;
}

const CLOSING = new Set<number>([Mark.colon, Mark.open, Mark.hyphen, Mark.bar, Mark.middleDot]);

/** Whether the date of a heading ends before token `next`: at the line's end or a mark that parts. */
function closesDate(tokens: Tokens, next: number, to: number): boolean {
  return next >= to || CLOSING.has(markAt(tokens, next));
}

/** The section that opens at token `from` with the title from `start` to the end of its date. */
function sectionOf(from: number, start: number, { next, date }: WrittenDate): SectionSpan {
  return { kind: 'other', first: from, titleFirst: start, titleEnd: next, body: next, date };
}

/** The token behind the number of an entry: "[2] 4/1/2013", "(c) May 5, 2014". */
function behindNumber(tokens: Tokens, from: number, to: number): number {
  const closes = from + 2 < to ? markAt(tokens, from + 2) : 0;
  const isNumbered =
    isBracket(tokens, from) &&
    (tokens.end[from + 1] as number) - (tokens.start[from + 1] as number) <= 2 &&
    (closes === Mark.close || closes === Mark.closeSquare);
  return isNumbered ? from + 3 : from;
}

function endBeforeRules(tokens: Tokens, start: number, to: number): number {
  let end = to;
  while (end > start && isRule(tokens, end - 1)) end -= 1;
  return end;
}

/** Whether a column's gap stands before a token. */
function isWide(tokens: Tokens, token: number): boolean {
  const gap = tokens.text.slice(tokens.end[token - 1], tokens.start[token]);
  return /\s{2,}|\t/.test(gap);
}

/** Whether a line does not go on from the one before: after an empty line, a sentence's end, a short line. */
function startsBlock(tokens: Tokens, lines: Lines, line: number, from: number): boolean {
  if (line === 0 || (tokens.breaks[from] as number) > lines.spacing) return true;
  const last = isClosing(tokens, from - 1) ? from - 2 : from - 1;
  if (isClauseEnd(tokens, last) || markAt(tokens, last) === Mark.colon) return true;
  return (lines.length[line - 1] as number) < 50;
}

/** A mark that closes a quotation or a bracket: what ends before it ends the line. */
function isClosing(tokens: Tokens, token: number): boolean {
  return CLOSES.has(markAt(tokens, token));
}

const CLOSES = new Set<number>([...'"”’\')]'].map((mark) => mark.charCodeAt(0)));

/**
 * Whether the date belongs to the line before: "... which reads as on" and then "3/17/14: spasm", or a
 * field of a form, "Decision due" and below it "June 8, 2015".
 */
function goesOn(tokens: Tokens, lines: Lines, from: number): boolean {
  if (from === 0 || (tokens.breaks[from] as number) > lines.spacing) return false;
  const last = from - (from > 1 && markAt(tokens, from - 1) === Mark.colon ? 2 : 1);
  const word = foldedToken(tokens, last);
  return FIELDS.has(word) || (last === from - 1 && OPEN.has(word));
}

/** An answer may end a line: "Numbness: no". */
const OPEN: ReadonlySet<string> = new Set(
  OPEN_WORDS.filter((word) => !/^(?:no|not|is)$/.test(word)),
);
/** Last words of fields that hold another day than a note's. */
const FIELDS: ReadonlySet<string> = new Set(
  'due received injury birth loss hire onset surgery dob doi'.split(' '),
);

/** "[12 May 2014 - Pain clinic]". */
function isBracket(tokens: Tokens, token: number): boolean {
  const mark = markAt(tokens, token);
  return mark === Mark.open || mark === Mark.openSquare;
}
