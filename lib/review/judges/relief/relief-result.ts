import type { DateValue, Mention, Range } from '../../../language/mention.ts';
import { earliestDay } from '../../../language/values/calendar.ts';
import { bareDaysIn, lastUpTo } from '../../evidence/bare-days.ts';
import { type IndexedDocument, sentenceAt } from '../../evidence/case-index.ts';
import { dateOf } from '../../evidence/dates.ts';
import { clauseAround, type Span, scopeOf } from '../../evidence/scopes.ts';
import { type Placed, valuesIn } from '../places.ts';
import {
  besideOf,
  doneOn,
  laterVisits,
  nextVisit,
  storyEnd,
} from '../procedures/procedure-story.ts';
import { reliefInRow } from './relief-in-rows.ts';
import { isEnd, isOfRelief, lengthIn } from './relief-length.ts';
import { percentIn, reliefByScores, type Share } from './relief-share.ts';
import type { Length } from './relief-words.ts';

/** What a text says that an earlier procedure did. */
export interface Result extends Placed<Mention> {
  percent: Share | undefined;
  lasted: Length | undefined;
  /** Days since 1970 on which it was done; undefined where no date is known. */
  done: Range | undefined;
}

/**
 * Relief and its length beside a mention of the procedure, which may stand in several sentences.
 * What is told without a day is told on `asOf`.
 */
export function resultOf(
  placed: Placed<Mention>,
  others: readonly Placed<Mention>[],
  asOf: DateValue,
): Result {
  const { document, item } = placed;
  const beside = besideOf(placed, others);
  const story = { start: item.start, end: storyEnd(placed, others) };
  const sentence = scopeOf(document, item, 'sentence');
  // what its own sentence measures is not made up for from the one before
  const ownLength = valuesIn(document, 'duration', sentence).some((found) =>
    isOfRelief(document, found),
  );
  const own = { start: sentence.start, end: story.end };
  const percent = [story, ownLength ? own : beside]
    .map((span) => percentIn(document, span))
    .find((found) => found !== undefined);
  const done = doneOn(document, item) ?? doneByResult(document, item, percent);
  // a day without its year only where nothing else tells the length
  const bareDone = done ? undefined : bareDoneOn(document, item, asOf);
  const from = Math.min(percent?.place.start ?? item.start, item.start);
  const told = { start: from, end: story.end };
  const inRow = reliefInRow(document, item);
  const result: Result = {
    document,
    item,
    percent:
      percent ??
      inRow.percent ??
      reliefByScores(document, ownLength ? own : { ...own, start: beside.start }),
    lasted:
      inRow.lasted ??
      lengthOf(document, percent, told, done, asOf) ??
      (bareDone && lengthIn(document, told, bareDone, asOf)),
    done,
  };
  return result.percent || result.lasted
    ? result
    : stillHeld(toldAtNextVisit(result, asOf), others);
}

/** "I injected him twice. The first time, 9/22, he was half better": the day that the result is told of. */
function doneByResult(
  document: IndexedDocument,
  item: Mention,
  percent: Share | undefined,
): Range | undefined {
  if (!percent) return undefined;
  const sentence = sentenceAt(document.reading, percent.place.start);
  return sentence > item.sentence
    ? doneOn(document, { ...item, ...percent.place, sentence })
    : undefined;
}

/** "TPI 1/15: 60 %", "the injections in January": without its year, the last one before it is told. */
function bareDoneOn(document: IndexedDocument, item: Mention, asOf: DateValue): Range | undefined {
  const sentence = scopeOf(document, item, 'sentence');
  const words = document.reading.text.slice(sentence.start, sentence.end);
  const days = bareDaysIn(words).filter(({ start }) => !isEnd(document, sentence.start + start));
  const at = item.start - sentence.start;
  const near = days.toSorted(
    (one, other) => Math.abs(one.start - at) - Math.abs(other.start - at),
  )[0];
  return near && lastUpTo(near, earliestDay(dateOf(document, item) ?? asOf));
}

/**
 * How long a relief lasted that a stretch tells of: what stands beside its percent first. `done` are the days
 * of the procedure, since 1970.
 */
export function lengthOf(
  document: IndexedDocument,
  percent: Share | undefined,
  stretch: Span,
  done: Range | undefined,
  asOf: DateValue,
): Length | undefined {
  const after = percent && { start: percent.place.start, end: stretch.end };
  return (
    (percent && ownLengthOf(document, percent, done, asOf)) ??
    (after && lengthIn(document, after, undefined, asOf)) ??
    lengthIn(document, stretch, done, asOf)
  );
}

/** The length that the sentence of a percent gives itself: what others tell later is their account. */
function ownLengthOf(
  document: IndexedDocument,
  { place }: Share,
  done: Range | undefined,
  asOf: DateValue,
): Length | undefined {
  const sentence = sentenceAt(document.reading, place.start);
  return lengthIn(document, clauseAround(document, { ...place, sentence }), done, asOf);
}

/** What was done at a visit is told at the next one. */
function toldAtNextVisit(result: Result, asOf: DateValue): Result {
  const { document } = result;
  const visit = nextVisit(document, result.item);
  if (!visit) return result;
  const { span, done } = visit;
  return {
    ...result,
    percent: percentIn(document, span) ?? reliefByScores(document, span),
    lasted: lengthIn(document, span, done, asOf),
    done,
  };
}

/** "Still 2/10", "relief is holding": what was gained is there yet. */
const HOLDS =
  /\bstill (?:\d{1,2}(?:\/10)?\b|(?:much |a lot |far )?better|good|relieved|holding|pain[- ]free|down|has (?:the )?relief)|\b(?:relief|it|improvement|benefit) (?:is |has been )?(?:holding|continues|persists|lasting|held|remains)\b|\bholding (?:up|well|steady)?\b/i;

/** With the time up to the last visit that says the relief holds. */
function stillHeld(result: Result, others: readonly Placed<Mention>[]): Result {
  const { document, percent, lasted, done } = result;
  if (!percent || done === undefined) return result;
  const held = laterVisits(result, others).findLast(({ span }) =>
    HOLDS.test(document.reading.text.slice(span.start, span.end)),
  );
  if (!held) return result;
  const days = { low: held.day.low - done.high, high: held.day.high - done.high };
  if (lasted && lasted.days.low >= days.low) return result;
  return { ...result, lasted: { days, place: { ...held.span }, doubtful: false } };
}
