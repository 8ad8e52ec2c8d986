/** How long a complaint has lasted, as it is stated beside it: "neck pain for 4 months", "since 2010". */
import type { DateValue, Mention } from '../../../language/mention.ts';
import { say } from '../../../saying/said.ts';
import { firstFrom, type IndexedDocument, names } from '../../evidence/case-index.ts';
import { createMemo } from '../../evidence/memo.ts';
import { type Span, scopeOf, shares } from '../../evidence/scopes.ts';
import { type Placed, valuesIn } from '../places.ts';
import { daysBetween, type Lasted, RELIEF } from './symptom-since.ts';

/** A length as it is stated, and the complaint that it is stated of. */
export interface Stated extends Lasted {
  stated: Span;
  complaint: Mention;
}

/**
 * The lengths that a complaint is said to have lasted, in its clause or in the answer to it. `begun` are
 * the places that say that a complaint began: "first noticed tingling", "the foot went numb".
 */
export function statedLength(
  { document, item }: Placed<Mention>,
  asOf: DateValue,
  begun: readonly Placed<Mention>[] = [],
): Stated[] {
  const answer = answerTo(document, item);
  const clause =
    answer ??
    lengthBehind(document, item) ??
    lengthInParts(document, item) ??
    scopeOf(document, item, 'clause');
  // "75 % less pain that held for 6 weeks": the relief lasted so long, not the complaint
  if (RELIEF.test(document.reading.text.slice(clause.start, clause.end))) return [];
  // a test is held for seconds, and an attack lasts for hours
  const lasting = valuesIn(document, 'duration', clause).filter(
    ({ value }) => value.days.high >= 1,
  );
  const durations = lasting.map((found) => {
    const { days, operator } = found.value;
    const open = operator === 'over' || operator === 'at-least';
    // "more than 3 months" is longer than 3 months by a day at least
    const low = operator === 'over' ? days.low + 1 : days.low;
    // "about three months" may be somewhat more
    const slack = operator === 'about' ? ABOUT : 0;
    const high = open ? Number.POSITIVE_INFINITY : days.high * (1 + slack);
    return { found, days: { low, high } };
  });
  const since = valuesIn(document, 'since', clause).flatMap((found) => {
    const { from, ago } = found.value;
    if (ago) return [{ found, days: ago.days }];
    return from && from.year > 0 ? [{ found, days: daysBetween(from, asOf) }] : [];
  });
  const dates = answer
    ? valuesIn(document, 'date', answer).filter(({ value }) => value.date.year > 0)
    : [...onsetDates(document, item), ...begunDates(document, item, begun)];
  const onset = dates.map((found) => ({ found, days: daysBetween(found.value.date, asOf) }));
  return [...since, ...durations, ...onset, ...forYears(document, clause)]
    .filter(({ found }) => document.reading.sentences[found.sentence] !== undefined)
    .map(({ found, days }) => ({
      document,
      place: {
        start: Math.min(item.start, found.start),
        end: Math.max(item.end, found.end),
        sentence: item.sentence,
      },
      days,
      working: say('in_quotes', document.reading.text.slice(found.start, found.end)),
      stated: found,
      complaint: item,
    }));
}

/** By how much what is said to be "about" so long may be longer. */
const ABOUT = 0.05;

const ASKS_HOW_LONG = 'asks-how-long';
/** Letters of an answer that hold its length. */
const ANSWER = 60;

/** "How long have you had this neck pain? 6 weeks.": what follows the question, and is told of it. */
function answerTo(document: IndexedDocument, { sentence, end }: Mention): Span | undefined {
  const { reading } = document;
  const [own, next] = [reading.sentences[sentence], reading.sentences[sentence + 1]];
  if (!own || next?.section !== own.section) return undefined;
  const rest = reading.text.slice(end, own.end);
  if (!/\?["”)\s]*$/.test(rest)) return undefined;
  if (!names(document, [ASKS_HOW_LONG], own)) return undefined;
  return { start: next.start, end: Math.min(next.end, next.start + ANSWER) };
}

const AROUND_LENGTH =
  /^[\s.;,~]*(?:(?:since|for|x|onset|began|begun|started|now|about|almost|nearly|over|going on|at least|more than|or so|already|this|all of)\b[\s.;,:~]*)*$/i;

/** "R hand: tingling. Six weeks now.": a sentence that is nothing but a length, of the complaint before it. */
function lengthBehind(document: IndexedDocument, { sentence }: Mention): Span | undefined {
  const { sentences, text } = document.reading;
  const [own, next] = [sentences[sentence], sentences[sentence + 1]];
  if (!own || next?.paragraph !== own.paragraph || next.section !== own.section) return undefined;
  if (LENGTHS.some((kind) => valuesIn(document, kind, own).length > 0)) return undefined;
  const isAlone = LENGTHS.some((kind) =>
    valuesIn(document, kind, next).some(
      ({ start, end }) =>
        AROUND_LENGTH.test(text.slice(next.start, start)) &&
        AROUND_LENGTH.test(text.slice(end, next.end)),
    ),
  );
  return isAlone ? { start: next.start, end: next.end } : undefined;
}

const LENGTHS = ['duration', 'since'] as const;

/** A complaint's parts behind it that are looked through: "numb at night, ring/small, since Feb". */
const MOST_PARTS = 3;
/** Letters that they fill at most. */
const PARTS_WITHIN = 400;

/** "Both feet tingle now, x 3 mos, root or fiber?": a part between commas that is nothing but a length. */
function lengthInParts(document: IndexedDocument, item: Mention): Span | undefined {
  const { text } = document.reading;
  const own = scopeOf(document, item, 'sentence');
  const reach = Math.min(own.end, item.end + PARTS_WITHIN);
  const lengths = LENGTHS.flatMap((kind) =>
    valuesIn(document, kind, { start: item.end, end: reach }),
  );
  if (lengths.length === 0) return undefined;
  const clause = scopeOf(document, item, 'clause');
  if (LENGTHS.some((kind) => valuesIn(document, kind, clause).length > 0)) return undefined;
  return lengths
    .map(({ start, end }) => {
      const comma = item.end + text.slice(item.end, start).lastIndexOf(',');
      const limit = Math.min(own.end, end + PARTS_WITHIN);
      const next = text.slice(end, limit).search(/[,;.]/);
      return { start: comma + 1, end: next < 0 ? limit : end + next, from: start, to: end };
    })
    .find(
      ({ start, end, from, to }) =>
        start > item.end &&
        text.slice(item.end, start).split(',').length - 1 <= MOST_PARTS &&
        AROUND_LENGTH.test(text.slice(start, from)) &&
        AROUND_LENGTH.test(text.slice(to, end)),
    );
}

const FOR_YEARS = 'length-of-years';
/** Nobody says "years" of one. */
const FEWEST_YEARS = 2;
const MOST_OF_A_YEAR = 'length-most-of-a-year';
const DAYS_OF_MOST_OF_A_YEAR = 183;

/** "For years", "the better part of a year": nobody counted them. */
function forYears({ mentions }: IndexedDocument, clause: Span) {
  const [years] = mentions.of(FOR_YEARS, clause.start, clause.end);
  const found = years ?? mentions.of(MOST_OF_A_YEAR, clause.start, clause.end)[0];
  if (!found) return [];
  const low = years ? FEWEST_YEARS * 365 : DAYS_OF_MOST_OF_A_YEAR;
  const days = { low, high: Number.POSITIVE_INFINITY };
  return [{ found, days }];
}

const ONSET_BETWEEN =
  /\b(?:initial (?:eval\w*|visit|exam\w*|consult\w*|report)|first (?:seen|visit|eval\w*)|since|began|started|start|onset|dat(?:es?|ing) (?:it )?(?:back )?(?:to|from)|following|after|(?<!different )from)\b[^.;]{0,60}$/i;

/** Dates that a complaint of their sentence began on: "soreness since a collision on January 12, 2015". */
function onsetDates(document: IndexedDocument, item: Mention) {
  const sentence = scopeOf(document, item, 'sentence');
  const { text } = document.reading;
  return valuesIn(document, 'date', { start: item.end, end: sentence.end }).filter(
    ({ start, value }) => value.date.year > 0 && ONSET_BETWEEN.test(text.slice(item.end, start)),
  );
}

/** Dates of the sentence that says that a complaint began, before or behind it: "In May the foot went numb". */
function begunDates(
  document: IndexedDocument,
  { start, end }: Mention,
  begun: readonly Placed<Mention>[],
) {
  if (begun.length === 0) return [];
  const { items, longest } = begunIn(begun, document, () => ofDocument(begun, document));
  const near = items.slice(firstFrom(items, start - longest), firstFrom(items, end));
  const told = near.find((one) => shares(one, { start, end }));
  if (!told) return [];
  const known = (scope: 'clause' | 'sentence') =>
    valuesIn(document, 'date', scopeOf(document, told, scope)).filter(
      ({ value }) => value.date.year > 0,
    );
  const ofClause = known('clause');
  const all = ofClause.length > 0 ? ofClause : known('sentence');
  // of several days one is that of something else
  return all.length === 1 ? all : [];
}

/** Places of one document, sorted by start, and the letters of the longest. */
interface Begun {
  items: readonly Mention[];
  longest: number;
}

function ofDocument(begun: readonly Placed<Mention>[], document: IndexedDocument): Begun {
  const items = begun.filter((one) => one.document === document).map(({ item }) => item);
  return { items, longest: Math.max(0, ...new Set(items.map(({ start, end }) => end - start))) };
}

const begunIn = createMemo<readonly Placed<Mention>[], Begun, IndexedDocument>();
