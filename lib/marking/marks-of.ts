import type { MarkKind, MarkTarget, Meaning, PageMark } from '../case/page-mark.ts';
import type { QuotedPassage } from '../case/passage.ts';
import type {
  CriterionReview,
  Evidence,
  EvidenceRole,
  Finding,
  RequestReview,
  Review,
} from '../review/review.ts';
import type { Words } from '../saying/said.ts';
import { worded } from '../wording/words.ts';

/** The marks of each document, by its id. */
export type MarksByDocument = Map<string, PageMark[]>;

/**
 * What each document of a review has to show in its page, in the order of the text. `say` puts in words
 * what its cards say: a worker of a page has no messages of its own.
 */
export function marksOf(review: Review, say: Say = worded): MarksByDocument {
  const marks: MarksByDocument = new Map(review.documents.map(({ id }) => [id, []]));
  const add = ({ document }: QuotedPassage, mark: PageMark) => marks.get(document)?.push(mark);
  for (const [at, request] of review.requests.entries()) {
    markRequest(request, at + 1, add);
    for (const criterion of request.criteria) markCriterion(criterion, request, at + 1, add, say);
    markAbsences(request, at + 1, add, say);
  }
  for (const finding of review.safety) markFinding(finding, 'safety', add, say);
  for (const check of review.rfa) markFinding(check, 'form', add, say);
  for (const [document, all] of marks) marks.set(document, inOrder(mergeSame(all)));
  return marks;
}

/** Puts what a review says in words. */
type Say = (words: Words) => string;
type Add = (passage: QuotedPassage, mark: PageMark) => void;

function markRequest(request: RequestReview, number: number, add: Add): void {
  for (const passage of request.passages) {
    add(passage, {
      ...spanOf(passage),
      meaning: 'request',
      kind: 'request',
      requests: [number],
      about: request.label,
      ...(request.listed ? {} : { note: 'unlisted' }),
      target: { request: request.id },
    });
  }
}

/** A superseded passage is history: the panel tells it, the page does not carry a mark for it. */
const roleMeanings: Record<EvidenceRole, Meaning | undefined> = {
  supports: 'supports',
  opposes: 'opposes',
  ambiguous: 'ambiguous',
  claim: 'missing',
  history: undefined,
};

function markCriterion(
  criterion: CriterionReview,
  request: RequestReview,
  number: number,
  add: Add,
  say: Say,
): void {
  for (const evidence of criterion.evidence) {
    const { role } = evidence;
    const meaning = roleMeanings[role];
    if (!meaning || role === 'history') continue;
    add(evidence, {
      ...spanOf(evidence),
      meaning,
      kind: role,
      requests: [number],
      about: criterion.question,
      ...(evidence.why ? { why: sentence(say(evidence.why)) } : {}),
      ...whenOf(evidence),
      target: { request: request.id, criterion: criterion.id },
    });
  }
}

function whenOf({ date, documentDate }: Evidence): Pick<PageMark, 'date' | 'documentDate'> {
  return date === undefined && documentDate ? { date: null, documentDate } : { date: date ?? null };
}

/**
 * What was not found is marked where a reviewer would look for it: all of it where the request
 * stands first, and each at the place that came nearest.
 */
function markAbsences(request: RequestReview, number: number, add: Add, say: Say): void {
  const absent = request.criteria.filter(({ verdict }) => verdict === 'not-documented');
  const place = request.passages[0];
  const [only] = absent;
  if (!only) return;
  if (place) add(place, absentHere(request, number, absent, spanOf(place), say));
  for (const criterion of absent) {
    const nearest = criterion.receipt?.nearest;
    if (!nearest || isSamePlace(nearest, place)) continue;
    add(nearest, {
      ...absentHere(request, number, [criterion], spanOf(nearest), say),
      why: say(nearest.why),
      note: 'nearest',
    });
  }
}

function absentHere(
  request: RequestReview,
  number: number,
  absent: readonly CriterionReview[],
  span: { start: number; end: number },
  say: Say,
): PageMark {
  const [first] = absent;
  const targetOf = (criterion: CriterionReview): MarkTarget => ({
    request: request.id,
    criterion: criterion.id,
    receipt: true,
  });
  const common = {
    ...span,
    meaning: 'missing' as const,
    kind: 'not-found' as const,
    requests: [number],
  };
  if (absent.length === 1 && first) {
    return { ...common, about: first.question, why: say(first.reason), target: targetOf(first) };
  }
  return {
    ...common,
    about: '',
    target: first ? targetOf(first) : { request: request.id },
    list: absent.map((criterion) => ({ words: criterion.name, target: targetOf(criterion) })),
  };
}

function markFinding(
  finding: Finding,
  kind: MarkKind & ('safety' | 'form'),
  add: Add,
  say: Say,
): void {
  for (const evidence of finding.evidence) {
    const meaning = kind === 'safety' ? 'opposes' : roleMeanings[evidence.role];
    if (!meaning) continue;
    add(evidence, {
      ...spanOf(evidence),
      meaning,
      kind,
      requests: [],
      about: say(finding.reason),
      ...(evidence.why ? { why: sentence(say(evidence.why)) } : {}),
      ...(evidence.date ? { date: evidence.date } : {}),
      target: { criterion: finding.id },
    });
  }
}

/** The same statement for two requests is one mark that names both. */
function mergeSame(marks: readonly PageMark[]): PageMark[] {
  const merged = new Map<string, PageMark>();
  for (const mark of marks) {
    const { start, end, meaning, kind, about, why, note, date, documentDate } = mark;
    const whose = kind === 'request' ? mark.requests : [];
    const key = JSON.stringify([
      start,
      end,
      meaning,
      kind,
      whose,
      about,
      why,
      note,
      date,
      documentDate,
      mark.list?.map(({ words }) => words),
    ]);
    const same = merged.get(key);
    if (!same) merged.set(key, { ...mark });
    else same.requests = [...new Set([...same.requests, ...mark.requests])];
  }
  return [...merged.values()];
}

function inOrder(marks: PageMark[]): PageMark[] {
  return marks
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

function spanOf({ start, end }: QuotedPassage): { start: number; end: number } {
  return { start, end };
}

/** Reasons are parts of sentences in the panel; on the card each stands alone. */
function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function isSamePlace(a: QuotedPassage, b: QuotedPassage | undefined): boolean {
  return b !== undefined && a.document === b.document && a.start === b.start && a.end === b.end;
}
