/**
 * Sentences over tokens, in texts that are wrapped, double-spaced, listed, tabled or telegraphic.
 * A sentence is a run of tokens; each token is in exactly one.
 */
import {
  ABBREVIATIONS,
  OPEN_WORDS,
  TITLES_BEFORE_NAMES,
  WORDS_BEFORE_NAMES,
} from './abbreviations.ts';
import { boxAt, EMPTY_BOXES, TICKED_BOXES } from './assertion/boxes.ts';
import { itemNumberEnd, type Lines, labelColon } from './lines.ts';
import { Mark } from './marks.ts';
import { Gap, markAt, TokenKind, type Tokens } from './tokens.ts';
import type { WordTable } from './word-table.ts';

/** Sentences as columns. */
export interface Sentences {
  count: number;
  /** First token of each sentence, ascending. */
  first: Int32Array;
  /** Paragraph of each sentence, counted through the text. */
  paragraph: Int32Array;
  /** 1 for a bullet, numbered item, table row or `label: value` line. */
  item: Uint8Array;
}

/** What somebody says who begins anew in the middle of a sentence. */
const TAKING_BACK: readonly (readonly [string, string])[] = [
  ['scratch', 'that'],
  ['strike', 'that'],
  ['delete', 'that'],
  ['erase', 'that'],
  ['no', 'wait'],
  ['wait', 'no'],
];

const CLOSERS = new Set([0x29, 0x5d, 0x22, 0x27]);
/** Lines longer than this are not wrapped: the text flows. */
const WIDEST_WRAP = 140;
const LONGEST_LABEL = 8;

export interface SentenceFinder {
  /** `starts[i] === 1` where a section starts at token `i`: a sentence starts there too. */
  find(tokens: Tokens, lines: Lines, starts: Uint8Array): Sentences;
}

/** Finds sentences in texts that were tokenized with `table`, to which it adds its abbreviations. */
export function createSentenceFinder(table: WordTable): SentenceFinder {
  const abbreviations = new Set(ABBREVIATIONS.map((word) => table.intern(word)));
  const titles = new Set(TITLES_BEFORE_NAMES.map((word) => table.intern(word)));
  const namers = new Set(
    [...TITLES_BEFORE_NAMES, ...WORDS_BEFORE_NAMES].map((word) => table.intern(word)),
  );
  const openWords = new Set(OPEN_WORDS.map((word) => table.intern(word)));
  const [no, of] = ['no', 'of'].map((word) => table.intern(word));
  const takingBack = new Map(
    TAKING_BACK.map(([first, second]) => [table.intern(first), table.intern(second)]),
  );
  function find(tokens: Tokens, lines: Lines, starts: Uint8Array): Sentences {
    const out = { first: [] as number[], paragraph: [] as number[], item: [] as number[] };
    const widths = localWidths(lines);
    let paragraph = 0;
    for (let line = 0; line < lines.count; line += 1) {
      const from = lines.first[line] as number;
      const to = line + 1 < lines.count ? (lines.first[line + 1] as number) : tokens.count;
      const breaks = tokens.breaks[from] as number;
      const labelled = isLabelled(tokens, from, to) || hasLeader(tokens, from, to);
      const starting = line === 0 || starts[from] === 1;
      const fresh = starting || !continues(tokens, lines, widths, line, from, to, labelled);
      if (fresh && line > 0 && (breaks > lines.spacing || starts[from] === 1)) paragraph += 1;
      const item = lines.item[line] === 1 || labelled;
      if (fresh) push(from, item);
      splitLine(from, to, item);
    }
    return {
      count: out.first.length,
      first: Int32Array.from(out.first),
      paragraph: Int32Array.from(out.paragraph),
      item: Uint8Array.from(out.item),
    };

    function push(token: number, item: boolean): void {
      out.first.push(token);
      out.paragraph.push(paragraph);
      out.item.push(item ? 1 : 0);
    }

    /** Sentence ends within a line. */
    function splitLine(from: number, to: number, item: boolean): void {
      const numberEnd = itemNumberEnd(tokens, from, to);
      for (let i = Math.max(from + 1, numberEnd + 1); i < to; i += 1) {
        if (starts[i] === 1 || (mayEnd(tokens, i - 1) && endsBefore(tokens, i))) push(i, item);
      }
    }
  }

  /** Whether a token is a mark, or has a point at its end. */
  function mayEnd(tokens: Tokens, token: number): boolean {
    if (tokens.kind[token] === TokenKind.mark) return true;
    return tokens.text.charCodeAt((tokens.end[token] as number) - 1) === Mark.point;
  }

  /** Whether a sentence ends just before token `i` of the same line. */
  function endsBefore(tokens: Tokens, i: number): boolean {
    let last = i - 1;
    if (CLOSERS.has(markAt(tokens, last)) && tokens.gap[i] !== Gap.none) last -= 1;
    if (last < 0) return false;
    const mark = markAt(tokens, last);
    if (mark === Mark.point) return pointEnds(tokens, last, i);
    if (mark === Mark.question || mark === Mark.exclamation) {
      // "Prior ESI?      9/2017": the next cell answers
      if (tokens.gap[i] === Gap.none || tokens.gap[i] === Gap.tab) return false;
      // "? radiculopathy" asks before its word.
      return last > 0 && tokens.gap[last] === Gap.none;
    }
    if (mark === Mark.comma || mark === Mark.semicolon) return isTakenBack(tokens, i);
    if (mark !== 0) return false;
    // "b.i.d. The": the point belongs to the letters and ends the sentence too.
    const end = tokens.end[last] as number;
    if (tokens.text.charCodeAt(end - 1) !== Mark.point || tokens.gap[i] === Gap.none) return false;
    return isCapitalized(tokens, i) && !abbreviations.has(tokens.word[last] as number);
  }

  /** "He has one, scratch that, he has none": what is said anew is a sentence of its own. */
  function isTakenBack(tokens: Tokens, i: number): boolean {
    if (i + 2 >= tokens.count) return false;
    const second = takingBack.get(tokens.word[i] as number);
    if (second === undefined || tokens.word[i + 1] !== second) return false;
    const behind = tokens.kind[i + 2] === TokenKind.mark ? i + 3 : i + 2;
    // of a number only the number is said anew
    return behind + 2 < tokens.count && tokens.kind[behind] === TokenKind.word;
  }

  function pointEnds(tokens: Tokens, point: number, next: number): boolean {
    if (point === 0 || isInLeader(tokens, point)) return false;
    const before = point - 1;
    const glued = tokens.gap[next] === Gap.none;
    if (glued) {
      // "request.Based": a space was lost.
      return (
        tokens.kind[before] === TokenKind.word &&
        (tokens.end[before] as number) - (tokens.start[before] as number) > 2 &&
        isCapitalized(tokens, next) &&
        !isCapital(tokens.text.charCodeAt((tokens.end[before] as number) - 1))
      );
    }
    if (tokens.gap[point] !== Gap.none) return true;
    if (tokens.kind[before] === TokenKind.word) {
      const word = tokens.word[before] as number;
      if (titles.has(word)) return false;
      // "no. of injections"
      if (word === no && tokens.word[next] === of) return false;
      if (abbreviations.has(word))
        return (
          tokens.gap[next] === Gap.tab ||
          (isCapitalized(tokens, next) && !isLevel(tokens, next) && !isDay(tokens, next))
        );
      const length = (tokens.end[before] as number) - (tokens.start[before] as number);
      // An initial: "J. Smith".
      if (length === 1 && isCapital(tokens.text.charCodeAt(tokens.start[before] as number))) {
        const isSide = SIDES.has(tokens.text.charCodeAt(tokens.start[before] as number));
        // "R > L. Trapezius": compared sides
        if (isSide && before > 0 && COMPARES.has(markAt(tokens, before - 1))) return true;
        if (before === 0 || tokens.breaks[before] !== 0) return false;
        // "B. Ambien": the letter of an item, below one that ends in a number
        if (tokens.kind[before - 1] !== TokenKind.number)
          return isSide && !isBoth(tokens, before) && followsFinding(tokens, before - 1, next);
        // "grip 4/5 L. Low back": a side
        if (tokens.gap[before] === Gap.none) return true;
        return (
          isSide &&
          (isCapitalized(tokens, next) ||
            (tokens.kind[next] === TokenKind.number && !isBoth(tokens, before)))
        );
      }
    }
    return true;
  }

  /** "B" for both, which may as well be the letter of an item. */
  function isBoth(tokens: Tokens, letter: number): boolean {
    return tokens.text[tokens.start[letter] as number] === 'B';
  }

  /** "Sensation normal R. No spasm", "TTP L. 2 bands": a side behind a word that is nobody's name or title. */
  function followsFinding(tokens: Tokens, word: number, next: number): boolean {
    if (tokens.kind[word] !== TokenKind.word || namers.has(tokens.word[word] as number))
      return false;
    const [start, end] = [tokens.start[word] as number, tokens.end[word] as number];
    if (tokens.kind[next] === TokenKind.number) return true;
    if (!isCapitalized(tokens, next)) return false;
    const first = tokens.text.charCodeAt(start);
    return !isCapital(first) || (end - start > 1 && isCapital(tokens.text.charCodeAt(end - 1)));
  }

  /** "bilat. C4-5": a letter with its number opens no sentence after an abbreviation. */
  function isLevel(tokens: Tokens, token: number): boolean {
    const start = tokens.start[token] as number;
    return /^[CTLS]\d/.test(tokens.text.slice(start, start + 2));
  }

  /** "Last inj. Jan 5, 2016": nor does a month with its number. */
  function isDay(tokens: Tokens, token: number): boolean {
    const start = tokens.start[token] as number;
    return MONTH_AND_NUMBER.test(tokens.text.slice(start, start + LONGEST_MONTH));
  }

  /** Whether the sentence at the end of the line before goes on in this line. */
  function continues(
    tokens: Tokens,
    lines: Lines,
    widths: Int32Array,
    line: number,
    from: number,
    to: number,
    labelled: boolean,
  ): boolean {
    const breaks = tokens.breaks[from] as number;
    const last = from - 1;
    const hyphenated = tokens.gap[from] === Gap.hyphen;
    if (hyphenated) return true;
    if (endsSentence(tokens, last)) return false;
    if (lines.item[line] === 1 || labelled) return false;
    const lowerCase = tokens.kind[from] === TokenKind.word && !isCapitalized(tokens, from);
    const before = lines.length[line - 1] as number;
    const width = widths[line - 1] as number;
    const firstWord = (tokens.end[from] as number) - (tokens.start[from] as number);
    const full = width <= WIDEST_WRAP && (before + 1 + firstWord) * 100 > width * 86 && before > 30;
    if (breaks > lines.spacing) return lowerCase && (full || before * 2 > width) && before > 30;
    if (markAt(tokens, last) === Mark.colon && !lowerCase) return false;
    if (!lowerCase && endsInBox(tokens, last)) return false;
    if (lowerCase && markAt(tokens, last) === Mark.comma) return true;
    if (full || (before > 30 && openWords.has(tokens.word[last] as number))) return true;
    if (!lowerCase && tokens.kind[from] !== TokenKind.number) return false;
    return before * 3 > width * 2 && before > 30 && to > from;
  }

  function endsSentence(tokens: Tokens, token: number): boolean {
    let last = token;
    if (last > 0 && CLOSERS.has(markAt(tokens, last))) last -= 1;
    const mark = markAt(tokens, last);
    if (mark === Mark.question || mark === Mark.exclamation) return true;
    if (mark !== Mark.point) return false;
    const word = last > 0 ? (tokens.word[last - 1] as number) : 0;
    return !abbreviations.has(word) && !titles.has(word);
  }

  return { find };
}

const MONTH_AND_NUMBER = /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d/;
const LONGEST_MONTH = 12;

/** What compares two sides. */
const COMPARES: ReadonlySet<number> = new Set([Mark.more, Mark.less]);

/** L, R and B, as sides are written. */
const SIDES = new Set([...'LRB'].map((letter) => letter.charCodeAt(0)));

/** The most words of a choice behind its box: "[x] not at all". */
const LONGEST_CHOICE = 3;

/** Whether token `last` ends a choice of a form: "( ) yes (x) no", "worse [ ]". */
function endsInBox(tokens: Tokens, last: number): boolean {
  for (let at = last; at > 0 && at >= last - LONGEST_CHOICE; at -= 1) {
    const mark = markAt(tokens, at);
    if (mark === 0) continue;
    if (mark !== Mark.closeSquare && mark !== Mark.close)
      return EMPTY_BOXES.has(mark) || TICKED_BOXES.has(mark);
    for (let open = at - 1; open >= 0 && open >= at - 2; open -= 1) {
      const box = boxAt(tokens, open, at + 1);
      if (box !== undefined) return box.last === at;
    }
    return false;
  }
  return false;
}

/**
 * Whether a line is `Label: value`: few words before a colon, the first with a capital or a number, or
 * the value in a column of its own.
 */
function isLabelled(tokens: Tokens, from: number, to: number): boolean {
  const colon = labelColon(tokens, from, to, LONGEST_LABEL);
  if (colon < 0) return false;
  if (colon + 1 < to && tokens.gap[colon + 1] === Gap.tab) return true;
  return isCapitalized(tokens, from) || tokens.kind[from] !== TokenKind.word;
}

/** "last test ........ 8/30/16": so many points part a label from its value, before a number one less. */
const SHORTEST_LEADER = 4;

function hasLeader(tokens: Tokens, from: number, to: number): boolean {
  for (let i = from; i + SHORTEST_LEADER <= to; i += 1) if (isInLeader(tokens, i)) return true;
  return false;
}

function isInLeader(tokens: Tokens, token: number): boolean {
  if (markAt(tokens, token) !== Mark.point) return false;
  let length = 1;
  for (let i = token; i > 0 && tokens.gap[i] === Gap.none && length < SHORTEST_LEADER; i -= 1) {
    if (markAt(tokens, i - 1) !== Mark.point) break;
    length += 1;
  }
  let next = token + 1;
  for (; next < tokens.count && length < SHORTEST_LEADER; next += 1) {
    if (markAt(tokens, next) !== Mark.point || tokens.gap[next] !== Gap.none) break;
    length += 1;
  }
  if (length === SHORTEST_LEADER - 1 && tokens.kind[next] === TokenKind.number) return true;
  return length >= SHORTEST_LEADER;
}

function isCapitalized(tokens: Tokens, token: number): boolean {
  if (tokens.kind[token] !== TokenKind.word) return false;
  const code = tokens.text.charCodeAt(tokens.start[token] as number);
  if (isCapital(code)) return true;
  if (code < 0x80) return false;
  const letter = String.fromCharCode(code);
  return letter !== letter.toLowerCase();
}

function isCapital(code: number): boolean {
  return code >= 0x41 && code <= 0x5a;
}

/** The width a line is wrapped at: the longest of it and its five neighbours on each side. */
function localWidths(lines: Lines): Int32Array {
  const widths = new Int32Array(lines.count);
  for (let line = 0; line < lines.count; line += 1) {
    let widest = 0;
    for (let near = Math.max(0, line - 5); near <= line + 5 && near < lines.count; near += 1) {
      widest = Math.max(widest, lines.length[near] as number);
    }
    widths[line] = widest;
  }
  return widths;
}
