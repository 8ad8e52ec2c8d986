import type { Settings } from '../../../guidelines/judge-use.ts';
import type { DateValue, Mention, Reading } from '../../../language/mention.ts';
import { ORDINALS, ordinalWords } from '../../../language/number-words.ts';
import { earliestDay, latestDay } from '../../../language/values/calendar.ts';
import { say } from '../../../saying/said.ts';
import { askedPart } from '../../evidence/asked-part.ts';
import { createMemo } from '../../evidence/memo.ts';
import { evidenceAt } from '../../evidence/passage.ts';
import { logAt } from '../../evidence/procedure-logs.ts';
import { clauseAround, type Place, scopeOf } from '../../evidence/scopes.ts';
import type { Evidence } from '../../review.ts';
import { numbersIn } from '../counts/numbers-within.ts';
import { type Judge, type JudgeContext, NOTHING } from '../judge.ts';
import { inUnit, limitsFor, measureAgainst } from '../limits.ts';
import { doneMentions, isDone, mentionsOf, type Placed, valuesIn } from '../places.ts';
import { isEnd } from '../relief/relief-length.ts';
import { saidAmount } from '../said-amount.ts';

/** Two notes on one procedure may give its day and its month. */
const SAME_EVENT_DAYS = 10;
const DAYS_OF_YEAR = 365;
/** Nobody asks for it again two days after it was given: such a day is of the request, or of a call about it. */
const FEWEST_DAYS = 3;
/** A number of procedures that somebody had; a greater one is something else. */
const MOST = 12;

interface Occasion {
  place: Placed<Place>;
  first: number;
  last: number;
}

/** How many of a procedure fall into one period before the request, with the one asked for. */
export const judgeEventsInPeriod: Judge<Settings<'events-in-period'>> = ({ event }, context) => {
  const limits = limitsFor(context, 'injections');
  const governing = limits[0];
  if (!governing?.limit.during) return NOTHING;
  const isOfPart = askedPart(context);
  const all = [...doneMentions(event, context), ...asNth(event, context)];
  const done = all.filter(({ document, item }) => isOfPart(document, item));
  if (all.length === 0) return NOTHING;
  const days = inUnit(governing.limit.during.amount, governing.limit.during.unit, 'days');
  const asked = context.request?.date;
  // the last row of a log is no heading of the request below it
  const isOfLog = asked !== undefined && done.some((row) => isRowOfLog(row) && isOn(row, asked));
  const asOf = asked === undefined || isOfLog ? context.asOf : asked;
  const occasions = distinct(
    done
      .flatMap((place) => occasionsOf(place, latestDay(asOf)))
      .filter(({ first, last }) => first !== last || last <= latestDay(asOf) - FEWEST_DAYS),
  );
  const recent = occasions.filter(({ first, last }) => isWithinPeriod(first, last, asOf, days));
  const named = done.flatMap((place) => numberNamed(place) ?? []);
  const nth = done.flatMap((place) => numberOfThis(place) ?? []);
  // a number without dates may all fall into the period
  const unknown = occasions.length === 0 ? Math.max(0, ...named, ...nth.map((one) => one - 1)) : 0;
  const isElsewhere = done.length === 0;
  const undated = !isElsewhere && occasions.length === 0 && named.length === 0 && nth.length === 0;
  const lately = Math.max(
    0,
    ...done.filter(saysLately).flatMap((place) => {
      const ofThis = numberOfThis(place);
      return ofThis === undefined ? (numberNamed(place) ?? []) : ofThis - 1;
    }),
    ...done
      .filter((place) => isBetween(place, recent))
      .flatMap((place) => numberNamed(place) ?? []),
  );
  const low = Math.max(recent.length, lately) + 1;
  const amount = { low, high: Math.max(low, unknown + 1) };
  const { during } = governing.limit;
  const text = say('measure_in_period', amount.high, saidAmount(during.amount, during.unit));
  const { role, limits: measured } = measureAgainst(amount, 'injections', limits);
  const told: Placed<Place>[] = isElsewhere ? all : done;
  const shown = occasions.length > 0 ? occasions.map(({ place }) => place) : told;
  const evidence = shown
    .slice(0, 4)
    .map(
      ({ document, item }): Evidence =>
        undated
          ? evidenceAt(document, item, 'ambiguous', say('why_time_not_given'))
          : evidenceAt(document, item, role, text),
    );
  // "risks of an epidural were discussed" tells of none that was given
  if (undated && !done.some(({ item }) => isTold(item, event))) return NOTHING;
  if (undated) return { evidence };
  return {
    evidence,
    measure: { text, working: [], amount: amount.low, unit: 'injections', limits: measured },
    reason: say('as_sentence', text),
  };
};

/** The one asked for, told with its number: "this will be the third epidural in twelve months". */
function asNth(event: string | readonly string[], context: JudgeContext): Placed<Mention>[] {
  return mentionsOf(event, context).filter(
    (place) =>
      place.item.assertion.time === 'planned' &&
      isDone({ ...place.item, assertion: { ...place.item.assertion, time: 'current' } }) &&
      numberOfThis(place) !== undefined,
  );
}

/** Whether a mention says by itself that it was given: the first concept of the event, or a past one. */
function isTold({ concept, assertion }: Mention, event: string | readonly string[]): boolean {
  const [told] = typeof event === 'string' ? [event] : event;
  return concept === told || assertion.time === 'past';
}

/** The dates of the sentence of a mention, or the one date that follows it closely. */
function occasionsOf(place: Placed<Place>, asOf: number): Occasion[] {
  const { document, item } = place;
  const clause = clauseAround(document, item);
  const sentence = scopeOf(document, item, 'sentence');
  const around = {
    start: Math.min(clause.start, item.start),
    end: Math.max(clause.end, Math.min(sentence.end, item.end + 90)),
  };
  const days = valuesIn(document, 'date', around)
    .filter(({ start }) => !isEnd(document, start))
    .map(({ value }) => value.date);
  // "since the 4/20/16 epidural": the day it was given
  const since = valuesIn(document, 'since', around).flatMap(({ value }) => value.from ?? []);
  return [...days, ...since]
    .filter(({ year }) => year > 0)
    .map((date) => {
      // "1/15" of a list told in December is of this year's January
      const back = earliestDay(date) > asOf ? DAYS_OF_YEAR : 0;
      return { place, first: earliestDay(date) - back, last: latestDay(date) - back };
    });
}

function isRowOfLog({ document, item }: Placed<Place>): boolean {
  return logAt(document, item) !== undefined;
}

function isOn({ document, item }: Placed<Place>, day: DateValue): boolean {
  return valuesIn(document, 'date', scopeOf(document, item, 'sentence')).some(
    ({ value }) => latestDay(value.date) === latestDay(day),
  );
}

function distinct(occasions: readonly Occasion[]): Occasion[] {
  const kept: Occasion[] = [];
  for (const occasion of occasions.toSorted((one, other) => one.first - other.first)) {
    const before = kept.find(
      ({ first, last }) =>
        occasion.first <= last + SAME_EVENT_DAYS && occasion.last >= first - SAME_EVENT_DAYS,
    );
    if (!before) kept.push(occasion);
  }
  return kept;
}

function isWithinPeriod(first: number, last: number, asOf: DateValue, days: number): boolean {
  const day = latestDay(asOf);
  return first <= day && last >= day - days;
}

/** "Four this year": the words of the sentence put a number into the period. */
function saysLately({ document: { reading }, item: { sentence } }: Placed<Mention>): boolean {
  return ofLately(reading, sentence, () => {
    const { start, end } = reading.sentences[sentence] ?? NOWHERE;
    return LATELY.test(reading.text.slice(start, end));
  });
}

const ofLately = createMemo<Reading, boolean, number>();
const NOWHERE = { start: 0, end: 0 };
const LATELY =
  /\b(?:this|(?:past|last|within (?:the|a)(?: last| past)?|over the (?:past|last)|in the (?:past|last)|in a) (?:one |1 )?)\s?year\b|\b(?:1[0-2]|[4-9]|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:months|mos)\b|\bsince (?:(?:last|this) \w+|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\b/i;

/** "Four between June 2015 and March 2016", both days within the period. */
function isBetween({ document, item }: Placed<Mention>, recent: readonly Occasion[]): boolean {
  const { start, end } = scopeOf(document, item, 'sentence');
  const within = recent.filter(
    ({ place }) => place.document === document && place.item.sentence === item.sentence,
  );
  return (
    within.length >= 2 &&
    /\b(?:between|from)\b[^.;]*\b(?:and|to|through|thru)\b/i.test(
      document.reading.text.slice(start, end),
    )
  );
}

const NTH = new RegExp(
  `\\b(?:this|it|that|today|now)\\b[^.;]{0,25}\\b(?:(\\d{1,2})(?:st|nd|rd|th)|(${ordinalWords(8).join('|')}))\\s+(?:[\\w-]+\\s+){0,3}$`,
  'i',
);
const NUMBER_SIGN = /^\s*(?:number|no\.?|#)\s?(\d{1,2})\b/i;

/** "This would be her third epidural", "ESI #5": the one asked for is so many. */
function numberOfThis({ document, item }: Placed<Mention>): number | undefined {
  const { text } = document.reading;
  const found = NTH.exec(text.slice(Math.max(0, item.start - 60), item.start));
  const inside = NTH.exec(`${text.slice(Math.max(0, item.start - 60), item.end)} `);
  const [, digits, word] = found ?? inside ?? [];
  const sign = NUMBER_SIGN.exec(text.slice(item.end, item.end + 12))?.[1];
  const isAsked = /\b(?:request|plan|P:|RFA|authoriz\w+|proceed|repeat)\b/i.test(
    text.slice(Math.max(0, item.start - 40), item.start),
  );
  const amount = digits ? Number(digits) : word ? (ORDINALS[word.toLowerCase()] ?? 0) : 0;
  const counted = amount > 0 ? amount : sign !== undefined && isAsked ? Number(sign) : 0;
  return counted > 0 && counted <= MOST ? counted : undefined;
}

/** "Number of ESIs in the past 12 months: 2". */
const NUMBER_OF = /\b(?:number|no\.?|count|how many)\b|#/i;
const FILLED_IN = /^[^.;:=\n]{0,36}[:=?]\s*(\d)(?![\d/.])/;
const LONGEST_LABEL = 44;

/** "Two prior epidurals", "ESI x 3", "one in the past". */
function numberNamed({ document, item }: Placed<Mention>): number | undefined {
  const { text } = document.reading;
  const from = Math.max(scopeOf(document, item, 'sentence').start, item.start - 24);
  const before = text.slice(from, item.start);
  const after = text.slice(item.end, item.end + 6);
  const labelled = NUMBER_OF.test(text.slice(from, item.end))
    ? FILLED_IN.exec(text.slice(item.end, item.end + LONGEST_LABEL))?.[1]
    : undefined;
  if (labelled !== undefined) return Number(labelled);
  const times = /^\s*[x×]\s?(\d{1,2})\b/i.exec(after)?.[1];
  if (times !== undefined && Number(times) <= MOST) return Number(times);
  // "prior ESIs" are some
  const isOne = !/s$/.test(text.slice(item.start, item.end));
  if (isOne && /\b(?:first|an?|single|last|prior|previous)\s+(?:\w+\s+){0,2}$/i.test(before))
    return 1;
  const digits = /(?<![\w./-])(\d{1,2})\s+(?:[a-z]+\s+){0,3}$/i.exec(before)?.[1];
  if (digits !== undefined && Number(digits) > 0 && Number(digits) <= MOST) return Number(digits);
  // the twelve of "two in the last twelve months" counts none
  const [lasting] = valuesIn(document, 'duration', { start: from, end: item.end + 24 });
  const words = { start: from, end: Math.min(item.end, lasting?.start ?? item.end) };
  const numbers = /\b(?:one|two|three|four|five|six)\b/i.test(text.slice(words.start, words.end))
    ? numbersIn(document, words)
    : undefined;
  return numbers && numbers.high <= MOST ? numbers.high : undefined;
}
