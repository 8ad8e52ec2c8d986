/** Titles at the start of a line: a known one with its colon ("HPI: ..."), one alone on its line, one in capitals. */
import { itemNumberEnd, type Lines } from '../lines.ts';
import { Mark } from '../marks.ts';
import { Gap, markAt, TokenKind, type Tokens } from '../tokens.ts';
import {
  CAPITAL_TITLE_WORDS,
  DATE_LABELS,
  EARLIER_TITLE_WORDS,
  NEEDS_COLON,
  PAPER_WORDS,
  SECTION_TITLES,
} from './section-titles.ts';
import type { SectionSpan } from './sections.ts';
import {
  datedExam,
  endsSmall,
  isCapitals,
  isClauseEnd,
  isRule,
  opensAnswer,
  startsTitle,
  titleText,
} from './title-words.ts';
import { writtenDate } from './written-date.ts';

const LONGEST_TITLE = 8;
/** The most tokens of a heading in capitals. */
const MOST_CAPITALS = 7;

/** The known title that ends before the colon at `colon`. */
export function titleBefore(
  tokens: Tokens,
  titleWords: Uint8Array,
  from: number,
  colon: number,
  to: number,
): SectionSpan | undefined {
  let first = colon;
  while (
    first > from &&
    colon - first < LONGEST_TITLE &&
    !isClauseEnd(tokens, first - 1) &&
    tokens.gap[first] !== Gap.tab
  ) {
    first -= 1;
  }
  if (first === colon) return undefined;
  const atLineStart = first === from;
  const start = atLineStart ? itemNumberEnd(tokens, first, colon) : first;
  if (titleWords[tokens.word[start] as number] !== 1) return undefined;
  const title = titleText(tokens, start, colon);
  if (DATE_LABELS.has(title)) {
    const written = writtenDate(tokens, colon + 1, to);
    if (written !== undefined) {
      return {
        kind: 'other',
        first,
        titleFirst: start,
        titleEnd: colon,
        body: colon + 1,
        date: written.date,
      };
    }
  }
  const kind = SECTION_TITLES.get(title) ?? datedExam(tokens, start, colon);
  if (kind === undefined) return undefined;
  if (!atLineStart && NEEDS_COLON.has(title) && !followsDate(tokens, first)) return undefined;
  if (!startsTitle(tokens, start)) return undefined;
  if (opensAnswer(tokens, title, first)) return undefined;
  return { kind, first, titleFirst: start, titleEnd: colon, body: colon + 1 };
}

/** A line that is a known title and nothing else, or a known title before a dash. */
export function titleAlone(
  tokens: Tokens,
  titleWords: Uint8Array,
  from: number,
  to: number,
): SectionSpan | undefined {
  let start = from;
  let end = to;
  while (start < end && isRule(tokens, start)) start += 1;
  while (end > start && isRule(tokens, end - 1)) end -= 1;
  start = itemNumberEnd(tokens, start, end);
  if (start >= end || titleWords[tokens.word[start] as number] !== 1) return undefined;
  end = beforeRemark(tokens, start, end);
  const dash = dashAfter(tokens, start, end);
  if (dash > 0) end = dash;
  if (end <= start || end - start > LONGEST_TITLE) return undefined;
  if (!startsTitle(tokens, start)) return undefined;
  const title = titleText(tokens, start, end);
  const kind = SECTION_TITLES.get(title);
  if (kind === undefined || (NEEDS_COLON.has(title) && (dash > 0 || title.length < 4)))
    return undefined;
  return { kind, first: from, titleFirst: start, titleEnd: end, body: dash > 0 ? dash + 1 : to };
}

/**
 * A line of capitals whose last word is one that headings end in: "FUNCTIONAL STATUS". It ends the
 * section before it, though its own kind may be unknown.
 */
export function capitalTitle(
  tokens: Tokens,
  lines: Lines,
  line: number,
  from: number,
  to: number,
): SectionSpan | undefined {
  const end = markAt(tokens, to - 1) === Mark.colon ? to - 1 : to;
  if (end - from < 2 || end - from > MOST_CAPITALS || lines.item[line] === 1) return undefined;
  if (endsSmall(tokens, end - 1)) return undefined;
  if (!CAPITAL_TITLE_WORDS.has(titleText(tokens, end - 1, end))) return undefined;
  for (let i = from; i < end; i += 1) if (tokens.kind[i] === TokenKind.number) return undefined;
  if (!isCapitals(tokens, from, end) || isCapitalLine(tokens, lines, line + 1)) return undefined;
  const kind = EARLIER_TITLE_WORDS.has(titleText(tokens, from, from + 1))
    ? 'treatment-to-date'
    : 'other';
  return { kind, first: from, titleFirst: from, titleEnd: end, body: to };
}

/**
 * The name of another paper, alone on its line behind an empty one: "Physical therapy daily note". It
 * ends the section before it.
 */
export function paperTitle(
  tokens: Tokens,
  lines: Lines,
  line: number,
  from: number,
  to: number,
): SectionSpan | undefined {
  const isApart = line > 0 && (tokens.breaks[from] as number) > lines.spacing;
  if (!isApart || to - from < 2 || to - from > LONGEST_TITLE || lines.item[line] === 1) {
    return undefined;
  }
  if (!startsTitle(tokens, from) || !PAPER_WORDS.has(titleText(tokens, to - 1, to))) {
    return undefined;
  }
  for (let i = from; i < to; i += 1) if (tokens.kind[i] !== TokenKind.word) return undefined;
  return { kind: 'other', first: from, titleFirst: from, titleEnd: to, body: to };
}

/** Whether a line is written in capitals: a heading among others like it is none. */
function isCapitalLine(tokens: Tokens, lines: Lines, line: number): boolean {
  if (line >= lines.count) return true;
  const from = lines.first[line] as number;
  const to = line + 1 < lines.count ? (lines.first[line + 1] as number) : tokens.count;
  if (!isCapitals(tokens, from, to)) return false;
  for (let i = from; i < to; i += 1) {
    // "ESI 2011" is an abbreviation and no capitals.
    const length = (tokens.end[i] as number) - (tokens.start[i] as number);
    if (tokens.kind[i] === TokenKind.word && length > 3) return true;
  }
  return false;
}

/** The end of a title without the remark in brackets that closes its line: "Medications (reconciled)". */
function beforeRemark(tokens: Tokens, from: number, to: number): number {
  if (markAt(tokens, to - 1) !== Mark.close) return to;
  for (let i = to - 2; i > from; i -= 1) if (markAt(tokens, i) === Mark.open) return i;
  return to;
}

/** The dash with space around it within the first tokens of a line, -1 when there is none. */
function dashAfter(tokens: Tokens, from: number, to: number): number {
  for (let i = from + 1; i + 1 < to && i <= from + 4; i += 1) {
    if (
      markAt(tokens, i) === Mark.hyphen &&
      tokens.gap[i] !== Gap.none &&
      tokens.gap[i + 1] !== Gap.none
    )
      return i;
  }
  return -1;
}

function followsDate(tokens: Tokens, token: number): boolean {
  return (
    token > 0 && (tokens.kind[token - 1] === TokenKind.number || tokens.gap[token] === Gap.tab)
  );
}
