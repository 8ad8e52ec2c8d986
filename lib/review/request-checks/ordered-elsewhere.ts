import { overlaps } from '../../case/passage.ts';
import type { Sentence } from '../../language/mention.ts';
import { beginningIn } from '../../language/sorted.ts';
import { createMemo } from '../evidence/memo.ts';
import type { Anchor } from '../requests/anchors.ts';
import { countWords, isConditional } from '../requests/connecting-words.ts';
import { Cue } from '../requests/cues.ts';
import type { IndexedDocument } from '../requests/find-requests.ts';
import type { CheckContext } from './check-context.ts';
import { isOf } from './last-named.ts';
import { isNamed } from './owned-text.ts';
import { saidIn } from './retold.ts';
import { rowsNaming } from './rows-naming.ts';
import { dayOf, type Statement, sinceOf } from './statements.ts';
import { isOfPast } from './told-of.ts';

/** Words between those that ask and the treatment. */
const ASKED_WITHIN = 6;
/** What makes a sentence tell of another time, or of what became of a request. */
const OTHERWISE: readonly string[] = [
  Cue.granted,
  Cue.earlierPaper,
  Cue.pastAsking,
  Cue.visitsDone,
  Cue.later,
  Cue.history,
  Cue.withdrawn,
  Cue.retract,
  Cue.change,
  Cue.decisionWord,
];

/**
 * Sentences that ask for the request's treatment once more, wherever they stand: "Physician's
 * dictation: I would like to proceed with the left knee." They name nothing else that is asked for.
 */
export function orderedStatements(context: CheckContext): Statement[] {
  if (!isOnlyOne(context)) return [];
  return context.documents.flatMap((document) =>
    askingRows(document).flatMap((at) => {
      const row = document.rows[at] as Sentence;
      if (!asksFor(context, document, row)) return [];
      return saidIn(context, document, row).filter((statement) =>
        isOfSamePlace(context, statement),
      );
    }),
  );
}

/** The rows that ask for something, by index; the same for all requests. */
function askingRows(document: IndexedDocument): readonly number[] {
  return asking(document, '', () =>
    rowsNaming(document, Cue.ask, Cue.orderTold).filter((at) =>
      isAsking(document, document.rows[at] as Sentence),
    ),
  );
}

const asking = createMemo<IndexedDocument, readonly number[]>();

/** Whether the case asks for the treatment once only: else a sentence may speak of the other. */
function isOnlyOne({ request, requests }: CheckContext): boolean {
  return (
    requests.filter((one) => isNamed(request, one.drug?.id, one.drug ? undefined : one.treatment))
      .length === 1
  );
}

function asksFor(context: CheckContext, document: IndexedDocument, row: Sentence): boolean {
  if (!beginningIn(document.anchors, row).every((anchor) => isOf(context, anchor))) return false;
  const own = { ...row, document: document.document.id };
  if (context.request.passages.some((passage) => overlaps(passage, own))) return false;
  return !(dayOf(context, own) < sinceOf(context, [own]));
}

/** Whether a sentence asks for what it names, and tells of nothing that was; the same for all requests. */
function isAsking(document: IndexedDocument, row: Sentence): boolean {
  const { anchors, cues, reading } = document;
  const [first] = beginningIn(anchors, row);
  if (!first || !isWanted(first) || isOfPast(document, row.section)) return false;
  if (OTHERWISE.some((cue) => cues.has(cue, row.start, row.end))) return false;
  const asks = [Cue.ask, Cue.orderTold].some((cue) =>
    cues
      .within(cue, row.start, first.end)
      .some(({ end }) => countWords(reading.text.slice(end, first.start)) <= ASKED_WITHIN),
  );
  return asks && !isConditional(reading.text.slice(row.start, first.start));
}

function isWanted({ assertion }: Anchor): boolean {
  const { presence, time, subject, voice } = assertion;
  return presence === 'affirmed' && time !== 'past' && subject === 'patient' && voice === 'record';
}

/** Whether a statement names no other part of the body: that would be another request. */
function isOfSamePlace({ request }: CheckContext, { toldBodyParts }: Statement): boolean {
  const asked = request.parts.bodyParts.map(({ value }) => value);
  return (
    asked.length === 0 || toldBodyParts.size === 0 || asked.some((part) => toldBodyParts.has(part))
  );
}
