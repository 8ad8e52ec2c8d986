/**
 * The state of one pass of the value grammars over the tokens of a text. A grammar is a function of
 * the scan and a token; it answers with the token after its match, or 0 when it does not match.
 * Readers of parts (numbers, dates) leave what they read in the scan, so that nothing is allocated
 * before a value is found.
 */
import { Mark } from '../marks.ts';
import type { Operator, Value } from '../mention.ts';
import { readAs } from '../read-as.ts';
import { Gap, markAt, TokenKind, type Tokens } from '../tokens.ts';
import { FoundValue } from './found-value.ts';
import type { ValueWords } from './words.ts';

export interface Scan {
  readonly tokens: Tokens;
  readonly words: ValueWords;
  readonly found: FoundValue[];
  /** The last token that is a word of a drug's name; far before the text when none was, as those below. */
  drugAt: number;
  /** The last token that speaks of pain or its decrease, and of morphine equivalents. */
  painAt: number;
  equivalentAt: number;
  takeAt: number;
  therapyAt: number;
  /** Token after the value found last. */
  foundEnd: number;
  /** Left by the number readers: both ends, and the token after. */
  low: number;
  high: number;
  next: number;
  /** True when the amount is a word like "few". */
  vague: boolean;
  /** Left by the date reader; 0 for a part that is not written. */
  year: number;
  month: number;
  day: number;
  /** How many months a season spans; 0 of any other date. */
  months: number;
  /** Left by the operator readers. */
  operator: Operator;
  operatorStart: number;
}

const FAR_BEFORE = -1000;

export function createScan(tokens: Tokens, words: ValueWords): Scan {
  return {
    tokens,
    words,
    found: [],
    drugAt: FAR_BEFORE,
    painAt: FAR_BEFORE,
    equivalentAt: FAR_BEFORE,
    takeAt: FAR_BEFORE,
    therapyAt: FAR_BEFORE,
    foundEnd: 0,
    low: 0,
    high: 0,
    next: 0,
    vague: false,
    year: 0,
    month: 0,
    day: 0,
    months: 0,
    operator: 'exactly',
    operatorStart: 0,
  };
}

/** The word id at a token; 0 outside the text. */
export function wordAt(scan: Scan, at: number): number {
  return at >= 0 && at < scan.tokens.count ? (scan.tokens.word[at] as number) : 0;
}

/** The plain word at a token, one of `Plain`; 0 for any other. */
export function plainAt(scan: Scan, at: number): number {
  return (scan.words.plain[wordAt(scan, at)] as number | undefined) ?? 0;
}

/** One more than the index into TIME_UNITS; 0 where no unit of time stands. */
export function timeUnitAt(scan: Scan, at: number): number {
  const unit = (scan.words.timeUnit[wordAt(scan, at)] as number | undefined) ?? 0;
  return unit > 0 && isItemLetter(scan, at) ? 0 : unit;
}

/** "d. EMG" on a line of its own numbers an item. */
function isItemLetter(scan: Scan, at: number): boolean {
  if (lengthOf(scan, at) !== 1 || (scan.tokens.breaks[at] ?? 0) === 0) return false;
  const mark = markOf(scan, at + 1);
  return mark === Mark.point || mark === Mark.close || mark === Mark.colon;
}

/** Times a day of a frequency word; 0 for any other. */
export function frequencyAt(scan: Scan, at: number): number {
  return (scan.words.frequency[wordAt(scan, at)] as number | undefined) ?? 0;
}

/** What a word counts ("visit", "session"), undefined where no such word stands. */
export function countUnitAt(scan: Scan, at: number): string | undefined {
  return scan.words.countUnit[wordAt(scan, at)];
}

export function isNumberToken(scan: Scan, at: number): boolean {
  return at >= 0 && at < scan.tokens.count && scan.tokens.kind[at] === TokenKind.number;
}

export function isWordToken(scan: Scan, at: number): boolean {
  return at >= 0 && at < scan.tokens.count && scan.tokens.kind[at] === TokenKind.word;
}

/** Whether nothing stands between the token and the one before it. */
export function isGlued(scan: Scan, at: number): boolean {
  return (
    at > 0 &&
    at < scan.tokens.count &&
    scan.tokens.gap[at] === Gap.none &&
    scan.tokens.breaks[at] === 0
  );
}

/** Whether a cell of a form, a line or the text ends before a token. */
export function endsCell(scan: Scan, at: number): boolean {
  const { count, gap, breaks } = scan.tokens;
  return at >= count || breaks[at] !== 0 || gap[at] === Gap.tab;
}

/** The mark at a token as a folded code unit, 0 for anything else. */
export function markOf(scan: Scan, at: number): number {
  return markAt(scan.tokens, at);
}

/** The code unit that a token starts with, as written. */
export function firstCode(scan: Scan, at: number): number {
  return at >= 0 && at < scan.tokens.count
    ? scan.tokens.text.charCodeAt(scan.tokens.start[at] as number)
    : 0;
}

/** The length of a token in code units. */
export function lengthOf(scan: Scan, at: number): number {
  return at >= 0 && at < scan.tokens.count
    ? (scan.tokens.end[at] as number) - (scan.tokens.start[at] as number)
    : 0;
}

/** Whether a token is written with a capital first letter. */
export function isCapitalized(scan: Scan, at: number): boolean {
  const code = firstCode(scan, at);
  return code >= 0x41 && code <= 0x5a;
}

/** Whether a drug was named at most `reach` tokens before. */
export function nearDrug(scan: Scan, at: number, reach: number): boolean {
  return at - scan.drugAt <= reach;
}

/** Records the value that stands in the tokens from `first` up to `end`; answers `end`. */
export function emit(scan: Scan, value: Value, first: number, end: number): number {
  const from = Math.max(first, scan.foundEnd);
  const { start: starts, end: ends } = scan.tokens;
  const mention = new FoundValue(value, starts[from] as number, ends[end - 1] as number);
  const slip = hasSlip(scan.tokens, from, end) ? readAs(scan.tokens, from, end) : undefined;
  if (slip !== undefined) mention.slip = slip;
  scan.found.push(mention);
  scan.foundEnd = end;
  return end;
}

function hasSlip({ slip }: Tokens, from: number, end: number): boolean {
  for (let at = from; at < end; at += 1) if (slip[at] === 1) return true;
  return false;
}
