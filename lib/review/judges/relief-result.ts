import type {
  DateValue,
  Mention,
  Operator,
  Range,
  Section,
  ValueMention,
} from '../../language/mention.ts';
import { earliestDay, latestDay } from '../../language/values/calendar.ts';
import { firstFrom, type IndexedDocument } from '../evidence/case-index.ts';
import { isDateOfNote } from '../evidence/dates.ts';
import { isPlannedBySection } from '../evidence/match-rule.ts';
import { type Span, scopeOf } from '../evidence/scopes.ts';
import { isDoneValue, nearestTo, type Placed, valuesIn } from './places.ts';

/** What a text says that an earlier procedure did. */
export interface Result extends Placed<Mention> {
  /** Share of the pain that went away, percent. */
  percent: { amount: Range; place: Span; doubtful: boolean } | undefined;
  /** How long it lasted, days. */
  lasted: { days: Range; place: Span; doubtful: boolean } | undefined;
  /** Days since 1970 on which it was done at the latest; undefined where no date is known. */
  done: number | undefined;
}

/** Sentences after the one that names the procedure in which its result may stand. */
const SENTENCES_AFTER = 3;
/** An anaesthetic of 0.5 % relieves nothing by 0.5 %. */
const STRONGEST_SOLUTION = 5;

/** Relief and its length beside a mention of the procedure, which may stand in several sentences. */
export function resultOf(placed: Placed<Mention>, others: readonly Placed<Mention>[]): Result {
  const { document, item } = placed;
  const beside = besideOf(placed, others);
  const story = { start: item.start, end: storyEnd(placed, others) };
  const sentence = scopeOf(document, item, 'sentence');
  // what its own sentence measures is not made up for from the one before
  const ownLength = valuesIn(document, 'duration', sentence).some((found) =>
    isOfRelief(document, found),
  );
  const percent = [story, ownLength ? { start: sentence.start, end: story.end } : beside]
    .map((span) => percentIn(document, span))
    .find((found) => found !== undefined);
  const done = doneOn(document, item);
  const from = Math.min(percent?.place.start ?? item.start, item.start);
  const result: Result = {
    document,
    item,
    percent:
      percent ??
      reliefByScores(document, {
        start: ownLength ? sentence.start : beside.start,
        end: story.end,
      }),
    lasted:
      (percent && lengthIn(document, { start: percent.place.start, end: story.end }, undefined)) ??
      lengthIn(document, { start: from, end: story.end }, done),
    done: done?.high,
  };
  return result.percent || result.lasted ? result : toldAtNextVisit(result);
}

/** Sentences of the next visit in which the result of a procedure of the visit before may stand. */
const SENTENCES_OF_NEXT_VISIT = 4;

/** What was done at a visit is told at the next one. */
function toldAtNextVisit(result: Result): Result {
  const { document } = result;
  const visit = nextVisit(document, result.item);
  if (!visit) return result;
  const { span, done } = visit;
  return {
    ...result,
    percent: percentIn(document, span) ?? reliefByScores(document, span),
    lasted: lengthIn(document, span, done),
    done: done.high,
  };
}

/** The first sentences of the visit after the one a place stands in, where both have their days. */
function nextVisit(
  { reading: { sections, sentences } }: IndexedDocument,
  item: Mention,
): { span: Span; done: Range } | undefined {
  const at = sentences[item.sentence]?.section ?? -1;
  const done = sections[at]?.date;
  if (!done) return undefined;
  const days = { low: earliestDay(done), high: latestDay(done) };
  const isLater = ({ date }: Section) => date !== undefined && earliestDay(date) > days.high;
  let next = at + 1;
  while (next < sections.length && !isLater(sections[next] as Section)) next += 1;
  const from = firstFrom(sentences, sections[next]?.start ?? Number.POSITIVE_INFINITY);
  const own = sentences
    .slice(from, from + SENTENCES_OF_NEXT_VISIT)
    .filter(({ section }) => section === next);
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last) return undefined;
  return { span: { start: first.start, end: last.end }, done: days };
}

/** Where the result of a procedure is told: beside it, or at the next visit. */
export function storyOf(
  placed: Placed<Mention>,
  others: readonly Placed<Mention>[],
): { holds: (place: Span) => boolean } {
  const { document, item } = placed;
  const own = { start: besideOf(placed, others).start, end: storyEnd(placed, others) };
  const next = nextVisit(document, item)?.span;
  const spans = next ? [own, next] : [own];
  return {
    holds: (place) => spans.some(({ start, end }) => place.start >= start && place.end <= end),
  };
}

/** The story of a procedure ends with its paragraph, where another one is told, or after a few sentences. */
function storyEnd({ document, item }: Placed<Mention>, others: readonly Placed<Mention>[]): number {
  const { sentences } = document.reading;
  const own = sentences[item.sentence];
  let end = scopeOf(document, item, 'neighbours').end;
  for (let at = item.sentence + 1; own && at <= item.sentence + SENTENCES_AFTER; at += 1) {
    const sentence = sentences[at];
    if (!sentence || sentence.section !== own.section) break;
    const another = others.some(
      (other) => other.document === document && other.item.sentence === at && hasDate(other),
    );
    if (another) return Math.min(end, sentence.start);
    if (sentence.paragraph !== own.paragraph && at > item.sentence + 1) break;
    end = Math.max(end, sentence.end);
  }
  return end;
}

/** The sentences around it, without one before that tells of a procedure of its own. */
function besideOf({ document, item }: Placed<Mention>, others: readonly Placed<Mention>[]): Span {
  const beside = scopeOf(document, item, 'neighbours');
  const own = document.reading.sentences[item.sentence];
  const another = others.some(
    (other) => other.document === document && other.item.sentence === item.sentence - 1,
  );
  return another && own ? { start: own.start, end: beside.end } : beside;
}

function hasDate({ document, item }: Placed<Mention>): boolean {
  return datesIn(document, scopeOf(document, item, 'sentence')).length > 0;
}

/** Dates of what was done; a writing has a date too. */
function datesIn(document: IndexedDocument, span: Span) {
  return valuesIn(document, 'date', span).filter(
    (found) => found.value.date.year > 0 && !isDateOfNote(document, found),
  );
}

/** The days on which a procedure was done, by the date that stands nearest in its sentence. */
function doneOn(document: IndexedDocument, item: Mention): Range | undefined {
  const dates = datesIn(document, scopeOf(document, item, 'sentence')).filter(
    ({ start }) => !isEnd(document, start),
  );
  const date = nearestTo(item, dates)?.value.date;
  return date && { low: earliestDay(date), high: latestDay(date) };
}

function percentIn(document: IndexedDocument, span: Span): Result['percent'] {
  const said = valuesIn(document, 'percent', span).find(
    (found) => isSaid(found) && found.value.amount.high > STRONGEST_SOLUTION,
  );
  if (said) {
    const doubtful = said.value.operator === 'about' || said.assertion?.presence === 'possible';
    return { amount: spanOf(said.value), place: said, doubtful };
  }
  return shareInWords(document, span);
}

/** A form that asks for a treatment holds what the last one did beside it. */
function isSaid(value: ValueMention): boolean {
  const { assertion } = value;
  const stated = assertion && isPlannedBySection(assertion);
  return isDoneValue(stated ? { ...value, assertion: { ...assertion, time: 'current' } } : value);
}

/** "More than 50 %" is over 50. */
function spanOf({ amount, operator }: { amount: Range; operator: Operator }): Range {
  if (operator === 'over') return { low: amount.low + 1, high: Math.max(100, amount.high) };
  if (operator === 'at-least') return { low: amount.low, high: Math.max(100, amount.high) };
  return amount;
}

const SHARES: readonly [RegExp, Range][] = [
  [/\b(?:three[- ]quarters|3\/4)\b/i, { low: 75, high: 75 }],
  [/\btwo[- ]thirds\b/i, { low: 66, high: 67 }],
  [/\b(?:a|one)[- ]third\b/i, { low: 33, high: 34 }],
  [/\b(?:a|one)[- ]quarter\b/i, { low: 25, high: 25 }],
  [
    /\b(?:complete(?:ly)?|total(?:ly)?|full) (?:pain )?(?:relief|resolution|gone|pain[- ]free)\b/i,
    { low: 100, high: 100 },
  ],
];
/** What a share is of, within a few words. */
const OF_PAIN =
  /\b(?:better|relief|reliev\w*|improve\w*|less|of (?:the|his|her) (?:pain|ache)|reduc\w*|gone|off)\b/i;

/** "Maybe a third better": a share in words, beside a word of relief. */
function shareInWords(document: IndexedDocument, { start, end }: Span): Result['percent'] {
  const words = document.reading.text.slice(start, end);
  for (const [share, amount] of SHARES) {
    const found = share.exec(words);
    if (!found || !OF_PAIN.test(words.slice(found.index, found.index + found[0].length + 30)))
      continue;
    const place = { start: start + found.index, end: start + found.index + found[0].length };
    return { amount, place, doubtful: true };
  }
  return undefined;
}

/** "Pain 7 to 3": the share that went away. */
function reliefByScores(document: IndexedDocument, scope: Span): Result['percent'] {
  const scores = valuesIn(document, 'score', scope);
  const before = scores.find(({ value }) => value.qualifier === 'before');
  const after = scores.find(
    ({ value, start }) =>
      value.qualifier === 'after' && before !== undefined && start > before.start,
  );
  if (!before || !after || before.value.amount.low === 0) return reliefByFall(document, scope);
  const share = (from: number, to: number) => Math.round((100 * (from - to)) / from);
  const low = share(before.value.amount.low, after.value.amount.high);
  const high = share(before.value.amount.high, after.value.amount.low);
  const amount = { low: Math.min(low, high), high: Math.max(low, high) };
  return { amount, place: after, doubtful: after.assertion?.presence === 'possible' };
}

/** Scores without their scale: "down from 8 to 3". What follows must not be tablets. */
const FALL =
  /\b(?:pain|vas|nrs|down|dropped|drops?|went|fell)\b[^.;\d]{0,20}(?:\bfrom )?(\d{1,2})(?:\/10)? (?:down )?to (?:a )?(\d{1,2})(?:\/10)?(?=\s*(?:[.,;)]|$|and\b|for\b|with\b|until\b|by\b|x\b|within\b|but\b))/i;

function reliefByFall({ reading }: IndexedDocument, scope: Span): Result['percent'] {
  const found = FALL.exec(reading.text.slice(scope.start, scope.end));
  const [from, to] = [Number(found?.[1]), Number(found?.[2])];
  if (!found || from === 0 || from > 10 || to > 10) return undefined;
  const share = Math.round((100 * (from - to)) / from);
  const start = scope.start + found.index;
  const place = { start, end: start + found[0].length };
  return { amount: { low: share, high: share }, place, doubtful: false };
}

/** A stated length, else the time from the procedure to the day until which it held. */
function lengthIn(
  document: IndexedDocument,
  span: Span,
  done: Range | undefined,
): Result['lasted'] {
  const stated = valuesIn(document, 'duration', span).find((found) => isOfRelief(document, found));
  if (stated) {
    const words = document.reading.text.slice(stated.start, stated.end);
    const doubtful = stated.assertion?.presence === 'possible';
    return { days: lasting(stated.value.days, words), place: stated, doubtful };
  }
  return done && (untilDate(document, span, done) ?? byNotes(document, span, done));
}

const STILL =
  /\b(?:still|remain\w*|continu\w*|ongoing|persist\w*|hold\w*|maintain\w*|sustained)\b/i;
const GONE =
  /\b(?:back (?:to|where|again|at)|is back|was back|wor(?:e|n) off|gone|return\w*|recurred|as before|baseline)\b/i;

/** What notes of known days say: it still held on one, and was gone on another. */
function byNotes(document: IndexedDocument, span: Span, done: Range): Result['lasted'] {
  const days = { low: 0, high: Number.POSITIVE_INFINITY };
  let place: Span | undefined;
  for (const found of valuesIn(document, 'date', span)) {
    const { date } = found.value;
    if (date.year <= 0 || earliestDay(date) <= done.high) continue;
    const sentence = document.reading.sentences[found.sentence];
    const next = valuesIn(document, 'date', {
      start: found.end,
      end: sentence?.end ?? span.end,
    })[0];
    const words = document.reading.text.slice(found.end, next?.start ?? sentence?.end ?? span.end);
    if (STILL.test(words)) days.low = Math.max(days.low, earliestDay(date) - done.high);
    else if (GONE.test(words)) days.high = Math.min(days.high, latestDay(date) - done.low);
    else continue;
    place = found;
  }
  return place && days.low <= days.high ? { days, place, doubtful: false } : undefined;
}

/** "The best I felt in a year". */
const BEST_IN = /\b(?:best|first time|most)\b[^.;]*\bin\s*$/i;

/** "Every six weeks" and "four days of soreness" are not how long it helped. */
function isOfRelief({ reading }: IndexedDocument, { start, end }: Span): boolean {
  const before = reading.text.slice(Math.max(0, start - 10), start);
  const after = reading.text.slice(end, end + 20);
  return (
    !/\b(?:every|age|q|past|last|within)\s*$/i.test(before) &&
    !BEST_IN.test(reading.text.slice(Math.max(0, start - 40), start)) &&
    !/^\s*(?:of (?:\w+ )?(?:soreness|pain|flare|bruising)|later|ago|prior|before)\b/i.test(after)
  );
}

/** "A few weeks": nobody counted, so it may have been twice as long. */
function lasting(days: Range, words: string): Range {
  return /\b(?:few|several|some|many)\b/i.test(words)
    ? { low: days.low, high: 2 * days.high }
    : days;
}

/** Words between "until" and its date: "until about the end of". */
const UNTIL =
  /\b(?:until|till|til|through|thru|up to|into|to|by)\s+(?:(?:about|around|roughly|sometime in|the|a|first|second|last|early|mid|middle|late|end|beginning|start|week|part|days?|half|of|in|\d{1,2}(?:st|nd|rd|th))[\s-]+)*$/i;
const SHORT_OF = /\b(?:by|early|beginning|start|first)\b/i;
const END_OF = /\b(?:end|late|last|through|thru)\b/i;
const LONGEST_UNTIL = 50;

function untilWords({ reading }: IndexedDocument, start: number): string | undefined {
  return UNTIL.exec(reading.text.slice(Math.max(0, start - LONGEST_UNTIL), start))?.[0];
}

/** Whether a date is the day until which something held. */
function isEnd(document: IndexedDocument, start: number): boolean {
  return untilWords(document, start) !== undefined;
}

/** "The 28th of May": the day stands before its month. */
function endDays(date: DateValue, words: string): { first: number; last: number } {
  const day = Number(/(\d{1,2})(?:st|nd|rd|th)/i.exec(words)?.[1]);
  const exact = day >= 1 && day <= 31 && date.day === undefined ? { ...date, day } : date;
  return { first: earliestDay(exact), last: latestDay(exact) };
}

function untilDate(document: IndexedDocument, span: Span, done: Range): Result['lasted'] {
  for (const found of valuesIn(document, 'date', span)) {
    const words = isDateOfNote(document, found) ? undefined : untilWords(document, found.start);
    const { date } = found.value;
    if (words === undefined || date.year === 0) continue;
    const { first, last } = endDays(date, words);
    const end = SHORT_OF.test(words)
      ? { low: first, high: first + 7 }
      : { low: END_OF.test(words) ? last : first, high: last };
    const days = { low: Math.max(0, end.low - done.high), high: end.high - done.low };
    if (days.high < 0) continue;
    // "back by March" says when it had gone, not that it held until then
    if (/^by\b/i.test(words)) days.low = 0;
    return { days, place: found, doubtful: false };
  }
  return undefined;
}
