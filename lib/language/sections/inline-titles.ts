/**
 * Titles inside a line, in texts that lost their line breaks: "... LBP HPI: 45 yo ... PE: TTP A/P: ...",
 * "Amrix 15mg #60: Upheld Claims Administrator guideline: ...".
 */
import { Mark } from '../marks.ts';
import { Gap, markAt, TokenKind, type Tokens } from '../tokens.ts';
import {
  CAPITAL_ABBREVIATIONS,
  DECISION_WORDS,
  INLINE_TITLES,
  NEEDS_COLON,
  SECTION_TITLES,
} from './section-titles.ts';
import type { SectionSpan } from './sections.ts';
import {
  datedExam,
  isCapitals,
  isClauseEnd,
  opensAnswer,
  startsTitle,
  titleText,
} from './title-words.ts';

const LONGEST_TITLE = 8;
const LONGEST_DECISION = 4;
const LONGEST_ITEM = 30;
/** The order of a note's four parts by their letters. */
const LETTERS = 'soap';
const LONGEST_BARE = 5;
/** Shorter titles without a colon are words like others: "MTUS", "RFA". */
const LEAST_BARE = 6;
/** What each of the letters may stand behind where no letter opened the section before. */
const LETTER_FOLLOWS: readonly ReadonlySet<string>[] = [
  new Set(['subjective']),
  new Set(['subjective', 'medications', 'history']),
  new Set(['exam', 'tests']),
  new Set(['diagnosis', 'exam']),
];
/** A word before which a capitalized word goes on a phrase: "the Plan". */
const JOINING = new Set(
  'the a an of his her this our my your and or for to in with per on by'.split(' '),
);

/**
 * The title before the colon at `colon` that other words of its line precede, from token `from` on.
 * `open` is the section it would end. Undefined when no known title stands there, or when it goes on
 * from the words before ("home exercise plan:").
 */
export function inlineTitle(
  tokens: Tokens,
  titleWords: Uint8Array,
  from: number,
  colon: number,
  open: SectionSpan,
): SectionSpan | undefined {
  // no title goes over a colon
  let low = colon;
  while (low > from + 1 && colon - low < LONGEST_TITLE && markAt(tokens, low - 1) !== Mark.colon)
    low -= 1;
  for (let start = low; start < colon; start += 1) {
    if (titleWords[tokens.word[start] as number] !== 1 || !startsTitle(tokens, start)) continue;
    if (tokens.gap[start] === Gap.none || tokens.gap[start] === Gap.hyphen) continue;
    const title = titleText(tokens, start, colon);
    const kind = SECTION_TITLES.get(title) ?? datedExam(tokens, start, colon);
    // "RFA 6/10/14 Dx: strain. Acupuncture 2x3": a label of the form and no part of a note.
    if (kind === undefined || title === 'dx') continue;
    if (!opensTitle(tokens, start, colon, title, open)) continue;
    return { kind, first: start, titleFirst: start, titleEnd: colon, body: colon + 1 };
  }
  return undefined;
}

/** Whether a known title at `[start, colon)` begins there and does not go on from the word before. */
function opensTitle(
  tokens: Tokens,
  start: number,
  colon: number,
  title: string,
  open: SectionSpan,
): boolean {
  const before = start - 1;
  const mark = markAt(tokens, before);
  const ended = mark === Mark.point || mark === Mark.semicolon;
  if (opensAnswer(tokens, title, start)) return false;
  if (title.length === 1)
    return tokens.gap[start] !== Gap.none && followsLetter(tokens, title, open);
  const unmistakable = INLINE_TITLES.has(title);
  if (NEEDS_COLON.has(title) && !(unmistakable && ended)) return false;
  if (mark !== 0 || tokens.kind[before] === TokenKind.number) return true;
  const capitals = isCapitals(tokens, start, colon);
  if (startsTitle(tokens, before)) {
    if (unmistakable && title.includes(' ')) return true;
    const word = (tokens.end[before] as number) - (tokens.start[before] as number);
    if (word < 2 || !isCapitals(tokens, before, before + 1)) return false;
    return !capitals || CAPITAL_ABBREVIATIONS.has(title);
  }
  return !JOINING.has(tokens.text.slice(tokens.start[before], tokens.end[before]));
}

/** "O:" behind "S:", "P:" behind "A:": the letters of a note in their order. */
function followsLetter(tokens: Tokens, letter: string, open: SectionSpan): boolean {
  const last = titleText(tokens, open.titleFirst, open.titleEnd);
  const place = LETTERS.indexOf(letter);
  const before = LETTER_FOLLOWS[place];
  if (before === undefined) return false;
  return last.length === 1
    ? LETTERS.indexOf(last) >= 0 && LETTERS.indexOf(last) < place
    : before.has(open.kind);
}

/**
 * A title without a colon at token `start`, which a sentence's end precedes: one in capitals before
 * words that are not ("... senna. TREATMENT PLAN Refill"), or one before a dash ("Plan - Norco").
 */
export function bareTitle(
  tokens: Tokens,
  titleEnds: Uint8Array,
  start: number,
  to: number,
): SectionSpan | undefined {
  if (!startsTitle(tokens, start)) return undefined;
  const ended = endsBefore(tokens, start);
  const last = colonFrom(tokens, start, Math.min(to - 1, start + LONGEST_BARE));
  for (let end = last; end > start; end -= 1) {
    if (titleEnds[tokens.word[end - 1] as number] !== 1) continue;
    const title = titleText(tokens, start, end);
    const kind = SECTION_TITLES.get(title);
    if (kind === undefined || NEEDS_COLON.has(title)) continue;
    if (title.length < LEAST_BARE && title !== 'a/p' && title !== 'hpi') continue;
    const dashed = markAt(tokens, end) === Mark.hyphen && tokens.gap[end] !== Gap.none;
    if (!ended && (dashed || !risesBefore(tokens, start, end))) continue;
    if (!dashed && !standsOut(tokens, start, end)) continue;
    return { kind, first: start, titleFirst: start, titleEnd: end, body: dashed ? end + 1 : end };
  }
  return undefined;
}

/** The first colon in tokens `[from, end)`; `end` when there is none. */
function colonFrom(tokens: Tokens, from: number, end: number): number {
  let at = from;
  while (at < end && markAt(tokens, at) !== Mark.colon) at += 1;
  return at;
}

/** A full stop or a semicolon right before a token, with a blank between. */
function endsBefore(tokens: Tokens, token: number): boolean {
  const mark = markAt(tokens, token - 1);
  return (mark === Mark.point || mark === Mark.semicolon) && tokens.gap[token] !== Gap.none;
}

/** Two words in capitals or more, behind a word that is not: "... is good CURRENT MEDICATIONS ...". */
function risesBefore(tokens: Tokens, start: number, end: number): boolean {
  return (
    end - start > 1 && tokens.kind[start - 1] === TokenKind.word && !startsTitle(tokens, start - 1)
  );
}

/** Capitals before something that is not in capitals. */
function standsOut(tokens: Tokens, start: number, end: number): boolean {
  if (!isCapitals(tokens, start, end) || markAt(tokens, end) !== 0) return false;
  return !isCapitals(tokens, end, end + 1);
}

/**
 * The item that a decision behind the colon at `colon` names, where a known title follows the
 * decision in the same line. `to` ends the line, `open` is the section it would end.
 */
export function inlineDecision(
  tokens: Tokens,
  titleWords: Uint8Array,
  from: number,
  colon: number,
  to: number,
  open: SectionSpan,
): SectionSpan | undefined {
  const last = colonFrom(tokens, colon + 1, Math.min(to - 1, colon + 1 + LONGEST_DECISION));
  for (let end = last; end > colon + 1; end -= 1) {
    if (!DECISION_WORDS.has(titleText(tokens, colon + 1, end))) continue;
    if (!startsKnownTitle(tokens, titleWords, end, to)) return undefined;
    const least = Math.max(from, open.body, colon - LONGEST_ITEM);
    let first = colon;
    while (first > least && !endsItem(tokens, first - 1)) first -= 1;
    if (first === colon) return undefined;
    return { kind: 'decision', first, titleFirst: first, titleEnd: colon, body: end };
  }
  return undefined;
}

/** A full stop, or a colon of a title before. */
function endsItem(tokens: Tokens, token: number): boolean {
  const mark = markAt(tokens, token);
  if (mark === Mark.colon) return true;
  return mark === Mark.point && tokens.gap[token + 1] !== Gap.none && isClauseEnd(tokens, token);
}

function startsKnownTitle(
  tokens: Tokens,
  titleWords: Uint8Array,
  start: number,
  to: number,
): boolean {
  if (titleWords[tokens.word[start] as number] !== 1) return false;
  for (let end = start + 1; end < to && end <= start + LONGEST_TITLE; end += 1) {
    if (markAt(tokens, end) === Mark.colon)
      return SECTION_TITLES.has(titleText(tokens, start, end));
  }
  return false;
}
