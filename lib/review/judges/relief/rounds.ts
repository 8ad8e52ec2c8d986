/** Several earlier procedures told one after the other, each with what came of it: "the first …, the second …". */
import type { DateValue, Mention, Range } from '../../../language/mention.ts';
import { earliestDay, latestDay } from '../../../language/values/calendar.ts';
import { groupBy, type IndexedDocument, sentenceAt } from '../../evidence/case-index.ts';
import { logAt } from '../../evidence/procedure-logs.ts';
import { type Span, scopeOf } from '../../evidence/scopes.ts';
import { nearestTo, type Placed, valuesIn } from '../places.ts';
import { isEnd } from './relief-length.ts';
import { lengthOf, type Result, resultOf } from './relief-result.ts';
import { percentIn, reliefByScores, type Share } from './relief-share.ts';
import { type Mark, marksIn } from './round-marks.ts';

/**
 * What the earlier procedures did: where a paragraph tells several apart, what the last of them did, in
 * place of all that is named there; else each by its own story. What is told without a day is told on `asOf`.
 */
export function lastResults(told: readonly Placed<Mention>[], asOf: DateValue): Result[] {
  const alone: Placed<Mention>[] = [];
  const last: Result[] = [];
  const byParagraph = groupBy(told, ({ document, item }) => scopeOf(document, item, 'paragraph'));
  for (const [paragraph, placed] of byParagraph) {
    const result = lastRound(placed, paragraph, asOf);
    if (result) last.push(result);
    else alone.push(...placed);
  }
  return [...alone.map((placed) => resultOf(placed, told, asOf)), ...last];
}

/** What the last of those did that a paragraph tells apart; undefined where it tells the result of fewer than two. */
function lastRound(
  placed: readonly Placed<Mention>[],
  paragraph: Span,
  asOf: DateValue,
): Result | undefined {
  const [{ document, item }] = placed as [Placed<Mention>];
  if (logAt(document, item)) return undefined;
  const names = placed.map(({ item: name }) => name);
  const marks = marksIn(document, paragraph, names, asOf);
  const before = { start: paragraph.start, end: marks[0]?.part.start ?? paragraph.start };
  const listed = daysIn(document, before);
  const rounds = marks
    .map((mark): Result & { rank: number } => {
      const { start, end, part, rank } = mark;
      const done = doneOf(mark, nearestTo(mark, daysIn(document, part)), listed);
      const percent =
        percentIn(document, part) ?? reliefByScores(document, part) ?? nothingIn(document, part);
      const lasted = lengthOf(document, percent, part, done, asOf);
      const place = { ...item, start, end, sentence: sentenceAt(document.reading, start) };
      return { document, item: place, percent, lasted, done, rank };
    })
    .filter(({ percent, lasted }) => percent || lasted);
  if (rounds.length < 2) return undefined;
  return rounds.toSorted((one, other) => other.rank - one.rank)[0];
}

const FAILED = 'procedure-round-failed';

/** What says that one did nothing, as a share of the pain. */
function nothingIn(document: IndexedDocument, { start, end }: Span): Share | undefined {
  const [place] = document.mentions.of(FAILED, start, end);
  return place && { amount: { low: 0, high: 0 }, place, doubtful: false };
}

type Day = ReturnType<typeof daysIn>[number];

function daysIn(document: IndexedDocument, span: Span) {
  return valuesIn(document, 'date', span).filter(
    (found) => found.value.date.year > 0 && !isEnd(document, found.start),
  );
}

/** The days on which one was done: told with it, or in a list before all of them: "3/2/15 and 9/14/15. The first …". */
function doneOf({ rank }: Mark, own: Day | undefined, listed: readonly Day[]): Range | undefined {
  const day = own ?? (listed.length > 1 ? listed[rank - 1] : undefined);
  return day && { low: earliestDay(day.value.date), high: latestDay(day.value.date) };
}
