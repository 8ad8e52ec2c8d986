import type { Mention, Reading, Sentence } from '../../language/mention.ts';
import { countWords, isHad, isHeldBack } from './connecting-words.ts';
import { Cue, firstFrom } from './cues.ts';
import { countCells, hasMarker, lineEnd, lineStart, type Span, startsLine } from './spans.ts';
import { valuesIn } from './traits.ts';
import type { ZoneText } from './zone.ts';

/** How far into a line its heading may start and how long what follows before the colon may be. */
const HEADING_WITHIN = 60;
const HEADING_REST = 60;
/** Words of a field before the treatment that it holds. */
const LABELLED_WITHIN = 12;
const LONGEST_TITLE_LINE = 110;
const MEDICATION_TITLE_WITHIN = 90;

/** Headings of a plan that a first item may follow without a colon. */
const OPENING =
  /^(?:(?:treatment|tx|care|current|further) )?(?:plan|p|a\/p|rx|recs?|recommendations?|orders?|poc)$/i;

/** A heading over what is asked for or planned. */
export interface Heading {
  kind: 'list' | 'plan';
  /** What follows the heading in its sentence. */
  rest: Span;
  carriesOn?: boolean;
  /** A form's field: it holds what stands beside it and nothing below. */
  fieldOnly?: boolean;
}

/** The heading that a sentence is or begins with. */
export function headingOf(zoneText: ZoneText, sentence: Sentence): Heading | undefined {
  return (
    fieldLabel(zoneText, sentence) ??
    pluralHeading(zoneText, sentence) ??
    columnHeading(zoneText, sentence) ??
    announced(zoneText, sentence) ??
    headingMention(zoneText, sentence, Cue.listHeading, 'list') ??
    headingMention(zoneText, sentence, Cue.planHeading, 'plan') ??
    carryOnHeading(zoneText, sentence)
  );
}

/** "Treatment(s) reviewed:", "Service(s) requested:". */
function pluralHeading(
  { reading: { text } }: ZoneText,
  { start, end }: Sentence,
): Heading | undefined {
  if (!startsLine(text, start)) return undefined;
  const found = PLURAL_HEADING.exec(text.slice(start, Math.min(end, start + LONGEST_TITLE_LINE)));
  return found ? { kind: 'list', rest: { start: start + found[0].length, end } } : undefined;
}

const PLURAL_HEADING =
  /^[^:\n]{0,30}\b(?:treatment|service|item|procedure|medication|drug|request|good|therapy|device)\(s\)[^:\n]{0,40}:\s*/i;

/** "Svc 1: ...", "Item 2  72141  MRI": a label of a form with its value. */
function fieldLabel(
  { reading, cues, anchors }: ZoneText,
  { start, end }: Sentence,
): Heading | undefined {
  const label =
    cues.within(Cue.itemLabel, start, end)[0] ?? cues.within(Cue.plainItemLabel, start, end)[0];
  if (!label || label.start - start > 6) return undefined;
  // "Treatment: Acupuncture" is a field where other fields tell its parts.
  const isField =
    label.concept !== Cue.plainItemLabel || hasFieldsBeside({ reading, cues }, { start, end });
  if (!isField) return undefined;
  // "Line 1: Norco #60. Line 2: Skelaxin #60.": numbered labels may follow one another in a line.
  const isNumbered = /\d$/.test(reading.text.slice(label.start, label.end));
  if (!isNumbered && !startsLine(reading.text, label.start)) return undefined;
  const anchor = anchors[firstFrom(anchors, label.end)];
  if (!anchor || anchor.start >= end) return undefined;
  const rest = reading.text.slice(label.end, anchor.start);
  if (isHad(rest)) return undefined;
  if (!/^\s*(?:[:.)\-|]|\s{2})/.test(rest) || countWords(rest) > LABELLED_WITHIN) return undefined;
  const colon = /^\s*[:.)\-|]?\s*/.exec(rest)?.[0].length ?? 0;
  return { kind: 'list', rest: { start: label.end + colon, end }, fieldOnly: true };
}

/** Whether the line above or below is a labelled part ("Frequency: 1 x week") or bears the same label. */
function hasFieldsBeside(
  { reading: { text }, cues }: Pick<ZoneText, 'reading' | 'cues'>,
  { start, end }: Span,
): boolean {
  const below = lineEnd(text, end) + 1;
  const above = lineStart(text, Math.max(0, lineStart(text, start) - 1));
  const own = labelOf(text, start);
  return [above, below].some((line) => {
    if (own !== undefined && line !== lineStart(text, start) && labelOf(text, line) === own)
      return true;
    const label = cues.within(Cue.detailLabel, line, line + FIELD_WITHIN)[0];
    return label !== undefined && label.start - line < 4;
  });
}

/** The label that a line begins with: "Service" of "Service: MRI". */
function labelOf(text: string, offset: number): string | undefined {
  return /^\s*([A-Za-z][A-Za-z ]{1,30}):\s*\S/.exec(
    text.slice(offset, Math.min(lineEnd(text, offset), offset + FIELD_WITHIN)),
  )?.[1];
}

/** Characters of a field's label. */
const FIELD_WITHIN = 40;

/** The row of column names over a table of items. */
function columnHeading(
  { reading, cues, anchors }: ZoneText,
  sentence: Sentence,
): Heading | undefined {
  const { start, end } = sentence;
  const column = cues.within(Cue.column, start, end)[0];
  if (!column || reading.sections[sentence.section]?.kind === 'medications') return undefined;
  const line = reading.text.slice(start, Math.min(end, lineEnd(reading.text, start)));
  if (line.length > 160 || countCells(line) < 2) return undefined;
  if (cues.has(Cue.medicationList, Math.max(0, start - MEDICATION_TITLE_WITHIN), start))
    return undefined;
  const anchor = anchors[firstFrom(anchors, start)];
  if (anchor && anchor.start < start + line.length) return undefined;
  const lead = reading.text.slice(start, column.start);
  if (lead !== '' && !/(?:\||\t| {2,}|\s\/)\s*$/.test(lead)) return undefined;
  const after = reading.text.slice(column.end, start + line.length);
  if (!/^(?:\s*\||\s*\t| {2,}|\s\/\s)/.test(after) && after.trim() !== '') return undefined;
  return { kind: 'list', rest: { start: Math.min(end, start + line.length), end } };
}

/** "The following treatment could not be certified:": a sentence that ends in what it announces. */
function announced(
  { reading, cues, anchors }: ZoneText,
  { start, end }: Sentence,
): Heading | undefined {
  const words = cues.within(Cue.listAnnounced, start, end).at(-1);
  if (!words) return undefined;
  const anchor = anchors[firstFrom(anchors, start)];
  if (anchor && anchor.start < words.start) return undefined;
  const until = anchor && anchor.start < end ? anchor.start : end;
  const colon = /^(?:[^.;:]|\b(?:Dr|Mr|Ms|Mrs)\.){0,50}:\s*/.exec(
    reading.text.slice(words.end, until),
  );
  if (colon) return { kind: 'list', rest: { start: words.end + colon[0].length, end } };
  // "I have three items from you." announces by its number, the next sentence lists.
  const counts = /^(?:\d|one|two|three|four|five|six)\b/i.test(reading.text.slice(words.start));
  return counts && !(anchor && anchor.start < end)
    ? { kind: 'list', rest: { start: end, end } }
    : undefined;
}

function headingMention(
  { reading, cues, anchors }: ZoneText,
  sentence: Sentence,
  concept: string,
  kind: 'list' | 'plan',
): Heading | undefined {
  const { text } = reading;
  const { end } = sentence;
  // A ruled line above a heading is no part of it.
  const rule = /^\s*[-=_*~]{4,}\s*/.exec(text.slice(sentence.start, end))?.[0].length ?? 0;
  const start = sentence.start + rule;
  for (const mention of cues.within(concept, start, Math.min(end, start + HEADING_WITHIN + 60))) {
    const lead = text.slice(start, mention.start);
    // "Dear Dr. P:", "P2P call": a letter is a heading only where it opens its line and stands apart.
    const isLetter = mention.end - mention.start === 1;
    if (isLetter && (lead.trim() !== '' || /\w/.test(text[mention.end] ?? ''))) continue;
    if (lead.length > HEADING_WITHIN || countWords(lead) > (kind === 'list' ? 3 : 4)) break;
    const first = anchors[firstFrom(anchors, start)];
    if (first && first.start < mention.start) break;
    // "HAND THERAPY PRESCRIPTION": the treatment is part of the title
    const inTitle = first && first.end < mention.end;
    const anchor = inTitle ? anchors[firstFrom(anchors, mention.end)] : first;
    const until = Math.min(
      end,
      anchor && anchor.start < end ? anchor.start : end,
      mention.end + HEADING_REST,
    );
    // A phrase may have taken the dash or colon after its last word.
    const wordsEnd =
      mention.start + text.slice(mention.start, mention.end).replace(/[\s:.-]+$/, '').length;
    const following = text.slice(wordsEnd, until);
    const colon =
      /[:]\s*|\s-{1,2}>?\s+|^-{2,}\s*|^\s*\/\s|^\s*[.](?:\s+|$)|^\)\s*|^\s*\t|^ {2,}/.exec(
        following,
      );
    const colonAt =
      colon && isShortRest(following.slice(0, colon.index)) ? colon.index + colon[0].length : -1;
    // "Never asks for early refills." is a sentence; "Plan." is a heading as dictated.
    const isSentence = colon?.[0].trim() === '.' && countWords(lead) > 0;
    if (colonAt >= 0 && !isSentence) return { kind, rest: { start: wordsEnd + colonAt, end } };
    if (
      anchor &&
      lead.trim() === '' &&
      opensItem({ reading, cues, anchors }, mention, kind, anchor.start)
    )
      return { kind, rest: { start: itemStart(reading, mention), end } };
    const line = Math.min(lineEnd(text, mention.end), text.length);
    const restOfLine = text.slice(mention.end, line);
    const alone =
      (startsLine(text, mention.start) ||
        (startsLine(text, start) && /[-–:]\s*$/.test(restOfLine))) &&
      restOfLine.length <= HEADING_REST &&
      line - start <= LONGEST_TITLE_LINE &&
      !(anchor && anchor.start < line) &&
      countWords(restOfLine) <= (kind === 'list' ? 8 : 2) &&
      isShortRest(restOfLine) &&
      !(/\.\s*$/.test(restOfLine) && kind === 'list' && !startsWithMarker(text, line + 1));
    if (alone) return { kind, rest: { start: Math.min(line, end), end } };
  }
  return undefined;
}

/** Whether the line from the offset on is an item of a list. */
function startsWithMarker(text: string, start: number): boolean {
  return hasMarker(text, { start, end: lineEnd(text, start) });
}

/** "Plan MRI R knee", "RFA 10/15/13 PLIF L2-3": a heading with its first item and no colon. */
function opensItem(
  { reading }: ZoneText,
  mention: Mention,
  kind: Heading['kind'],
  anchorStart: number,
): boolean {
  const { text } = reading;
  const start = itemStart(reading, mention);
  if (anchorStart < start || !startsLine(text, mention.start)) return false;
  const isDated = start > mention.end + 1;
  if (kind === 'list' ? !isDated : !OPENING.test(text.slice(mention.start, mention.end)))
    return false;
  const between = text.slice(start, anchorStart);
  return countWords(between) <= 2 && !/[.:;,]/.test(between) && !isHeldBack(between);
}

/** Where the words after a heading begin: behind its date, where it has one. */
function itemStart(reading: Reading, { end }: Mention): number {
  const date = valuesIn(reading, { start: end, end: end + 8 }).find(
    ({ value }) => value.kind === 'date',
  );
  return date ? date.end + 1 : end;
}

function carryOnHeading(zoneText: ZoneText, sentence: Sentence): Heading | undefined {
  const heading = headingMention(zoneText, sentence, Cue.carryOnHeading, 'plan');
  return heading && { ...heading, carriesOn: true };
}

/** What may stand between a heading's words and its colon: a date, a bracket, few words. */
function isShortRest(rest: string): boolean {
  return countWords(rest) <= 8 && !/[.;]\s+[A-Z]/.test(rest);
}
