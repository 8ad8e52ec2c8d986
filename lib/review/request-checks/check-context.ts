import { quotePassage } from '../../case/passage.ts';
import type { Treatment } from '../../guidelines/pack.ts';
import type { DateValue } from '../../language/mention.ts';
import type { Said, Words } from '../../saying/said.ts';
import type { CaseIndex } from '../evidence/case-index.ts';
import { documentById } from '../evidence/case-index.ts';
import { slipsWithin } from '../evidence/slips.ts';
import { type IndexedDocument, indexDocuments } from '../requests/find-requests.ts';
import type { FoundRequest, ReadDocument } from '../requests/found-request.ts';
import type { Span } from '../requests/spans.ts';
import type { Evidence, EvidenceRole, Verdict } from '../review.ts';

/** What the checks of one request look at. */
export interface CheckContext {
  index: CaseIndex;
  /** The day that the case is reviewed as of. */
  asOf: DateValue;
  request: FoundRequest;
  requests: readonly FoundRequest[];
  treatment: Treatment;
  documents: readonly IndexedDocument[];
}

/** What a check found; the reason is the pack's message, with the finding before it where there is one. */
export interface CheckResult {
  verdict: Verdict;
  evidence: Evidence[];
  /** The finding in one plain sentence. */
  finding?: Said;
}

/** Documents are indexed once for all requests of a case. */
const indexed = new WeakMap<readonly ReadDocument[], readonly IndexedDocument[]>();

/** The documents of a case with their cues and anchors. */
export function documentsOf({ documents, rulebook }: CaseIndex): readonly IndexedDocument[] {
  const known = indexed.get(documents);
  if (known) return known;
  const fresh = indexDocuments(documents, rulebook);
  indexed.set(documents, fresh);
  return fresh;
}

/** Evidence at a span of a document. */
export function evidenceAt(
  { document, reading }: IndexedDocument,
  { start, end }: Span,
  role: EvidenceRole,
  why?: Words,
): Evidence {
  const slip = slipsWithin(reading, { start, end });
  return {
    ...quotePassage(document, start, end),
    role,
    ...(why && { why }),
    ...(slip && { slip }),
  };
}

/** The request's own passages as evidence, at most a few. */
export function ownPassages(
  { request, documents }: CheckContext,
  role: EvidenceRole,
  most = 1,
): Evidence[] {
  return request.passages.slice(0, most).map((passage) => {
    const document = documentById(documents, passage.document);
    const slip = document && slipsWithin(document.reading, passage);
    return { ...passage, role, ...(slip && { slip }) };
  });
}
