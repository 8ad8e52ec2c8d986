/** Which dates of a sentence govern a place in it. */
import { Mark } from '../marks.ts';
import type { DateValue, Reading, ValueMention } from '../mention.ts';
import { firstFrom } from '../sorted.ts';

type Source = Pick<Reading, 'text' | 'sentences' | 'values'>;

/** So many values to each side of a place are looked through. */
const REACH = 24;
/** A date that stands this near to a sentence's start governs the whole of it: "On 1-16-14 he listed ...". */
const LONGEST_LEAD = 20;
/** Labels of dates that are no visit's: an injury's and a birth's. */
const FOREIGN_LABELS = ['doi', 'dob', 'injury', 'injured', 'born', 'birth'];
/** Words behind a date that make it a document's, which governs the sentence it is quoted in. */
const DOCUMENT_WORDS = [
  'note',
  'report',
  'visit',
  'exam',
  'evaluation',
  'letter',
  'printout',
  'pr-2',
  'pr2',
  'follow',
  'appointment',
  'consult',
];

/**
 * The dates that govern the place from `start` to `end` of a sentence: a date at the sentence's start
 * ("On 1-16-14 ..."), the date of a document that is quoted ("according to a June 17, 2015 progress
 * note"), and a date that no comma parts from the place, with those listed behind it. Dates of
 * injury and birth govern nothing. Nearest first.
 */
export function governingDates(
  reading: Source,
  sentence: number,
  start: number,
  end: number,
): DateValue[] {
  const place = reading.sentences[sentence];
  if (place === undefined) return [];
  const { text, values } = reading;
  const found: { date: DateValue; apart: number }[] = [];
  const here = firstFrom(values, start);
  for (let i = here - 1; i >= 0 && i > here - REACH; i -= 1) {
    const mention = values[i] as ValueMention;
    if (mention.start < place.start) break;
    if (mention.value.kind !== 'date' || isForeign(text, place.start, mention)) continue;
    if (
      leads(place.start, mention) ||
      namesDocument(text, mention) ||
      !isParted(text, mention.end, start)
    ) {
      found.push({ date: mention.value.date, apart: start - mention.end });
    }
  }
  let linked = end;
  for (let i = here; i < values.length && i < here + REACH; i += 1) {
    const mention = values[i] as ValueMention;
    if (mention.start >= place.end) break;
    if (
      mention.start < end ||
      mention.value.kind !== 'date' ||
      isForeign(text, place.start, mention)
    )
      continue;
    const listed = linked > end && mention.start - linked <= 6;
    if (!listed && !namesDocument(text, mention) && isParted(text, end, mention.start)) continue;
    found.push({ date: mention.value.date, apart: mention.start - end });
    linked = mention.end;
  }
  return found.sort((one, other) => one.apart - other.apart).map(({ date }) => date);
}

function leads(sentenceStart: number, mention: ValueMention): boolean {
  return mention.start - sentenceStart <= LONGEST_LEAD;
}

function isForeign(text: string, sentenceStart: number, mention: ValueMention): boolean {
  const before = text
    .slice(Math.max(sentenceStart, mention.start - 16), mention.start)
    .toLowerCase();
  return FOREIGN_LABELS.some((label) => before.includes(label));
}

/** Whether the words behind a date make it a document's: "June 17, 2015 progress note". */
export function namesDocument(text: string, mention: ValueMention): boolean {
  const behind = text.slice(mention.end, mention.end + 24).toLowerCase();
  return DOCUMENT_WORDS.some((word) => behind.includes(word));
}

/** Whether a comma or a semicolon stands between two places of a sentence. */
function isParted(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === Mark.comma || code === Mark.semicolon) return true;
  }
  return false;
}
