/**
 * Headers and footers of pages that stand in the middle of a sentence: "no evidence of", "Page 3 of 7
 * DOE, J DOB 1/2/60", "radiculopathy". Their tokens are taken out, so that phrases, sentences and scopes
 * go on over them; offsets stay those of the text.
 */
import { OPEN_WORDS } from '../abbreviations.ts';
import type { Lines } from '../lines.ts';
import { Mark } from '../marks.ts';
import { appendTokens, emptyTokens } from '../token-columns.ts';
import { foldedToken, Gap, markAt, TokenKind, type Tokens } from '../tokens.ts';
import type { WordTable } from '../word-table.ts';

const SENTENCE_ENDS = new Set([Mark.point, Mark.colon, 0x3f, 0x21]);
/** A header has no line with more tokens, and no more lines. */
const LONGEST_LINE = 24;
const MOST_LINES = 4;
/** Shorter lines do not break off: they are headings, cells and items. */
const LEAST_BEFORE = 30;
const LEAST_REPEATED = 10;
/** What parts a small letter of ASCII from its capital. */
const CASE_BIT = 0x20;
const SMALL_A = 0x61;
const SMALL_I = 0x69;
const SMALL_K = 0x6b;
const SMALL_Z = 0x7a;
const PAGE_WORDS = ['page', 'pg', 'p'];
/** Words of fax lines and print-outs. */
const PRINT_WORDS = ['fax', 'confidential', 'printed', 'continued', 'faxed'];
/** Labels by which a page names its claim. */
const CLAIM_WORDS =
  'claim claimant patient name employee insured dob doi dos mrn case account acct re date wcab ssn'.split(
    ' ',
  );

export interface PageHeaderFinder {
  /** The tokens without those of headers within sentences; the same where there are none. */
  stepOver(tokens: Tokens, lines: Lines): Tokens;
}

/** Finds headers in texts tokenized with `table`, to which it adds its words. */
export function createPageHeaderFinder(table: WordTable): PageHeaderFinder {
  const ids = (words: readonly string[]) => new Set(words.map((word) => table.intern(word)));
  const pageWords = ids(PAGE_WORDS);
  const printWords = ids(PRINT_WORDS);
  const claimWords = ids(CLAIM_WORDS);
  const openWords = ids(OPEN_WORDS);

  function stepOver(tokens: Tokens, lines: Lines): Tokens {
    let repeated: ReadonlyMap<string, number> | undefined;
    const spans: { from: number; to: number }[] = [];
    for (let line = 1; line + 1 < lines.count; line += 1) {
      if (!breaksOff(tokens, lines, line) || !mayGoOn(tokens, lines, line)) continue;
      let end = line;
      let certain = false;
      while (end + 1 < lines.count && end - line < MOST_LINES) {
        const kind = kindOf(tokens, lines, end);
        if (kind === undefined) {
          if (!mayRepeat(tokens, lines, end)) break;
          repeated ??= countLines(tokens, lines);
          if ((repeated.get(lineKey(tokens, lines, end)) ?? 0) < 2) break;
        }
        // A line that only recurs may as well be a sentence of a form, which goes on itself.
        certain ||= kind === 'page' || (kind === undefined && isLeftOpen(tokens, lines, line));
        end += 1;
      }
      if (!certain || end === line || !goesOn(tokens, lines, line, end)) continue;
      spans.push({ from: lines.first[line] as number, to: lines.first[end] as number });
      line = end;
    }
    return spans.length === 0 ? tokens : without(tokens, spans);
  }

  /** Whether the line before `line` stops within a sentence, and `line` does not go on with it. */
  function breaksOff(tokens: Tokens, lines: Lines, line: number): boolean {
    const first = lines.first[line] as number;
    if (isSmall(tokens, first) || SENTENCE_ENDS.has(markAt(tokens, first - 1))) return false;
    return (lines.length[line - 1] as number) >= LEAST_BEFORE || isLeftOpen(tokens, lines, line);
  }

  /** Whether the words before `line` end with one that needs another: "no evidence of". */
  function isLeftOpen(tokens: Tokens, lines: Lines, line: number): boolean {
    return openWords.has(tokens.word[(lines.first[line] as number) - 1] as number);
  }

  /** Whether the words before `line` go on in line `end`. */
  function goesOn(tokens: Tokens, lines: Lines, line: number, end: number): boolean {
    return isSmall(tokens, lines.first[end] as number) || isLeftOpen(tokens, lines, line);
  }

  /** Whether the words before `line` can go on behind a header there. */
  function mayGoOn(tokens: Tokens, lines: Lines, line: number): boolean {
    if (isLeftOpen(tokens, lines, line)) return true;
    const most = Math.min(line + MOST_LINES, lines.count - 1);
    for (let end = line + 1; end <= most; end += 1) {
      if (isSmall(tokens, lines.first[end] as number)) return showsPage(tokens, lines, line, most);
    }
    return false;
  }

  /** Whether one of the lines from `line` up to `end` shows itself to be of a page. */
  function showsPage(tokens: Tokens, lines: Lines, line: number, end: number): boolean {
    for (let at = line; at < end; at += 1) if (kindOf(tokens, lines, at) === 'page') return true;
    return false;
  }

  /** What a line shows itself to be: a page's number or a print line, or the name of a claim. */
  function kindOf(tokens: Tokens, lines: Lines, line: number): 'page' | 'claim' | undefined {
    const from = lines.first[line] as number;
    const to = lines.first[line + 1] as number;
    if (to - from > LONGEST_LINE) return undefined;
    if (isPageNumber(tokens, from, to)) return 'page';
    let claim = false;
    let bracket = 0;
    for (let i = from; i < to; i += 1) {
      const mark = markAt(tokens, i);
      if (mark === Mark.open) bracket = i;
      else if (mark === Mark.close) bracket = 0;
      // "denies ulcer (PR2 pg 3)": where it is told, and no page of this text
      if (bracket > from) continue;
      const word = tokens.word[i] as number;
      if (word === 0) continue;
      if (printWords.has(word)) return 'page';
      if (pageWords.has(word) && numberFollows(tokens, i, to)) return 'page';
      claim ||= claimWords.has(word) && labelFollows(tokens, i, to);
    }
    return claim ? 'claim' : undefined;
  }

  return { stepOver };
}

/** "3", "- 3 -", "3 of 7", "3/7" and nothing else. */
function isPageNumber(tokens: Tokens, from: number, to: number): boolean {
  if (to - from > 3) return false;
  let numbers = 0;
  for (let i = from; i < to; i += 1) {
    if (tokens.kind[i] === TokenKind.number) numbers += 1;
    else if (
      markAt(tokens, i) !== Mark.hyphen &&
      markAt(tokens, i) !== Mark.slash &&
      foldedToken(tokens, i) !== 'of'
    )
      return false;
  }
  return numbers > 0;
}

/** "page 3", "pg. 3", "p. 3 of 7", "page: 003/010". */
function numberFollows(tokens: Tokens, word: number, to: number): boolean {
  for (let i = word + 1; i < to && i <= word + 2; i += 1) {
    if (tokens.kind[i] === TokenKind.number) return true;
    const mark = markAt(tokens, i);
    if (mark !== Mark.point && mark !== Mark.colon && mark !== Mark.hash) return false;
  }
  return false;
}

/** "Claim #", "Claim No. 5", "DOB:", "DOI 3/4/12". */
function labelFollows(tokens: Tokens, word: number, to: number): boolean {
  for (let i = word + 1; i < to && i <= word + 2; i += 1) {
    const mark = markAt(tokens, i);
    if (mark === Mark.colon || mark === Mark.hash || tokens.kind[i] === TokenKind.number)
      return true;
  }
  return false;
}

/** Whether a line is long enough, and not too long, to be known again. */
function mayRepeat(tokens: Tokens, lines: Lines, line: number): boolean {
  const size = (lines.first[line + 1] as number) - (lines.first[line] as number);
  return (
    size >= 3 &&
    size <= LONGEST_LINE &&
    (lines.length[line] as number) >= LEAST_REPEATED &&
    !isSmall(tokens, lines.first[line] as number)
  );
}

/** How often each line stands in the text, numbers aside; one that stands there once may be left out. */
function countLines(tokens: Tokens, lines: Lines): Map<string, number> {
  const prints = new Int32Array(lines.count);
  const alike = new Map<number, number>();
  for (let line = 0; line + 1 < lines.count; line += 1) {
    if (!mayRepeat(tokens, lines, line)) continue;
    const print = linePrint(tokens, lines, line);
    prints[line] = print;
    alike.set(print, (alike.get(print) ?? 0) + 1);
  }
  const counts = new Map<string, number>();
  for (let line = 0; line + 1 < lines.count; line += 1) {
    // Most lines are like no other, which their prints tell.
    if (prints[line] === 0 || alike.get(prints[line] as number) === 1) continue;
    const key = lineKey(tokens, lines, line);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/**
 * A number that is the same, and never 0, for lines of the same key: of the letters that both cases have in
 * ASCII alone, which "k" and "i" have not (the sign for kelvin, a capital with a dot).
 */
function linePrint(tokens: Tokens, lines: Lines, line: number): number {
  const { text } = tokens;
  const start = tokens.start[lines.first[line] as number] as number;
  const end = start + (lines.length[line] as number);
  let print = 0;
  for (let at = start; at < end; at += 1) {
    const letter = text.charCodeAt(at) | CASE_BIT;
    if (letter < SMALL_A || letter > SMALL_Z || letter === SMALL_I || letter === SMALL_K) continue;
    print = (Math.imul(print, 31) + letter) | 0;
  }
  return print | 1;
}

function lineKey(tokens: Tokens, lines: Lines, line: number): string {
  const start = tokens.start[lines.first[line] as number] as number;
  return tokens.text
    .slice(start, start + (lines.length[line] as number))
    .toLowerCase()
    .replace(/\d+/g, '0')
    .replace(/\s+/g, ' ');
}

/** Whether a token is a word that opens with a small letter. */
function isSmall(tokens: Tokens, token: number): boolean {
  if (tokens.kind[token] !== TokenKind.word) return false;
  const first = tokens.text.charAt(tokens.start[token] as number);
  return first === first.toLowerCase() && first !== first.toUpperCase();
}

/** The tokens but for those of `spans`; what stood behind a span goes on with what stood before it. */
function without(tokens: Tokens, spans: readonly { from: number; to: number }[]): Tokens {
  const kept = emptyTokens(tokens.text, tokens.count);
  let from = 0;
  for (const span of [...spans, { from: tokens.count, to: tokens.count }]) {
    const at = kept.count;
    appendTokens(kept, tokens, from, span.from);
    if (from > 0 && at < kept.start.length) {
      // As a word that is split at a line's end, which no sentence ends in.
      kept.breaks[at] = 1;
      kept.gap[at] = Gap.hyphen;
    }
    from = span.to;
  }
  return kept;
}
