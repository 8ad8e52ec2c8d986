import type { Settings } from '../../../guidelines/judge-use.ts';
import type { Mention } from '../../../language/mention.ts';
import { earliestDay, latestDay } from '../../../language/values/calendar.ts';
import { say } from '../../../saying/said.ts';
import { dateOf } from '../../evidence/dates.ts';
import { evidenceAt } from '../../evidence/passage.ts';
import { scopeOf } from '../../evidence/scopes.ts';
import type { Evidence } from '../../review.ts';
import { type Judge, type JudgeContext, NOTHING } from '../judge.ts';
import { doneMentions, type Placed, valuesIn } from '../places.ts';
import { statedLength } from '../symptoms/symptom-stated.ts';
import { numberPair } from './number-pair.ts';

/**
 * Whether the state of the patient changed since a study: a complaint that began after its day, a
 * strength that was graded higher before. It sees changes for the worse, and a grade that stayed.
 */
export const judgeChangedSince: Judge<Settings<'changed-since'>> = (settings, context) => {
  const graded = doneMentions(settings.graded, context);
  const evidence = [
    ...begunSince(settings, context),
    ...graded.flatMap((placed) => gradeThenAndNow(placed)),
    ...gradesOverReports(graded),
  ];
  return evidence.length > 0 ? { evidence } : NOTHING;
};

/** Complaints that began after the last day of the study. */
function begunSince(
  { event, complaint, begun: begins }: Settings<'changed-since'>,
  context: JudgeContext,
): Evidence[] {
  const { asOf } = context;
  const days = doneMentions(event, context)
    .flatMap(({ document, item }) => valuesIn(document, 'date', scopeOf(document, item, 'clause')))
    .filter(({ value }) => value.date.year > 0)
    .map(({ value }) => latestDay(value.date))
    .filter((day) => day < earliestDay(asOf));
  if (days.length === 0) return [];
  const ago = earliestDay(asOf) - Math.max(...days);
  const begun = doneMentions(begins, context);
  return doneMentions(complaint, context).flatMap((placed) =>
    statedLength(placed, asOf, begun)
      // a bare length may be that of a medicine or of care beside the complaint
      .filter(
        ({ document, stated, days: { high } }) =>
          high < ago && valuesIn(document, 'duration', stated).length === 0,
      )
      .map(({ document, place }) => evidenceAt(document, place, 'supports', say('why_begun_anew'))),
  );
}

const FULL_STRENGTH = 5;
/** Letters of a sentence that may compare two grades. */
const LONGEST_TALE = 1000;
const OUT_OF_FIVE = /\/\s?5(?!\d)/;

/** "Dorsiflexion 5/5 in October, 3/5 now": what one sentence tells of a strength then and now. */
function gradeThenAndNow({ document, item }: Placed<Mention>): Evidence[] {
  const { text } = document.reading;
  const { start, end } = scopeOf(document, item, 'sentence');
  if (end - start > LONGEST_TALE) return [];
  const words = text.slice(start, end);
  const pair = numberPair(words);
  if (!pair || pair.before > FULL_STRENGTH || pair.after > FULL_STRENGTH) return [];
  if (!OUT_OF_FIVE.test(words) || pair.after > pair.before) return [];
  return pair.after < pair.before
    ? [evidenceAt(document, item, 'supports', say('why_less_than_before'))]
    : [evidenceAt(document, item, 'opposes', say('why_same_as_before'))];
}

/** Grades of one muscle less apart than this are one grade, written by two. */
const LEAST_LOSS = 1;
const GRADE = /(\d)\s?[+-]?\s?\/\s?5(?!\d)/;

const POINTERS: ReadonlySet<string> = new Set(['it', 'that', 'this', 'which']);

/** The first and the last dated grade of each muscle. */
function gradesOverReports(graded: readonly Placed<Mention>[]): Evidence[] {
  let named = '';
  const dated = graded.flatMap(({ document, item }) => {
    const words = document.reading.text.slice(item.start, item.end);
    const word = words.split(/[\s:,]/, 1)[0]?.toLowerCase() ?? '';
    // "EHL 3/5. In June it was 5/5"
    if (!POINTERS.has(word)) named = word;
    const grade = GRADE.exec(words)?.[1];
    const date = dateOf(document, item);
    if (grade === undefined || !date) return [];
    return [{ document, item, muscle: named, grade: Number(grade), day: latestDay(date) }];
  });
  return [...Map.groupBy(dated, ({ muscle }) => muscle).values()].flatMap((same) => {
    const [first, ...later] = same.sort((one, other) => one.day - other.day);
    const last = later.at(-1);
    if (!first || !last || last.day === first.day || first.grade - last.grade < LEAST_LOSS)
      return [];
    // both sides are graded on one day
    const isOfTwoSides = [first, last].some((one) =>
      same.some(({ day, grade }) => day === one.day && grade !== one.grade),
    );
    if (isOfTwoSides) return [];
    return [evidenceAt(last.document, last.item, 'supports', say('why_less_than_before'))];
  });
}
