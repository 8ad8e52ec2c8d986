/**
 * How long a patient has been exposed to a class of drugs, at least: from dated mentions of any drug
 * of the class, spans that the text states ("on Soma since 2010") and supplies. The first mention is
 * never taken for the start, so every figure is a least.
 */
import { type Said, say } from '../../saying/said.ts';
import type { DateValue, MedicationStatement, Mention, Reading, ValueMention } from '../mention.ts';
import { firstFrom } from '../sorted.ts';
import { dateOfDay, earliestDay, latestDay, saidDate } from '../values/calendar.ts';
import { courseOf } from './courses.ts';
import { governingDates } from './dated.ts';
import { drugDates, nextDrug } from './drug-dates.ts';

/** A drug of the class on a day. */
export interface Sighting {
  drug: string;
  /** The day it was taken, prescribed or asked for. */
  date: DateValue;
  /** UTF-16 offsets into the text it was read from. */
  start: number;
  end: number;
  /**
   * `since`: it was taken from this date on; `started`: it was begun then, and the words do not say that
   * it went on; `stopped`: it was taken until then.
   */
  kind: 'mention' | 'since' | 'started' | 'stopped' | 'request';
  /** It had been stopped before: what lies before is another run. */
  restarted?: true;
  /** It is said to go on: silence before it is no gap. */
  continued?: true;
  /** How the date came about, where it is not written. */
  why?: Said;
  /** Days that a supply handed out on this day lasts, where it can be computed. */
  supplyDays?: number;
}

/** Use without a gap of a refill period or more. */
export interface ExposureRun {
  from: DateValue;
  to: DateValue;
  /** At least so many days, from the last day that `from` can mean to the first that `to` can. */
  days: number;
  drugs: string[];
  sightings: Sighting[];
  working: Said;
}

export interface Exposure {
  /** The run that lasts up to the request; undefined where none does. */
  current?: ExposureRun;
  /** Earlier runs, parted from it by a gap: history, not counted. */
  history: ExposureRun[];
  /** Days of the current run and of the supply asked for. */
  daysWithRequest?: number;
  /** A step each. */
  working: Said[];
}

export interface ExposureQuestion {
  /** The day of the request. */
  asOf: DateValue;
  /** Days of the supply asked for, its refills included. */
  requestedDays?: number;
  /** A gap of so many days or more parts two runs: a refill period. */
  refillDays?: number;
  /** Without a supply or a stop on record, silence of more days than this parts two runs. */
  silenceDays?: number;
}

const REFILL_DAYS = 30;
const SILENCE_DAYS = 184;

/** A stated span counts for a drug that stands at most so many characters before it. */
const SPAN_REACH = 64;

/**
 * The dated sightings of a class in a reading. Only affirmed statements about the patient count; no
 * guideline sentence, plan or hypothetical does. `fallback` dates what has no date of its own and
 * stands in no dated section; without it such a place is left out.
 */
export function sightingsOf(
  reading: Reading,
  isOfClass: (drug: string) => boolean,
  fallback?: DateValue,
): Sighting[] {
  const sightings: Sighting[] = [];
  for (const statement of reading.medications) {
    const mention = reading.mentions.at(statement.mention);
    if (mention === undefined || !isOfClass(statement.drug) || !isTaken(mention)) continue;
    addSightings(sightings, reading, statement, mention, fallback);
  }
  return sightings;
}

function isTaken({ assertion }: Mention): boolean {
  const { presence, subject, voice, time } = assertion;
  return (
    presence === 'affirmed' && subject === 'patient' && voice !== 'guideline' && time !== 'planned'
  );
}

function addSightings(
  sightings: Sighting[],
  reading: Reading,
  statement: MedicationStatement,
  mention: Mention,
  fallback: DateValue | undefined,
): void {
  const { drug, start, end, sentence } = statement;
  const sectionDate = reading.sections[reading.sentences[sentence]?.section ?? -1]?.date;
  const today = sectionDate ?? fallback;
  const past = mention.assertion.time === 'past';
  const told = drugDates(reading, statement);
  const stated = told.length > 0 ? undefined : statedStart(reading, statement, today);
  const course = told.length > 0 ? undefined : courseOf(reading, statement);
  const own = governingDates(reading, sentence, start, end).filter(
    (date) => !told.some((one) => one.date === date),
  );
  if (course && !course.isOngoing && !past && today !== undefined) {
    const date = stated ?? own[0] ?? daysEarlier(today, course.days);
    sightings.push({ drug, date, start, end, kind: 'started', supplyDays: course.days });
    return;
  }
  const since = stated ?? (course && today && daysEarlier(today, course.days));
  if (since !== undefined && !past)
    sightings.push({ drug, date: since, start, end, kind: 'since' });
  const isStopped = told.some(({ role }) => role === 'stopped');
  for (const { date, role } of told) {
    const isOn = role === 'since' || !(past || isStopped);
    const restarted = role === 'restarted' ? { restarted: true as const } : {};
    const kind = role === 'stopped' ? role : isOn ? 'since' : 'started';
    sightings.push({ drug, date, start, end, kind, ...restarted });
  }
  if (since === undefined && told.length === 0 && !past && today !== undefined) {
    if (isCalledChronic(reading.text, mention)) {
      const date = daysEarlier(today, CHRONIC_DAYS);
      const why = say('run_called_chronic', CHRONIC_DAYS);
      sightings.push({ drug, date, start, end, kind: 'since', why });
    }
  }
  // Past use without a date of its own says nothing about when.
  const dates = own.length > 0 ? own : past || isStopped || today === undefined ? [] : [today];
  const days = statement.supply?.days?.low;
  for (const date of dates) {
    sightings.push({
      drug,
      date,
      start,
      end,
      kind: past ? 'stopped' : 'mention',
      ...(isContinued(reading, start, end) && !past ? { continued: true as const } : {}),
      ...(days === undefined || past ? {} : { supplyDays: days }),
    });
  }
}

function daysEarlier(day: DateValue, days: number): DateValue {
  return dateOfDay(earliestDay(day) - Math.floor(days));
}

const CONTINUED_BEFORE =
  /\b(?:continu(?:e|es|ed|ing)|refill(?:ed|s)?|renew(?:ed|s)?)(?: (?:on|with|her|his|the|to take|taking))*\s*$/i;
const CONTINUED_AFTER =
  /^[^.;:\d]{0,40}\b(?:was|were|is|are) (?:again |also |both |all )?(?:continued|refilled|renewed)\b/i;
const CONTINUED_REACH = 64;

/** "Tizanidine and tramadol were renewed", "continue Soma". */
function isContinued({ text }: Reading, start: number, end: number): boolean {
  return (
    CONTINUED_BEFORE.test(text.slice(Math.max(0, start - CONTINUED_REACH), start)) ||
    CONTINUED_AFTER.test(text.slice(end, end + CONTINUED_REACH))
  );
}

/** Use that is called chronic has lasted for more than three months (CDC 2016 of opioid therapy). */
export const CHRONIC_DAYS = 90;
const CHRONIC =
  /\b(?:chronic|chronically|long[- ]?term|longstanding|long-standing)(?: use[rd]?(?: of)?)?\s*$/i;
/** "Lorzone: long-term use". */
const CHRONIC_BEHIND = /^\W{1,3}(?:chronic|long[- ]?term|longstanding|long-standing) use\b/i;
const CHRONIC_REACH = 24;

function isCalledChronic(text: string, { start, end, assertion }: Mention): boolean {
  if (assertion.voice !== 'record') return false;
  return (
    CHRONIC.test(text.slice(Math.max(0, start - CHRONIC_REACH), start)) ||
    CHRONIC_BEHIND.test(text.slice(end, end + CHRONIC_REACH))
  );
}

/** The start that a text states for a drug: "since 2010", "for 2 years", "x 3 yrs", "3 months ago". */
function statedStart(
  reading: Reading,
  { end, sentence, start }: MedicationStatement,
  today: DateValue | undefined,
): DateValue | undefined {
  const { values, sentences, mentions } = reading;
  const limit = Math.min(sentences[sentence]?.end ?? end, end + SPAN_REACH);
  const stop = nextDrug(mentions, end, limit);
  for (let i = firstFrom(values, start); i < values.length; i += 1) {
    const { value, start: at, end: valueEnd } = values[i] as ValueMention;
    if (at >= stop || valueEnd > limit + SPAN_REACH) return undefined;
    if (value.kind === 'since' && value.from !== undefined) return value.from;
    if (today === undefined) continue;
    if (value.kind === 'since' && value.ago !== undefined)
      return daysEarlier(today, value.ago.days.low);
    if (value.kind === 'duration' && value.operator !== 'under' && value.operator !== 'at-most') {
      const isLeast = value.operator === 'over' || value.operator === 'at-least';
      const isRight = isLeast && reading.text.slice(end, at).trim() === '';
      if (
        isRight ||
        isOngoing(reading.text, start, at, value.days.low) ||
        SO_FAR.test(reading.text.slice(valueEnd, valueEnd + SO_FAR_REACH))
      )
        return daysEarlier(today, value.days.low);
    }
  }
  return undefined;
}

/** "10 days so far". */
const SO_FAR = /^\s*(?:so far|to date|thus far|already|as of today|now\b)/i;
const SO_FAR_REACH = 14;

/** A shorter span behind "for" or "x" is that of a supply ("x 10 days"). */
const SHORTEST_USE_DAYS = 46;

/** Whether the words before a span say that use has lasted so long: "nightly for 2 years", "the past 3 weeks". */
function isOngoing(text: string, from: number, at: number, days: number): boolean {
  const before = text.slice(from, at).trimEnd().toLowerCase();
  if (before.endsWith('past') || before.endsWith('last')) return true;
  return (
    days >= SHORTEST_USE_DAYS &&
    ['for', ' x', 'for the', 'over', 'about'].some((word) => before.endsWith(word))
  );
}

/**
 * The runs of exposure up to the request. A gap counts as use while it is shorter than a refill
 * period; after a longer one the later run counts and the earlier one is history. Where no supply and
 * no stop is on record, use between two mentions is taken to go on.
 */
export function classExposure(
  sightings: readonly Sighting[],
  question: ExposureQuestion,
): Exposure {
  const { asOf, requestedDays, refillDays = REFILL_DAYS, silenceDays = SILENCE_DAYS } = question;
  const today = earliestDay(asOf);
  const known = sightings.filter(({ date }) => earliestDay(date) <= today);
  const sorted = [...known].sort((one, other) => dayOf(one) - dayOf(other));
  const runs: OpenRun[] = [];
  for (const sighting of sorted) {
    const day = Math.min(dayOf(sighting), today);
    const run = runs.at(-1);
    const isOver = run === undefined || isGap(run, day, refillDays, silenceDays);
    const goesOn = sighting.continued && run?.stoppedAt === undefined;
    if (run === undefined || sighting.restarted || (isOver && !goesOn))
      runs.push(openRun(sighting, day));
    else extend(run, sighting, day);
  }
  const last = runs.at(-1);
  const lasts =
    last !== undefined &&
    !isGap(last, today, refillDays, silenceDays) &&
    last.stoppedAt === undefined;
  const history = (lasts ? runs.slice(0, -1) : runs).map(closeRun);
  if (last === undefined || !lasts) {
    const none = last === undefined ? 'working_no_dated_use' : 'working_no_lasting_use';
    return {
      history,
      working: [say(none)],
      ...(requestedDays === undefined ? {} : { daysWithRequest: requestedDays }),
    };
  }
  // "since" says that it goes on
  if (last.sightings.some(({ kind }) => kind === 'since')) last.toDay = Math.max(last.toDay, today);
  const current = closeRun(last);
  const working = [current.working];
  const earlier = history.at(-1);
  if (earlier) working.push(say('working_earlier_use', saidDate(earlier.to)));
  if (requestedDays !== undefined)
    working.push(say('working_with_supply', requestedDays, current.days + requestedDays));
  return {
    current,
    history,
    ...(requestedDays === undefined ? {} : { daysWithRequest: current.days + requestedDays }),
    working,
  };
}

interface OpenRun {
  from: Sighting;
  fromDay: number;
  to: Sighting;
  toDay: number;
  /** Last day that a supply on record covers. */
  coveredTo: number;
  /** Whether a supply or a stated span says how long the last sighting lasts. */
  isSupplyKnown: boolean;
  stoppedAt: number | undefined;
  sightings: Sighting[];
}

/** The day a sighting counts from: the last that its date can mean, so that the length is a least. */
function dayOf(sighting: Sighting): number {
  return latestDay(sighting.date);
}

function coverOf(sighting: Sighting, day: number): number {
  return day + (sighting.supplyDays ?? 0);
}

function openRun(sighting: Sighting, day: number): OpenRun {
  return {
    from: sighting,
    fromDay: day,
    to: sighting,
    toDay: day,
    coveredTo: coverOf(sighting, day),
    isSupplyKnown: sighting.supplyDays !== undefined,
    stoppedAt: sighting.kind === 'stopped' ? day : undefined,
    sightings: [sighting],
  };
}

function extend(run: OpenRun, sighting: Sighting, day: number): void {
  run.sightings.push(sighting);
  run.to = sighting;
  run.toDay = Math.max(run.toDay, day);
  run.coveredTo = Math.max(run.coveredTo, coverOf(sighting, day));
  run.isSupplyKnown = sighting.supplyDays !== undefined;
  run.stoppedAt = sighting.kind === 'stopped' ? day : undefined;
}

function isGap(run: OpenRun, day: number, refillDays: number, silenceDays: number): boolean {
  if (run.stoppedAt !== undefined) return day - run.stoppedAt >= refillDays;
  // "since" says that it goes on to the date of the text.
  if (run.sightings.some(({ kind }) => kind === 'since')) return false;
  const gap = day - run.coveredTo;
  return run.isSupplyKnown ? gap >= Math.max(refillDays, silenceDays / 2) : gap > silenceDays;
}

function closeRun(run: OpenRun): ExposureRun {
  const days = Math.max(0, run.toDay - run.fromDay);
  const to = run.toDay > dayOf(run.to) ? dateOfDay(run.toDay) : run.to.date;
  const drugs = [...new Set(run.sightings.map(({ drug }) => drug))];
  const working = say('working_run', startOf(run.from), saidDate(to), run.to.drug, days);
  return { from: run.from.date, to, days, drugs, sightings: run.sightings, working };
}

/** The first statement of a run, with why it counts as the start where it does. */
function startOf({ kind, date, drug, why, restarted }: Sighting): Said {
  const day = saidDate(date);
  if (kind !== 'since' && kind !== 'started') return say('run_first_mention', day, drug);
  const start = say(kind === 'since' ? 'run_since' : 'run_started', day, drug);
  const because = why ?? (restarted ? say('run_started_again') : undefined);
  return because ? say('run_with_why', start, because) : start;
}
