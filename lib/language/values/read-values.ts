/**
 * Values of a text: one pass over its tokens. A table says for each word whether a grammar may
 * start there, so that plain words cost one look-up; each grammar looks at most a few tokens
 * around, so that the time grows with the length of the text and nothing else.
 */
import { Mark } from '../marks.ts';
import type { DateValue, Sentence, Value, ValueMention } from '../mention.ts';
import { TokenKind, type Tokens } from '../tokens.ts';
import { ageAtNumber, ageAtSex, ageAtWord } from './ages.ts';
import { earliestDay, isCalendarDate, latestDay } from './calendar.ts';
import { countAtHash, countAtNumber, countAtTimes } from './counts.ts';
import { dateAtMonth, dateAtNumber, dateAtOrdinal, monthDayAtNumber } from './dates.ts';
import {
  combinationDose,
  dictatedDose,
  doseAtNumber,
  opioidDoseAtNumber,
  takeAtHalf,
  takeAtNumber,
} from './doses.ts';
import {
  durationAtArticle,
  durationAtNumber,
  durationAtOrdinal,
  durationAtSupply,
} from './durations.ts';
import type { FoundValue } from './found-value.ts';
import {
  frequencyAtNumber,
  frequencyAtTimes,
  frequencyAtWord,
  frequencyOnAndOff,
} from './frequencies.ts';
import { durationBehindUnit } from './labelled-durations.ts';
import { levelAtLetter, sideAtWord } from './levels.ts';
import { readAmount } from './numbers.ts';
import {
  addLasting,
  percentAtBy,
  percentAtHalf,
  percentAtLabel,
  percentAtNumber,
} from './percents.ts';
import {
  quantityAtNumber,
  quantityAtWord,
  quantityBehindDirections,
  refillsAtNumber,
  refillsAtTimes,
  refillsAtWord,
} from './quantities.ts';
import {
  createScan,
  emit,
  isGlued,
  isNumberToken,
  isWordToken,
  lengthOf,
  markOf,
  plainAt,
  type Scan,
  wordAt,
} from './scan.ts';
import { scheduleAtFrequency, scheduleAtNumber, scheduleAtTimes } from './schedules.ts';
import { scoreBesidePain, scoreOutOfTen, scorePair } from './scores.ts';
import { sinceAtLast, sinceAtWord } from './since.ts';
import { After, Landmark, Plain, Start, type ValueWords } from './words.ts';

/** Longer numbers are codes, claims and telephone numbers. */
const LONGEST_NUMBER = 6;

/**
 * The values of `tokens`, sorted by start, with UTF-16 offsets. `sentences` gives each its sentence;
 * without them all are in sentence 0. Dates written without a year have year 0 until `settleDates`.
 */
export function readValues(
  tokens: Tokens,
  words: ValueWords,
  sentences: readonly Sentence[] = [],
): FoundValue[] {
  const scan = createScan(tokens, words);
  const { starts, landmark } = words;
  const known = starts.length;
  for (let at = 0; at < tokens.count; ) {
    let end = 0;
    if (tokens.kind[at] === TokenKind.number) end = valueAtNumber(scan, at) || skipNumber(scan, at);
    else {
      const word = tokens.word[at] as number;
      if (word > 0 && word < known) {
        if (landmark[word] !== Landmark.none) setLandmark(scan, at, landmark[word] as number);
        const start = starts[word] as number;
        if (start !== Start.none) end = valueAtWord(scan, at, start);
      }
    }
    at = end > at ? end : at + 1;
  }
  addLasting(tokens.text, scan.found);
  assignSentences(scan.found, sentences);
  return scan.found;
}

function valueAtWord(scan: Scan, at: number, start: number): number {
  switch (start) {
    case Start.number:
      return dateAtOrdinal(scan, at) || durationAtOrdinal(scan, at) || valueAtNumber(scan, at);
    case Start.ordinal:
      return dateAtOrdinal(scan, at) || durationAtOrdinal(scan, at);
    case Start.month:
      return dateAtMonth(scan, at);
    case Start.article:
      return (
        durationAtArticle(scan, at) ||
        (plainAt(scan, at) === Plain.half ? takeAtHalf(scan, at) || percentAtHalf(scan, at) : 0)
      );
    case Start.since:
      return sinceAtWord(scan, at);
    case Start.last:
      return sinceAtLast(scan, at);
    case Start.frequency:
      return scheduleAtFrequency(scan, at) || frequencyAtWord(scan, at);
    case Start.times:
      return (
        scheduleAtTimes(scan, at) ||
        frequencyAtTimes(scan, at) ||
        refillsAtTimes(scan, at) ||
        countAtTimes(scan, at)
      );
    case Start.quantity:
      return countAtHash(scan, at) || quantityAtWord(scan, at);
    case Start.refill:
      return refillsAtWord(scan, at);
    case Start.level:
      return levelAtLetter(scan, at) || sideAtWord(scan, at);
    case Start.side:
      return sideAtWord(scan, at);
    case Start.age:
      return ageAtWord(scan, at);
    case Start.sex:
      return ageAtSex(scan, at);
    case Start.supply:
      return durationAtSupply(scan, at);
    case Start.by:
      return percentAtBy(scan, at);
    default:
      return 0;
  }
}

function setLandmark(scan: Scan, at: number, landmark: number): void {
  if (landmark === Landmark.drug) scan.drugAt = at;
  else if (landmark === Landmark.pain) scan.painAt = at;
  else if (landmark === Landmark.equivalent) scan.equivalentAt = at;
  else if (landmark === Landmark.therapy) scan.therapyAt = at;
  else scan.takeAt = at;
}

/** What the word or mark at a token lets a number before it be: bits of `After`. */
function afterBits(scan: Scan, at: number): number {
  return (scan.words.after[wordAt(scan, at)] as number | undefined) ?? 0;
}

/** Numbers further behind a drug's name are not tried as a dictated strength. */
const DICTATION_REACH = 4;
/** How far behind its landmark a number still looks back to it. */
const LANDMARK_REACH = 9;

/** The value that starts with a number. What could be two things is tried in the order of trust. */
function valueAtNumber(scan: Scan, at: number): number {
  const first = afterBits(scan, at + 1);
  if (isNumberToken(scan, at)) {
    let early = 0;
    if ((first & After.date) !== 0 || lengthOf(scan, at) === YEAR_LENGTH)
      early = dateAtNumber(scan, at);
    if (early === 0 && (first & After.combination) !== 0) early = combinationDose(scan, at);
    if (early === 0 && (first & After.pair) !== 0) early = scorePair(scan, at);
    if (early > 0) return early;
  }
  if (at - scan.drugAt <= DICTATION_REACH) {
    const dictated = dictatedDose(scan, at);
    if (dictated > 0) return dictated;
  }
  if ((first & After.pair) !== 0 && !isNumberToken(scan, at)) {
    const pair = scorePair(scan, at);
    if (pair > 0) return pair;
  }
  if (!readAmount(scan, at)) return 0;
  const { low, high, next, vague } = scan;
  let bits = afterBits(scan, next) | ALWAYS;
  if (
    at - scan.painAt <= LANDMARK_REACH ||
    at - scan.foundEnd <= LANDMARK_REACH ||
    isScoreWord(plainAt(scan, at - 1))
  )
    bits |= BESIDE_PAIN;
  if (at - scan.equivalentAt <= LANDMARK_REACH) bits |= After.opioidDose | After.dose;
  if (scan.takeAt === at - 1) bits |= After.take;
  if ((first & After.combination) !== 0) bits |= MONTH_DAY;
  for (let i = 0; i < AMOUNT_GRAMMARS.length; i += 1) {
    const { bit, read } = AMOUNT_GRAMMARS[i] as AmountGrammar;
    if ((bits & bit) === 0) continue;
    scan.low = low;
    scan.high = high;
    scan.next = next;
    scan.vague = vague;
    const end = read(scan, at);
    if (end > 0) return end;
  }
  return 0;
}

/** "worst 9", "average 6": a score in a row that needs no word for pain. */
function isScoreWord(plain: number): boolean {
  return plain === Plain.worst || plain === Plain.average || plain === Plain.best;
}

interface AmountGrammar {
  /** The bit of `After` (or of those below) that lets it be tried. */
  bit: number;
  read: (scan: Scan, at: number) => number;
}

const ALWAYS = 1 << 16;
const BESIDE_PAIN = 1 << 17;
const MONTH_DAY = 1 << 18;
const YEAR_LENGTH = 4;

/** Grammars that start from an amount just read, in the order of trust. */
const AMOUNT_GRAMMARS: AmountGrammar[] = [
  { bit: After.outOfTen, read: scoreOutOfTen },
  { bit: MONTH_DAY, read: monthDayAtNumber },
  { bit: After.percent, read: percentAtNumber },
  { bit: ALWAYS, read: percentAtLabel },
  { bit: After.age, read: ageAtNumber },
  { bit: After.schedule, read: scheduleAtNumber },
  { bit: ALWAYS, read: frequencyOnAndOff },
  { bit: After.frequency, read: frequencyAtNumber },
  { bit: After.duration, read: durationAtNumber },
  { bit: ALWAYS, read: durationBehindUnit },
  { bit: After.quantity, read: quantityAtNumber },
  { bit: After.dose, read: doseAtNumber },
  { bit: After.opioidDose, read: opioidDoseAtNumber },
  { bit: After.refills, read: refillsAtNumber },
  { bit: After.take, read: takeAtNumber },
  { bit: ALWAYS, read: quantityBehindDirections },
  { bit: ALWAYS, read: countAtNumber },
  { bit: BESIDE_PAIN, read: scoreBesidePain },
  { bit: ALWAYS, read: plainNumber },
];

/** A number that is nothing else, unless it is part of a code, a ratio or a time of day. */
function plainNumber(scan: Scan, at: number): number {
  if (scan.vague || !isNumberToken(scan, at) || lengthOf(scan, at) > LONGEST_NUMBER) return 0;
  const { low, high } = scan;
  const end = scan.next;
  if (isGlued(scan, at) && (isWordToken(scan, at - 1) || joins(markOf(scan, at - 1)))) return 0;
  if (
    isGlued(scan, end) &&
    isGlued(scan, end + 1) &&
    isNumberToken(scan, end + 1) &&
    joins(markOf(scan, end))
  )
    return 0;
  return emit(scan, { kind: 'number', amount: { low, high } }, at, end);
}

/** Whether a mark glued between numbers makes one thing of them. */
function joins(mark: number): boolean {
  return (
    mark === Mark.slash ||
    mark === Mark.hyphen ||
    mark === Mark.colon ||
    mark === Mark.point ||
    mark === Mark.underscore
  );
}

/** The token after a number that is no value, past the parts glued to it ("5/5", "3:20", "132/78"). */
function skipNumber(scan: Scan, at: number): number {
  let next = at + 1;
  for (let parts = 0; parts < 4; parts += 1) {
    const mark = markOf(scan, next);
    const joined = mark === Mark.slash || mark === Mark.colon || mark === Mark.hyphen;
    if (
      !joined ||
      !isGlued(scan, next) ||
      !isGlued(scan, next + 1) ||
      !isNumberToken(scan, next + 1)
    )
      break;
    next += 2;
  }
  return next;
}

function assignSentences(found: ValueMention[], sentences: readonly Sentence[]): void {
  let sentence = 0;
  for (const mention of found) {
    while (
      sentence + 1 < sentences.length &&
      (sentences[sentence + 1] as Sentence).start <= mention.start
    )
      sentence += 1;
    mention.sentence = sentence;
  }
}

/** The latest full date among `values`: what governs a text whose own date is not known otherwise. */
export function latestDate(values: readonly ValueMention[]): DateValue | undefined {
  let latest: DateValue | undefined;
  let latestDayFound = Number.NEGATIVE_INFINITY;
  for (const { value } of values) {
    if (value.kind !== 'date' || value.date.year === 0 || value.date.day === undefined) continue;
    const day = earliestDay(value.date);
    if (day <= latestDayFound) continue;
    latestDayFound = day;
    latest = value.date;
  }
  return latest;
}

/** How far behind the governing date a date without its year may lie: a planned visit. */
const FUTURE_REACH = 66;

/**
 * Gives dates without a year the one that puts them nearest to the date that governs their place
 * (the note's or the document's date); spans "since" a day lie in the past. Dates whose place has no
 * governing date, and days that do not exist in their year, are taken out. Changes `values`.
 */
export function settleDates(
  values: ValueMention[],
  governing: (start: number) => DateValue | undefined,
  text = '',
): void {
  let kept = 0;
  for (const mention of values) {
    const { value } = mention;
    if (value.kind === 'date' && value.date.year === 0) {
      const future = isOfPast(text, mention.start) ? 0 : FUTURE_REACH;
      const year = nearestYear(value.date, governing(mention.start), future);
      if (year === 0) continue;
      value.date.year = year;
    } else if (
      value.kind === 'since' &&
      value.from !== undefined &&
      !settleSince(value, governing(mention.start))
    ) {
      continue;
    }
    values[kept] = mention;
    kept += 1;
  }
  values.length = kept;
}

function settleSince(
  value: Extract<Value, { kind: 'since' }>,
  governing: DateValue | undefined,
): boolean {
  const { from } = value;
  if (from === undefined) return true;
  if (from.year === 0) {
    const year = nearestYear(from, governing, 0);
    if (year === 0) return false;
    from.year = year;
    return true;
  }
  // "since 6/22" was read as June 2022: where that lies ahead it is a day.
  const day = from.year - 2000;
  if (
    governing !== undefined &&
    from.day === undefined &&
    from.month !== undefined &&
    day > 0 &&
    earliestDay(from) > earliestDay(governing) + 31 &&
    isCalendarDate(0, from.month, day)
  ) {
    from.day = day;
    from.year = nearestYear(from, governing, 0) || governing.year;
  }
  return true;
}

/** Words right before a day that has been: "DOI 5/12", "onset on 6/2". */
const PAST_BEFORE =
  /\b(?:DOI|D\.O\.I\.|DOS|onset|injur(?:y|ed)|hurt|fell|began|started|had|since|s\/p|last|had|seen|surgery|filled|done)\W{1,3}(?:(?:on|of|about|in|date)\W{1,2})?$/i;
const PAST_WITHIN = 20;

function isOfPast(text: string, start: number): boolean {
  return PAST_BEFORE.test(text.slice(Math.max(0, start - PAST_WITHIN), start));
}

/** The last year that puts `date` at most `future` days behind `governing`; 0 when unknown. */
function nearestYear(date: DateValue, governing: DateValue | undefined, future: number): number {
  if (governing === undefined || governing.year === 0) return 0;
  const latest = latestDay(governing) + future;
  for (let year = governing.year + 1; year >= governing.year - 8; year -= 1) {
    if (date.month !== undefined && !isCalendarDate(year, date.month, date.day ?? 1)) continue;
    if (earliestDay({ ...date, year }) <= latest) return year;
  }
  return 0;
}
