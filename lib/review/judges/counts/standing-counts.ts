/** Which of the counts of what was done so far stand. */
import { areToldByTwo } from '../../evidence/speaker.ts';
import type { PastCount } from './counts.ts';

/**
 * The counts that stand now: what was corrected supersedes the rest; of different numbers of one
 * course the later one, where both dates are known; of numbered visits the last.
 */
export function standingCounts(all: readonly PastCount[]): PastCount[] {
  const sure = all.filter(({ uncertain }) => !uncertain);
  const counts = all.filter((count) => !isBorneOut(count, sure));
  const corrected = counts.filter((count) => count.corrected && !count.uncertain);
  const valid = corrected.length > 0 ? corrected : withoutParts(counts);
  const courses = [...new Set(valid.map(({ course }) => course))];
  return courses.flatMap((course) => standing(valid.filter((count) => count.course === course)));
}

/** Visits are had so often at the most. */
const VISITS_A_WEEK = 3;
const DAYS_A_WEEK = 7;
/** A smaller number after so many days may be of another course. */
const DAYS_OF_A_COURSE = 60;

/**
 * Whether a later day's count cannot have come of the earlier one: fewer, or, where somebody else
 * counts, more than the days between them hold.
 */
function disagree(earlier: PastCount, later: PastCount): boolean {
  if (earlier.uncertain || later.ordinal) return false;
  if (later.amount.high < earlier.amount.low && later.day - earlier.day <= DAYS_OF_A_COURSE)
    return true;
  if (earlier.ordinal) return false;
  if (!areToldByTwo(earlier, later)) return false;
  const days = later.day - earlier.day;
  const most = earlier.amount.high + Math.round((days * VISITS_A_WEEK) / DAYS_A_WEEK);
  return later.amount.high < earlier.amount.low || later.amount.low > most;
}

/** "Visit 7 on my sheet, the desk log has 9": so many apart in one sentence, two numbers are meant. */
const DISPUTED_BY = 2;

/** "10 seen", "8 seen", "6 seen" and "24 paid": where the rest come to a number, that is the whole. */
function withoutParts(counts: readonly PastCount[]): readonly PastCount[] {
  const sure = counts.filter(({ uncertain, ordinal }) => !uncertain && !ordinal);
  const most = Math.max(...sure.map(({ amount }) => amount.high));
  const parts = sure.filter(({ amount }) => amount.high < most);
  if (parts.length < 2) return counts;
  const sum = parts.reduce((total, { amount }) => total + amount.high, 0);
  return sum === most ? counts.filter((count) => !parts.includes(count)) : counts;
}

/** "Thinks 6 to 8" beside a log of 8: who is not sure says no more than who is. */
function isBorneOut({ uncertain, amount }: PastCount, sure: readonly PastCount[]): boolean {
  return uncertain && sure.some((one) => one.amount.high === amount.high);
}

function standing(counts: readonly PastCount[]): PastCount[] {
  const sure = counts.filter(({ uncertain }) => !uncertain);
  const newest = Math.max(...sure.map(({ day }) => day));
  const last = sure.filter(({ day }) => day === newest);
  // "visit 10" beside "attended 10" says no more than that
  const totals = last.some(({ ordinal }) => !ordinal)
    ? last.filter(({ ordinal }) => !ordinal)
    : last;
  const latest = Number.isFinite(newest)
    ? counts.filter(
        (count) => !(count.day < newest) || totals.every((later) => disagree(count, later)),
      )
    : counts;
  const most = (list: readonly PastCount[]) => Math.max(...list.map(({ amount }) => amount.high));
  const whole = latest.filter(({ ordinal, uncertain }) => !ordinal && !uncertain);
  const disputed = ({ ordinal, amount, place }: PastCount) =>
    ordinal &&
    amount.high > DISPUTED_BY &&
    whole.some(
      (other) =>
        other.place.sentence === place.sentence && other.amount.low - amount.high >= DISPUTED_BY,
    );
  const numbered = most(latest.filter(({ ordinal }) => ordinal));
  return latest.filter(
    (count) =>
      !count.ordinal ||
      disputed(count) ||
      (count.amount.high >= numbered && (whole.length === 0 || most(whole) < numbered)),
  );
}
