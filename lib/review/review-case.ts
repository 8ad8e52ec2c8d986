import type { CaseFile } from '../case/case-file.ts';
import { unreadablePages } from '../case/document.ts';
import { faultsByCriterion } from '../guidelines/check-references.ts';
import type { Criterion } from '../guidelines/pack.ts';
import { type Rulebook, withPacks } from '../guidelines/rulebook.ts';
import { vocabularyOf } from '../guidelines/vocabulary.ts';
import type { DateValue } from '../language/mention.ts';
import { createReader, type Reader } from '../language/reader.ts';
import { type Steps, takeAll } from '../language/steps.ts';
import { isoDate } from '../language/values/calendar.ts';
import { say } from '../saying/said.ts';
import { findAsOf } from './as-of.ts';
import { reviewAuthorization } from './authorization/review-authorization.ts';
import { type CaseIndex, groupBy, type IndexedDocument, indexCase } from './evidence/case-index.ts';
import { documentDate } from './evidence/document-date.ts';
import { withEarlierProcedures } from './evidence/earlier-procedures.ts';
import { type CriterionContext, judgeCriterion, notJudged } from './judge-criterion.ts';
import type { Pictures } from './pictures/picture.ts';
import { picturesOf } from './pictures/pictures-of.ts';
import { portalDatesOf } from './portal-dates.ts';
import { checkRequest } from './request-checks/check-request.ts';
import { findRequests } from './requests/find-requests.ts';
import type { FoundRequest, ReadDocument } from './requests/found-request.ts';
import type {
  CriterionReview,
  FormCheck,
  RequestReview,
  Review,
  ReviewedDocument,
} from './review.ts';
import { findSafety } from './safety.ts';

export interface ReviewOptions {
  /** The date that chooses the editions, ISO; by default the date of the request in the text. */
  asOf?: string;
  /** Id of the pack that the reviewer judges by, where it speaks; by default the one in force. */
  edition?: string;
  /** Ids of the packs whose standards are used; by default all. */
  packs?: readonly string[];
}

/**
 * Reviews the documents of one claim against a rulebook: what is asked for, every criterion with its
 * evidence or its search receipt, and findings about the case as a whole. It never decides.
 */
export function reviewCase(
  caseFile: CaseFile,
  rulebook: Rulebook,
  options: ReviewOptions = {},
): Review {
  return takeAll(reviewInSteps(caseFile, rulebook, options));
}

/** As `reviewCase`, in steps: a long case must not keep everything else waiting. */
export function* reviewInSteps(
  caseFile: CaseFile,
  rulebook: Rulebook,
  options: ReviewOptions = {},
): Steps<Review> {
  const rules = options.packs ? withPacks(rulebook, new Set(options.packs)) : rulebook;
  const reader = readerFor(rulebook);
  const documents: ReadDocument[] = [];
  for (const document of caseFile.documents) {
    const reading = yield* reader.readInSteps(document.text);
    documents.push({ document, reading, shown: portalDatesOf(document, reader) });
    yield;
  }
  const index = indexCase(documents, rules);
  yield;
  const asOf = findAsOf(index, options.asOf);
  const requests = findRequests(documents, rules);
  yield;
  const asked = requests.flatMap(({ passages }) => passages);
  const asking = withEarlierProcedures({ ...index, asked, asOf: asOf.date });
  const faults = faultsByCriterion(rules.faults);
  const criteria = criteriaByTreatment(rules);
  const reviewed: RequestReview[] = [];
  const { edition } = options;
  for (const request of requests) {
    const context = { index: asking, request, requests, asOf: asOf.date, edition, faults };
    const judged = checksOf(context, criteria.get('request'));
    for (const criterion of criteria.get(request.treatment) ?? []) {
      yield;
      judged.push(judgeCriterion(criterion, context));
    }
    reviewed.push(reviewOf(request, reviewed.length, judged));
  }
  yield;
  const rfa = authorizationOf(index, reviewed, asOf.date);
  yield;
  const pictures = drawn(asking, { requests, reviewed, asOf: asOf.date, edition });
  return {
    asOf: isoDate(asOf.date),
    asOfSource: asOf.source,
    documents: index.documents.map(reviewedDocument),
    requests: reviewed,
    safety: findSafety(index, requests, asOf.date),
    rfa,
    letter: [],
    ...(pictures && { pictures }),
  };
}

function reviewedDocument(indexed: IndexedDocument): ReviewedDocument {
  const { document } = indexed;
  const date = documentDate(indexed);
  return {
    id: document.id,
    name: document.name,
    characters: document.text.length,
    unreadablePages: unreadablePages(document),
    date: date ? isoDate(date) : null,
  };
}

/** A picture that fails must not cost the review. */
function drawn(...of: Parameters<typeof picturesOf>): Pictures | undefined {
  try {
    return picturesOf(...of);
  } catch {
    return undefined;
  }
}

/** The checks of the form; where they fail one row says so, and the review goes on. */
function authorizationOf(
  index: CaseIndex,
  requests: readonly RequestReview[],
  asOf: DateValue,
): FormCheck[] {
  try {
    return reviewAuthorization(index, requests, asOf);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const reason = say('finding_form_unchecked', why);
    return [
      { id: 'rfa/treatment-specified', verdict: 'unclear', reason, evidence: [], receipt: null },
    ];
  }
}

/** The checks of the request itself; where they fail they say so, and the criteria go on. */
function checksOf(
  context: CriterionContext,
  checks: readonly Criterion[] | undefined,
): CriterionReview[] {
  try {
    return checkRequest(context);
  } catch (error) {
    return (checks ?? []).map((check) => notJudged(check, context, error));
  }
}

function reviewOf(
  request: FoundRequest,
  at: number,
  criteria: readonly CriterionReview[],
): RequestReview {
  const { treatment, label, listed, passages, details } = request;
  return {
    id: `${treatment}-${at + 1}`,
    treatment,
    label,
    listed,
    passages,
    details,
    criteria: [...criteria],
  };
}

function criteriaByTreatment(rulebook: Rulebook) {
  return groupBy([...rulebook.criteria.values()], ({ id }) => id.slice(0, id.indexOf('/')));
}

/** A reader is compiled once for a vocabulary; the rulebook that holds it is the key. */
const readers = new WeakMap<Rulebook['concepts'], Reader>();

export function readerFor(rulebook: Rulebook): Reader {
  const known = readers.get(rulebook.concepts);
  if (known) return known;
  const reader = createReader(vocabularyOf(rulebook), rulebook.prepared);
  // megabytes, and all of it is in the reader now
  delete rulebook.prepared;
  readers.set(rulebook.concepts, reader);
  return reader;
}
