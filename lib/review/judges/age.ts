import type { Settings } from '../../guidelines/judge-use.ts';
import type { DateValue, ValueMention } from '../../language/mention.ts';
import { dateOfDay, latestDay } from '../../language/values/calendar.ts';
import { say } from '../../saying/said.ts';
import type { IndexedDocument } from '../evidence/case-index.ts';
import { evidenceAt } from '../evidence/passage.ts';
import { type Judge, NOTHING } from './judge.ts';
import { isWithin, limitsFor, measureAgainst } from './limits.ts';
import { voiceOf } from './places.ts';

/** The patient's age against a limit in years. Below it nothing is said: other reasons may hold. */
export const judgeAge: Judge<Settings<'age'>> = (_settings, context) => {
  const limits = limitsFor(context, 'years');
  const governing = limits[0];
  if (!governing) return NOTHING;
  for (const document of context.index.documents) {
    const age = statedAge(document) ?? ageByBirth(document, context.asOf);
    if (!age) continue;
    const years = { low: age.years, high: age.years };
    if (isWithin(years, 'years', governing.limit) !== true) return NOTHING;
    const text = say('measure_age', years.low);
    return {
      evidence: [evidenceAt(document, age.mention, 'supports', say('why_age', years.low))],
      measure: {
        text,
        working: [],
        amount: years.low,
        unit: 'years',
        limits: measureAgainst(years, 'years', limits).limits,
      },
      reason: say('finding_against_limit', text, governing.limit.text),
    };
  }
  return NOTHING;
};

interface Age {
  mention: ValueMention;
  years: number;
}

function statedAge(document: IndexedDocument): Age | undefined {
  for (const mention of document.values.get('age') ?? []) {
    if (mention.value.kind === 'age' && voiceOf(mention) === 'record')
      return { mention, years: mention.value.years };
  }
  return undefined;
}

const BIRTH =
  /\b(?:d\.?o\.?b\.?|date of birth|birth ?date|birthday|born(?: on| in)?)\s*[:=-]?\s*$/i;
/** Letters before a date that may say that it is a day of birth. */
const LABEL = 20;

/** Whole years from a day of birth to the day the case is judged as of; a day or month not written is taken as the last. */
function ageByBirth(document: IndexedDocument, asOf: DateValue): Age | undefined {
  const { text } = document.reading;
  for (const mention of document.values.get('date') ?? []) {
    if (mention.value.kind !== 'date') continue;
    if (!BIRTH.test(text.slice(Math.max(0, mention.start - LABEL), mention.start))) continue;
    const years = wholeYears(mention.value.date, asOf);
    if (years > 0) return { mention, years };
  }
  return undefined;
}

/** By the calendar: on the birthday itself the year is full. */
function wholeYears(from: DateValue, to: DateValue): number {
  const [born, now] = [from, to].map((date) => dateOfDay(latestDay(date))) as [
    DateValue,
    DateValue,
  ];
  const dayOfYear = ({ month = 1, day = 1 }: DateValue) => month * 100 + day;
  const isBeforeBirthday = dayOfYear(now) < dayOfYear(born);
  return now.year - born.year - (isBeforeBirthday ? 1 : 0);
}
