/**
 * The sections of a text: from one heading to the next. A heading is a known title with a colon, a
 * known title alone on its line, the name of an item with its decision ("Amrix 15mg: Upheld"), or the
 * date that opens a note. A date governs the sections that follow until the next one.
 */
import { bareTitle, inlineDecision, inlineTitle } from './inline-titles.ts';
import { itemNumberEnd, type Lines } from './lines.ts';
import type { DateValue, SectionKind } from './mention.ts';
import { literalWords } from './phrase-parts.ts';
import {
  CAPITAL_TITLE_WORDS,
  DATE_LABELS,
  DECISION_WORDS,
  EARLIER_TITLE_WORDS,
  NEEDS_COLON,
  SECTION_TITLES,
} from './section-titles.ts';
import { isCapitals, isClauseEnd, startsTitle, titleText } from './title-words.ts';
import { foldedToken, Gap, markAt, TokenKind, type Tokens } from './tokens.ts';
import type { WordTable } from './word-table.ts';
import { writtenDate } from './written-date.ts';

/** A section in tokens. */
export interface SectionSpan {
  kind: SectionKind;
  /** First token of the section, which is that of its heading where it has one. */
  first: number;
  /** Tokens of the title; `titleEnd` exclusive, equal where there is no title. */
  titleFirst: number;
  titleEnd: number;
  /** First token after the heading with its colon. */
  body: number;
  date?: DateValue;
}

const COLON = 0x3a;
const POINT = 0x2e;
const HYPHEN = 0x2d;
const EQUALS = 0x3d;
const OPEN = 0x28;
const CLOSE = 0x29;
const LONGEST_TITLE = 8;
const LONGEST_TITLE_TEXT = 60;
const LONGEST_DECISION = 4;
/** The most tokens of a heading in capitals. */
const MOST_CAPITALS = 7;
/** Words within the first tokens of a story of an illness. */
const STORY_REACH = 16;
const STORY_WORDS = new Set(
  'year yo y/o presents presented presenting complains complaining returns sustained injured admitted states reports seen'.split(
    ' ',
  ),
);
/** A disputed item's name may run over this many lines before its decision. */
const MOST_ITEM_LINES = 4;

/** Finds sections in texts that are tokenized with `table`, to which the words of titles are added. */
export interface SectionFinder {
  /** The sections of a text in order, the first at token 0. Linear in the number of tokens. */
  find(tokens: Tokens, lines: Lines): SectionSpan[];
}

/** Prepares a finder: the first words of titles, so that most lines cost one look-up. */
export function createSectionFinder(table: WordTable): SectionFinder {
  const idsOf = (titles: Iterable<string>, which: 0 | -1) =>
    [...titles].map((title) => table.intern(literalWords(title).at(which) as string));
  const titleWords = flags(idsOf([...SECTION_TITLES.keys(), ...DATE_LABELS], 0));
  const decisionWords = flags(idsOf(DECISION_WORDS, -1));
  return { find: (tokens, lines) => findSections(tokens, lines, titleWords, decisionWords) };
}

/** One flag for each word id up to the highest of `ids`. */
function flags(ids: readonly number[]): Uint8Array {
  const column = new Uint8Array(Math.max(0, ...ids) + 1);
  for (const id of ids) column[id] = 1;
  return column;
}

function findSections(
  tokens: Tokens,
  lines: Lines,
  titleWords: Uint8Array,
  decisionWords: Uint8Array,
): SectionSpan[] {
  const { kind, word, start, text } = tokens;
  const sections: SectionSpan[] = [
    { kind: 'other', first: 0, titleFirst: 0, titleEnd: 0, body: 0 },
  ];
  let date: DateValue | undefined;
  for (let line = 0; line < lines.count; line += 1) {
    const from = lines.first[line] as number;
    const to = line + 1 < lines.count ? (lines.first[line + 1] as number) : tokens.count;
    const dated = datedHeading(tokens, lines, line, from, to);
    if (dated !== undefined) date = dated.date;
    const found =
      dated ??
      (endsInDecision(to) ? decisionHeading(tokens, lines, line, to) : undefined) ??
      titleAlone(tokens, titleWords, from, to) ??
      capitalTitle(tokens, lines, line, from, to) ??
      proseAfterList(tokens, lines, line, sections.at(-1)) ??
      afterGuidelineField(tokens, lines, line, sections.at(-1));
    if (found !== undefined) open(found);
    for (let i = Math.max(from + 1, found?.body ?? 0); i < to; i += 1) {
      if (titleWords[word[i] as number] === 1 && i > from) {
        const bare = bareTitle(tokens, i, to);
        if (bare !== undefined) open(bare);
      }
      if (kind[i] !== TokenKind.mark || text.charCodeAt(start[i] as number) !== COLON) continue;
      const last = sections.at(-1) as SectionSpan;
      const titled =
        titleBefore(tokens, titleWords, from, i, to) ??
        inlineTitle(tokens, titleWords, from, i, last) ??
        inlineDecision(tokens, titleWords, from, i, to, last);
      if (titled?.date !== undefined) date = titled.date;
      if (titled !== undefined) open(titled);
    }
  }
  return sections;

  function endsInDecision(to: number): boolean {
    const last = kind[to - 1] === TokenKind.mark ? to - 2 : to - 1;
    return last >= 0 && decisionWords[word[last] as number] === 1;
  }

  /** "HISTORY: This 67-year-old was admitted ...": the story of the illness and no list of the past. */
  function tellsStory({ kind: written, titleFirst, titleEnd, body }: SectionSpan): boolean {
    if (written !== 'history' || titleText(tokens, titleFirst, titleEnd) !== 'history')
      return false;
    for (let i = body; i < tokens.count && i < body + STORY_REACH; i += 1) {
      if (STORY_WORDS.has(foldedToken(tokens, i))) return true;
    }
    return false;
  }

  function open(section: SectionSpan): void {
    const last = sections.at(-1) as SectionSpan;
    const kind = tellsStory(section) ? 'subjective' : section.kind;
    const next = date === undefined ? { ...section, kind } : { ...section, kind, date };
    if (section.first === last.first) sections.pop();
    if (section.first >= last.first) sections.push(next);
  }
}

/** The known title that ends before the colon at `colon`. */
function titleBefore(
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
  const kind = SECTION_TITLES.get(title);
  if (kind === undefined) return undefined;
  if (!atLineStart && NEEDS_COLON.has(title) && !followsDate(tokens, first)) return undefined;
  if (!startsTitle(tokens, start)) return undefined;
  return { kind, first, titleFirst: start, titleEnd: colon, body: colon + 1 };
}

/** A line that is a known title and nothing else, or a known title before a dash. */
function titleAlone(
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
function capitalTitle(
  tokens: Tokens,
  lines: Lines,
  line: number,
  from: number,
  to: number,
): SectionSpan | undefined {
  const end = markAt(tokens, to - 1) === COLON ? to - 1 : to;
  if (end - from < 2 || end - from > MOST_CAPITALS || lines.item[line] === 1) return undefined;
  if (!CAPITAL_TITLE_WORDS.has(titleText(tokens, end - 1, end))) return undefined;
  for (let i = from; i < end; i += 1) if (tokens.kind[i] === TokenKind.number) return undefined;
  if (!isCapitals(tokens, from, end) || isCapitalLine(tokens, lines, line + 1)) return undefined;
  const kind = EARLIER_TITLE_WORDS.has(titleText(tokens, from, from + 1))
    ? 'treatment-to-date'
    : 'other';
  return { kind, first: from, titleFirst: from, titleEnd: end, body: to };
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
  if (markAt(tokens, to - 1) !== CLOSE) return to;
  for (let i = to - 2; i > from; i -= 1) if (markAt(tokens, i) === OPEN) return i;
  return to;
}

/** The dash with space around it within the first tokens of a line, -1 when there is none. */
function dashAfter(tokens: Tokens, from: number, to: number): number {
  for (let i = from + 1; i + 1 < to && i <= from + 4; i += 1) {
    if (
      markAt(tokens, i) === HYPHEN &&
      tokens.gap[i] !== Gap.none &&
      tokens.gap[i + 1] !== Gap.none
    )
      return i;
  }
  return -1;
}

/** "Item: Upheld": the colon and the decision end the line; the item may have begun lines before. */
function decisionHeading(
  tokens: Tokens,
  lines: Lines,
  line: number,
  to: number,
): SectionSpan | undefined {
  const from = lines.first[line] as number;
  let end = to;
  while (end > from && markAt(tokens, end - 1) === POINT) end -= 1;
  let colon = end - 1;
  while (colon > from && end - colon <= LONGEST_DECISION && markAt(tokens, colon) !== COLON)
    colon -= 1;
  if (markAt(tokens, colon) !== COLON || colon + 1 >= end) return undefined;
  if (!DECISION_WORDS.has(titleText(tokens, colon + 1, end))) return undefined;
  let start = line;
  while (start > 0 && line - start < MOST_ITEM_LINES) {
    const first = lines.first[start] as number;
    if ((tokens.breaks[first] as number) > lines.spacing) break;
    if (isClauseEnd(tokens, first - 1) || lines.item[start] === 1) break;
    start -= 1;
  }
  const first = lines.first[start] as number;
  if (first >= colon) return undefined;
  return { kind: 'decision', first, titleFirst: first, titleEnd: colon, body: to };
}

/** So many words on the first line of a paragraph are a sentence and no item. */
const PROSE_WORDS = 9;

/** A list of what is asked for ends where, after an empty line, a paragraph of sentences begins. */
function proseAfterList(
  tokens: Tokens,
  lines: Lines,
  line: number,
  section: SectionSpan | undefined,
): SectionSpan | undefined {
  const first = lines.first[line] as number;
  if (section?.kind !== 'request' || first === section.body || lines.item[line] === 1) {
    return undefined;
  }
  const isListed =
    lines.item[line - 1] === 1 ||
    ((lines.length[line - 1] as number) < LONGEST_TITLE_TEXT && !isClauseEnd(tokens, first - 1));
  if (!isListed) return undefined;
  if ((tokens.breaks[first] as number) <= lines.spacing || !startsTitle(tokens, first)) {
    return undefined;
  }
  const end = line + 1 < lines.count ? (lines.first[line + 1] as number) : tokens.count;
  let words = 0;
  for (let i = first; i < end; i += 1) if (tokens.kind[i] === TokenKind.word) words += 1;
  if (words < PROSE_WORDS) return undefined;
  return { kind: 'other', first, titleFirst: first, titleEnd: first, body: first };
}

const GUIDELINES: ReadonlySet<SectionKind> = new Set([
  'guideline',
  'claims-administrator-guideline',
]);

/** "Guideline: MTUS p. 99": a field of a form, which an empty line ends. */
function afterGuidelineField(
  tokens: Tokens,
  lines: Lines,
  line: number,
  section: SectionSpan | undefined,
): SectionSpan | undefined {
  if (section === undefined || !GUIDELINES.has(section.kind) || line === 0) return undefined;
  const first = lines.first[line] as number;
  const isField = section.body > 0 && section.first === (lines.first[line - 1] as number);
  if (!isField || first === section.body || section.titleEnd === section.titleFirst)
    return undefined;
  if ((tokens.breaks[first] as number) <= lines.spacing) return undefined;
  return { kind: 'other', first, titleFirst: first, titleEnd: first, body: first };
}

/** A line that opens with a full date: a note of that day. */
function datedHeading(
  tokens: Tokens,
  lines: Lines,
  line: number,
  from: number,
  to: number,
): SectionSpan | undefined {
  let start = from;
  while (start < to && (isRule(tokens, start) || isBracket(tokens, start))) start += 1;
  if (start >= to) return undefined;
  const note = noteHeading(tokens, lines, line, from, start, to);
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
  const mark = next < to ? markAt(tokens, next) : COLON;
  const closed = mark === COLON || mark === OPEN || mark === HYPHEN || isRule(tokens, next);
  if (!closed && (kind === TokenKind.word || !startsBlock(tokens, lines, line, from)))
    return undefined;
  return {
    kind: 'other',
    first: from,
    titleFirst: start,
    titleEnd: next,
    body: next,
    date: written.date,
  };
}

/** The kind of a note, before its date: "PR-2  3/09/2015", "Office visit 5/11/15". */
const NOTE_KIND =
  /^(?:(?:pr[- ]?[1-4]|primary|treating|physician'?s?|office|clinic|progress|follow[- ]?up|f\/?u|re-?check|re-?eval\w*|visit|note|notes|report|exam|encounter|soap|session|consult\w*|phone|tele\w*|call|appt|appointment|med|medication|pain|ortho\w*|psych\w*|nurse|np|pa|md|pt|chiro\w*|rv|ov|addendum|supplemental|initial|interim|final|from|of|dated|date|on|no|#)[\s.,:#-]*(?:\d{1,2}\s*[:.)-]?\s+(?=\S))?){1,5}$/i;
const LONGEST_NOTE_KIND = 6;

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
    const mark = next < to ? markAt(tokens, next) : COLON;
    const closed = mark === COLON || mark === OPEN || mark === HYPHEN || isWide(tokens, next);
    if (!closed) return undefined;
    return {
      kind: 'other',
      first: from,
      titleFirst: start,
      titleEnd: next,
      body: next,
      date: written.date,
    };
  }
  return undefined;
}

/** Whether a column's gap stands before a token. */
function isWide(tokens: Tokens, token: number): boolean {
  const gap = tokens.text.slice(tokens.end[token - 1], tokens.start[token]);
  return /\s{2,}|\t/.test(gap);
}

/** Whether a line does not go on from the one before: after an empty line, a sentence's end, a short line. */
function startsBlock(tokens: Tokens, lines: Lines, line: number, from: number): boolean {
  if (line === 0 || (tokens.breaks[from] as number) > lines.spacing) return true;
  if (isClauseEnd(tokens, from - 1) || markAt(tokens, from - 1) === COLON) return true;
  return (lines.length[line - 1] as number) < 50;
}

function followsDate(tokens: Tokens, token: number): boolean {
  return (
    token > 0 && (tokens.kind[token - 1] === TokenKind.number || tokens.gap[token] === Gap.tab)
  );
}

function isRule(tokens: Tokens, token: number): boolean {
  const mark = markAt(tokens, token);
  return mark === HYPHEN || mark === EQUALS || mark === 0x2a || mark === 0x5f || mark === 0x23;
}

/** "[12 May 2014 - Pain clinic]". */
function isBracket(tokens: Tokens, token: number): boolean {
  const mark = markAt(tokens, token);
  return mark === OPEN || mark === 0x5b;
}
