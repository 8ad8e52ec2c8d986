import type { Reading, Sentence } from '../../language/mention.ts';
import type { Anchor } from './anchors.ts';
import { countWords } from './connecting-words.ts';
import { firstFrom } from './cues.ts';
import {
  countCells,
  hasMarker,
  isSlashRow,
  lineEnd,
  type Span,
  trimmed,
  withoutMarker,
} from './spans.ts';

/** Words that may stand before the treatment which heads a line. */
const HEAD_WITHIN = 2;

/**
 * The sentences of a text, those that run over several rows of a table or lines of a list parted at
 * the line breaks: rows as wide as the text look like wrapped prose.
 */
export function rowsOf(reading: Reading, anchors: readonly Anchor[]): Sentence[] {
  return reading.sentences.flatMap((sentence) => {
    const cuts = cutsIn(reading.text, anchors, sentence);
    if (cuts.length === 0) return [sentence];
    const starts = [sentence.start, ...cuts];
    return starts.map((start, at) => ({
      ...sentence,
      ...trimmed(reading.text, { start, end: starts[at + 1] ?? sentence.end }),
    }));
  });
}

/** Offsets of the lines within the sentence that are rows or items of their own. */
function cutsIn(text: string, anchors: readonly Anchor[], { start, end }: Span): number[] {
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
    line = at + 1;
  }
  return cuts;
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
