/**
 * Paragraphs that each retell a paper and begin with its name and day: "PM&R 10/30/2013. Half better.",
 * "Therapy discharge, Harbor PT, 4/3/2015. Seen 11 of 12.".
 */
import type { Lines } from '../lines.ts';
import { Mark } from '../marks.ts';
import { markAt, TokenKind, type Tokens } from '../tokens.ts';
import type { SectionSpan } from './sections.ts';
import { isRule, startsTitle } from './title-words.ts';
import { writtenDate } from './written-date.ts';

/** One such paragraph alone is no file of papers. */
const FEWEST = 3;
/** Breaks before a line behind an empty one. */
const EMPTY_LINE = 2;
/** Tokens of a name before its day. */
const LONGEST_NAME = 12;
/** Tokens of a remark behind the day: ", by fax", "(received late)". */
const LONGEST_REMARK = 6;
/** Verbs and prepositions that make a sentence of it, and days that are no paper's. */
const NO_NAME =
  /\b(?:is|was|were|are|has|had|have|seen|began|begun|started|stopped|since|until|before|after|from|on|last|next|due|doi|dob|injur\w+|fell|surgery|\w+ectomy|fusion|rfa|requests?|requested|mri|x-?rays?|emg|ct)\b/i;

/** For each line the heading that it opens with; none where too few lines open so. */
export function retoldPapers(tokens: Tokens, lines: Lines): ReadonlyMap<number, SectionSpan> {
  const found = new Map<number, SectionSpan>();
  for (let line = 1; line < lines.count; line += 1) {
    const from = lines.first[line] as number;
    if ((tokens.breaks[from] as number) < EMPTY_LINE) continue;
    const to = line + 1 < lines.count ? (lines.first[line + 1] as number) : tokens.count;
    const heading = headingAt(tokens, from, to);
    if (heading) found.set(line, heading);
  }
  return found.size >= FEWEST ? found : NONE;
}

const NONE: ReadonlyMap<number, SectionSpan> = new Map();

function headingAt(tokens: Tokens, from: number, to: number): SectionSpan | undefined {
  if (tokens.kind[from] !== TokenKind.word || !startsTitle(tokens, from)) return undefined;
  for (let at = from + 1; at < to && at <= from + LONGEST_NAME; at += 1) {
    const mark = markAt(tokens, at);
    if (mark === Mark.colon || mark === Mark.semicolon || isRule(tokens, at)) return undefined;
    const written = writtenDate(tokens, at, to);
    if (written === undefined) continue;
    const name = tokens.text.slice(tokens.start[from], tokens.start[at]);
    if (NO_NAME.test(name)) return undefined;
    const end = closesAt(tokens, written.next, to);
    if (end < 0) return undefined;
    return {
      kind: 'other',
      first: from,
      titleFirst: from,
      titleEnd: written.next,
      body: end,
      date: written.date,
    };
  }
  return undefined;
}

/** The token behind the point or colon that closes a heading, after a short remark; -1 where none does. */
function closesAt(tokens: Tokens, next: number, to: number): number {
  for (let at = next; at < to && at <= next + LONGEST_REMARK; at += 1) {
    const mark = markAt(tokens, at);
    if (mark === Mark.point || mark === Mark.colon) return at + 1;
    if (at === next && mark !== Mark.comma && mark !== Mark.open) return -1;
  }
  return -1;
}
