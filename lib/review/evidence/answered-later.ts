/** What a sentence tells of a later day by a bare answer: "a twitch in July and none in January". */
import type { DateValue } from '../../language/mention.ts';
import { earliestDay, latestDay } from '../../language/values/calendar.ts';
import { bareDaysIn, lastUpTo } from './bare-days.ts';
import { type IndexedDocument, names, within } from './case-index.ts';
import { dateOf } from './dates.ts';
import { documentDate } from './document-date.ts';
import type { Place, Span } from './scopes.ts';

/** Concepts of the packs: a bare answer behind a joint of its sentence, and words for an earlier time and for now. */
const NONE = 'answered-none';
const SOME = 'answered-some';
const THEN = 'told-then';
const NOW = ['told-now', 'no-more-now'];

/** Where a sentence says that what it told of an earlier day was so no more, or was so, on a later one. */
export interface LaterAnswer extends Span {
  there: boolean;
}

/**
 * The bare answer of a later day behind a place in its sentence; undefined where there is none, or the
 * sentence does not say that its day is the later one.
 */
export function answeredLater(document: IndexedDocument, place: Place): LaterAnswer | undefined {
  const sentence = document.reading.sentences[place.sentence];
  if (!sentence || place.end > sentence.end) return undefined;
  const answersOf = (concept: string, there: boolean) =>
    document.mentions
      .of(concept, place.end - 1, sentence.end)
      .map(({ start, end }) => ({ start, end, there }));
  const [answer] = [...answersOf(NONE, false), ...answersOf(SOME, true)].toSorted(
    (one, other) => one.start - other.start,
  );
  if (!answer) return undefined;
  const before = timeIn(document, place, { start: sentence.start, end: answer.start });
  const after = timeIn(document, place, { start: answer.start, end: sentence.end });
  return before !== undefined && after !== undefined && before < after ? answer : undefined;
}

/** The one time of a stretch as a day since 1970; some earlier time stands below all days, now above. */
function timeIn(document: IndexedDocument, place: Place, span: Span): number | undefined {
  const days = daysIn(document, place, span);
  if (days.length > 0) return days.length === 1 ? days[0] : undefined;
  if (names(document, NOW, span)) return Number.POSITIVE_INFINITY;
  return names(document, [THEN], span) ? Number.NEGATIVE_INFINITY : undefined;
}

function daysIn(document: IndexedDocument, place: Place, span: Span): number[] {
  const dated = within(document.values.get('date'), span).flatMap(({ value }) =>
    value.kind === 'date' && value.date.year > 0 ? latestDay(value.date) : [],
  );
  if (dated.length > 0) return dated;
  const told: DateValue | undefined = dateOf(document, place) ?? documentDate(document);
  if (!told) return [];
  const today = earliestDay(told);
  return bareDaysIn(document.reading.text.slice(span.start, span.end)).flatMap(
    (day) => lastUpTo(day, today)?.high ?? [],
  );
}
