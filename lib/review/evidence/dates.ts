import type { DateValue, Value, ValueMention } from '../../language/mention.ts';
import { earliestDay, latestDay } from '../../language/values/calendar.ts';
import { clauseOfNow } from './bygone.ts';
import { firstFrom, type IndexedDocument, within } from './case-index.ts';
import { documentDate } from './document-date.ts';
import { createMemo } from './memo.ts';
import { chronicleDate, EVENT, FOREIGN, NO_PAPER, paperDate } from './paragraph-dates.ts';
import type { Place, Span } from './scopes.ts';
import { datedHeadingOf } from './speaker.ts';

/** A sentence that begins with a date speaks of that day: "6/17/15: clonazepam renewed". */
const LEADING_CHARACTERS = 14;

/** Sentences of one paragraph go on about the report that was named before them for so long. */
const REPORT_SENTENCES = 8;

/**
 * The date that governs a place: one that begins its sentence or its clause, else that of the report
 * its paragraph tells of ("PR-2 of 10/26/2015: neck pain. No twitch."), else that of its section.
 */
export function dateOf(document: IndexedDocument, place: Place): DateValue | undefined {
  const { sentences, sections } = document.reading;
  const sentence = sentences[place.sentence];
  if (!sentence) return undefined;
  // a finding may begin with the day: "1/2016: 8 down to 4"
  const end = Math.max(place.start, Math.min(place.end, sentence.start + LEADING_CHARACTERS));
  const ofNow = clauseOfNow(document, place);
  return (
    dateReferredTo(document, sentence, place) ??
    todaysDate(document, sentence) ??
    leadingDate(document, ofNow?.start ?? sentence.start, end)?.date ??
    reportDate(document, place.sentence) ??
    (ofNow ? undefined : chronicleDate(document, place.sentence)) ??
    paperDate(document, place.sentence) ??
    sections[sentence.section]?.date
  );
}

/** A heading over what an earlier note said: "CARRIED FORWARD FROM 5/14/2015:", "Last visit 3/2/15". */
const RETELLS =
  /\b(?:carried|copied|pulled|pasted|brought) (?:over|forward|in|from)\b|\b(?:prior|previous|last|earlier) (?:visit|note|exam\w*|entry)\b/i;
const OPENS_TODAY =
  /^\W{0,3}(?:today|this visit|current(?:ly)? (?:visit|exam\w*)|on today's|now)\b/i;

/** The day of the note, where a paragraph below what was carried forward opens with "Today:". */
function todaysDate(
  document: IndexedDocument,
  { paragraph, section }: { paragraph: number; section: number },
): DateValue | undefined {
  const { text } = document.reading;
  const span = document.paragraphs.get(paragraph);
  if (!span || !OPENS_TODAY.test(text.slice(span.start, span.start + LONGEST_OPENING)))
    return undefined;
  const heading = datedHeadingOf(document, section);
  if (!heading || !RETELLS.test(text.slice(heading.start, heading.end))) return undefined;
  return documentDate(document);
}

const LONGEST_OPENING = 24;

/** "Examination of that date lists a twitch": the day that was named last. */
const THAT_DAY = /\b(?:of|on|from|at|for) (?:that|the same|the said) (?:date|day|visit)\b/gi;

/** Characters before a place in which its clause refers back. */
const REFERRED_WITHIN = 400;

/** The day that the clause of a place refers back to, from among those its paragraph named before. */
function dateReferredTo(
  document: IndexedDocument,
  sentence: Span & { paragraph: number },
  place: Place,
): DateValue | undefined {
  const { text } = document.reading;
  const from = Math.max(sentence.start, place.end - REFERRED_WITHIN);
  const told = text.slice(from, place.end);
  if (!told.includes('that ') && !told.includes(' same ') && !told.includes(' said '))
    return undefined;
  const clause = told.slice(told.lastIndexOf(';') + 1);
  const [referring] = [...clause.matchAll(THAT_DAY)].slice(-1);
  if (!referring) return undefined;
  const paragraph = document.paragraphs.get(sentence.paragraph);
  if (!paragraph) return undefined;
  const end = place.end - clause.length + referring.index;
  const named = within(document.values.get('date'), { start: paragraph.start, end }).at(-1)?.value;
  return named?.kind === 'date' && named.date.day !== undefined && named.date.year > 0
    ? named.date
    : undefined;
}

/** "2014: C6 radiculopathy, cleared", "2013 note of Dr. R: a twitch", "Old chart, 2013:": a year that entitles its line. */
const HEAD_OF_YEAR =
  /^\W{0,3}([^:;"\n]{0,24}?)(?<![\d/.-])\b((?:19|20)\d\d)(\s?[–—-]\s|(?![^:]*\d{3})[^:;"\n/]{0,32}:\s)/;
const LONGEST_YEAR_HEAD = 64;

/** The last date between a sentence's start and a place that begins the sentence or a clause of it. */
function leadingDate(
  document: IndexedDocument,
  start: number,
  end: number,
): (Span & { date: DateValue }) | undefined {
  const { text } = document.reading;
  const dates = document.values.get('date') ?? [];
  const first = firstFrom(dates, start);
  // from the end, as the last that leads holds
  for (let at = firstFrom(dates, end) - 1; at >= first; at -= 1) {
    const mention = dates[at] as ValueMention;
    if (mention.end > end) continue;
    if (mention.value.kind !== 'date' || mention.value.date.year <= 0) continue;
    const isFirst = mention.start - start <= LEADING_CHARACTERS;
    const lead = text.slice(
      isFirst ? start : Math.max(start, mention.start - CLAUSE_BEFORE),
      mention.start,
    );
    const begins =
      isFirst ||
      isHeadOfStatement(text, start, mention) ||
      CLAUSE_BEGINS.test(lead) ||
      VISIT_BEGINS.test(wordsBefore(text, start, mention.start)) ||
      (THE_CLAUSE_BEGINS.test(lead) && IS_OF_VISIT.test(text.slice(mention.end, mention.end + 30)));
    if (begins && !FOREIGN.test(lead))
      return { start: mention.start, end: mention.end, date: mention.value.date };
  }
  return leadingYear(text, start, end);
}

/** The year in the head of a sentence: its first word, or that of a paper. */
function leadingYear(text: string, start: number, end: number) {
  const head = HEAD_OF_YEAR.exec(text.slice(start, start + LONGEST_YEAR_HEAD));
  if (!head || start + head[0].length > end) return undefined;
  const [whole, before = '', year = '', after = ''] = head;
  if (before !== '' && !OF_A_STATEMENT.test(whole) && !OF_A_RECORD.test(whole)) return undefined;
  if (FOREIGN.test(whole) || NO_PAPER.test(before)) return undefined;
  const at = start + whole.length - after.length - year.length;
  return { start: at, end: at + year.length, date: { year: Number(year) } };
}

/** The words of a sentence before an offset; where they are many their end, behind a letter, as nothing begins there. */
function wordsBefore(text: string, start: number, end: number): string {
  const from = end - VISIT_BEFORE;
  return from <= start ? text.slice(start, end) : `x${text.slice(from, end)}`;
}

/** More characters than the words that name a visit have. */
const VISIT_BEFORE = 120;
const CLAUSE_BEFORE = 24;
/** "...; on 3/3/15", "..., and by 3/3": a date at the start of a clause. */
const CLAUSE_BEGINS =
  /[;:]\s*(?:and|but|then|while)?\s*(?:on|by|at|as of|in)?\s*$|,\s*(?:and|but|then|while)\s+(?:on|by|at|as of)\s*$/i;

/** "Examination of 12/28/2016 lists ...", "...; physical exam on 3/3": a visit's day at the start of a clause. */
const VISIT_BEGINS =
  /(?:^|[;:])\W{0,3}(?:(?:and|but|then|while|at|on|in|during|today's|this|the|his|her|an?|my|your|our|physical|clinical|last|latest|prior|previous|earlier|follow-?up|office|clinic)\s+){0,4}(?:exam(?:ination|s)?|visit|palpation|evaluation|re-?evaluation|re-?check|findings)(?:\s+(?:of|on|dated|from|at))?\s+(?:the\s+)?$/i;
/** "...; the 02/01/2017 examination reads ...". */
const THE_CLAUSE_BEGINS =
  /[;:]\s*(?:(?:and|but|then|while|whereas)\s+)?(?:on\s+)?(?:the|that of)\s+$/i;
const IS_OF_VISIT =
  /^\s+(?:\w+\s+){0,2}(?:exam(?:ination)?|visit|note|report|pr-?2|evaluation|re-?check|follow-?up)\b/i;

/** "Surgeon's letter 6/8/16:", "[imported from the 1/12/16 note]": the day in the first words of a sentence. */
function isHeadOfStatement(text: string, start: number, { start: day, end }: Span): boolean {
  if (day - start > LONGEST_STATEMENT_HEAD) return false;
  const head = text.slice(start, day);
  if (RETOLD_FROM.test(head)) return true;
  return (
    /^\W{0,3}[A-Za-z][^.,:;()"\n]*$/.test(head) &&
    /^\)?\s?:/.test(text.slice(end, end + 3)) &&
    OF_A_STATEMENT.test(head) &&
    !NO_PAPER.test(head) &&
    !EVENT.test(head)
  );
}

const LONGEST_STATEMENT_HEAD = 48;
const RETOLD_FROM =
  /^\W{0,3}(?:(?:text|section|block|exam|list) )?(?:imported|carried|copied|pulled|pasted|brought)(?: (?:over|forward|in|up))?(?: (?:from|of))?(?: (?:the|my|his|her|our|an?))?(?: \w+){0,3} $/i;
const OF_A_STATEMENT =
  /\b(?:letter|note|call|called|phone|visit|form|sheet|questionnaire|summary|discharge|d\/c|intake|message|entry|exam\w*|consult\w*|eval\w*|palpation|appointment)\b/i;

const OF_A_RECORD = /\b(?:chart|record|file|report|pr-?2|qme|ame|ime|dr\b)/i;

/** The date of the report that an earlier sentence of the paragraph names at its start. */
function reportDate(document: IndexedDocument, at: number): DateValue | undefined {
  return reported(document, at, () => findReportDate(document, at));
}

const reported = createMemo<IndexedDocument, DateValue | undefined, number>();
/** By sentence: those that follow it in its paragraph ask for it too. */
const leads = createMemo<IndexedDocument, ReturnType<typeof leadingDate>, number>();

function findReportDate(document: IndexedDocument, at: number): DateValue | undefined {
  const { sentences } = document.reading;
  const own = sentences[at];
  for (let back = at - 1; back >= 0 && back >= at - REPORT_SENTENCES; back -= 1) {
    const sentence = sentences[back];
    if (!sentence || sentence.paragraph !== own?.paragraph) return undefined;
    const lead = leads(document, back, () => leadingDate(document, sentence.start, sentence.end));
    if (lead) return isDateOfNote(document, lead) ? lead.date : undefined;
  }
  return undefined;
}

const NOTE_BEFORE =
  /(?<!\b(?:procedure|operative|op|injection) )\b(?:notes?|reports?|pr-?2s?|evaluations?|letters?|forms?|rfas?|requests?|summar(?:y|ies)|records?|worksheets?|logs?)\s*(?:\w+\s+){0,2}?(?:of|dated|on|from|for)?[\s:,(]*$/i;
const NOTE_AFTER =
  /^[\s,)]*(?!(?:procedure|operative|op|injection) )(?:\w+\s+){0,1}?(?:notes?|reports?|pr-?2s?|evaluation|letter|form|rfa|summary|record|worksheet|states?|stated|says|said|mentions?|mentioned|notes|noted|reads|indicates|describes|lists|documents)\b/i;
const AROUND_DATE = 40;

/** Whether a date is that of a writing: "the therapy note of 1-9-2017 states", "per the 7/20 report". */
export function isDateOfNote({ reading: { text } }: IndexedDocument, date: Span): boolean {
  return (
    NOTE_BEFORE.test(text.slice(Math.max(0, date.start - AROUND_DATE), date.start)) ||
    NOTE_AFTER.test(text.slice(date.end, date.end + AROUND_DATE))
  );
}

/** "Since the fall": rather off the ladder than a season. */
const A_FALL = /^\D*\bfall\D*$/i;

/**
 * How many days before the request a place speaks of, at least: by the date nearest in its sentence,
 * else that of its note. Undefined where no date is known.
 */
export function daysBefore(
  document: IndexedDocument,
  place: Place,
  asOf: DateValue,
): number | undefined {
  const sentence = document.reading.sentences[place.sentence];
  if (!sentence) return undefined;
  const today = earliestDay(asOf);
  const beside = (['date', 'since'] as const)
    .flatMap((kind) => within(document.values.get(kind), sentence))
    .filter(({ start, end }) => !A_FALL.test(document.reading.text.slice(start, end)))
    .flatMap((mention) => {
      const days = daysOf(mention.value, today);
      const apart = Math.max(mention.start - place.end, place.start - mention.end, 0);
      return days === undefined || days < 0 ? [] : [{ days, apart }];
    })
    .sort((a, b) => a.apart - b.apart);
  if (beside[0]) return beside[0].days;
  const visit = dateOf(document, place);
  if (!visit || visit.year <= 0) return undefined;
  // the newest note of a text speaks of the request, whenever it was written
  const day = latestDay(visit);
  const isNewest = !document.reading.sections.some(
    ({ date }) => date !== undefined && earliestDay(date) > day && earliestDay(date) <= today,
  );
  return isNewest ? undefined : Math.max(0, today - day);
}

function daysOf(value: Value, today: number): number | undefined {
  if (value.kind === 'date') {
    return value.date.year > 0 ? today - Math.min(latestDay(value.date), today) : undefined;
  }
  if (value.kind !== 'since') return undefined;
  if (value.ago) return value.ago.days.low;
  return value.from && value.from.year > 0
    ? today - Math.min(latestDay(value.from), today)
    : undefined;
}

/** Reads an ISO date of any precision. */
export function parseIso(iso: string): DateValue | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(iso);
  if (!match) return undefined;
  const [, year, month, day] = match;
  const date: DateValue = { year: Number(year) };
  if (month) date.month = Number(month);
  if (day) date.day = Number(day);
  return date;
}
