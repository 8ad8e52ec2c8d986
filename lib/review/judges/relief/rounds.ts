/** Several earlier procedures told one after the other, each with what came of it: "the first …, the second …". */
import type { DateValue, Mention, Range } from '../../../language/mention.ts';
import { earliestDay, latestDay } from '../../../language/values/calendar.ts';
import { type IndexedDocument, sentenceAt } from '../../evidence/case-index.ts';
import { logAt } from '../../evidence/procedure-logs.ts';
import { type Span, scopeOf, shares } from '../../evidence/scopes.ts';
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
  const last = new Map<Span, Result | undefined>();
  const alone = told.filter((placed) => {
    const paragraph = scopeOf(placed.document, placed.item, 'paragraph');
    if (!last.has(paragraph)) last.set(paragraph, lastRound(placed, paragraph, told, asOf));
    return last.get(paragraph) === undefined;
  });
  return [
    ...alone.map((placed) => resultOf(placed, told, asOf)),
    ...[...last.values()].flatMap((result) => result ?? []),
  ];
}

/** What the last of those did that a paragraph tells apart; undefined where it tells the result of fewer than two. */
function lastRound(
  { document, item }: Placed<Mention>,
  paragraph: Span,
  told: readonly Placed<Mention>[],
  asOf: DateValue,
): Result | undefined {
  if (logAt(document, item)) return undefined;
  const names = told.flatMap((other) =>
    other.document === document && shares(other.item, paragraph) ? other.item : [],
  );
  const marks = marksIn(document, paragraph, names, asOf);
  const rounds = marks
    .map((mark): Result & { rank: number } => {
      const { start, end, part, rank } = mark;
      const done = doneIn(document, paragraph, marks, mark);
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

/** The days on which one was done: told with it, or in a list before all of them: "3/2/15 and 9/14/15. The first …". */
function doneIn(
  document: IndexedDocument,
  { start }: Span,
  marks: readonly Mark[],
  mark: Mark,
): Range | undefined {
  const daysIn = (span: Span) =>
    valuesIn(document, 'date', span).filter(
      (found) => found.value.date.year > 0 && !isEnd(document, found.start),
    );
  const listed = daysIn({ start, end: marks[0]?.part.start ?? start });
  const day =
    nearestTo(mark, daysIn(mark.part)) ?? (listed.length > 1 ? listed[mark.rank - 1] : undefined);
  return day && { low: earliestDay(day.value.date), high: latestDay(day.value.date) };
}
