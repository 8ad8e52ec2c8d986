import { type IndexedDocument, sentenceAt } from '../../evidence/case-index.ts';
import type { Span } from '../../evidence/scopes.ts';
import { createSpanSet } from '../../evidence/span-set.ts';
import type { CuedNumber } from './cued-counts.ts';

/** So many days one after the other are a list of visits; two may be from and to. */
const FEWEST_DAYS = 3;
/** What stands before a list of visits. */
const VISITS_ON =
  /\b(?:visits?|sessions?|treatments?|treated|adjust(?:ed|ments?)|seen|saw|came|attended|worked (?:on|with)|dates?(?: of (?:service|treatment))?|DOS|tx|needled|stamped|punched|initial(?:l)?ed|IE|eval(?:uation)?|signed(?: in)?|checked in)\b(?: (?!with\b)[\w'’.-]+,?){0,6}?\s*(?:on|:|=|-|of)?\s*$/i;
/** What stands before visits that are to come, or that nobody came to. */
const NOT_DONE =
  /\b(?:next|upcoming|scheduled|scheduling|booked|future|remaining|planned|set (?:for|up)|missed|cancel\w*|no[- ]?shows?|skipped|open|available|requested)\b[^.;\n]*$/i;
const BEFORE = 80;
const LISTED =
  /^(?:[ \t]*(?:[,;&+/|]|and|then|,\s*and)\s*|[ \t]+)(?:(?:f\/?u|tx|visits?|re-?(?:eval|exam)|again)[ \t]+)?$/i;

/** "Adjustments on 8/5, 8/7, 8/12 and 8/14": the days of the visits, counted. */
export function datedVisits(document: IndexedDocument): CuedNumber[] {
  const { reading } = document;
  const found: CuedNumber[] = [];
  const dates = daysOf(document);
  for (let at = 0; at < dates.length; ) {
    const first = dates[at] as { start: number; end: number };
    let last = first;
    let days = 1;
    for (let next = dates[at + days]; next; next = dates[at + days]) {
      if (!LISTED.test(reading.text.slice(last.end, next.start))) break;
      last = next;
      days += 1;
    }
    at += days;
    const before = reading.text.slice(Math.max(0, first.start - BEFORE), first.start);
    if (days < FEWEST_DAYS || !VISITS_ON.test(before) || NOT_DONE.test(before)) continue;
    const place = { start: first.start, end: last.end, sentence: sentenceAt(reading, first.start) };
    found.push({ place, amount: days, ordinal: false });
  }
  return found;
}

/** Day and month; where no year is known in the text, no date is read from it. */
const BARE_DAY = /(?<![\d/.-])(?:0?[1-9]|1[0-2])\/(?:0?[1-9]|[12]\d|3[01])(?![\d/-])/g;

function daysOf({ reading: { text }, values }: IndexedDocument): Span[] {
  const dates: Span[] = [...(values.get('date') ?? [])];
  const known = createSpanSet(dates);
  for (const { index, 0: day } of text.matchAll(BARE_DAY)) {
    const bare = { start: index, end: index + day.length };
    if (!known.touches(bare)) dates.push(bare);
  }
  return dates.sort((one, other) => one.start - other.start);
}
