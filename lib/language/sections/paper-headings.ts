/**
 * Headings of the papers of a file, behind an empty line: "Doc 3.  Lab, received 9/29/2016",
 * "2  PRIMARY CARE, 12/03/2015, forwarded by patient", "Exhibit B: therapy chart".
 */
import { itemNumberEnd, type Lines } from '../lines.ts';
import { Mark } from '../marks.ts';
import { foldedToken, markAt, TokenKind, type Tokens } from '../tokens.ts';
import type { SectionSpan } from './sections.ts';
import { isCapitals, isRule } from './title-words.ts';
import { type WrittenDate, writtenDate } from './written-date.ts';

/** What the papers of a file are called before their number or letter. */
const PAPER_LABELS = new Set(
  'tab doc document exhibit exh attachment enclosure encl paper record item part source file'.split(
    ' ',
  ),
);
const LONGEST_NUMBER = 3;
/** Tokens of a heading before its date and behind it. */
const LONGEST_BEFORE = 16;
const LONGEST_AFTER = 10;
const LONGEST_LINE = 110;
/** A word of so many letters in capitals is no abbreviation. */
const LONG_WORD = 4;
/** Words of headings of what is asked for or planned, which other rules know. */
const ASKS = /\b(?:rfa|requests?|requested|authori[sz]ation|plan|orders?|items?|appeal|due)\b/i;
/** A date behind these is an event's and not the paper's. */
const EVENT = /\b(?:doi|dob|injury|injured|birth|since|until|surgery)\W*$/i;

/** A line that names one of several papers, with its date or by its number among them. */
export function paperHeading(
  tokens: Tokens,
  lines: Lines,
  line: number,
  from: number,
  to: number,
): SectionSpan | undefined {
  const isApart = line === 0 || (tokens.breaks[from] as number) > lines.spacing;
  if (!isApart || (lines.length[line] as number) > LONGEST_LINE) return undefined;
  let first = from;
  while (first < to && isRule(tokens, first)) first += 1;
  const labelEnd = paperLabel(tokens, first, to);
  const start = labelEnd > 0 ? labelEnd : behindNumber(tokens, first, to);
  if (start >= to) return undefined;
  const written = dateIn(tokens, start, to);
  const end = written ? written.at : to;
  const title = tokens.text.slice(tokens.start[start], tokens.end[to - 1]);
  if (ASKS.test(title)) return undefined;
  if (written === undefined) {
    if (labelEnd === 0 || isAnswer(tokens, to)) return undefined;
    return { kind: 'other', first: from, titleFirst: first, titleEnd: to, body: to };
  }
  if (end - start > LONGEST_BEFORE || to - written.next > LONGEST_AFTER) return undefined;
  if (EVENT.test(tokens.text.slice(tokens.start[start], tokens.start[end]))) return undefined;
  const isNumbered = start > first;
  const isNamed = labelEnd > 0 || isInCapitals(tokens, start, end, isNumbered);
  if (!isNamed || isListed(lines, line)) return undefined;
  return {
    kind: 'other',
    first: from,
    titleFirst: first,
    titleEnd: written.next,
    body: written.next,
    date: written.date,
  };
}

/** The token behind "Doc 2.", "TAB A -", "Exhibit 4:"; 0 where there is no such label. */
function paperLabel(tokens: Tokens, from: number, to: number): number {
  if (from + 2 >= to || !PAPER_LABELS.has(foldedToken(tokens, from))) return 0;
  let at = from + 1;
  if (markAt(tokens, at) === Mark.hash) at += 1;
  const length = (tokens.end[at] as number) - (tokens.start[at] as number);
  if (tokens.kind[at] === TokenKind.mark || length > LONGEST_NUMBER) return 0;
  const isLetter = tokens.kind[at] === TokenKind.word;
  if (isLetter && (length > 1 || !isCapitals(tokens, at, at + 1))) return 0;
  at += 1;
  if (tokens.kind[at] === TokenKind.mark) at += 1;
  return at;
}

/** The token behind "2", "3a", "[4]" or "(2)" at the start of a line. */
function behindNumber(tokens: Tokens, from: number, to: number): number {
  const numbered = itemNumberEnd(tokens, from, to);
  if (numbered > from) return numbered;
  let at = from;
  const isOpen = markAt(tokens, at) === Mark.openSquare;
  if (isOpen) at += 1;
  if (tokens.kind[at] !== TokenKind.number || at + 1 >= to) return from;
  at += 1;
  const isSuffixed = tokens.kind[at] === TokenKind.word && tokens.start[at] === tokens.end[at - 1];
  if (isSuffixed) at += 1;
  if (isOpen) return markAt(tokens, at) === Mark.closeSquare ? at + 1 : from;
  return tokens.kind[at] === TokenKind.word ? at : from;
}

function dateIn(
  tokens: Tokens,
  from: number,
  to: number,
): (WrittenDate & { at: number }) | undefined {
  for (let at = from; at < to; at += 1) {
    const written = writtenDate(tokens, at, to);
    if (written !== undefined) return { ...written, at };
  }
  return undefined;
}

/** Whether words stand in capitals, one of them no abbreviation; of a numbered heading the first ones. */
function isInCapitals(tokens: Tokens, from: number, end: number, isNumbered: boolean): boolean {
  let long = false;
  for (let at = from; at < end; at += 1) {
    if (markAt(tokens, at) === Mark.colon) return false;
    if (tokens.kind[at] !== TokenKind.word) continue;
    if (!isCapitals(tokens, at, at + 1)) return isNumbered && long;
    const length = (tokens.end[at] as number) - (tokens.start[at] as number);
    if (length >= LONG_WORD) long = true;
  }
  return long;
}

/** Whether the line below is an item as this one is: a list, and no heading over its text. */
function isListed(lines: Lines, line: number): boolean {
  return lines.item[line] === 1 && lines.item[line + 1] === 1;
}

/** "Exhibit A: yes." */
function isAnswer(tokens: Tokens, to: number): boolean {
  return markAt(tokens, to - 1) === Mark.point;
}
