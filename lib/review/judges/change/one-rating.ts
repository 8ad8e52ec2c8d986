import type { Settings } from '../../../guidelines/judge-use.ts';
import type { Mention } from '../../../language/mention.ts';
import { latestDay } from '../../../language/values/calendar.ts';
import { say } from '../../../saying/said.ts';
import { conceptsOf, type IndexedDocument } from '../../evidence/case-index.ts';
import { dateOf } from '../../evidence/dates.ts';
import { evidenceAt } from '../../evidence/passage.ts';
import type { EvidenceRole } from '../../review.ts';
import { type Judge, NOTHING } from '../judge.ts';
import { isDoneOrInPlan, valuesIn } from '../places.ts';

/** A place that rates, with the place of its grade in the order of the grades. */
interface Rating {
  document: IndexedDocument;
  item: Mention;
  grade: number;
}

/**
 * Whether one grade is given. Where the grades differ, one that was given long after all others holds
 * and they are history; else they stand against each other.
 */
export const judgeOneRating: Judge<Settings<'one-rating'>> = ({ grades }, { index, request }) => {
  const ratings = index.documents.flatMap((document) => {
    const found = grades.flatMap((refs, grade) =>
      conceptsOf(refs, index.rulebook, request)
        .flatMap((concept) => document.mentions.get(concept) ?? [])
        .filter((item) => isDoneOrInPlan(item) && !endsInDate(document, item))
        .map((item): Rating => ({ document, item, grade })),
    );
    return found.filter(({ item, grade }) => !isLowEnd(found, item, grade));
  });
  const newest = newestGrade(ratings);
  const [first] = ratings;
  if (!first) return NOTHING;
  const roleOf = ({ grade }: Rating): EvidenceRole => {
    if (newest !== undefined) return grade === newest ? 'supports' : 'history';
    return grade === first.grade ? 'supports' : 'opposes';
  };
  const evidence = ratings.map((rating) => {
    const role = roleOf(rating);
    const why = say(role === 'supports' ? 'why_rated' : 'why_rated_otherwise');
    return evidenceAt(rating.document, rating.item, role, why);
  });
  return { evidence: evidence.slice(0, 6), ofOneEvent: true };
};

/** Letters of a written day. */
const LONGEST_DATE = 18;

/** "ORT 6/1/16: 2": the numbers of a day are no score. */
function endsInDate(document: IndexedDocument, { start, end }: Mention): boolean {
  const dates = valuesIn(document, 'date', { start, end: end + LONGEST_DATE });
  return dates.some((date) => date.start < end && end <= date.end);
}

/** Letters between the two ends of a range. */
const RANGE = 6;

/** "Low to moderate risk" is moderate. */
function isLowEnd(found: readonly Rating[], { start, end }: Mention, grade: number): boolean {
  return found.some(
    ({ item, grade: other }) =>
      other > grade && item.start <= end + RANGE && start <= item.end + RANGE,
  );
}

/** Days within which a rating is not done anew. */
const ONE_TIME = 45;

/** The grade that alone holds: the only one, or the one of a day long after those of all others. */
function newestGrade(ratings: readonly Rating[]): number | undefined {
  const grades = [...new Set(ratings.map(({ grade }) => grade))];
  if (grades.length <= 1) return grades[0];
  const dayOf = ({ document, item }: Rating) => {
    const date = dateOf(document, item);
    return date ? latestDay(date) : undefined;
  };
  const days = ratings.map(dayOf);
  if (days.includes(undefined)) return undefined;
  const last = Math.max(...days.map((day) => day ?? 0));
  const ofLast = new Set(
    ratings.flatMap(({ grade }, at) => ((days[at] ?? 0) > last - ONE_TIME ? [grade] : [])),
  );
  return ofLast.size === 1 ? [...ofLast][0] : undefined;
}
