import type {
  MedicationStatement,
  Mention,
  Reading,
  ValueMention,
} from '../../language/mention.ts';
import type { ConceptTest } from '../../language/mentions.ts';
import { numberWords, numberWritten } from '../../language/number-words.ts';
import { within } from '../evidence/case-index.ts';
import { Cue, type CueIndex, firstFrom } from './cues.ts';
import type { ItemTraits } from './gather.ts';
import type { LineItem } from './line-items.ts';
import { lineStart, type Span } from './spans.ts';
import { unitsSaid } from './spoken-units.ts';

/** Concepts of body parts start with this; the one for "any part of the body" tells nothing. */
const BODY_PART = 'body-';
const ANY_BODY_PART = 'body-region';

/** What tells an item from another of the same treatment, read from its words. */
export function traitsOf(reading: Reading, cues: CueIndex, item: LineItem): ItemTraits {
  const { span } = item;
  const medications = medicationsIn(reading, span);
  const values = valuesIn(reading, span);
  return {
    regions: [...new Set(mentionsIn(reading, span, isBodyPart).map(({ concept }) => concept))],
    sides: values.flatMap(({ value }) => (value.kind === 'side' ? [value.side] : [])),
    strengths: medications.flatMap(({ strength }) =>
      strength
        ? [[strength.amount, strength.second].filter((part) => part !== undefined).join('/')]
        : [],
    ),
    counted:
      medications.some((one) =>
        [one.quantity, one.quantityOpen, one.refills].some((part) => part && part.start < span.end),
      ) ||
      values.some(({ value }) => value.kind === 'count' || value.kind === 'quantity') ||
      isNumbered(reading.text, item) ||
      (item.wording !== 'bare' &&
        item.anchors[0]?.drug !== undefined &&
        unitsSaid(reading.text, span) !== undefined) ||
      (!item.anchors[0]?.drug &&
        values.some(({ value }) => value.kind === 'level' || value.kind === 'side')),
    scheduled:
      values.some(
        ({ value }) =>
          value.kind === 'count' &&
          (value.schedule !== undefined || /^(?:visit|session)/.test(value.unit)),
      ) || isRented(reading.text, item),
    row: rowBefore(reading.text, span.start),
    retracted: cues.has(Cue.retract, span.start, span.end),
    words: new Set(
      reading.text
        .slice(span.start, span.end)
        .toLowerCase()
        .match(/[a-z]{2,}|\d+(?:\.\d+)?/g) ?? [],
    ),
  };
}

/** "H-wave 30 day rental": a device to take home, which no visit is spent on. */
function isRented(text: string, { anchors: [head], span }: LineItem): boolean {
  if (head?.treatment?.quantity !== 'rental') return false;
  return /\b(?:rent\w*|purchas\w*|buy|loan\w*|home (?:unit|trial))\b/i.test(
    text.slice(span.start, span.end),
  );
}

/** "C-spine | Acupuncture": the cells before an item. */
function rowBefore(text: string, offset: number): string {
  const cells = text.slice(lineStart(text, offset), offset);
  return /[|\t]| {3,}/.test(cells) ? cells.toLowerCase().replace(/\W+/g, ' ').trim() : '';
}

/** "And thirty Restoril 15 mg": a number of units right before the drug. */
function isNumbered(text: string, { anchors, span }: LineItem): boolean {
  const head = anchors[0];
  if (!head?.drug) return false;
  const before = text.slice(span.start, head.start);
  return /\b(?:thirty|forty|fifty|sixty|ninety|(?:a |one )?hundred)\s*$/i.test(before);
}

/** Whether a concept is one body part. */
export function isBodyPart(concept: string): boolean {
  return concept.startsWith(BODY_PART) && concept !== ANY_BODY_PART;
}

/** Mentions that lie in the span: all, or those of the concepts that `holds` is true of. */
export function mentionsIn({ mentions }: Reading, span: Span, holds?: ConceptTest): Mention[] {
  return holds ? within(mentions.where(holds), span) : mentions.within(span);
}

/** Medication statements whose drug is named in the span. */
export function medicationsIn(reading: Reading, { start, end }: Span): MedicationStatement[] {
  const found: MedicationStatement[] = [];
  let first = firstFrom(reading.medications, start);
  // "#30 Ambien": the statement starts before the name, and the item with it.
  const before = reading.medications[first - 1];
  if (before && (reading.mentions.at(before.mention)?.start ?? 0) >= start) first -= 1;
  for (let at = first; at < reading.medications.length; at += 1) {
    const medication = reading.medications[at] as MedicationStatement;
    if (medication.start >= end) break;
    found.push(medication);
  }
  return found;
}

/** "Freq 2  wks 4", "Visits per week: 2" above "Duration: 4 weeks": the fields of a form. */
const FREQUENCY_AND_WEEKS =
  /\b(?:freq(?:uency)?|(?:visits|sessions|times|treatments) ?(?:per|a|\/) ?(?:week|wk))\W{0,30}(\d)\b[^\d\n]{0,20}\n?[^\d\n]{0,20}\b(?:wks?|weeks?|dur(?:ation)?)\W{0,30}(\d{1,2})\b(?!\s?(?:[-/\d]|days?|months?|mos?\b|visits|sessions|treatments|tx))/i;

const NUMBERS = numberWords(0, 12);
const NUMBER = `\\d{1,2}|${NUMBERS.slice(1).join('|')}`;
/** "Two visits weekly over the next five weeks", "2x/wk | 4 wks": cells of a row, words of prose. */
const SPOKEN_SCHEDULE = new RegExp(
  `\\b(${NUMBER}) ?(?:x (?:wk|week)|(?:x|times|visits|sessions|treatments)? ?(?:\\/ ?(?:wk|week)|(?:per|a|each|every) (?:wk|week)|weekly))[\\s|,]{1,6}(?:(?:for|over|x|during|across|the|next|a|period|total|of|coming)\\s+){0,5}(${NUMBER}) ?(?:wks?|weeks?)\\b`,
  'i',
);

function numberOf(word: string | undefined): number {
  return word === undefined ? Number.NaN : numberWritten(word);
}

/** "2x6" of a therapy, written without its words: visits a week times weeks. */
export function scheduleIn(
  text: string,
  { start, end }: Span,
): (Span & { perWeek: number; weeks: number }) | undefined {
  const words = text.slice(start, end);
  const found =
    /\b(\d{1,2}) ?[x×] ?(\d{1,2})\b/.exec(words) ??
    FREQUENCY_AND_WEEKS.exec(words) ??
    SPOKEN_SCHEDULE.exec(words);
  if (!found) return undefined;
  const from = start + found.index;
  return {
    start: from,
    end: from + found[0].length,
    perWeek: numberOf(found[1]),
    weeks: numberOf(found[2]),
  };
}

/** Values that start in the span. */
export function valuesIn(reading: Reading, { start, end }: Span): ValueMention[] {
  const found: ValueMention[] = [];
  for (let at = firstFrom(reading.values, start); at < reading.values.length; at += 1) {
    const value = reading.values[at] as ValueMention;
    if (value.start >= end) break;
    found.push(value);
  }
  return found;
}

/** Whether a day stands in a stretch, as that of a report. */
export function isDated(reading: Reading, span: Span): boolean {
  return valuesIn(reading, span).some(
    (found) => found.value.kind === 'date' && !isEnd(reading, found),
  );
}

/** Whether a day is one until which something goes on: "finishing the taper by 11/26". */
export function isEnd({ text }: Reading, { start }: Span): boolean {
  return UNTIL.test(text.slice(Math.max(0, start - LONGEST_UNTIL), start));
}

const LONGEST_UNTIL = 12;
const UNTIL = /\b(?:by|until|till|through|thru|before) (?:the )?$/i;
