const MILLISECONDS_A_DAY = 86_400_000;

/** The ISO date of a day counted from 1970-01-01. */
export function isoOfDay(day: number): string {
  return new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

/** The day of an ISO date. */
export function dayOf(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / MILLISECONDS_A_DAY;
}

/** The months from one tick of an axis to the next, by how much it has to show. */
const STEPS = [1, 3, 6, 12, 24, 60, 120];
const DAYS_A_MONTH = 30.4;

/** First days of months or years between two days: no more than so many. */
export function ticksBetween(from: number, to: number, most: number): string[] {
  const months = (to - from) / DAYS_A_MONTH;
  const step = STEPS.find((each) => months / each <= most) ?? 240;
  const ticks: string[] = [];
  const start = new Date(from * MILLISECONDS_A_DAY);
  let at = start.getUTCFullYear() * 12 + start.getUTCMonth();
  at = Math.ceil(at / step) * step;
  for (; ticks.length <= most + 1; at += step) {
    const iso = `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`;
    const day = dayOf(iso);
    if (day > to) break;
    if (day >= from) ticks.push(step >= 12 ? iso.slice(0, 4) : iso.slice(0, 7));
  }
  return ticks;
}
