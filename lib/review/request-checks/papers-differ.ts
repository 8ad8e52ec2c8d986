import type { Sentence, Value, ValueMention } from '../../language/mention.ts';
import { beginningIn } from '../../language/sorted.ts';
import { documentById } from '../evidence/case-index.ts';
import { createMemo } from '../evidence/memo.ts';
import { Cue, firstFrom } from '../requests/cues.ts';
import type { IndexedDocument } from '../requests/find-requests.ts';
import { valuesIn } from '../requests/traits.ts';
import type { Evidence } from '../review.ts';
import { type CheckContext, evidenceAt } from './check-context.ts';
import { isOf, lastNamed } from './last-named.ts';
import { areDifferent, likened } from './likened.ts';
import { rowsNaming } from './rows-naming.ts';

/** "#60 bid, NOT the #90 that is typed there": what stands between the value that holds and the other. */
const CONTRAST = /\b(?:instead of|rather than|not)\s+(?:the\s+|a\s+)?(?:[a-z]+\s+)?#?$/i;
/** Characters between two values that are set against each other. */
const CONTRASTED_WITHIN = 40;

/** The sentence of a request that sets two values against each other, one of them a paper's. */
export function contrastIn({ request, documents }: CheckContext): Evidence | undefined {
  for (const passage of request.passages) {
    const document = documentById(documents, passage.document);
    const row = document?.rows[firstFrom(document.rows, passage.start + 1) - 1];
    if (!document || !row || !document.cues.has(Cue.paper, row.start, row.end)) continue;
    const values = valuesIn(document.reading, {
      start: passage.start,
      end: Math.max(passage.end, row.end),
    });
    if (holdContrast(document, values)) return evidenceAt(document, row, 'opposes');
  }
  return undefined;
}

/** Whether any two values of a row, sorted by start, that stand near each other are set against each other. */
function holdContrast(document: IndexedDocument, values: readonly ValueMention[]): boolean {
  return values.some((one, at) => {
    for (let next = at + 1; next < values.length; next += 1) {
      const other = values[next] as ValueMention;
      if (other.start - one.end >= PAPER_WITHIN) return false;
      if (areSetApart(document, one, other) && areDifferent(one.value, other.value)) return true;
    }
    return false;
  });
}

/** Whether what stands between two values of a kind denies one of them, or says that it is another paper's. */
function areSetApart(
  { reading, cues }: IndexedDocument,
  one: ValueMention,
  other: ValueMention,
): boolean {
  const between = reading.text.slice(one.end, other.start);
  if (between.length < CONTRASTED_WITHIN && CONTRAST.test(between)) return true;
  return (
    between.length < PAPER_WITHIN &&
    PAPERS_DIFFER_IN.has(one.value.kind) &&
    one.value.kind === other.value.kind &&
    (cues.has(Cue.paper, one.end, other.start) || OTHER_ONE.test(between)) &&
    !cues.has(Cue.granted, one.end, other.start) &&
    ![Cue.earlierPaper, Cue.visitsDone].some((cue) => cues.has(cue, one.end, other.end))
  );
}

/** "x 8, the other for x 12": of two papers the second. */
const OTHER_ONE = /\bthe (?:other|second)\b/i;

/** Characters between a value and the same of another paper. */
const PAPER_WITHIN = 120;

/** What one set of words gives once of a request, and a second time only from another paper. */
const PAPERS_DIFFER_IN: ReadonlySet<Value['kind']> = new Set(['quantity', 'count', 'level']);

/** "The form says 12 and his note 8": a sentence that gives each of two papers a value, and not the same. */
export function papersDiffer(context: CheckContext): Evidence | undefined {
  for (const document of context.documents) {
    for (const at of paperRows(document)) {
      const row = document.rows[at] as Sentence;
      const [first, second, ...more] = document.cues.within(Cue.paper, row.start, row.end);
      if (!first || !second || more.length > 0) continue;
      const named = beginningIn(document.anchors, row);
      const speaks =
        named.length > 0
          ? named.every((anchor) => isOf(context, anchor))
          : isOf(context, lastNamed(document, at));
      if (!speaks || document.cues.has(Cue.earlierPaper, row.start, row.end)) continue;
      const [before = [], between = [], behind = []] = [
        { start: row.start, end: first.start },
        { start: first.end, end: second.start },
        { start: second.end, end: row.end },
      ].map((span) =>
        valuesIn(document.reading, span).filter(({ value }) => KINDS_COMPARED.has(value.kind)),
      );
      // "The form has #60 and his note #90", "#60 on the form, in his note #90", "#60 on the form, #90 in his note"
      const isOfSecond = behind.length > 0;
      const differs =
        isOfSecond && between.length > 0
          ? areAllDifferent(between, behind)
          : areAllDifferent(before, isOfSecond ? behind : between);
      if (differs) return evidenceAt(document, row, 'opposes');
    }
  }
  return undefined;
}

/** Whether the first of the values of a kind is none that the others have of it. */
function areAllDifferent(ones: readonly ValueMention[], others: readonly ValueMention[]): boolean {
  return others.some(({ value: other }, at) => {
    if (others.findIndex(({ value }) => value.kind === other.kind) < at) return false;
    const alike = ones.filter(({ value: one }) => likened(other, one) !== undefined);
    return alike.length > 0 && alike.every(({ value: one }) => areDifferent(one, other));
  });
}

/** Values of a request that two papers may give differently. */
export const KINDS_COMPARED: ReadonlySet<Value['kind']> = new Set([
  'quantity',
  'count',
  'number',
  'frequency',
  'dose',
  'side',
  'level',
  'duration',
]);

/** The rows that name a paper, by index; the same for all requests. */
function paperRows(document: IndexedDocument): readonly number[] {
  return namingPapers(document, '', () => rowsNaming(document, Cue.paper));
}

const namingPapers = createMemo<IndexedDocument, readonly number[]>();
