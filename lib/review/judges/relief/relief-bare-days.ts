import type { DateValue, Range } from '../../../language/mention.ts';
import { latestDay } from '../../../language/values/calendar.ts';
import { bareDaysIn, firstOnOrAfter } from '../../evidence/bare-days.ts';
import type { IndexedDocument } from '../../evidence/case-index.ts';
import type { Span } from '../../evidence/scopes.ts';
import { END_OF, isOfOther, type Length, LONGEST_UNTIL, SHORT_OF, UNTIL } from './relief-words.ts';

/** "To mid March", "until 3/20": the first such day after the procedure. */
export function untilBareDay(
  { reading }: IndexedDocument,
  span: Span,
  done: Range,
  asOf: DateValue,
): Length | undefined {
  const words = reading.text.slice(span.start, span.end);
  for (const bare of bareDaysIn(words)) {
    const before = words.slice(Math.max(0, bare.start - LONGEST_UNTIL), bare.start);
    const until = isOfOther(before) ? undefined : UNTIL.exec(before)?.[0];
    const day = until === undefined ? undefined : firstOnOrAfter(bare, done.high + 1);
    if (until === undefined || !day || day.low > latestDay(asOf)) continue;
    const end = SHORT_OF.test(until) ? { low: day.low, high: day.low + 7 } : day;
    const low = END_OF.test(until) ? end.high : end.low;
    const days = { low: Math.max(0, low - done.high), high: end.high - done.low };
    if (/^by\b/i.test(until)) days.low = 0;
    const place = { start: span.start + bare.start, end: span.start + bare.end };
    return { days, place, doubtful: false };
  }
  return undefined;
}
