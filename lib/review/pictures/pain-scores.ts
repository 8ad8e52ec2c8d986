import { governingDates } from '../../language/medications/dated.ts';
import type { Range, ScoreQualifier } from '../../language/mention.ts';
import { latestDay } from '../../language/values/calendar.ts';
import type { IndexedDocument } from '../evidence/case-index.ts';
import { dateOf } from '../evidence/dates.ts';
import { documentDate } from '../evidence/document-date.ts';
import { quoteAround } from '../evidence/passage.ts';
import type { Place, Span } from '../evidence/scopes.ts';
import { type Change, painChanges, painScores } from '../judges/change/pain-change.ts';
import type { JudgeContext } from '../judges/judge.ts';
import { drawnDate } from './drawn-date.ts';
import type { DrawnScore, PainCondition } from './picture.ts';

type ChangeSettings = Parameters<typeof painChanges>[0];

/** A question on the change of pain that was judged, with what it was judged on. */
export interface PainQuestion {
  settings: ChangeSettings;
  context: JudgeContext;
}

/** More scores than this tell no more. */
const MOST_SCORES = 200;

const CONDITIONS: Partial<Record<ScoreQualifier, PainCondition>> = {
  'with-medication': 'with',
  after: 'with',
  'without-medication': 'without',
  before: 'without',
  worst: 'worst',
  least: 'least',
  average: 'average',
};

/**
 * The pain scores of a case by their dates. The pairs that the judges compared stand as they were
 * compared; every other score stands with what its words say.
 */
export function drawnScores(
  documents: readonly IndexedDocument[],
  questions: readonly PainQuestion[],
): DrawnScore[] {
  const changes = apart(
    questions.flatMap(({ settings, context }) => painChanges(settings, context)),
  );
  const paired = changes.flatMap(({ document, place, from, to }) => [
    drawn(document, place, from, 'without'),
    drawn(document, place, to, 'with'),
  ]);
  const single = documents.flatMap((document) =>
    painScores(document)
      .filter((score) => !changes.some((change) => isWithin(change, document, score)))
      .map((score) => {
        const { amount, qualifier } = score.value;
        return drawn(document, score, amount, (qualifier && CONDITIONS[qualifier]) ?? null);
      }),
  );
  const day = ({ at }: DrawnScore) => at?.day ?? Number.MAX_SAFE_INTEGER;
  return withoutRepeats([...paired, ...single])
    .sort((a, b) => day(a) - day(b))
    .slice(0, MOST_SCORES);
}

/** A sentence that a text says twice states one score. */
function withoutRepeats(scores: readonly DrawnScore[]): DrawnScore[] {
  const kept = new Map<string, DrawnScore>();
  for (const score of scores) {
    const { low, high, condition, at, passage } = score;
    const words = passage.quote.replace(/\s+/g, ' ');
    const key = [low, high, condition, at?.date, words].join('|');
    if (!kept.has(key)) kept.set(key, score);
  }
  return [...kept.values()];
}

/** Requests share questions: each pair once, and of pairs that overlap the first. */
function apart(changes: readonly Change[]): Change[] {
  const kept: Change[] = [];
  for (const change of changes) {
    if (!kept.some((one) => isWithin(one, change.document, change.place))) kept.push(change);
  }
  return kept;
}

function isWithin({ document, place }: Change, other: IndexedDocument, span: Span): boolean {
  return document === other && place.start < span.end && span.start < place.end;
}

function drawn(
  document: IndexedDocument,
  place: Place,
  { low, high }: Range,
  condition: PainCondition | null,
): DrawnScore {
  const [beside] = governingDates(document.reading, place.sentence, place.start, place.end);
  const date = beside ?? dateOf(document, place) ?? documentDate(document);
  return {
    low,
    high,
    condition,
    at: date && date.year > 0 ? drawnDate(date, latestDay(date)) : null,
    passage: quoteAround(document, place),
  };
}
