import type { Reading, Sentence } from '../../language/mention.ts';
import type { Anchor } from './anchors.ts';
import { countWords } from './connecting-words.ts';
import { firstFrom } from './cues.ts';
import {
  countCells,
  hasMarker,
  isSlashRow,
  lineEnd,
  lineStart,
  type Span,
  trimmed,
  withoutMarker,
} from './spans.ts';

/** Words that may stand before the treatment which heads a line. */
const HEAD_WITHIN = 2;

/** Prose is not wrapped at fewer characters than this. */
const NARROWEST = 60;
/** What a line may end in that goes on below, and what a line opens with that goes on from above. */
const GOES_ON =
  /(?:[,&/(-]|\b(?:and|or|with|w|of|to|the|for|a|an|in|on|at|by|from|per|is|was))\s*$/i;
const OPENS = /^[\s>]*(?:[A-Z0-9[(#*•·☐☑☒-]|p(?:g|age)?\.? ?\d)/;

/**
 * The sentences of a text, those that run over several rows of a table or lines of a form or list
 * parted at the line breaks that nobody was forced to make.
 */
export function rowsOf(reading: Reading, anchors: readonly Anchor[]): Sentence[] {
  const { text, sentences } = reading;
  const widthAt = widthsOf(reading);
  const rows: Sentence[] = [];
  const cutsOf = (sentence: Sentence, at: number) =>
    cutsIn(text, anchors, sentence, () => widthAt(at));
  let lineBreak = -1;
  for (const [at, sentence] of sentences.entries()) {
    // looked for once, however far it is: most sentences hold none
    if (lineBreak < sentence.start) lineBreak = breakFrom(text, sentence.start);
    const cuts = lineBreak < sentence.end ? cutsOf(sentence, at) : NO_CUTS;
    if (cuts.length === 0) rows.push(sentence);
    else {
      const starts = [sentence.start, ...cuts];
      for (const [part, start] of starts.entries()) {
        const end = starts[part + 1] ?? sentence.end;
        rows.push({ ...sentence, ...trimmed(text, { start, end }) });
      }
    }
  }
  return rows;
}

const NO_CUTS: readonly number[] = [];

function breakFrom(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  return at < 0 ? text.length : at;
}

/** Lines this much shorter than the longest were not wrapped. */
const SHORT = 0.7;

/** Tells the width that the paragraph of a sentence is wrapped at, measured when it is first asked for. */
function widthsOf({ text, sentences }: Reading): (sentence: number) => number {
  const known = new Map<number, number>();
  const paragraphAt = (at: number) => sentences[at]?.paragraph;
  return (at) => {
    const paragraph = paragraphAt(at) as number;
    let width = known.get(paragraph);
    if (width === undefined) {
      let first = at;
      while (paragraphAt(first - 1) === paragraph) first -= 1;
      let last = at;
      while (paragraphAt(last + 1) === paragraph) last += 1;
      width = widthOf(linesOf(text, sentences[first - 1], sentences.slice(first, last + 1)));
      known.set(paragraph, width);
    }
    return width;
  };
}

/** The lengths of the lines of a paragraph, without the line that the one before it ends in. */
function linesOf(
  text: string,
  before: Sentence | undefined,
  sentences: readonly Sentence[],
): number[] {
  const lengths: number[] = [];
  let measured = before === undefined ? 0 : lineEnd(text, before.end - 1) + 1;
  for (const { start, end } of sentences) {
    let at = start < measured ? measured : lineStart(text, start);
    for (; at < end; at = measured) {
      const lineTo = lineEnd(text, at);
      lengths.push(lineTo - at);
      measured = lineTo + 1;
    }
  }
  return lengths;
}

/** The width of wrapped lines; endless where most were ended before. */
function widthOf(lengths: readonly number[]): number {
  let widest = NARROWEST;
  for (const length of lengths) widest = Math.max(widest, length);
  const body = lengths.slice(0, -1);
  const ended = body.filter((length) => length < SHORT * widest).length;
  return 2 * ended > body.length ? Number.POSITIVE_INFINITY : widest;
}

/** Offsets of the lines within the sentence that are rows or items of their own. */
function cutsIn(
  text: string,
  anchors: readonly Anchor[],
  { start, end }: Span,
  width: () => number,
): number[] {
  const cuts: number[] = [];
  let line = start;
  for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) {
    const next = { start: at + 1, end: lineEndWithin(text, at + 1, end) };
    const here = { start: line, end: at };
    if (isRow(text, next) && (isRow(text, here) || startsTable(text, next))) cuts.push(next.start);
    else if (hasMarker(text, next) && hasMarker(text, here)) cuts.push(next.start);
    else if (
      isHeaded(text, anchors, next) &&
      (isHeaded(text, anchors, here) || hasMarker(text, next))
    )
      cuts.push(next.start);
    else if (isBrokenOff(text, at, width) || endsTable(text, here, next)) cuts.push(next.start);
    line = at + 1;
  }
  return cuts;
}

/** "Closed items" right below the rows of a table: a line of its own. */
function endsTable(text: string, here: Span, next: Span): boolean {
  return isRow(text, here) && !isRow(text, next) && /^[A-Z]/.test(text.slice(next.start, next.end));
}

/** "DISCONTINUED MEDICATIONS": a line of capitals only. */
function isTitle(line: string): boolean {
  return line.length <= LONGEST_TITLE && /[A-Z]{3}/.test(line) && !/[a-z\d]/.test(line);
}

const LONGEST_TITLE = 60;

/** Whether the next line's first word had room on this one: the line was ended, not wrapped. */
function isBrokenOff(text: string, at: number, width: () => number): boolean {
  const line = text.slice(lineStart(text, at), at);
  const next = text.slice(at + 1, lineEnd(text, at + 1));
  if (isTitle(next) && !isTitle(line)) return true;
  if (next.trim() !== '' && /:\s*$/.test(line)) return true;
  if (next.trim() === '' || !OPENS.test(next) || GOES_ON.test(line)) return false;
  const word = /^\s*(\S+)/.exec(next)?.[1] ?? '';
  return line.trimEnd().length + 1 + word.length <= width();
}

function lineEndWithin(text: string, start: number, end: number): number {
  const found = text.indexOf('\n', start);
  return found < 0 || found > end ? end : found;
}

/** A line with a bar, a tab or wide gaps between its words. */
function isRow(text: string, { start, end }: Span): boolean {
  const line = text.slice(start, Math.min(end, start + 400)).trim();
  return isSlashRow(line) || (/\S(?:\s*\||\t| {3,})\s*\S/.test(line) && countCells(line) > 1);
}

/** Whether the row below is one too: column names over their first row. */
function startsTable(text: string, row: Span): boolean {
  const start = row.end + 1;
  return text[row.end] === '\n' && isRow(text, { start, end: lineEnd(text, start) });
}

/** A line whose first words name a treatment. */
function isHeaded(text: string, anchors: readonly Anchor[], line: Span): boolean {
  const words = withoutMarker(text, trimmed(text, line));
  const anchor = anchors[firstFrom(anchors, words.start)];
  if (!anchor || anchor.end > words.end) return false;
  return countWords(text.slice(words.start, anchor.start)) <= HEAD_WITHIN;
}
