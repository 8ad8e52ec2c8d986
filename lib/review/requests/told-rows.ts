import type { Reading, Sentence } from '../../language/mention.ts';
import { countWords } from './connecting-words.ts';
import { Cue } from './cues.ts';
import { type Span, startsLine } from './spans.ts';
import { hasAnchor, type RowText, type ZoneText } from './zone.ts';

/** Whether a row stands under a title over what is not asked for, or among records reviewed. */
export type IsTold = (row: Sentence) => boolean;

const LONGEST_TITLE = 6;
const TOLD_TITLE =
  /^\W*(?:(?:meds?|medications?|treatments?|care|items|not|prescriptions?|rx|pharmacy|payment|claims?|ur|prior) ){0,2}(?:discontinued|stopped|past|prior|previous|tried|failed|denied|declined|history|ledger|allergies|home)\b/i;

/** Tells the rows of a text that speak of what was, by the titles above them. */
export function toldRows(rowText: Omit<RowText, 'isTold'>): IsTold {
  const { reading, rows } = rowText;
  const sections = sectionsOfRecords(reading);
  const paragraphs = new Map<number, number>();
  for (const row of rows) {
    if (isToldTitle(rowText, row) && !paragraphs.has(row.paragraph))
      paragraphs.set(row.paragraph, row.start);
  }
  return ({ section, paragraph, start }) =>
    sections.has(section) || (paragraphs.get(paragraph) ?? Number.POSITIVE_INFINITY) <= start;
}

/** "DISCONTINUED MEDICATIONS", "Past treatment:": a title over what is not asked for. */
export function isToldTitle(zoneText: ZoneText, { start, end }: Span): boolean {
  const { text } = zoneText.reading;
  if (!startsLine(text, start)) return false;
  const words = text.slice(start, end);
  const setsApart = zoneText.cues.has(Cue.setApart, start, end);
  if (!setsApart && !TOLD_TITLE.test(words)) return false;
  if (countWords(words) > LONGEST_TITLE) return false;
  return setsApart
    ? !hasAnchor(zoneText, { start, end })
    : /:\s*$/.test(words) || !/[a-z]/.test(words);
}

/** Dated entries under a heading of records reviewed: what others asked for on those days. */
function sectionsOfRecords({ sections }: Reading): Set<number> {
  const found = new Set<number>();
  let inRecords = false;
  for (const [at, { title }] of sections.entries()) {
    const isDated = /^\W*\d/.test(title);
    if (isDated && inRecords) found.add(at);
    if (!isDated) inRecords = /\brecords?\b/i.test(title);
  }
  return found;
}
