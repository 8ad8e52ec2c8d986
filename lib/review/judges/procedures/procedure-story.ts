import type { DateValue, Mention, Range, Reading, Section } from '../../../language/mention.ts';
import { beginningIn } from '../../../language/sorted.ts';
import { earliestDay, latestDay } from '../../../language/values/calendar.ts';
import { firstFrom, type IndexedDocument, within } from '../../evidence/case-index.ts';
import { isDateOfNote } from '../../evidence/dates.ts';
import { isCondition } from '../../evidence/meant-mentions.ts';
import { createMemo } from '../../evidence/memo.ts';
import { isQuestion, type Span, scopeOf } from '../../evidence/scopes.ts';
import { nearestTo, type Placed, valuesIn } from '../places.ts';
import { isEnd } from '../relief/relief-length.ts';

/** Sentences after the one that names the procedure in which its result may stand. */
const SENTENCES_AFTER = 3;
/** Sentences of the next visit in which the result of a procedure of the visit before may stand. */
const SENTENCES_OF_NEXT_VISIT = 4;

/** What was told at the visit after a place, and the days on which it was done. */
interface NextVisit {
  span: Span;
  done: Range;
}

/** The first sentences of the visit after the one a place stands in, where both have their days. */
export function nextVisit(document: IndexedDocument, item: Mention): NextVisit | undefined {
  return nextSection(document, item) ?? nextLines(document, item);
}

/** Visits after the next one that may tell whether what was gained holds. */
const LATER_VISITS = 3;

/** The days of the visits after a place, with their first sentences, up to one that tells of another procedure. */
export function laterVisits(
  { document, item }: Placed<Mention>,
  others: readonly Placed<Mention>[],
): { span: Span; day: Range }[] {
  const { sections, sentences } = document.reading;
  const at = sentences[item.sentence]?.section ?? -1;
  const found: { span: Span; day: Range }[] = [];
  let next = laterSection(document.reading, at);
  while (next < sections.length && found.length <= LATER_VISITS) {
    const { date, start, end } = sections[next] as Section & { date: DateValue };
    const told = placesOf(others, document);
    const other = told[firstFrom(told, start)];
    if (other && other.end <= end) break;
    const from = firstFrom(sentences, start);
    const last = sentences.slice(from, from + SENTENCES_OF_NEXT_VISIT).at(-1);
    found.push({
      span: { start, end: Math.min(end, last?.end ?? end) },
      day: { low: earliestDay(date), high: latestDay(date) },
    });
    next = laterSection(document.reading, next);
  }
  return found;
}

/** The first section behind one that is of a later day; their number where none is, or the day is not known. */
function laterSection(reading: Reading, at: number): number {
  const { sections } = reading;
  const own = sections[at]?.date;
  if (!own) return sections.length;
  const day = latestDay(own);
  const laterThan = laterSections(reading, '', () => nextLater(sections.map(firstDay)));
  let next = laterThan[at] as number;
  while (next < sections.length && firstDay(sections[next] as Section) <= day)
    next = laterThan[next] as number;
  return next;
}

function firstDay({ date }: Section): number {
  return date ? earliestDay(date) : Number.NEGATIVE_INFINITY;
}

/** For each day the index of the first behind it that is later; their number where none is. */
function nextLater(days: readonly number[]): Int32Array {
  const later = new Int32Array(days.length);
  for (let at = days.length - 1; at >= 0; at -= 1) {
    let next = at + 1;
    while (next < days.length && (days[next] as number) <= (days[at] as number))
      next = later[next] as number;
    later[at] = next;
  }
  return later;
}

const laterSections = createMemo<Reading, Int32Array>();

/** Where procedures stand in a document, by start. */
function placesOf(
  procedures: readonly Placed<Mention>[],
  document: IndexedDocument,
): readonly Mention[] {
  return places(procedures, document, () =>
    procedures
      .flatMap((placed) => (placed.document === document ? placed.item : []))
      .sort((one, other) => one.start - other.start),
  );
}

const places = createMemo<readonly Placed<Mention>[], readonly Mention[], IndexedDocument>();

/** Those of procedures that stand in a sentence. */
function inSentence(
  procedures: readonly Placed<Mention>[],
  document: IndexedDocument,
  at: number,
): readonly Mention[] {
  const sentence = document.reading.sentences[at];
  return sentence
    ? beginningIn(placesOf(procedures, document), sentence).filter((item) => item.sentence === at)
    : [];
}

function nextSection(document: IndexedDocument, item: Mention): NextVisit | undefined {
  const { sections, sentences } = document.reading;
  const at = sentences[item.sentence]?.section ?? -1;
  const done = sections[at]?.date;
  if (!done) return undefined;
  const days = { low: earliestDay(done), high: latestDay(done) };
  const next = laterSection(document.reading, at);
  const from = firstFrom(sentences, sections[next]?.start ?? Number.POSITIVE_INFINITY);
  const own = sentences
    .slice(from, from + SENTENCES_OF_NEXT_VISIT)
    .filter(({ section }) => section === next);
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last) return undefined;
  return { span: { start: first.start, end: last.end }, done: days };
}

/** Lines of a chronology in which the result of what was done in an earlier line may stand. */
const LINES_OF_CHRONOLOGY = 5;

/** In a chronology each line begins with its day: the lines after that of the procedure. */
function nextLines(document: IndexedDocument, item: Mention): NextVisit | undefined {
  const { sentences } = document.reading;
  const days = leadingDays(document, item.sentence);
  if (!days) return undefined;
  const later: Span[] = [];
  let lines = 0;
  for (let at = item.sentence + 1; at < sentences.length; at += 1) {
    const sentence = sentences[at] as Span;
    const next = leadingDays(document, at);
    if (next && next.low < days.high) break;
    if (next) lines += 1;
    if (lines > LINES_OF_CHRONOLOGY) break;
    if (lines > 0) later.push(sentence);
  }
  const [first, last] = [later[0], later.at(-1)];
  return first && last && { span: { start: first.start, end: last.end }, done: days };
}

/** The day that a sentence begins with, where it begins a line. */
function leadingDays({ reading, values }: IndexedDocument, at: number): Range | undefined {
  const sentence = reading.sentences[at];
  if (!sentence || !/(?:^|\n)\s*$/.test(reading.text.slice(0, sentence.start).slice(-20))) return;
  const found = within(values.get('date'), sentence)[0];
  if (found?.start !== sentence.start || found.value.kind !== 'date') return undefined;
  const { date } = found.value;
  return date.year > 0 ? { low: earliestDay(date), high: latestDay(date) } : undefined;
}

/** Where the result of a procedure is told: beside it, or at the visits that follow up to another one. */
export function storyOf(
  placed: Placed<Mention>,
  others: readonly Placed<Mention>[],
): { holds: (place: Span) => boolean } {
  const { document, item } = placed;
  const own = { start: besideOf(placed, others).start, end: storyEnd(placed, others) };
  const next = nextVisit(document, item)?.span;
  const later = laterVisits(placed, others).map(({ span }) => span);
  const spans = next ? [own, next, ...later] : [own, ...later];
  return {
    holds: (place) => spans.some(({ start, end }) => place.start >= start && place.end <= end),
  };
}

/** The story of a procedure ends with its paragraph, where another one is told, or after a few sentences. */
export function storyEnd(
  { document, item }: Placed<Mention>,
  others: readonly Placed<Mention>[],
): number {
  const { reading } = document;
  const { sentences } = reading;
  const own = sentences[item.sentence];
  let end = scopeOf(document, item, 'neighbours').end;
  let last = item.sentence + SENTENCES_AFTER;
  for (let at = item.sentence + 1; own && at <= last; at += 1) {
    const sentence = sentences[at];
    if (!sentence || sentence.section !== own.section) break;
    // a question and its answer are one
    if (isQuestion(reading.text, sentence)) last += 1;
    const another = inSentence(others, document, at).some((other) => hasDate(document, other));
    if (another || isOfNoRecord(document, sentence)) return Math.min(end, sentence.start);
    if (sentence.paragraph !== own.paragraph && at > item.sentence + 1) break;
    end = Math.max(end, sentence.end);
  }
  return end;
}

/** A condition, a rule or what a reviewer says: nothing of what came of it. */
function isOfNoRecord({ reading }: IndexedDocument, { end }: Span): boolean {
  const told = reading.assertionOf({ start: end - 1, end });
  return told !== undefined && (isCondition(told) || told.voice !== 'record');
}

/** The sentences around it, without one before that tells of a procedure of its own. */
export function besideOf(
  { document, item }: Placed<Mention>,
  others: readonly Placed<Mention>[],
): Span {
  const beside = scopeOf(document, item, 'neighbours');
  const own = document.reading.sentences[item.sentence];
  const another = inSentence(others, document, item.sentence - 1).length > 0;
  return another && own ? { start: own.start, end: beside.end } : beside;
}

function hasDate(document: IndexedDocument, item: Mention): boolean {
  return datesIn(document, scopeOf(document, item, 'sentence')).length > 0;
}

/** Dates of what was done; a writing has a date too. */
function datesIn(document: IndexedDocument, span: Span) {
  return valuesIn(document, 'date', span).filter(
    (found) => found.value.date.year > 0 && !isDateOfNote(document, found),
  );
}

/** The days on which a procedure was done, by the date that stands nearest in its sentence. */
export function doneOn(document: IndexedDocument, item: Mention): Range | undefined {
  const dates = datesIn(document, scopeOf(document, item, 'sentence')).filter(
    ({ start }) => !isEnd(document, start),
  );
  const date = nearestTo(item, dates)?.value.date;
  return date && { low: earliestDay(date), high: latestDay(date) };
}
