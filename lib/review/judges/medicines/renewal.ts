import {
  conceptsOf,
  documentById,
  type IndexedDocument,
  mentionsWithin,
  sentenceAt,
} from '../../evidence/case-index.ts';
import { type Span, scopeOf } from '../../evidence/scopes.ts';
import type { JudgeContext } from '../judge.ts';

/** Concept of the shipped packs: "refill", "continue". */
const RENEWED = 'continued-drug';

/** Whether a stretch of the text says that a drug is prescribed again. */
export function isRenewal(
  document: IndexedDocument,
  span: Span,
  { index, request }: JudgeContext,
): boolean {
  return mentionsWithin(document, conceptsOf(RENEWED, index.rulebook, request), span).length > 0;
}

/** Concept of the shipped packs: the same, without a number of refills ("no refills"). */
const ASKED_AGAIN = 'refill-word';

/** "Refill Xanax 0.25 mg #10": what is asked for again was taken before, nobody says how long. */
export function isRenewedRequest({ index, request }: JudgeContext): boolean {
  const concepts = conceptsOf(ASKED_AGAIN, index.rulebook, request);
  return (request?.passages ?? []).some((passage) => {
    const document = documentById(index.documents, passage.document);
    if (!document) return false;
    const { start, end } = passage;
    const place = { start, end, sentence: sentenceAt(document.reading, start) };
    const clause = scopeOf(document, place, 'clause');
    return mentionsWithin(document, concepts, { start: clause.start, end }).some(
      ({ assertion }) => assertion.presence === 'affirmed',
    );
  });
}
