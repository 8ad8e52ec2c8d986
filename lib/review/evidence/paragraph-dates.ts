import type { DateValue } from '../../language/mention.ts';
import { startsLine } from '../requests/spans.ts';
import { type IndexedDocument, within } from './case-index.ts';
import { createMemo } from './memo.ts';
import type { Span } from './scopes.ts';

/** A day that a paragraph names, and the sentence that names it. */
interface NamedDay {
  sentence: number;
  date: DateValue;
  /** Where what is told of that day ends, before its paragraph does. */
  end?: number | undefined;
}

/** A paragraph that goes from day to day tells what follows a day of that day. */
const DAYS_OF_A_CHRONICLE = 2;
/** "On 3/6/2014 pain was 8 ...", "5/1/2014: seen again". */
const OPENS_WITH_DAY = /^\W{0,3}(?:(?:on|by|at the|at)\s+)?(?:the\s+)?$/i;
/** Of no visit: what was done or happened on that day is not what is told of it. */
export const EVENT =
  /\b(?:injur\w+|fell|fall|accident|surgery|operat\w+|hired|born|\w+ectomy|\w+otomy|repair|fusion|arthroscop\w+)\b/i;
/** Before a date that is not the patient's visit. */
export const FOREIGN = /\b(?:doi|dob|birth|injur(?:y|ed))\b/i;

/** The day of a paragraph's chronicle that a sentence goes on about: "On 3/6 pain was 8. He could not mow." */
export function chronicleDate(document: IndexedDocument, at: number): DateValue | undefined {
  const paragraph = document.reading.sentences[at]?.paragraph;
  if (paragraph === undefined) return undefined;
  const days = chronicles(document, paragraph, () => {
    const found = daysNamed(document, at, openingDay);
    return found.length >= DAYS_OF_A_CHRONICLE ? found : [];
  });
  return days.findLast(({ sentence }) => sentence <= at)?.date;
}

const chronicles = createMemo<IndexedDocument, readonly NamedDay[], number>();

/** The days that the sentences of a paragraph name, each as `dayOf` reads it. */
function daysNamed(
  document: IndexedDocument,
  at: number,
  dayOf: (document: IndexedDocument, at: number) => DateValue | undefined,
): NamedDay[] {
  const { sentences } = document.reading;
  const paragraph = sentences[at]?.paragraph;
  const found: NamedDay[] = [];
  let first = at;
  while (first > 0 && sentences[first - 1]?.paragraph === paragraph) first -= 1;
  for (let one = first; sentences[one]?.paragraph === paragraph; one += 1) {
    const date = dayOf(document, one);
    if (date) found.push({ sentence: one, date, end: endOfStudy(document, one) });
  }
  return found;
}

/** "Therapy discharge, Harbor PT, 4/3/2015.", "Doc 5. Psychiatric consultation 4/30/14:" before what it tells. */
const PAPER_HEAD = /^[^.:;"]{3,70}?$/;
const LABEL = /^\W{0,3}(?:(?:doc(?:ument)?|tab|exhibit|no)\.?\s*)?\w{1,2}[.)]\s+/i;
/** "Seen 2/3/2016." before what was found that day. */
const OF_A_VISIT =
  /^\W{0,3}(?:re-?)?(?:seen|examined|evaluated|visit(?:ed)?|recheck(?:ed)?)(?: (?:again|here|back|on|of|in (?:clinic|the office|(?:the )?follow[- ]?up)))*:?\s*$/i;
const PAPER_ENDS = /^\s*(?:\([^()\n]{0,40}\)\s*)?[.:]\s/;
/** Before a date that is no paper's: of work, of a last or next time. */
export const NO_PAPER =
  /\b(?:last|next|since|until|before|after|from|worked?|off|due|on|was|were|is|had|has|seen|began|started)\s*$/i;

/** The date of the paper that a paragraph retells, as the first words of its last line that names one do. */
export function paperDate(document: IndexedDocument, at: number): DateValue | undefined {
  const paragraph = document.reading.sentences[at]?.paragraph;
  if (paragraph === undefined) return undefined;
  const heads = papers(document, paragraph, () => daysNamed(document, at, dateOfHead));
  const start = document.reading.sentences[at]?.start ?? 0;
  const head = heads.findLast(
    ({ sentence, end }) => sentence <= at && (end === undefined || start < end),
  );
  return head && at - head.sentence <= FARTHEST_HEAD ? head.date : undefined;
}

const STUDY = 'study-named';

/** "MRI 9/17: L4-5 extrusion.": a result in a list of findings, of which only its line tells. */
function endOfStudy(
  { reading, mentions, values }: IndexedDocument,
  at: number,
): number | undefined {
  const { text, sentences } = reading;
  const { start, end } = sentences[at] as Span;
  const [first] = within(values.get('date'), { start, end });
  const head = { start, end: first?.start ?? start };
  if (mentions.of(STUDY, head.start, head.end).length === 0) return undefined;
  const line = text.indexOf('\n', head.end);
  return line < 0 ? undefined : line;
}

const papers = createMemo<IndexedDocument, readonly NamedDay[], number>();

/** The date in a head that a sentence begins its line with: "Initial visit, January 5, 2016. There is ...". */
function dateOfHead(document: IndexedDocument, at: number): DateValue | undefined {
  const { text, sentences } = document.reading;
  const sentence = sentences[at];
  if (!sentence || !startsLine(text, sentence.start)) return undefined;
  const paragraph = document.paragraphs.get(sentence.paragraph);
  const end = Math.min(paragraph?.end ?? sentence.end, sentence.start + LONGEST_HEAD);
  const [first] = within(document.values.get('date'), { start: sentence.start, end });
  if (first?.value.kind !== 'date' || first.value.date.day === undefined) return undefined;
  const { date } = first.value;
  const head = text.slice(sentence.start, first.start).replace(LABEL, '');
  const isHead = OF_A_VISIT.test(head) || (PAPER_HEAD.test(head) && !NO_PAPER.test(head));
  if (date.year <= 0 || !isHead) return undefined;
  if (EVENT.test(head) || FOREIGN.test(head)) return undefined;
  return PAPER_ENDS.test(text.slice(first.end, first.end + LONGEST_HEAD)) ? date : undefined;
}

/** Sentences that a head is read over. */
const FARTHEST_HEAD = 60;
const LONGEST_HEAD = 110;

/** The whole date that a sentence opens with, where it is that of a visit. */
function openingDay(document: IndexedDocument, at: number): DateValue | undefined {
  const { text, sentences } = document.reading;
  const { start, end } = sentences[at] as Span;
  const [first] = within(document.values.get('date'), { start, end });
  if (first?.value.kind !== 'date' || first.value.date.day === undefined) return undefined;
  const { date } = first.value;
  if (date.year <= 0 || !OPENS_WITH_DAY.test(text.slice(start, first.start))) return undefined;
  // a day alone on its line is what a form holds, and nothing is told of it
  if (!/^[^\n]*[A-Za-z]{2}/.test(text.slice(first.end, end))) return undefined;
  return EVENT.test(text.slice(start, end)) ? undefined : date;
}
