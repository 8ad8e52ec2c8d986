import type { Settings } from '../../../guidelines/judge-use.ts';
import type { Mention } from '../../../language/mention.ts';
import { earliestDay, latestDay } from '../../../language/values/calendar.ts';
import { say } from '../../../saying/said.ts';
import { evidenceAt } from '../../evidence/passage.ts';
import { scopeOf } from '../../evidence/scopes.ts';
import type { Evidence } from '../../review.ts';
import { type Judge, type JudgeContext, NOTHING } from '../judge.ts';
import {
  isDone,
  isDoneOrInPlan,
  isListedRequest,
  mentionsOf,
  type Placed,
  valuesIn,
} from '../places.ts';

const YEAR = 365;
/** Tests on one day, or within so many days, are one test and its report. */
const ONE_TEST = 10;

/** Tests of the year before the request, with those asked for, against what the rated risk calls for. */
export const judgeTestFrequency: Judge<Settings<'test-frequency'>> = (settings, context) => {
  const done = testsOfYear(settings.test, context);
  const evidence: Evidence[] = done.map(({ document, item }) =>
    evidenceAt(document, item, 'ambiguous', say('why_test_last_year')),
  );
  if (done.length === 0) {
    for (const { document, item } of ratingsOf(settings.test, context)) {
      if (isListedRequest(document, item, context)) continue;
      evidence.push(evidenceAt(document, item, 'ambiguous', say('why_test_undated')));
    }
  }
  const rated = settings.risks.flatMap(({ rated: refs, aYear }) =>
    mentionsOf(refs, context)
      .filter(({ item }) => isDoneOrInPlan(item))
      .map((place) => ({ ...place, aYear })),
  );
  if (rated.length === 0) return evidence.length === 0 ? NOTHING : { evidence };
  // the strictest rating that is stated would be too strict where a stricter one was replaced
  const aYear = Math.max(...rated.map((rating) => rating.aYear));
  const { told, ongoing, wished } = ratesSaid(settings.rates ?? [], context);
  const counted = context.request?.parts.counts.at(-1)?.value.amount.high;
  const before = Math.max(done.length, told);
  const asked = counted ?? (wished > 0 ? Math.max(1, wished - before) : 1);
  // "tested monthly": the one asked for is one of the twelve
  const total = ongoing === before ? Math.max(done.length + asked, before) : before + asked;
  const role: Evidence['role'] = total <= aYear ? 'supports' : 'opposes';
  const why = say('why_tests_against_risk', before, asked, aYear);
  const governing = rated.filter((rating) => rating.aYear === aYear);
  return {
    evidence: [
      ...governing.map(({ document, item }) => evidenceAt(document, item, role, why)),
      ...evidence.map((piece) => ({ ...piece, role })),
    ].slice(0, 6),
    reason: say('finding_tests_against_risk', total, aYear),
  };
};

/** How many tests a year are said to be done, go on to be done, and are asked for; nought where it is not said. */
function ratesSaid(
  rates: NonNullable<Settings<'test-frequency'>['rates']>,
  context: JudgeContext,
): { told: number; ongoing: number; wished: number } {
  let [told, ongoing, wished] = [0, 0, 0];
  for (const { said, aYear } of rates) {
    for (const { document, item } of mentionsOf(said, context)) {
      if (isListedRequest(document, item, context)) wished = Math.max(wished, aYear);
      else if (isDone(item)) {
        told = Math.max(told, aYear);
        if (!isCounted(document, item)) ongoing = Math.max(ongoing, aYear);
      }
    }
  }
  return { told, ongoing, wished };
}

/** "In 2015 there were three earlier screens": a count of what was done, and no custom. */
function isCounted(document: Placed<Mention>['document'], item: Mention): boolean {
  const { start, end } = scopeOf(document, item, 'sentence');
  return COUNTED.test(document.reading.text.slice(start, end));
}

const COUNTED =
  /\b(?:19|20)\d\d\b|\b(?:were|was|has had|have had|so far|already|earlier|previous|past|last|to date)\b/i;

function ratingsOf(refs: string | string[], context: JudgeContext): Placed<Mention>[] {
  return mentionsOf(refs, context).filter(({ item }) => isDone(item));
}

/** A day and what was found on it, as a log goes on: "5/14 same", "12/3/13: neg". */
const LOG_ENTRY =
  /^\W*(?:and |then |before that )?\d{1,2}\/\d{1,4}(?:\/\d{2,4})?\W{1,4}(?:same|also|neg\w*|pos\w*|c\/w|w\/o|consistent|inconsistent|as prescribed|ok|clean|normal|likewise|ditto|(?:[a-z]+,? ){0,3}only)\b/i;

/** Where what is told of tests ends: the sentence, and the entries of the log below it. */
function endOfLog(document: Placed<Mention>['document'], item: Mention): number {
  const { sentences, text } = document.reading;
  let { end } = scopeOf(document, item, 'sentence');
  for (let at = item.sentence + 1; at < sentences.length; at += 1) {
    const next = sentences[at];
    if (!next || !LOG_ENTRY.test(text.slice(next.start, next.end))) break;
    end = next.end;
  }
  return end;
}

/** Each test of the year before, at the first place that names its day. */
function testsOfYear(refs: string | string[], context: JudgeContext): Placed<Mention>[] {
  const today = latestDay(context.asOf);
  const days: number[] = [];
  return ratingsOf(refs, context).flatMap(({ document, item }) => {
    if (isListedRequest(document, item, context)) return [];
    const span = { start: item.start, end: endOfLog(document, item) };
    const dates = valuesIn(document, 'date', span).filter(({ value }) => value.date.year > 0);
    const own = dates.filter(({ value }) => {
      const day = earliestDay(value.date);
      if (day > today - ONE_TEST || latestDay(value.date) < today - YEAR) return false;
      if (days.some((other) => Math.abs(other - day) < ONE_TEST)) return false;
      days.push(day);
      return true;
    });
    return own.map(() => ({ document, item }));
  });
}
