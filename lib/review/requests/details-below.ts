import type { Sentence } from '../../language/mention.ts';
import { beginningIn } from '../../language/sorted.ts';
import { countWords } from './connecting-words.ts';
import { Cue, firstFrom } from './cues.ts';
import { isNumberAlone } from './item-number.ts';
import type { LineItem } from './line-items.ts';
import { type Span, startsLine, withoutMarker } from './spans.ts';
import { mentionsIn, valuesIn } from './traits.ts';
import { labelOf, type RowText } from './zone.ts';

/** No item has more lines below it that tell its parts. */
const MOST_ROWS = 10;
/** Labels of a form that stand among those of an item's parts and tell none. */
const NEUTRAL = /^\W*(?:CPT|HCPCS|NDC|ICD|dosage form|route|form|code|GPI|modifier|brand)\b/i;
/** "( ) purchase (x) rental": choices of a form. */
const OPENS_BOX = /^\s*(?:\[[ _xX]*\]|\([ _xX]*\)|[☐□☒☑])/;
/** A label with its bracketed hint and nothing beside it. */
const LABEL_ALONE = /^[^:\d]{0,40}(?:\([^)]{0,80}\))?\s?:?$/;

/**
 * The item with the lines below that go on about it: "Qty", "Sig", "Refills" as fields of their
 * own, a sentence in small letters.
 */
export function spanWithDetails(rowText: RowText, { span, anchors }: LineItem): Span {
  const { reading, rows } = rowText;
  const { text } = reading;
  let { end } = span;
  let at = firstFrom(rows, end);
  const rowEnd = rows[at - 1]?.end ?? end;
  const rest = text.slice(end, rowEnd);
  if (isBesideOptions(rowText, { start: end, end: rowEnd }) || OPTIONS_ONLY.test(rest))
    end = rowEnd;
  else if (/[A-Za-z0-9]/.test(rest)) return { start: span.start, end };
  let isLabelAlone = false;
  for (let taken = 0; taken < MOST_ROWS && at < rows.length; taken += 1, at += 1) {
    const row = rows[at] as Sentence;
    const words = text.slice(row.start, row.end);
    if (namesTreatment(rowText, row) && !tellsHow(rowText, row, anchors)) break;
    if (isLabelled(rowText, row)) {
      end = row.end;
      isLabelAlone = LABEL_ALONE.test(words.trim());
    } else if (isLabelAlone && isValueOfLabel(words)) {
      end = row.end;
      isLabelAlone = false;
    } else if (isSig(rowText, row)) {
      end = row.end;
    } else if (
      !startsLine(text, row.start) &&
      (/^[a-z]/.test(words) ||
        isNumberAlone(words) ||
        isPlace(rowText, row) ||
        isAmount(rowText, row) ||
        saysNoAmount(rowText, row) ||
        goesOnAboutIt(rowText, row))
    ) {
      end = row.end;
    } else if (!NEUTRAL.test(words) && !OPENS_BOX.test(words) && !tellsOtherField(text, row)) {
      break;
    }
  }
  return { start: span.start, end };
}

/** "Area: right shoulder" between the item and "Visits: 6": a field of the item by its place. */
function tellsOtherField(text: string, row: Span): boolean {
  const label =
    labelOf(text, row) ??
    (startsLine(text, row.start) && LED_ACROSS.test(text.slice(row.start, row.end)) && row);
  return label && !OF_ANOTHER.test(text.slice(label.start, Math.min(label.end, row.start + 40)));
}

/** "Region ....... left ankle": a label, and points up to its value. */
const LED_ACROSS = /^\s{0,8}[A-Za-z][A-Za-z /#'-]{1,36}\.{3}/;

/** Labels that open what is said of something else. */
const OF_ANOTHER =
  /\b(?:items?|request(?:ed|ing)?|service|treatment|procedure|med(?:ication)?|drug|history|plan|note|report|exam|comments?|dr|md|rn|reply|addendum|assessment|subjective|objective|p|s|o|a)\b/i;

/** What stands below a label with nothing beside it, and is no label or sentence of its own. */
function isValueOfLabel(words: string): boolean {
  return /^\s*\d/.test(words) || (countWords(words) <= VALUE_WORDS && !/[:.?]/.test(words));
}

const VALUE_WORDS = 12;

/** "[X] OT  [ ] PT   Freq: 2 / wk x 6": what stands behind options left empty is of the one that is ticked. */
function isBesideOptions({ reading: { text }, cues }: RowText, rest: Span): boolean {
  const [label] = cues.within(Cue.detailLabel, rest.start, rest.end);
  return label !== undefined && OPTIONS_LEFT_EMPTY.test(text.slice(rest.start, label.start));
}

/** A box that is not ticked; round brackets are one only around a blank. */
export const EMPTY_BOX = /\[[ _]*\]|\([ _]+\)|[☐□]/;
const OPTIONS_ONLY = new RegExp(`^\\s*(?:(?:${EMPTY_BOX.source})[^[\\](){}☐□☒☑:\\n\\d]{1,30})+$`);
const OPTIONS_LEFT_EMPTY = /^\s*(?:(?:\[[ _]*\]|\([ _]*\)|[☐□])[^[\](){}☐□☒☑:\n]{1,30})+$/;

/** "Lumbar.", "Left shoulder.": a place, as a sentence of its own in the line of the item. */
function isPlace({ reading }: RowText, row: Span): boolean {
  return (
    countWords(reading.text.slice(row.start, row.end)) <= 3 &&
    mentionsIn(reading, row).some(({ concept }) => concept.startsWith('body-'))
  );
}

/** "2 x 3.", "Three of them.", "Ninety, two refills.": how much, as a sentence of its own in the line of the item. */
function isAmount({ reading }: RowText, row: Span): boolean {
  if (countWords(reading.text.slice(row.start, row.end)) > AMOUNT_WORDS) return false;
  if (AMOUNT.test(reading.text.slice(row.start, row.end))) return true;
  return valuesIn(reading, row).some(
    ({ value, start }) =>
      start - row.start < 4 &&
      ((value.kind === 'count' && value.operator === 'exactly') ||
        (value.kind === 'quantity' && value.stated)),
  );
}

/** "The form does not say how many.": longer than "prn", which may speak of a visit. */
function saysNoAmount({ reading, cues }: RowText, row: Span): boolean {
  return (
    countWords(reading.text.slice(row.start, row.end)) <= NO_AMOUNT_WORDS &&
    cues
      .within(Cue.openQuantity, row.start, row.end)
      .some(
        ({ start, end }) =>
          end - start >= NO_AMOUNT_LENGTH ||
          (start === row.start && (row.end - end <= 1 || end - start >= LABELLED_LENGTH)),
      )
  );
}

const NO_AMOUNT_WORDS = 10;
const NO_AMOUNT_LENGTH = 14;
/** "Qty to follow": no bare "prn" is so long. */
const LABELLED_LENGTH = 9;

/** "Apply 4 g to the knee four times a day.": directions, as a sentence of their own. */
function isSig({ reading }: RowText, row: Span): boolean {
  return (
    SIG.test(reading.text.slice(row.start, row.end)) &&
    valuesIn(reading, row).some(({ value }) => value.kind === 'frequency')
  );
}

const SIG = /^(?:apply|take|use|place|wear|one|two|half|1|2|½)\b/i;

const AMOUNT_WORDS = 5;
/** "2 x 3", "three of them". */
const AMOUNT =
  /^\W*(?:\d\s?x\s?\d{1,2}\b(?!\s?(?:mm|cm))|(?:\d{1,3}|one|two|three|four|five|six|eight|ten|twelve|fifteen|thirty|sixty|ninety) of (?:them|those|these)\b)/i;

/** "These are at C4-5 and C5-6.", "It would be for six visits.": what is asked for, told on. */
function goesOnAboutIt({ reading }: RowText, row: Span): boolean {
  return (
    SAID_OF_IT.test(reading.text.slice(row.start, row.end)) &&
    valuesIn(reading, row).some(({ value }) => TOLD_ON.has(value.kind))
  );
}

const SAID_OF_IT =
  /^(?:these|they|those|it|this|that)\s+(?:(?:is|are)\s+(?:to be|for|at|on|over)|would be|will be|should be|covers?|includes?)\b/i;
const TOLD_ON: ReadonlySet<string> = new Set(['level', 'side', 'count']);

function namesTreatment({ anchors }: RowText, { start, end }: Span): boolean {
  const anchor = anchors[firstFrom(anchors, start)];
  return anchor !== undefined && anchor.start < end;
}

/** "Approach: transforaminal": a field of an item that names the same treatment more closely. */
function tellsHow(rowText: RowText, row: Span, [head]: LineItem['anchors']): boolean {
  return (
    isLabelled(rowText, row) &&
    beginningIn(rowText.anchors, row).every(
      ({ treatment, drug }) => !drug && treatment === head?.treatment,
    )
  );
}

/** Whether a row opens with the label of a part of an item: "Visits: 6". */
export function isLabelled({ reading, cues }: RowText, row: Span): boolean {
  const { start } = withoutMarker(reading.text, row);
  const label = cues.within(Cue.detailLabel, row.start, row.end)[0];
  return label !== undefined && label.start - start < 4;
}
