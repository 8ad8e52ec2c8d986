import type { Range } from '../../language/mention.ts';
import { type CountedKey, type Filling, type Said, say, sayCount } from '../../saying/said.ts';

const STEMS: Readonly<Record<string, CountedKey>> = {
  day: 'amount_days',
  week: 'amount_weeks',
  month: 'amount_months',
  year: 'amount_years',
  hour: 'amount_hours',
  visit: 'amount_visits',
  session: 'amount_sessions',
  injection: 'amount_injections',
  level: 'amount_levels',
  test: 'amount_tests',
};

/** A number as it is said: "8", "8 to 14", "at least 8". */
export function saidNumber({ low, high }: Range): Filling {
  if (high === Number.POSITIVE_INFINITY) return say('range_at_least', low);
  return low === high ? low : say('range_words', low, high);
}

/** A number with its unit, "8 to 14 visits"; a unit of the packs' own stays as it is written there. */
export function saidAmount(amount: Range | number, unit: string): Said {
  const number = typeof amount === 'number' ? amount : saidNumber(amount);
  const stem = STEMS[unit.replace(/s$/, '')];
  if (stem === undefined) return say('amount_of', number, unit);
  return typeof number === 'number' ? sayCount(stem, number) : say(`${stem}_other`, number);
}
