/** Dates in digits: 8-18-11, 12/2014, and by the words around them 8/12 and "in 2015". */
import { Mark } from '../marks.ts';
import { Gap } from '../tokens.ts';
import { isCalendarDate } from './calendar.ts';
import { isDayOfProcedure } from './counts.ts';
import {
  countsSomething,
  FIRST_YEAR,
  fullYear,
  LAST_YEAR,
  readPart,
  setDate,
} from './date-parts.ts';
import { digitsAt, isWhole } from './numbers.ts';
import {
  countUnitAt,
  isGlued,
  isNumberToken,
  lengthOf,
  markOf,
  plainAt,
  type Scan,
  wordAt,
} from './scan.ts';
import { Plain } from './words.ts';

/** Reads a date in digits with its year at `at`: 3-21-2011, 2015-08-12, 12/2014. */
export function readNumericDate(scan: Scan, at: number): boolean {
  const before = markOf(scan, at - 1);
  if (
    (before === Mark.hyphen || before === Mark.slash) &&
    isGlued(scan, at) &&
    isNumberToken(scan, at - 2)
  )
    return false;
  const first = readPart(scan, at);
  if (Number.isNaN(first)) return false;
  const mark = scan.next;
  const separator = markOf(scan, mark);
  if (separator !== Mark.slash && separator !== Mark.hyphen && separator !== Mark.point)
    return false;
  if (!isGlued(scan, mark) || !isGlued(scan, mark + 1)) return false;
  const second = readPart(scan, mark + 1);
  if (Number.isNaN(second)) return false;
  const secondEnd = scan.next;
  if (
    markOf(scan, secondEnd) === separator &&
    isGlued(scan, secondEnd) &&
    isGlued(scan, secondEnd + 1)
  ) {
    const third = readPart(scan, secondEnd + 1);
    const length = lengthOf(scan, secondEnd + 1) + (scan.next - secondEnd - 2);
    const more = markOf(scan, scan.next);
    if (
      Number.isNaN(third) ||
      ((more === Mark.hyphen || more === Mark.slash) &&
        isGlued(scan, scan.next) &&
        isGlued(scan, scan.next + 1) &&
        isNumberToken(scan, scan.next + 1))
    )
      return false;
    if (first >= FIRST_YEAR) return setDate(scan, first, second, third) && third > 0;
    const year = fullYear(third, length);
    if (year === 0 || second === 0 || first === 0) return false;
    return first > 12 ? setDate(scan, year, second, first) : setDate(scan, year, first, second);
  }
  if (separator === Mark.point) return false;
  scan.next = secondEnd;
  if (second >= FIRST_YEAR && second <= LAST_YEAR && first >= 1 && first <= 12)
    return setDate(scan, second, first, 0);
  if (
    first >= FIRST_YEAR &&
    first <= LAST_YEAR &&
    second >= 1 &&
    second <= 12 &&
    separator === Mark.hyphen
  ) {
    return setDate(scan, first, second, 0);
  }
  return false;
}

/** Reads "8/12" at `at` when its surroundings make it a day of the year. */
export function readMonthDay(scan: Scan, at: number): boolean {
  if (!isNumberToken(scan, at) || !isWhole(scan, at, 2)) return false;
  const mark = markOf(scan, at + 1);
  if (mark !== Mark.slash && mark !== Mark.hyphen) return false;
  if (!isGlued(scan, at + 1) || !isGlued(scan, at + 2)) return false;
  const before = markOf(scan, at - 1);
  if (
    (before === Mark.slash || before === Mark.hyphen || before === Mark.point) &&
    isGlued(scan, at)
  )
    return false;
  const month = digitsAt(scan, at);
  const day = readPart(scan, at + 2);
  const next = scan.next;
  const length = next - at - 2 === 2 ? 2 : lengthOf(scan, at + 2);
  if (Number.isNaN(day) || length > 2 || !isCalendarDate(0, month, day)) return false;
  if (
    isGlued(scan, next) &&
    (markOf(scan, next) === mark ||
      markOf(scan, next) === Mark.percent ||
      markOf(scan, next) === Mark.plus)
  )
    return false;
  const isOfLog = opensLogLine(scan, at, next);
  const isProcedureDay = isOfLog || isDayOfProcedure(scan, at, countUnitAt(scan, next));
  if (countsSomething(scan, next) && !isProcedureDay) return false;
  if (plainAt(scan, next) === Plain.measure) return false;
  if (mark === Mark.hyphen) {
    if (!isDateCue(scan, at - 1) || day < 13) return false;
  } else {
    for (let back = at - 1; back >= at - 3; back -= 1)
      if (plainAt(scan, back) === Plain.scaleName || plainAt(scan, back) === Plain.vital)
        return false;
    if (!isProcedureDay && !headsLine(scan, at, next, day) && !isCuedDay(scan, at, next, day))
      return false;
  }
  scan.next = next;
  return setDate(scan, 0, month, day);
}

/**
 * "3/1: he smokes", "3/1 - he smokes" at the beginning of a line, "3/1: he smokes" also of a sentence
 * or clause; what is out of five or ten is a grade there.
 */
function headsLine(scan: Scan, at: number, next: number, day: number): boolean {
  const isFirst = at === 0 || (scan.tokens.breaks[at] ?? 0) > 0;
  const isColon = markOf(scan, next) === Mark.colon;
  if (!isFirst) return isColon && !GRADED_OUT_OF.includes(day) && endsClause(scan, at - 1);
  if (isColon) return true;
  const isSetOff = markOf(scan, next) === Mark.hyphen && !isGlued(scan, next);
  return !MOST_OF_GRADES.includes(day) && (isSetOff || scan.tokens.gap[next] === Gap.tab);
}

/** Strength is graded out of five, pain out of ten; within a line, reflexes out of four. */
const MOST_OF_GRADES: readonly number[] = [5, 10];
const GRADED_OUT_OF: readonly number[] = [4, ...MOST_OF_GRADES];

function endsClause(scan: Scan, at: number): boolean {
  const mark = markOf(scan, at);
  const ends = mark === Mark.point || mark === Mark.semicolon || mark === Mark.comma;
  return ends && !isGlued(scan, at + 1);
}

/** "4/21   Visit 2. Sore.": a day in a column of its own opens the line of a log. */
function opensLogLine({ tokens }: Scan, at: number, next: number): boolean {
  const opensLine = at === 0 || (tokens.breaks[at] as number) > 0;
  return opensLine && tokens.gap[next] === Gap.tab && tokens.breaks[next] === 0;
}

/** Whether "8/12" at `at` is meant as a day, by the words around it. */
function isCuedDay(scan: Scan, at: number, next: number, day: number): boolean {
  let before = at - 1;
  while (before > at - 4) {
    const mark = markOf(scan, before);
    const plain = plainAt(scan, before);
    if (
      mark === Mark.open ||
      mark === Mark.colon ||
      mark === Mark.point ||
      mark === Mark.slash ||
      plain === Plain.the ||
      plain === Plain.about
    )
      before -= 1;
    else break;
  }
  if (isDateCue(scan, before) || isProcedure(scan, before)) return true;
  const plain = plainAt(scan, before);
  const after = plainAt(scan, next);
  if (after === Plain.report || after === Plain.dated) return true;
  // "3/11 and 3/12", "7/30 to 8/5": a day beside a day.
  const linked =
    plain === Plain.and ||
    plain === Plain.to ||
    plain === Plain.from ||
    markOf(scan, at - 1) === Mark.comma ||
    markOf(scan, at - 1) === Mark.hyphen;
  const last = scan.found.at(-1);
  if (linked && last?.value.kind === 'date' && at - scan.foundEnd <= 1) return true;
  if (plain === Plain.by || plain === Plain.from || plain === Plain.of || plain === Plain.in)
    return day > 10;
  return day > 12 && plain !== Plain.pain && plain !== Plain.rate;
}

/** "TPI 3/2", "injections x4 3/2"; "ESI #2/3" is one of three. */
function isProcedure(scan: Scan, at: number): boolean {
  if (plainAt(scan, at) === Plain.procedure) return true;
  if (!isNumberToken(scan, at)) return false;
  return [at - 1, at - 2].some((back) => plainAt(scan, back) === Plain.procedure);
}

/** Words before or after "8/12" that make it a day: "on", "seen", "visit", "faxed". */
function isDateCue(scan: Scan, at: number): boolean {
  const plain = plainAt(scan, at);
  return (
    plain === Plain.on ||
    plain === Plain.since ||
    plain === Plain.dated ||
    plain === Plain.until ||
    plain === Plain.report ||
    plain === Plain.before ||
    plain === Plain.after ||
    plain === Plain.refill ||
    (scan.words.weekday[wordAt(scan, at)] ?? 0) > 0 ||
    isNumberedReport(scan, at)
  );
}

/** "PR-2": its number belongs to its name. */
function isNumberedReport(scan: Scan, at: number): boolean {
  return (
    isNumberToken(scan, at) &&
    markOf(scan, at - 1) === Mark.hyphen &&
    isGlued(scan, at) &&
    isGlued(scan, at - 1) &&
    plainAt(scan, at - 2) === Plain.report
  );
}

/** Whether a bare four-digit number at `at` is a year, by the words around it. */
export function readBareYear(scan: Scan, at: number): boolean {
  if (!isNumberToken(scan, at) || lengthOf(scan, at) !== 4 || !isWhole(scan, at, 4)) return false;
  const year = digitsAt(scan, at);
  if (year < 1940 || year > 2060) return false;
  const next = markOf(scan, at + 1);
  if (
    (next === Mark.hyphen || next === Mark.slash || next === Mark.colon) &&
    isGlued(scan, at + 1) &&
    isNumberToken(scan, at + 2)
  )
    return false;
  if (countsSomething(scan, at + 1)) return false;
  const before = scan.tokens.gap[at] === Gap.tab ? Plain.in : yearCue(scan, at - 1);
  if (before === 0) return false;
  scan.next = at + 1;
  return setDate(scan, year, 0, 0);
}

function yearCue(scan: Scan, at: number): number {
  const plain = plainAt(scan, at);
  const mark = markOf(scan, at);
  const word = wordAt(scan, at);
  if (mark === Mark.open || (mark === Mark.colon && plainAt(scan, at - 1) === Plain.dated))
    return Plain.in;
  if ((scan.words.month[word] ?? 0) > 0) return Plain.in;
  if (
    plain === Plain.in ||
    plain === Plain.since ||
    plain === Plain.of ||
    plain === Plain.from ||
    plain === Plain.until ||
    plain === Plain.by ||
    plain === Plain.early ||
    plain === Plain.before ||
    plain === Plain.after ||
    plain === Plain.about ||
    plain === Plain.dated ||
    plain === Plain.report
  ) {
    return plain;
  }
  return 0;
}
