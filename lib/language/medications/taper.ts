/**
 * Tapers: a dose that is brought down in written steps ("30 mg x 7d, then 20 mg x 7d"), by a share at a
 * time ("by 10 % weekly") or over a span ("wean over 4 weeks").
 */
import { say, sayAll } from '../../saying/said.ts';
import type { Range, Reading, Taper, ValueMention } from '../mention.ts';
import { firstFrom } from '../sorted.ts';
import { tidy } from '../values/durations.ts';

type Source = Pick<Reading, 'text' | 'values'>;

/** A longer span at one dose is a regimen and no step. */
const LONGEST_STEP_DAYS = 92;
/** So far before a percent or a span stands the word that makes it a taper. */
const CUE_REACH = 40;
const TAPER_WORDS = ['taper', 'wean'];
const CUT_WORDS = [
  'decrease',
  'decreased',
  'decreasing',
  'reduce',
  'reduced',
  'reducing',
  'lower',
  'cut',
];
/** What may stand between "reduce" and its percent; "reduces pain by 50 %" is relief. */
const CUT_LINKS = [
  'by',
  'the',
  'his',
  'her',
  'dose',
  'dosage',
  'daily',
  'total',
  'current',
  'about',
  'opioid',
  'it',
];
const PACE_LINKS = [
  'of',
  'the',
  'original',
  'starting',
  'initial',
  'previous',
  'current',
  'total',
  'daily',
  'dose',
  'reduction',
  'decrease',
  'taper',
  'in',
  'a',
  'per',
  'every',
  'each',
  'q',
  'x',
];
const SPAN_LINKS = ['over', 'for', 'in', 'during', 'x', 'the', 'next', 'a', 'course', 'of', 'off'];
const STEP_LINKS = ['then', 'and', 'followed', 'by', 'to', 'for', 'x', 'a', 'day', 'at', 'down'];

/** The taper that the values from `from` to `to` of a text state; undefined where they state none. */
export function readTaper(reading: Source, from: number, to: number): Taper | undefined {
  const first = firstFrom(reading.values, from);
  return (
    stepsOf(reading, first, from, to) ??
    shareOf(reading, first, from, to) ??
    spanOf(reading, first, from, to)
  );
}

/** Whether a sentence is about bringing down what the one before it names: it starts with such a word. */
export function startsWithTaper(sentence: string): boolean {
  return hasWord(sentence.slice(0, CUE_REACH), TAPER_WORDS);
}

interface Step {
  dose?: number;
  take?: number;
  perDay?: number;
  days: number;
  start: number;
  end: number;
}

function stepsOf({ text, values }: Source, first: number, from: number, to: number) {
  const steps: Step[] = [];
  let open: Partial<Step> = {};
  let end = from;
  for (let i = first; i < values.length; i += 1) {
    const { value, start, end: valueEnd } = values[i] as ValueMention;
    if (start >= to) break;
    const isLinked = onlyLinks(text, end, start, STEP_LINKS);
    if (!isLinked) {
      if (steps.length > 1) break;
      steps.length = 0;
      open = {};
    }
    if (value.kind === 'dose' && value.unit === 'mg') open.dose = value.amount.high;
    else if (value.kind === 'take') open.take = value.amount.high;
    else if (value.kind === 'frequency') open.perDay = value.perDay.high;
    else if (value.kind === 'duration' && value.days.high <= LONGEST_STEP_DAYS && hasPart(open)) {
      steps.push({ ...open, days: value.days.high, start: open.start ?? start, end: valueEnd });
      open = {};
      end = valueEnd;
      continue;
    } else {
      if (steps.length > 1) break;
      steps.length = 0;
      open = {};
    }
    open.start ??= start;
    end = valueEnd;
  }
  return steps.length > 1 ? taperOfSteps(steps) : undefined;
}

function hasPart({ dose, take, perDay }: Partial<Step>): boolean {
  return dose !== undefined || take !== undefined || perDay !== undefined;
}

/** Milligrams, else units, a day: what goes down from step to step. */
function sizeOf({ dose, take, perDay }: Step): number {
  return (dose ?? 1) * (take ?? 1) * (perDay ?? 1);
}

/** Steps as a taper; undefined where they do not go down. */
function taperOfSteps([first, ...rest]: readonly Step[]): Taper | undefined {
  if (first === undefined) return undefined;
  const dosed = rest.every(({ dose }) => dose !== undefined);
  const { dose: strength, ...counted } = first;
  // "10 mg: 4 tabs x 3 days, 3 tabs x 3 days": the dose is the strength of each.
  const steps = dosed ? [first, ...rest] : [counted, ...rest];
  if (!steps.every((step, at) => at === 0 || sizeOf(step) < sizeOf(steps[at - 1] as Step)))
    return undefined;
  const days = steps.reduce((sum, step) => sum + step.days, 0);
  const scale = dosed ? 1 : strength;
  const sizes = steps.map(sizeOf).map((size) => size * (scale ?? 1));
  const step = scale === undefined ? 'working_taper_step' : 'working_taper_step_mg';
  const said = steps.map((each, at) => say(step, sizes[at] as number, each.days));
  const units = steps.reduce((sum, step) => sum + sizeOf(step) * step.days, 0);
  return {
    days: { low: days, high: days },
    ...(scale !== undefined && { dose: { low: Math.min(...sizes), high: Math.max(...sizes) } }),
    ...(!dosed && { units }),
    working: say('working_taper', sayAll('joint_then', said) ?? '', days),
    start: first.start,
    end: (steps.at(-1) as Step).end,
  };
}

function shareOf({ text, values }: Source, first: number, from: number, to: number) {
  for (let i = first; i < values.length; i += 1) {
    const { value, start } = values[i] as ValueMention;
    if (start >= to) return undefined;
    if (value.kind !== 'percent' || value.amount.low <= 0 || value.amount.high > 100) continue;
    const pace = isCut(text, from, start) && paceAfter(text, values, i, to);
    if (!pace) continue;
    const percent = value.amount.high;
    const slow = Math.ceil(100 / value.amount.low) * pace.days;
    const days = { low: Math.ceil(100 / percent) * pace.days, high: slow };
    return {
      days,
      share: { percent, everyDays: pace.days },
      working: say('working_taper_share', percent, pace.days, days.low),
      start,
      end: pace.end,
    };
  }
  return undefined;
}

/** Whether the words before a percent say that a dose is cut by it: "taper by", "reduce the dose by". */
function isCut(text: string, from: number, percent: number): boolean {
  const before = text.slice(Math.max(from, percent - CUE_REACH), percent).toLowerCase();
  if (hasWord(before, TAPER_WORDS)) return true;
  const words = before.split(/[^a-z]+/).filter((word) => word !== '');
  const at = words.findLastIndex((word) => CUT_WORDS.includes(word));
  return at >= 0 && words.slice(at + 1).every((word) => CUT_LINKS.includes(word));
}

const PACES: Readonly<Record<string, number>> = { day: 1, week: 7, wk: 7, month: 30, mo: 30 };

/** Days from one cut to the next, behind the percent at `at`: "weekly", "every 2 weeks", "per month". */
function paceAfter(text: string, values: readonly ValueMention[], at: number, to: number) {
  const { end } = values[at] as ValueMention;
  const next = values[at + 1];
  if (next !== undefined && next.start < to && onlyLinks(text, end, next.start, PACE_LINKS)) {
    if (next.value.kind === 'frequency' && next.value.perDay.high <= 1)
      return { days: Math.round(1 / next.value.perDay.high), end: next.end };
    if (next.value.kind === 'duration') return { days: next.value.days.low, end: next.end };
  }
  const words = text.slice(end, Math.min(to, end + CUE_REACH)).toLowerCase();
  const unit = /^\s*(?:a|per|each|every|\/)\s*(day|week|wk|month|mo)\b/.exec(words);
  const days = PACES[unit?.[1] ?? ''];
  return unit && days ? { days, end: end + unit[0].length } : undefined;
}

function spanOf({ text, values }: Source, first: number, from: number, to: number) {
  for (let i = first; i < values.length; i += 1) {
    const { value, start, end } = values[i] as ValueMention;
    if (start >= to) return undefined;
    if (value.kind !== 'duration' || value.days.low < 2) continue;
    const before = text.slice(Math.max(from, start - CUE_REACH), start).toLowerCase();
    const cue = Math.max(...TAPER_WORDS.map((word) => before.lastIndexOf(word)));
    if (cue < 0) continue;
    const behind = before.slice(cue).replace(/^[a-z]+/, '');
    if (!onlyLinks(behind, 0, behind.length, SPAN_LINKS)) continue;
    const days: Range = value.days;
    const { low, high } = days;
    const said = low === high ? low : say('range', low, high);
    return { days, working: say('working_taper_span', said), start, end };
  }
  return undefined;
}

/** Days that `units` last when a start of `perDay` units goes down as the taper says; its own length at most. */
export function daysOfTaper(units: number, perDay: number, { days, share }: Taper): number {
  let left = units;
  for (let day = 0; day < days.high; day += 1) {
    const part = share
      ? 1 - (share.percent / 100) * Math.floor(day / share.everyDays)
      : 1 - day / days.high;
    left = tidy(left - perDay * Math.max(0, part));
    if (left < 0) return day;
  }
  return Math.round(days.high);
}

function hasWord(text: string, starts: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return starts.some((start) => lower.includes(start));
}

/** Whether only some words, commas and arrows stand between two places. */
function onlyLinks(text: string, from: number, to: number, links: readonly string[]): boolean {
  if (to - from > CUE_REACH) return false;
  const words = text
    .slice(from, to)
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  return words.every((word) => word === '' || links.includes(word));
}
