import type { Mention, Reading, Sentence } from '../../language/mention.ts';
import type { Anchor } from './anchors.ts';
import { isConditional, isHeldBack } from './connecting-words.ts';
import { Cue, type CueIndex, firstFrom } from './cues.ts';
import { countCells, hasMarker, lineEnd, lineStart, type Span, startsLine } from './spans.ts';
import { isEnd, medicationsIn, scheduleIn, valuesIn } from './traits.ts';
import type { RowText } from './zone.ts';

/**
 * What a reader goes by to tell whether a treatment that a text names is asked for there: the words
 * around it, what stands over it, where it stands, how it is meant. Each is a sign with a name; what it
 * weighs was fitted to labelled texts (`sign-weights.json`, `npm run -s fit:requests`).
 */

/** The text that signs are read from. */
export interface SignText extends RowText {
  isDecision: boolean;
}

/** Concepts that speak of requests begin so; the names of kinds of devices say nothing here. */
const CUE = 'request-';
const isCue = (concept: string) => concept.startsWith(CUE) && !concept.startsWith(Cue.kindPrefix);

/** Headings that tell what stands below them, where they begin a line. */
const HEADINGS: readonly string[] = [
  Cue.listHeading,
  Cue.planHeading,
  Cue.medicationList,
  Cue.carryOnHeading,
  Cue.orderLabel,
  Cue.itemLabel,
  Cue.treatmentNote,
  Cue.decisionHeading,
];
/** Words before and after a treatment that are looked at. */
const WORDS_BEFORE = 8;
const WORDS_AFTER = 7;
/** Characters of a row that are looked at on either side. */
const ROW_WITHIN = 400;
/** Lines above that may be its title. */
const TITLE_WITHIN = 8;
const TOP = 150;
/** Texts shorter than these are a slip, a note; longer ones are reports. */
const SHORT_TEXT = 600;
const LONG_TEXT = 1500;

/** The signs at the places of one text that name a treatment; `at` is the place of the anchor. */
export function createSigns(source: SignText): (at: number) => string[] {
  const { reading, anchors, cues, rows, isTold } = source;
  const { text, sections } = reading;
  const headings = headingsOf(reading, cues);
  const lineOf = lineReader(text);
  const length = text.length < SHORT_TEXT ? 'short' : text.length < LONG_TEXT ? 'middle' : 'long';

  return (at) => {
    const anchor = anchors[at] as Anchor;
    const row = rowAt(rows, anchor);
    const from = Math.max(row.start, anchor.start - ROW_WITHIN);
    const to = Math.max(anchor.end, Math.min(row.end, anchor.end + ROW_WITHIN));
    const left = Math.max(from, anchors[at - 1]?.end ?? 0);
    const right = Math.max(anchor.end, Math.min(to, anchors[at + 1]?.start ?? to));
    const before = text.slice(left, anchor.start);
    const lead = text.slice(from, anchor.start);
    const after = { start: anchor.end, end: right };
    const signs = new Set<string>([
      `section:${sections[row.section]?.kind ?? 'none'}`,
      `length:${length}`,
      `place:${Math.floor((4 * anchor.start) / text.length)}`,
      `presence:${anchor.assertion.presence}`,
      `time:${anchor.assertion.time}`,
      `subject:${anchor.assertion.subject}`,
      `voice:${anchor.assertion.voice}`,
      `drug:${anchor.drug !== undefined}`,
      `kind:${anchor.treatment?.id}`,
    ]);
    const add = (name: string, holds: boolean) => holds && signs.add(name);
    const spoken = reading.mentions.whereIn(isCue, { start: from, end: to });
    for (const { concept, start, end } of spoken) {
      if (end > to) continue;
      const cue = concept.slice(CUE.length);
      if (end <= anchor.start) signs.add(`${start >= left ? 'before' : 'earlier'}:${cue}`);
      else if (start >= anchor.end) signs.add(`${end <= right ? 'after' : 'later'}:${cue}`);
      else signs.add(`at:${cue}`);
    }
    addWords(signs, before, text.slice(after.start, after.end));
    for (const word of wordsOf(withoutAnchors(source, { start: from, end: anchor.start })))
      signs.add(`lead ${word}`);
    for (const word of wordsOf(labelBefore(text, row, anchor))) signs.add(`label ${word}`);
    const line = lineOf(anchor.start);
    for (const word of line.title) signs.add(`title ${word}`);
    addHeading(signs, text, headings, anchor);
    for (const found of valuesIn(reading, after)) {
      const { value } = found;
      if (value.kind !== 'date' || !isEnd(reading, found)) signs.add(`value:${value.kind}`);
      add('stated quantity', value.kind === 'quantity' && value.stated === true);
      add('counted by week', value.kind === 'count' && value.schedule !== undefined);
    }
    for (const { value } of valuesIn(reading, { start: left, end: anchor.start }))
      signs.add(`value before:${value.kind}`);
    const prescribed = medicationsIn(reading, { start: anchor.start, end: anchor.end });
    add(
      'stated quantity',
      prescribed.some(({ quantity }) => quantity !== undefined && quantity.end <= right),
    );
    add(
      'scheduled',
      !anchor.drug && scheduleIn(text, { start: anchor.start, end: right }) !== undefined,
    );
    add('opens', !/[a-z\d]/i.test(before));
    add('line', startsLine(text, row.start));
    add('told row', isTold(row));
    add('marked', hasMarker(text, row));
    add('dated section', sections[row.section]?.date !== undefined);
    add('held back', isHeldBack(before));
    add('conditional', isConditional(lead));
    add('question', /\?\s*$/.test(text.slice(anchor.end, to)));
    add('top', anchor.start < TOP);
    add('decision', source.isDecision);
    signs.add(`cells:${Math.min(4, line.cells)}`);
    return [...signs];
  };
}

/** The row that holds a place; the first where it stands before all. */
export function rowAt(rows: readonly Sentence[], { start }: Pick<Span, 'start'>): Sentence {
  return rows[Math.max(0, firstFrom(rows, start + 1) - 1)] as Sentence;
}

/** What a line tells of the places in it. */
interface Line extends Span {
  /** Number of its cells. */
  cells: number;
  /** The words of the title above it. */
  title: readonly string[];
}

/** Reads the line of an offset; the same line is asked for again and again, one after the other. */
function lineReader(text: string): (offset: number) => Line {
  let last: Line | undefined;
  return (offset) => {
    if (last === undefined || offset < last.start || offset > last.end) {
      const start = lineStart(text, offset);
      const end = lineEnd(text, offset);
      const cells = countCells(text.slice(start, end));
      last = { start, end, cells, title: wordsOf(titleAbove(text, start)) };
    }
    return last;
  };
}

/** Words and the marks between them, numbers as one. */
function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(/\d+/g, '#')
      .match(/[a-z#']+|[:?→>;,|[\]]/g) ?? []
  );
}

function addWords(signs: Set<string>, before: string, after: string): void {
  const left = wordsOf(before).slice(-WORDS_BEFORE);
  const right = wordsOf(after).slice(0, WORDS_AFTER);
  for (const word of left) signs.add(`< ${word}`);
  for (const word of right) signs.add(`> ${word}`);
  for (const count of [1, 2, 3]) {
    if (left.length >= count) signs.add(`<| ${left.slice(-count).join(' ')}`);
    if (right.length >= count && count < 3) signs.add(`|> ${right.slice(0, count).join(' ')}`);
  }
}

/** The words of a row without the treatments it names. */
function withoutAnchors({ reading, anchors }: SignText, { start, end }: Span): string {
  let words = '';
  let from = start;
  for (let at = firstFrom(anchors, start); from < end; at += 1) {
    const anchor = anchors[at];
    words += ` ${reading.text.slice(from, Math.min(end, anchor?.start ?? end))}`;
    from = anchor ? anchor.end : end;
  }
  return words;
}

/** The label that a line begins with. */
function labelBefore(text: string, row: Span, { start }: Span): string {
  const line = lineStart(text, row.start);
  return /^\W*([^:\n]{1,30}):/.exec(text.slice(line, Math.min(start, line + 48)))?.[1] ?? '';
}

/** The nearest line above one that ends in a colon or is written in capitals. */
function titleAbove(text: string, line: number): string {
  let end = line - 1;
  for (let lines = 0; lines < TITLE_WITHIN && end > 0; lines += 1) {
    const start = lineStart(text, end);
    const line = text.slice(start, end);
    if (/:\s*$/.test(line) || (/[A-Z]{3}/.test(line) && !/[a-z]/.test(line))) return line;
    if (lines > 0 && line.trim() === '') break;
    end = start - 1;
  }
  return '';
}

interface Headed {
  start: number;
  name: string;
}

function headingsOf({ text }: Reading, cues: CueIndex): Headed[] {
  return HEADINGS.flatMap((concept) =>
    cues
      .all(concept)
      .filter(({ start }: Mention) => startsLine(text, start))
      .map(({ start }) => ({ start, name: concept.slice(CUE.length) })),
  ).sort((a, b) => a.start - b.start);
}

/** What heading stands over it, and how near. */
function addHeading(
  signs: Set<string>,
  text: string,
  headings: readonly Headed[],
  { start }: Span,
): void {
  const heading = headings[firstFrom(headings, start + 1) - 1];
  signs.add(`under:${heading?.name ?? 'none'}`);
  if (!heading) return;
  let lines = 1;
  let at = text.indexOf('\n', heading.start);
  for (; at >= 0 && at < start && lines < 12; at = text.indexOf('\n', at + 1)) lines += 1;
  const near = lines < 3 ? 'at once' : lines < 6 ? 'near' : lines < 12 ? 'below' : 'far';
  signs.add(`under:${heading.name} ${near}`);
}
