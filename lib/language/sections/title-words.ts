/** What sections ask of tokens that may be a title: how it is written, and where a clause ends. */
import { Mark } from '../marks.ts';
import type { SectionKind } from '../mention.ts';
import { foldedToken, markAt, TokenKind, type Tokens } from '../tokens.ts';
import { SECTION_TITLES } from './section-titles.ts';

const LONGEST_TITLE_TEXT = 60;
/** White space that is no single blank. */
const UNEVEN = /\s{2,}|[^\S ]/g;
const CLAUSE_ENDS = new Set([0x2e, 0x3b, 0x3a, 0x3f, 0x21, 0x2c]);

/** Whether a token ends a clause: a full stop, semicolon, colon, question or exclamation mark, comma. */
export function isClauseEnd(tokens: Tokens, token: number): boolean {
  return CLAUSE_ENDS.has(markAt(tokens, token));
}

/** Whether a token opens with a capital letter. */
export function startsTitle(tokens: Tokens, token: number): boolean {
  const code = tokens.text.charCodeAt(tokens.start[token] as number);
  return code >= 0x41 && code <= 0x5a;
}

/** Whether a token ends in a small letter. */
export function endsSmall(tokens: Tokens, token: number): boolean {
  const code = tokens.text.charCodeAt((tokens.end[token] as number) - 1);
  return code >= 0x61 && code <= 0x7a;
}

/** Whether tokens `[from, end)` are written in capitals: letters, and none of them small. */
export function isCapitals(tokens: Tokens, from: number, end: number): boolean {
  if (endsSmall(tokens, end - 1)) return false;
  const written = tokens.text.slice(tokens.start[from], tokens.end[end - 1]);
  return written !== written.toLowerCase() && written === written.toUpperCase();
}

/** A title as the table has it: folded, white space as single blanks. Empty when it is too long. */
export function titleText(tokens: Tokens, from: number, end: number): string {
  if (end <= from) return '';
  const start = tokens.start[from] as number;
  const stop = tokens.end[end - 1] as number;
  if (stop - start > LONGEST_TITLE_TEXT) return '';
  return tokens.text.slice(start, stop).toLowerCase().replaceAll('’', "'").replace(UNEVEN, ' ');
}

const DAY_WORDS: ReadonlySet<string> = new Set(['today', 'on', 'dated', 'of', 'this', 'date']);

/** The kind of a section whose title names an examination and its day: "Exam 11/29:", "PE today:". */
export function datedExam(tokens: Tokens, from: number, end: number): SectionKind | undefined {
  const last = beforeDay(tokens, from, end);
  if (last === end) return undefined;
  return SECTION_TITLES.get(titleText(tokens, from, last)) === 'exam' ? 'exam' : undefined;
}

function beforeDay(tokens: Tokens, from: number, end: number): number {
  let last = end;
  while (last - 1 > from && isOfDay(tokens, last - 1)) last -= 1;
  return last;
}

function isOfDay(tokens: Tokens, token: number): boolean {
  if (tokens.kind[token] === TokenKind.word) return DAY_WORDS.has(foldedToken(tokens, token));
  return tokens.kind[token] === TokenKind.number || DAY_MARKS.has(markAt(tokens, token));
}

const DAY_MARKS: ReadonlySet<number> = new Set([Mark.slash, Mark.hyphen, Mark.open, Mark.close]);

/** "How many visits? A: 12": the letter opens an answer, and no assessment. */
export function opensAnswer(tokens: Tokens, title: string, first: number): boolean {
  return title === 'a' && first > 0 && markAt(tokens, first - 1) === Mark.question;
}

/** Whether a token is a mark that draws a rule around a heading: "--", "==", "**", "__", "##". */
export function isRule(tokens: Tokens, token: number): boolean {
  const mark = markAt(tokens, token);
  return (
    mark === Mark.hyphen ||
    mark === Mark.equals ||
    mark === Mark.asterisk ||
    mark === Mark.underscore ||
    mark === Mark.hash
  );
}
