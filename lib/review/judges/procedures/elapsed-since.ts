import type { Settings } from '../../../guidelines/judge-use.ts';
import type { DateValue, Mention, Range, ValueMention } from '../../../language/mention.ts';
import { earliestDay, latestDay, saidDate } from '../../../language/values/calendar.ts';
import { type Said, say } from '../../../saying/said.ts';
import { type IndexedDocument, names } from '../../evidence/case-index.ts';
import { dateOf, isDateOfNote } from '../../evidence/dates.ts';
import { evidenceAt } from '../../evidence/passage.ts';
import { type Place, type Span, scopeOf, withAnswer } from '../../evidence/scopes.ts';
import { speakerOf } from '../../evidence/speaker.ts';
import { type Judge, NOTHING } from '../judge.ts';
import { limitsFor, measureAgainst, otherSide } from '../limits.ts';
import { nearestTo, type Placed, toldMentions, valuesIn } from '../places.ts';
import { saidAmount } from '../said-amount.ts';

/** Time from the last procedure to the request. A procedure without a date cannot tell. */
export const judgeElapsedSince: Judge<Settings<'elapsed-since'>> = ({ event }, context) => {
  const events = toldMentions(event, context);
  if (events.length === 0) return NOTHING;
  const { asOf } = context;
  const dated = events
    .flatMap((placed) => elapsed(placed, asOf) ?? [])
    .filter(({ days }) => days.high >= 0)
    .sort((a, b) => a.days.high - b.days.high);
  const last = dated[0];
  const limits = limitsFor(context, 'days');
  if (!last || limits.length === 0) {
    return {
      evidence: events
        .slice(0, 3)
        .map(({ document, item }) =>
          evidenceAt(document, item, 'ambiguous', say('why_date_not_given')),
        ),
    };
  }
  const days = { low: Math.max(0, last.days.low), high: last.days.high };
  const { role, limits: measured } = measureAgainst(days, 'days', limits);
  const contrary = otherSide(role);
  const told = otherAccounts(dated, last, asOf).filter(
    (other) => measureAgainst(other.days, 'days', limits).role === contrary,
  );
  const text = saidDays(days);
  const since = say('measure_since_last', text);
  return {
    evidence: [
      evidenceAt(last.document, last.place, role, say('why_before_request', text)),
      ...told.map((other) =>
        evidenceAt(
          other.document,
          other.place,
          contrary ?? role,
          say('why_before_request', saidDays(other.days)),
        ),
      ),
    ],
    measure: {
      text: since,
      working: [say('working_until', last.words, saidDate(asOf))],
      amount: days.low,
      unit: 'days',
      limits: measured,
    },
    reason: say('as_sentence', since),
  };
};

interface Elapsed {
  document: IndexedDocument;
  place: Place;
  days: Range;
}

/** The last one by everybody else who tells of it and could know of the one that counts. */
function otherAccounts(newestFirst: readonly Elapsed[], last: Elapsed, asOf: DateValue): Elapsed[] {
  const teller = speakerOf(last.document, last.place);
  if (teller === undefined) return [];
  const byTeller = new Map<string, Elapsed>([[teller, last]]);
  for (const one of newestFirst) {
    const other = speakerOf(one.document, one.place);
    if (other !== undefined && !byTeller.has(other)) byTeller.set(other, one);
  }
  return [...byTeller.values()].filter((one) => {
    const told = dateOf(one.document, one.place);
    const couldKnow = !told || earliestDay(asOf) - latestDay(told) < last.days.low;
    return one !== last && couldKnow;
  });
}

function elapsed({ document, item }: Placed<Mention>, asOf: DateValue) {
  const sentence = withAnswer(document, item);
  const dates = valuesIn(document, 'date', sentence).filter(
    (found) =>
      found.value.date.year > 0 && !isDateOfNote(document, found) && !isOfInjury(document, found),
  );
  const times = [...dates, ...valuesIn(document, 'since', sentence)];
  const inLine = times.filter((found) => isInLine(document, item, found));
  const nearest = nearestTo(item, inLine.length > 0 ? inLine : times);
  if (!nearest) {
    const placed = { document, item };
    return durationSince(placed, asOf) ?? yearsAgo(placed) ?? onVisit(placed, asOf);
  }
  const date = lastOfList(document, nearest, dates, asOf);
  const place = {
    start: Math.min(item.start, date.start),
    end: Math.max(item.end, date.end),
    sentence: item.sentence,
  };
  const words = document.reading.text.slice(date.start, date.end);
  const days = daysUntil(date.value, asOf, { document, place });
  return days && { document, place, words, days };
}

const INJURED =
  /\b(?:DOI|D\/I|DOL|DOB|inj\.? date|date inj|injur\w+|accident|hurt|born|onset)\b[^.;\n\d]{0,14}$/i;
const LONGEST_LABEL = 30;

/** "DOI 9/14/15": no day of a procedure. */
function isOfInjury({ reading: { text } }: IndexedDocument, { start }: Span): boolean {
  return INJURED.test(text.slice(Math.max(0, start - LONGEST_LABEL), start));
}

/** Whether no line ends between two places: the head of a note is not what its first line tells. */
function isInLine({ reading: { text } }: IndexedDocument, one: Span, other: Span): boolean {
  const [first, second] = one.start <= other.start ? [one, other] : [other, one];
  return !text.slice(first.end, Math.max(first.end, second.start)).includes('\n');
}

const LISTED =
  /^(?:[\s,;&x#()]|\d+(?![\d/])|\b(?:and|then|again|also|on|of|repeated?|another|the|second|third|set|last(?: one)?)\b)*$/i;

/** "1/5/15, 3/2/15 and 5/18/15": the last of days that stand side by side. */
function lastOfList<Value extends ValueMention>(
  { reading: { text } }: IndexedDocument,
  first: Value,
  dates: readonly Value[],
  asOf: DateValue,
): Value {
  let last = first;
  let end = first.end;
  for (const next of dates.filter(({ start }) => start > first.end)) {
    if (!LISTED.test(text.slice(end, next.start))) break;
    end = next.end;
    const { value } = next;
    if (value.kind === 'date' && latestDay(value.date) <= latestDay(asOf)) last = next;
  }
  return last;
}

const SINCE_IT =
  /^\s*(?:(?:have|has|had) (?:now )?(?:passed|gone by|elapsed|gone|run|been) |went by |now )?(?:since|after|out from|out of|s\/p|status post|post|from|following)\b/i;

/** "Five weeks back", and not "back to work". */
const COUNTED_BACK = /^\s*(?:back|earlier|previous(?:ly)?|prior)\s*(?:$|[.,;)])/i;
/** "Interval since the last injection: 11 weeks". */
const INTERVAL = /\b(?:interval|time|elapsed) since\b/i;
const LONGEST_SINCE = 40;

/** "14 weeks since the last injections": a length that ends at the procedure. */
function durationSince({ document, item }: Placed<Mention>, asOf: DateValue) {
  const sentence = scopeOf(document, item, 'sentence');
  const { text } = document.reading;
  const found = valuesIn(document, 'duration', sentence).find(
    ({ start, end }) =>
      (start < item.end && SINCE_IT.test(text.slice(end, end + LONGEST_SINCE))) ||
      COUNTED_BACK.test(text.slice(end, end + LONGEST_SINCE)) ||
      (start >= item.end && INTERVAL.test(text.slice(sentence.start, item.end))),
  );
  if (!found) return undefined;
  const words = text.slice(found.start, found.end);
  const { days, operator } = found.value;
  const open = operator === 'over' || operator === 'at-least';
  const range = { low: days.low, high: open ? Number.POSITIVE_INFINITY : days.high };
  return { document, place: found, words, days: fromNote(range, { document, place: found }, asOf) };
}

function saidDays({ low, high }: Range): Said {
  return Number.isFinite(high)
    ? saidAmount({ low, high }, 'days')
    : say('amount_at_least', saidAmount(low, 'days'));
}

/** Concepts of the packs: years ago, a year ago. */
const YEARS = 'years-ago';
const YEAR = 'year-ago';

/** "Years ago", "a year back": nobody counted, and it is about a year at least. */
function yearsAgo({ document, item }: Placed<Mention>) {
  const { start, end } = scopeOf(document, item, 'sentence');
  const [years] = document.mentions.of(YEARS, start, end);
  const found = years ?? document.mentions.of(YEAR, start, end)[0];
  if (!found) return undefined;
  const words = document.reading.text.slice(found.start, found.end);
  const low = years ? 365 : 300;
  return { document, place: item, words, days: { low, high: Number.POSITIVE_INFINITY } };
}

const THAT_DAY = /\b(?:today|(?:at )?this visit|in (?:the )?office|here)\b/i;
/** "TPI x4 done", in a note of its own day, and not "prior TPI done". */
const DONE = 'procedure-done-then';
const BEFORE = 'procedure-of-before';

/** A procedure in the note of an earlier visit was done then, or before. */
function onVisit({ document, item }: Placed<Mention>, asOf: DateValue) {
  const visit = dateOf(document, item);
  if (!visit || latestDay(visit) >= earliestDay(asOf)) return undefined;
  const sentence = scopeOf(document, item, 'sentence');
  const low = earliestDay(asOf) - latestDay(visit);
  const isThatDay =
    THAT_DAY.test(document.reading.text.slice(sentence.start, sentence.end)) ||
    (names(document, [DONE], sentence) && !names(document, [BEFORE], sentence));
  const high = isThatDay ? latestDay(asOf) - earliestDay(visit) : Number.POSITIVE_INFINITY;
  const days = { low, high };
  return { document, place: item, words: saidDate(visit), days };
}

/** "3 weeks ago" in a note of May: counted from the day of the note. */
function fromNote(
  { low, high }: Range,
  { document, place }: { document: IndexedDocument; place: Place },
  asOf: DateValue,
): Range {
  const told = dateOf(document, place);
  const since = told ? Math.max(0, earliestDay(asOf) - latestDay(told)) : 0;
  return { low: low + since, high: high + since };
}

function daysUntil(
  value:
    | { kind: 'date'; date: DateValue }
    | { kind: 'since'; from?: DateValue; ago?: { days: Range } },
  asOf: DateValue,
  told: { document: IndexedDocument; place: Place },
): Range | undefined {
  if (value.kind === 'since' && value.ago) return fromNote(value.ago.days, told, asOf);
  const from = value.kind === 'date' ? value.date : value.from;
  return (
    from && { low: earliestDay(asOf) - latestDay(from), high: latestDay(asOf) - earliestDay(from) }
  );
}
